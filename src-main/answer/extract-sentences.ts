/**
 * Answers a question by quoting: the sentences of the retrieved passages that speak of everything the question names,
 * or the plain statement that none does. Writes no word of its own, so it can neither invent nor deny anything.
 */
import { setImmediate } from 'node:timers/promises'
import type { Query } from '../retrieve/query.ts'
import { type Candidate, candidatesIn } from './candidates.ts'
import { createDating, type Dating } from './document-dates.ts'
import { holdsTime, intentOf } from './intent.ts'
import { nearestUnits } from './nearest-units.ts'
import { createNameTest, type Frequencies, type Nearness, needsOf } from './needs.ts'
import type { Passage } from './passage.ts'
import { createWordIndexer } from './word-index.ts'

export type { Passage } from './passage.ts'

export interface SelectInput {
  readonly query: Query
  readonly passages: readonly Passage[]
  /** In how many chunks a stem (tokens.ts: stemOf) stands; 0 when in none. query.ts: stemsOf names all that may be asked. */
  readonly documentFrequency: Frequencies['documentFrequency']
  readonly chunkCount: number
  /** At most so many sentences. */
  readonly limit: number
  readonly today: Date
  /** Without it, only what is said in known words is found. */
  readonly nearness?: Nearness
}

interface SelectedSentence {
  readonly passageId: string
  /** In the page's text: page.slice(start, end) is the quote. */
  readonly start: number
  readonly end: number
  /** The quote with its white space collapsed, for display. */
  readonly text: string
}

export type Selection = { readonly sentences: readonly SelectedSentence[] } | { readonly notInRecord: true }

/** How close to the best a further sentence must come. */
const CLOSE = 0.78
const CLOSE_IN_LIST = 0.55
/** A question that does not ask for a list is answered by few. */
const FEW = 3

export async function selectSentences({
  query,
  passages,
  documentFrequency,
  chunkCount,
  limit,
  today,
  nearness,
}: SelectInput): Promise<Selection> {
  const intent = intentOf(query.raw, today)
  const isName = createNameTest(
    query.raw,
    passages.map((passage) => passage.text),
  )
  const frequencies = { documentFrequency, chunkCount }
  const needs = needsOf(query, frequencies, isName, nearness)
  const index = createWordIndexer()
  const hard = needs.filter((need) => need.hard)
  if (hard.length === 0) return { notInRecord: true }
  /**
   * A whole question says what an answer must speak of, and nothing else answers it; a few words ask for what comes
   * nearest. Neither a name nor a time can be near.
   */
  const nearest = (): Selection => {
    if (nearness === undefined || intent.whole || intent.who || intent.periods.length > 0) return { notInRecord: true }
    const units = nearestUnits({ query, passages, frequencies, index, nearness })
    return units.length === 0 ? { notInRecord: true } : { sentences: units.map(toSentence) }
  }
  const isList = hard.every((need) => need.topic !== undefined)
  const asksKin = /\b(?:family|relatives?|parents?|mother|father|sister|brother|aunt|uncle|grand\w+)\b/i.test(query.raw)
  const best = Math.max(0, ...passages.map((passage) => passage.score))
  const dating = createDating(passages)
  const question = {
    needs,
    intent,
    question: query.raw,
    isList,
    asksKin,
    index,
    datesOf: dating.datesOf,
    openingOf: createOpenings(passages),
  }
  const candidates: Candidate[] = []
  for (const passage of passages) {
    // The first questions run uncompiled and slowly; the window must not wait for all passages at once.
    await setImmediate()
    candidates.push(...candidatesIn(passage, question, best))
  }
  const found = withoutRepeats(candidates)
  const top = Math.max(0, ...found.map((candidate) => candidate.score))
  const near = found.filter((candidate) => candidate.score >= top * (isList || intent.all ? CLOSE_IN_LIST : CLOSE))
  const ranked = intent.order ? inOrderOfTime(near, intent.order) : near
  const chosen = ranked.slice(0, isList || intent.all ? limit : Math.min(limit, FEW))
  if (chosen.length === 0) return nearest()
  const shown = isList && intent.all ? inReadingOrder(chosen, passages) : chosen
  const dateLine = intent.when && intent.past ? dateLineFor(chosen, dating) : undefined
  return { sentences: [...shown, ...(dateLine ? [dateLine] : [])].slice(0, limit).map(toSentence) }
}

const OPENING_LINES = 3

function createOpenings(passages: readonly Passage[]): (passage: Passage) => string {
  const firsts = passages.filter(({ page, start }) => page === 1 && start === 0)
  const openings = firsts.map(({ documentId, text }) => {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return [documentId, lines.slice(0, OPENING_LINES).join('\n')] as const
  })
  const byDocument = new Map(openings)
  return ({ documentId }) => byDocument.get(documentId) ?? ''
}

/** `Tetanus booster given.` says when only beside the date of its note. */
function dateLineFor(chosen: readonly Candidate[], dating: Dating): Quoted | undefined {
  const [best] = chosen
  if (!best || chosen.some((candidate) => holdsTime(quoteOf(candidate)))) return undefined
  const line = dating.lineOf(best.passage)
  const isNew =
    line && !chosen.some(({ passage, span }) => passage.id === line.passage.id && span.start === line.span.start)
  return isNew ? line : undefined
}

type Quoted = Pick<Candidate, 'passage' | 'span'>

const quoteOf = ({ passage, span }: Quoted) => passage.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()

const toSentence = (candidate: Quoted): SelectedSentence => ({
  passageId: candidate.passage.id,
  start: candidate.passage.start + candidate.span.start,
  end: candidate.passage.start + candidate.span.end,
  text: quoteOf(candidate),
})

/** Best first; the same words are quoted once, from where they rank best. */
function withoutRepeats(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>()
  return [...candidates]
    .sort(
      (one, other) =>
        other.score - one.score || other.passage.score - one.passage.score || one.span.start - other.span.start,
    )
    .filter((candidate) => {
      const words = quoteOf(candidate).toLowerCase()
      if (seen.has(words)) return false
      seen.add(words)
      return true
    })
}

/** Only what belongs to the latest (or earliest) date among the good answers; undated ones where none has a date. */
function inOrderOfTime(candidates: readonly Candidate[], order: 'latest' | 'earliest'): readonly Candidate[] {
  const keys = candidates.map((candidate) => candidate.dateKey).filter((key) => key > 0)
  if (keys.length === 0) return candidates
  const wanted = order === 'latest' ? Math.max(...keys) : Math.min(...keys)
  return candidates.filter((candidate) => candidate.dateKey === wanted)
}

function inReadingOrder(candidates: readonly Candidate[], passages: readonly Passage[]): Candidate[] {
  const rank = new Map(passages.map((passage, at) => [passage.id, at]))
  const place = ({ passage }: Candidate) => rank.get(passage.id) ?? 0
  return [...candidates].sort((one, other) => place(one) - place(other) || one.span.start - other.span.start)
}
