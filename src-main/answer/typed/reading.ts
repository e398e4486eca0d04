/** A question as its readers see it: its words, what it names, its times; and what they all ask of it. */
import type { FactKind } from '#contract/facts.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import type { QuestionTimes } from './question-times.ts'
import * as asked from './question-words.ts'
import type { NamedThing, Subject } from './subject-index.ts'

export interface Reading {
  /** Without its times. */
  readonly question: string
  readonly words: readonly string[]
  /** Words that nothing explains. */
  readonly left: readonly string[]
  readonly things: readonly NamedThing[]
  readonly times: QuestionTimes
  readonly event?: NonNullable<TypedQuery['event']>
  /** Asked before and after one event, which is `around`. */
  readonly isBothSides: boolean
  readonly around?: NonNullable<TypedQuery['event']>
}

export type Read = Omit<TypedQuery, 'from' | 'to' | 'days' | 'event'>

/** `not-formal`: it is of that kind, and says more than is understood. Undefined: it is of another kind. */
export type ReadQuestion = (reading: Reading) => Read | 'not-formal' | undefined

export const kindAsked = (question: string): FactKind | undefined =>
  asked.KIND_WORDS.find(([, pattern]) => pattern.test(question))?.[0]

export function subjectOf(things: readonly NamedThing[], ...kinds: readonly FactKind[]) {
  for (const kind of kinds)
    for (const thing of things) {
      const subject = thing.subjects.find((one) => one.kind === kind)
      if (subject !== undefined) return named(subject, thing)
    }
  return undefined
}

/** What is named is something else than these kinds can be. */
function named(subject: Subject, { nameText }: NamedThing): Pick<TypedQuery, 'name' | 'nameText' | 'names'> {
  return {
    name: subject.name,
    ...(nameText.toLowerCase() !== subject.name.toLowerCase() && { nameText }),
    ...(subject.names !== undefined && { names: [...subject.names].slice(0, 60) }),
  }
}

export const COUNTED = /\bhow many\b|\bnumber of\b|\bhow often (?:was|were|did|have|has)\b|\bcount\b/i

export const isWhen = (question: string): boolean =>
  /\bwhen\b/i.test(question) || asked.VALUE_ASKS.some(([ask, pattern]) => ask === 'when' && pattern.test(question))
