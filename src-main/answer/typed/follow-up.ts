/** A question that leans on the one before it: `and before that?`, `what about 2019?`, `and my LDL?`. */
import type { AnswerValue } from '#contract/answers.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import { isFiller } from './filler-words.ts'
import { type ParseInput, parseQuestion } from './parse-question.ts'
import { takeTimes } from './question-times.ts'
import * as asked from './question-words.ts'

export interface Before {
  readonly query: TypedQuery
  readonly answer: AnswerValue
}

const LEANS =
  /^\W*(?:and|so|then|also|ok|okay|same)\b|^\W*(?:what|how) about\b|\b(?:before that|after that|since then|the one before|the previous one|earlier|that one)\b|\b(?:it|that|those|them|this)\b/i
const BEFORE_THAT =
  /\b(?:before (?:that|then)|the one before|(?:the )?previous(?: one| value| result)?|prior to that|earlier)\b/i
const AFTER_THAT = /\b(?:after (?:that|then)|since then|the next one|later)\b/i

/** Undefined where it does not lean on what was asked before, or not in a way that is sure. */
export function followUp(input: ParseInput, before: Before | undefined): TypedQuery | undefined {
  if (before === undefined) return undefined
  const { query, answer } = before
  const detail = detailOf(input.question, query)
  if (detail !== undefined && (isShort(input.question) || parseQuestion(input) === undefined)) return detail
  if (!LEANS.test(input.question)) return undefined
  if (BEFORE_THAT.test(input.question)) return beside(query, answer, 'before')
  if (AFTER_THAT.test(input.question)) return beside(query, answer, 'after')
  const bare = input.question.replace(/^\W*(?:(?:and|so|then|also|ok|okay)\W+)*(?:(?:what|how) about\b)?\W*/i, '')
  const { from, to, days, rest, isUnclear } = takeTimes(bare, input.today)
  if (isUnclear) return undefined
  const named = parseQuestion({ ...input, question: rest })
  const isTimed = from !== undefined || to !== undefined || days !== undefined
  const { from: _, to: __, days: ___, limit: ____, ...matter } = query
  const times = { ...(from && { from }), ...(to && { to }), ...(days && { days: [...days] as [string, string] }) }
  if (named === undefined) {
    const asked = askOnly(rest)
    if (!isTimed && asked === undefined) return undefined
    if (!/^[\W\d]*$/.test(rest.replace(NOTHING, '')) && asked === undefined) return undefined
    const ask = days === undefined ? (asked ?? (matter.ask === 'change' ? 'latest' : matter.ask)) : 'change'
    return { ...matter, ask, ...times }
  }
  // another thing, asked in the same way at the same time
  if (named.name === undefined || !isShort(rest)) return undefined
  const isSameKind = named.kinds[0] === query.kinds[0]
  const kept = { ...(query.from && { from: query.from }), ...(query.to && { to: query.to }) }
  return { ...named, ...(isSameKind && { ask: query.ask }), ...(isTimed ? times : kept) }
}

const DID_IT = /\bby who|\bwho (?:operated|did|performed|prescribed|gave|was it|ordered|was the surgeon)\b|\bwhose\b/i

/** `what dose?`, `when was that?`, `by whom?`: more of the thing that was asked about, with no word besides. */
function detailOf(question: string, query: TypedQuery): TypedQuery | undefined {
  const words = question.match(/[\p{L}\p{N}]+/gu) ?? []
  if (query.name === undefined || !words.every(isFiller)) return undefined
  if (query.kinds.includes('observation'))
    return /^\W*(?:and )?when\b/i.test(question) ? { ...query, ask: 'when' } : undefined
  const { ask: _, detail: __, from: ___, to: ____, days: _____, limit: ______, ...matter } = query
  const isMedicine = query.kinds.includes('medication')
  if (isMedicine && asked.FREQUENCY.test(question)) return { ...matter, ask: 'detail', detail: 'frequency' }
  if (isMedicine && asked.STOPPED.test(question)) return { ...matter, ask: 'detail', detail: 'stoppedOn' }
  if (isMedicine && asked.DOSE.test(question)) return { ...matter, ask: 'detail', detail: 'dose' }
  if (isMedicine && asked.WHY.test(question)) return { ...matter, ask: 'detail', detail: 'reason' }
  if (asked.REACTION.test(question)) return { ...matter, ask: 'detail', detail: 'reaction' }
  if (asked.SIDE.test(question)) return { ...matter, ask: 'detail', detail: 'side' }
  if (DID_IT.test(question)) return { ...matter, ask: 'who' }
  if (asked.WHERE.test(question)) return { ...matter, ask: 'where' }
  return /\bwhen\b|\bdate\b/i.test(question) ? { ...matter, ask: 'when' } : undefined
}

const NOTHING = /\b(?:same|in|on|for|the|during|about|was|is|it|that|what|and|then|year|back|at|now|my|his|her)\b/gi

const isShort = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length <= 6

function askOnly(text: string): TypedQuery['ask'] | undefined {
  if (/\b(?:highest|maximum|peak)\b/i.test(text)) return 'highest'
  if (/\b(?:lowest|minimum)\b/i.test(text)) return 'lowest'
  if (/\b(?:average|mean)\b/i.test(text)) return 'mean'
  if (/\bhow many\b|\bcount\b/i.test(text)) return 'count'
  if (/\bwhen\b|\bdate of\b/i.test(text)) return 'when'
  if (/\b(?:normal|in range|too high|too low|ok|okay|fine|good|bad)\b/i.test(text)) return 'in-range'
  if (/\b(?:first|earliest)\b/i.test(text)) return 'first'
  if (/\b(?:all|list)\b/i.test(text)) return 'list'
  return /\b(?:last|latest|most recent)\b/i.test(text) ? 'latest' : undefined
}

/** The value next to the one that was answered. */
function beside(query: TypedQuery, answer: AnswerValue, way: 'before' | 'after'): TypedQuery | undefined {
  if (answer.on === undefined) return undefined
  const day = new Date(`${answer.on.slice(0, 10).padEnd(10, '-01')}T00:00Z`)
  if (Number.isNaN(day.getTime())) return undefined
  day.setUTCDate(day.getUTCDate() + (way === 'before' ? -1 : 1))
  const bound = day.toISOString().slice(0, 10)
  const { from: _, to: __, days: ___, ...matter } = query
  return way === 'before' ? { ...matter, ask: 'latest', to: bound } : { ...matter, ask: 'first', from: bound }
}
