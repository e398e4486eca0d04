/** Questions about whom a person saw, when and where. */
import type { FactKind } from '#contract/facts.ts'
import * as asked from './question-words.ts'
import { COUNTED, isWhen, kindAsked, type Read, type Reading } from './reading.ts'

export function readContact({ question, things, left, times }: Reading): Read | 'not-formal' | undefined {
  const kind = kindAsked(question)
  if (FUTURE.test(question)) return kind === 'care-contact' ? 'not-formal' : undefined
  const isOfVisit = asked.VISIT.test(question)
  if (things.length > 0 || (kind !== 'care-contact' && !(isOfVisit && asked.WHO.test(question)))) return undefined
  const role = asked.ROLE.exec(question)?.[0]
  if (left.some((word) => !asked.ROLE.test(word) && !asked.OF_A_ROLE.test(word))) return 'not-formal'
  const kinds: FactKind[] = ['care-contact']
  const of = { kinds, ...(role !== undefined && { name: role }) }
  if (isWhen(question) || /\bdate\b|\bday\b/i.test(question))
    return { ask: asked.FIRST.test(question) ? 'first' : 'latest', ...of }
  if (asked.WHERE.test(question)) return undefined
  if (role !== undefined && asked.LATEST.test(question) && !asked.WHO.test(question)) return { ask: 'latest', ...of }
  if (times.from !== undefined || times.to !== undefined)
    return { ask: 'who', kinds, ...(role !== undefined && { name: role }) }
  return role === undefined ? { ask: 'list', kinds } : { ask: 'who', ...of }
}

export function readEncounter({ question, things, left, times }: Reading): Read | 'not-formal' | undefined {
  if (FUTURE.test(question)) return kindAsked(question) === 'encounter' ? 'not-formal' : undefined
  const isTimed = times.from !== undefined || times.to !== undefined
  const isPlace = asked.WHERE.test(question) && (asked.VISIT.test(question) || isTimed)
  if ((kindAsked(question) !== 'encounter' && !isPlace) || things.length > 0 || left.length > 0) return undefined
  // what was said there, and why somebody went, stand in the papers
  if (asked.WHY.test(question) || SAID.test(question)) return 'not-formal'
  const kinds: FactKind[] = ['encounter']
  if (COUNTED.test(question)) return { ask: 'count', kinds }
  if (isPlace) return { ask: 'where', kinds }
  if (isWhen(question) || asked.LATEST.test(question))
    return { ask: asked.FIRST.test(question) ? 'first' : 'latest', kinds }
  return { ask: 'list', kinds }
}

const SAID = /\b(?:sa(?:y|id)|told|happen(?:ed)?|find|found|showe?d?)\b/i

/** What is planned is no visit yet. */
const FUTURE = /\b(?:next|upcoming|future|scheduled|planned|due)\b/i
