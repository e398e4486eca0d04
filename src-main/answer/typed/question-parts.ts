/**
 * One question that asks several things, as its parts: two questions joined by `and`, several things named in a row, the
 * value before and after one event. Each part is answered by itself, so that none is passed over in silence.
 */
import type { TypedQuery } from '#contract/typed-query.ts'
import { followUp } from './follow-up.ts'
import { type ParseInput, parseEach, parseQuestion } from './parse-question.ts'

export interface Part {
  /** As it can be asked alone. */
  readonly question: string
  readonly query: TypedQuery | undefined
  /** It leans on the part before it and was not understood: asked alone it would be about something else. */
  readonly isLeaning: boolean
}

/** Empty where one thing is asked. */
export function questionParts(input: ParseInput): readonly Part[] {
  const clauses = partsOfClauses(input)
  if (clauses.length > 0) return clauses
  const lists = partsOfLists(input)
  if (lists.length > 0) return lists
  return parseEach(input).map(({ nameText, query }) => ({ question: nameText, query, isLeaning: false }))
}

const OPENER =
  'what|whats|when|whens|which|who|whos|where|why|how|hows|is|are|am|was|were|do|does|did|has|have|had|can|could|should|since when'
const JOINT = new RegExp(`[,;]?\\s+(?:and|also|&|plus)\\s+(?:also\\s+)?(?=(?:${OPENER})\\b)|\\?\\s+(?=\\p{L})`, 'iu')
const OPENS = new RegExp(`^\\W*(?:${OPENER})\\b`, 'i')
const MOST_PARTS = 4

function partsOfClauses(input: ParseInput): readonly Part[] {
  const [first = '', ...others] = input.question.split(JOINT).filter((clause) => /\p{L}/u.test(clause))
  if (others.length === 0 || others.length >= MOST_PARTS) return []
  // `… my diabetes tablet? Metformin I mean` explains what was asked
  if (!others.every((clause, at) => OPENS.test(clause) || at < others.length - 1 || /\?\s*$/.test(clause))) return []
  const query = parseQuestion({ ...input, question: first })
  // what is told before a question is no part of it
  if (query === undefined && !OPENS.test(first)) return []
  const rest = others.map((question) => partAfter(input, question, query))
  if (query === undefined && rest.every((part) => part.query === undefined)) return []
  // `my last A1c and when was it done` asks one thing of one value
  const isOne = query?.kinds.includes('observation') === true && rest.every(({ isOfFirst }) => isOfFirst)
  if (isOne && parseQuestion(input) !== undefined) return []
  // `gabapentin? do I still take it`
  const isBare = !OPENS.test(first) && rest.every(({ query, isOfFirst }) => query !== undefined && isOfFirst)
  return isBare ? rest : [{ question: first, query, isLeaning: false }, ...rest]
}

/** `meds and allergies`: lists of several kinds, each understood by itself. */
function partsOfLists(input: ParseInput): readonly Part[] {
  const pieces = input.question.split(/\s*(?:,|\+|&|\band\b)\s*/i).filter((piece) => /\p{L}/u.test(piece))
  if (pieces.length < 2 || pieces.length > MOST_PARTS) return []
  const read = pieces.map((question) => ({ question, query: parseQuestion({ ...input, question }), isLeaning: false }))
  const kinds = new Set(read.map(({ query }) => (query?.ask === 'list' && !query.name ? query.kinds[0] : undefined)))
  return kinds.size === pieces.length && !kinds.has(undefined) ? read : []
}

function partAfter(input: ParseInput, question: string, before: TypedQuery | undefined): Part & { isOfFirst: boolean } {
  const query = parseQuestion({ ...input, question })
  if (query !== undefined && !(LEANS.test(question) && query.name === undefined))
    return { question, query, isLeaning: false, isOfFirst: false }
  const leaning = before && leaningOn(before, input, question)
  const isLeaning = leaning === undefined && LEANS.test(question)
  return { question, query: leaning, isLeaning, isOfFirst: leaning !== undefined || VALUE_OF_IT.test(question) }
}

/** `do I still take it`: as a question of its own, or with the name in the place of what points to it. */
function leaningOn(before: TypedQuery, input: ParseInput, question: string): TypedQuery | undefined {
  const led = followUp({ ...input, question }, { query: before, answer: {} })
  const named = question.replace(LEANS, before.nameText ?? before.name ?? '')
  const query = led ?? (named === question ? undefined : parseQuestion({ ...input, question: named }))
  // the same again: the words beside were not understood
  return JSON.stringify(query) === JSON.stringify(before) ? undefined : query
}

const VALUE_OF_IT = /^\W*what(?:'s| is| was| were) (?:it|they|that|those|the (?:value|result|reading|number)s?)\W*$/i
const LEANS = /\b(?:it|its|that|this|these|those|them|they|one|so)\b/i
