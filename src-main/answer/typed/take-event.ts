/** `before the operation`, `after starting metformin`: an event that bounds what is asked, taken out of the question. */
import type { FactKind } from '#contract/facts.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import type { NamedThing } from './subject-index.ts'

const EVENT_KINDS: readonly FactKind[] = ['procedure', 'immunization', 'medication', 'condition', 'encounter']
const BEFORE = /^(?:before|prior|preceding|until)$/i
const AFTER = /^(?:after|since|following)$/i
const BETWEEN =
  /^(?:the|my|his|her|their|a|an|to|start|started|starting|began|beginning|taking|having|had|getting|got|i|he|she|they|was|were|being|diagnosed|diagnosis|of|with|last|first|vaccination|surgery|on|put|receiving|underwent)$/i
const FURTHEST = 6

const PREOP = /^(?:pre-?op|pre-?operative(?:ly)?|prior)$/i
const POSTOP = /^(?:post-?op|post-?operative(?:ly)?|once|afterwards)$/i

/** `before and after` bounds nothing, and is told as `around`: what is asked for stands on both sides. */
export function takeEvent(words: readonly string[], things: readonly NamedThing[]) {
  const around = takeOperation(words, things)
  if (around !== undefined) return around
  for (const thing of things) {
    const head = headOf(words, thing.from)
    if (head === undefined || things.length < 2) continue
    const subject = EVENT_KINDS.flatMap((kind) => thing.subjects.find((one) => one.kind === kind) ?? [])[0]
    if (subject === undefined) continue
    const kinds = [...new Set(thing.subjects.map(({ kind }) => kind).filter((kind) => EVENT_KINDS.includes(kind)))]
    const event: NonNullable<TypedQuery['event']> = {
      relation: BEFORE.test(words[head] ?? '') ? 'before' : 'after',
      kinds: kinds.slice(0, 4),
      name: subject.name,
    }
    const eventWords = new Set(Array.from({ length: thing.to - head }, (_, at) => head + at))
    const isBothSides = /^and$/i.test(words[head - 1] ?? '') && BEFORE.test(words[head - 2] ?? '')
    return {
      ...(isBothSides ? { event: undefined, around: event } : { event, around: undefined }),
      things: things.filter((one) => one !== thing),
      eventWords,
    }
  }
  return { event: undefined, around: undefined, things, eventWords: new Set<number>() }
}

/** The word that relates, with nothing but links between it and the name. */
function headOf(words: readonly string[], from: number): number | undefined {
  for (let at = from - 1; at >= Math.max(0, from - FURTHEST); at -= 1) {
    const word = words[at] ?? ''
    if (BEFORE.test(word) || AFTER.test(word)) return at
    if (!BETWEEN.test(word)) return undefined
  }
  return undefined
}

/** `pre-op potassium, hip replacement`: an operation named beside what is asked is what it is before or after. */
function takeOperation(words: readonly string[], things: readonly NamedThing[]) {
  const relation = words.some((word) => PREOP.test(word))
    ? 'before'
    : words.some((word) => POSTOP.test(word))
      ? 'after'
      : undefined
  const thing = things.find(({ subjects }) => subjects.some(({ kind }) => kind === 'procedure'))
  const subject = thing?.subjects.find(({ kind }) => kind === 'procedure')
  if (relation === undefined || thing === undefined || subject === undefined || things.length < 2) return undefined
  const event: NonNullable<TypedQuery['event']> = { relation, kinds: ['procedure'], name: subject.name }
  const eventWords = new Set(Array.from({ length: thing.to - thing.from }, (_, at) => thing.from + at))
  return { event, around: undefined, things: things.filter((one) => one !== thing), eventWords }
}
