/** Questions about measures and their values. */
import type { FactKind } from '#contract/facts.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import * as asked from './question-words.ts'
import { kindAsked, type Read, type Reading, subjectOf } from './reading.ts'

export function readMeasure({
  question,
  things,
  left,
  words,
  times,
  event,
  isBothSides,
}: Reading): Read | 'not-formal' | undefined {
  const subject = subjectOf(things, 'observation')
  const flag = /\babnormal|out of range|flagged|not (?:normal|in range)\b/i.test(question) ? 'abnormal' : undefined
  const kinds: FactKind[] = ['observation']
  if (subject === undefined) {
    if (kindAsked(question) !== 'observation' || things.length > 0) return undefined
    if (left.length > 0) return 'not-formal'
    if (flag !== undefined) return { ask: 'list', kinds, flag }
    return { ask: times.from === undefined && asked.LATEST.test(question) ? 'latest' : 'list', kinds }
  }
  if (NOT_OF_VALUES.test(question)) return 'not-formal'
  // the last value of all would be another one
  if (OF_A_STAY.test(question) && event === undefined) return 'not-formal'
  if (left.length > 0 || things.filter((thing) => subjectOf([thing], 'observation') !== undefined).length > 1)
    return 'not-formal'
  const beyond = beyondIn(question)
  const some = asked.LAST_SOME.exec(question)
  if (some) return { ask: 'list', kinds, ...subject, limit: Math.max(1, asked.countOf(some[1] ?? '1')) }
  const plain = question.replace(/\bmost recent/gi, 'latest')
  const ask = asked.VALUE_ASKS.find(([, pattern]) => pattern.test(plain))?.[0]
  const of = { kinds, ...subject, ...(beyond && { beyond }) }
  // `when they first checked it, what was it?` asks for the value
  if (ask === 'when' && /\bwhat (?:was|were) (?:it|they|that)\b/i.test(question))
    return { ask: asked.FIRST.test(question) ? 'first' : 'latest', ...of }
  if (asked.WHO.test(question)) return { ask: 'who', ...of }
  if (asked.WHERE.test(question)) return { ask: 'where', ...of }
  if (isBothSides) return { ask: 'list', ...of }
  if (beyond !== undefined) return { ask: ask === 'count' || ask === 'when' ? ask : 'list', ...of }
  if (ask === 'when' && /\b(?:highest|lowest|peak)\b/i.test(question))
    return { ask: /\blowest\b/i.test(question) ? 'lowest' : 'highest', ...of }
  if (ask === undefined && /\b(?:checked|measured|tested|done|taken)\b/i.test(question) && asked.STATED.test(question))
    return { ask: 'stated', ...of }
  if (ask === 'in-range' && /\bever\b|\btimes\b/i.test(question)) return { ask: 'list', ...of, flag: flagIn(question) }
  if (
    ask === 'list' &&
    times.from === undefined &&
    words.length <= 3 &&
    !/\b(?:all|list|every|history|serial)\b/i.test(question)
  )
    return { ask: 'latest', ...of }
  // the value next to an event is meant
  if (
    event?.relation === 'after' &&
    (ask === undefined || ask === 'latest') &&
    !/\b(?:last|latest|most recent)\b/i.test(question)
  )
    return { ask: 'first', ...of }
  return { ask: ask ?? (times.from === undefined || times.from === times.to ? 'latest' : 'list'), ...of }
}

/** What is judged, taken or done about it stands in no value. */
const NOT_OF_VALUES =
  /\bsurger|\boperat|\b(?:worst|best)\b|\b(?:anything|something|one|pills?|medicines?|medication|tablets?) for\b|\b(?:do|does|should|am|is|are) \w+ (?:take|taking)\b|\b(?:next|upcoming|due)\b/i

/** A moment of a stay in hospital: of which stay and on which day no value says. */
const OF_A_STAY =
  /\b(?:on|at|before|upon) (?:the |his |her |my )?(?:admission|arrival|discharge|presentation)\b|\bwhen (?:i|he|she|they|the patient) (?:first )?(?:came in|went in|arrived|got (?:in|there)|(?:was|were) (?:admitted|discharged|sent home)|went home|left)\b/i

const flagIn = (question: string): NonNullable<TypedQuery['flag']> =>
  /\bhigh|elevated\b/i.test(question) ? 'high' : /\blow\b/i.test(question) ? 'low' : 'abnormal'

function beyondIn(question: string): TypedQuery['beyond'] {
  const match = asked.BEYOND.exec(question)
  if (match === null) return undefined
  const [, above, below, words, sign, number] = match
  const side = above !== undefined || sign === '>' ? 'above' : 'below'
  return words === undefined && below === undefined && sign === undefined
    ? undefined
    : { side, value: Number(words ?? number) }
}
