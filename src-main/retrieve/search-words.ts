/**
 * The full-text half of a search: which of the query's words are worth ranking by, what matches them, and what
 * recognition made of them. Terms that stand nearly everywhere narrow but do not rank.
 */
import type { Kysely } from 'kysely'
import {
  type ChunkMatch,
  type ChunkQuery,
  countChunks,
  documentFrequencies,
  findChunks,
  matchChunks,
} from '../store/chunks.ts'
import type { Tables } from '../store/tables.ts'
import type { WordMatch } from './fuse.ts'
import { heldSlips, withHealed, writtenSlips } from './heal.ts'
import { matchExpression, phrasesExpression } from './match-expression.ts'
import { groupTerms, type Query, searchTerms, type Term } from './query.ts'
import { findSlips, type Slip, withSlips } from './slips.ts'
import { stemOf } from './tokens.ts'

export interface WordSearch {
  readonly personSeq: number
  readonly limit: number
  /** The last word may be unfinished. */
  readonly typing: boolean
  /** Frequencies beyond it need not be exact: they say enough for choosing words, not for weighing them. */
  readonly countUpTo: number
}

export interface FoundInWords {
  /** The query, with what stands on the pages for its words as slips of recognition. */
  readonly query: Query
  /** Best first. */
  readonly matches: WordMatch[]
  /** In how many of the person's chunks a stem stands. */
  readonly frequencyOf: (stem: string) => number
  readonly chunkCount: number
  /** Of the terms searched for, the share that the person's record holds at all, in any of their words; 0 to 1. */
  readonly held: number
  readonly slips: readonly Slip[]
}

/** Ranking reads each match, in the whole vault: so many of everybody's chunks cost some milliseconds, */
const RANKED = 12_000
/** and so many of one person's are ranked at least. */
const RANKED_AT_LEAST = 500
/** Where even the rarest word stands in more of the person's chunks than this share, ranking tells nothing. */
const EVERYWHERE = 0.5
/** Frequencies beyond it are the same for choosing words. */
export const COUNTED = RANKED + 1

/** What another word for a term weighs beside the term itself; chosen on the development set (docs/retrieval.md). */
const OTHER_WORDS = 0.25

export async function searchWords(
  db: Kysely<Tables>,
  query: Query,
  { personSeq, limit, typing, countUpTo }: WordSearch,
  signal: AbortSignal,
): Promise<FoundInWords> {
  const [frequencyOf, { own: chunkCount, all }, slips] = await Promise.all([
    frequencies(db, personSeq, query, countUpTo),
    countChunks(db, personSeq),
    heldSlips(db, personSeq, query),
  ])
  const terms = searchTerms(query)
  const telling = mostTelling(query, terms, typing, frequencyOf, { own: chunkCount, all })
  const scope = `p${personSeq}x`
  const search = (expression: string | undefined, query: Partial<ChunkQuery> = {}): Promise<ChunkMatch[]> => {
    signal.throwIfAborted()
    if (expression === undefined) return Promise.resolve([])
    const { first, among, order = telling.order } = query
    const ahead = first === undefined || first === expression ? {} : { first }
    const other = among === undefined || among === expression ? {} : { among }
    return matchChunks(db, { match: expression, ...ahead, ...other, order, personSeq, limit })
  }
  const every = matchExpression(query, { mode: 'all', scope, typing })
  const any = matchExpression(query, { mode: 'any', scope, typing, terms: telling.terms })
  const written = telling.order === 'rank' ? await searchRanked() : await search(every)
  if (telling.order === 'newest' && written.length < limit && any !== every) {
    const seen = new Set(written.map(({ chunkId }) => chunkId))
    const more = await search(any)
    written.push(...more.filter(({ chunkId }) => !seen.has(chunkId)).slice(0, limit - written.length))
  }

  /** Other words for what was asked weigh less than the words themselves, which one expression cannot say. */
  async function searchRanked(): Promise<ChunkMatch[]> {
    const ranking = { mode: 'any', scope, typing, terms: [...telling.terms, ...telling.asking] } as const
    const widened = matchExpression(query, ranking)
    const asAsked = matchExpression(query, { ...ranking, plain: true })
    const beside = { ...(every !== undefined && { first: every }), ...(any !== undefined && { among: any }) }
    if (widened === asAsked) return search(widened, beside)
    return weigh(...(await Promise.all([search(widened, beside), search(asAsked, beside)]))).slice(0, limit)
  }
  const allFirst = telling.order === 'newest' || any === every
  const isFull = written.length === limit && (allFirst || written.every((match) => match.comesFirst === 1))
  const found = { frequencyOf, chunkCount, slips, held: heldShare(terms, frequencyOf) }
  const toWordMatch = ({ chunkId, score, comesFirst }: ChunkMatch): WordMatch => ({
    chunkId,
    score,
    isWhole: allFirst || comesFirst === 1,
  })
  if (slips.length === 0 || isFull) return { ...found, query, matches: written.map(toWordMatch) }

  const everySlip = matchExpression(withSlips(query, slips), { mode: 'all', scope, typing })
  const read = slips.map((slip) => slip.read)
  const likely = await search(phrasesExpression(query, read, scope), {
    ...(everySlip !== undefined && { first: everySlip }),
    order: 'rank',
  })
  const texts = await findChunks(
    db,
    personSeq,
    likely.map(({ chunkId }) => chunkId),
  )
  const textOf = new Map(texts.map(({ chunkId, text }) => [chunkId, text]))
  const healed = likely.filter(({ chunkId }) => findSlips(textOf.get(chunkId) ?? '', slips).length > 0)
  const heldIn = healed.map(({ chunkId }) => textOf.get(chunkId) ?? '')
  return {
    ...found,
    query: withSlips(query, writtenSlips(heldIn, slips)),
    matches: belowAsWritten(withHealed(written, healed, allFirst).slice(0, limit).map(toWordMatch), written),
  }
}

function heldShare(terms: readonly Term[], frequencyOf: (stem: string) => number): number {
  const isHeld = (phrase: readonly string[]) => phrase.every((token) => frequencyOf(stemOf(token)) > 0)
  const groups = groupTerms(terms)
  const held = groups.filter((group) =>
    [group.map(({ token }) => token), ...(group[0]?.alternatives ?? [])].some(isHeld),
  )
  return groups.length === 0 ? 0 : held.length / groups.length
}

/** Best first of those with all words, then of the rest. What one search did not reach is taken to score nothing there. */
function weigh(widened: readonly ChunkMatch[], asAsked: readonly ChunkMatch[]): ChunkMatch[] {
  const scores = new Map(asAsked.map(({ chunkId, score }) => [chunkId, score]))
  const found = new Set(widened.map(({ chunkId }) => chunkId))
  const both = widened.map((match) => ({
    ...match,
    score: OTHER_WORDS * match.score + (1 - OTHER_WORDS) * (scores.get(match.chunkId) ?? 0),
  }))
  // without other words for them, both searches score the words as asked alike
  return [...both, ...asAsked.filter(({ chunkId }) => !found.has(chunkId))].sort(
    (one, other) => other.comesFirst - one.comesFirst || other.score - one.score,
  )
}

/** Scores of two searches do not compare: what holds a word misread scores no more than what holds it as written. */
function belowAsWritten(matches: readonly WordMatch[], written: readonly ChunkMatch[]): WordMatch[] {
  const scores = new Map(written.map(({ chunkId, score }) => [chunkId, score]))
  const whole = matches.filter(({ chunkId, isWhole, score }) => isWhole && scores.get(chunkId) === score)
  const most = Math.min(...whole.map(({ score }) => score))
  return matches.map((match) => (whole.includes(match) ? match : { ...match, score: Math.min(match.score, most) }))
}

/** Grammar alone is not looked up: reading where `the` stands costs more than the search, and nobody asks. */
async function frequencies(
  db: Kysely<Tables>,
  personSeq: number,
  query: Query,
  upTo: number,
): Promise<(stem: string) => number> {
  const terms = query.terms.filter((term) => term.kind !== 'stop' || term.phrase !== undefined)
  const words = [...terms, ...searchTerms(query)].flatMap(({ token, alternatives }) => [token, ...alternatives.flat()])
  const byWord = await documentFrequencies(db, personSeq, [...new Set([...words, ...query.phrases.flat()])], upTo)
  const byStem = new Map([...byWord].map(([word, chunks]) => [stemOf(word), chunks]))
  return (stem) => byStem.get(stem) ?? 0
}

/**
 * The rarest terms, as many as may rank and never none; where even the rarest stands too often, the newest come first.
 * Words that ask (`symptoms`, `dose`) name no matter, but tell apart what speaks of it: as many as then may rank too.
 */
function mostTelling(
  query: Query,
  terms: readonly Term[],
  typing: boolean,
  frequencyOf: (stem: string) => number,
  { own, all }: { own: number; all: number },
): { terms: Term[]; asking: Term[]; order: ChunkQuery['order'] } {
  const chunksOf = (term: Term) =>
    frequencyOf(stemOf(term.token)) +
    term.alternatives.reduce((sum, phrase) => sum + Math.min(...phrase.map((token) => frequencyOf(stemOf(token)))), 0)
  const rarestFirst = (some: readonly Term[]) =>
    some.map((term) => ({ term, chunks: chunksOf(term) })).sort((a, b) => a.chunks - b.chunks)
  const most = Math.max(RANKED_AT_LEAST, (RANKED * own) / Math.max(1, all))
  const byRarity = rarestFirst(terms)
  let sum = 0
  const kept = new Set<Term>()
  for (const { term, chunks } of byRarity) {
    if (kept.size > 0 && sum + chunks > most) break
    sum += chunks
    kept.add(term)
  }
  const rarest = byRarity[0]?.chunks ?? 0
  const isEverywhere = rarest > Math.min(most, Math.max(RANKED_AT_LEAST, EVERYWHERE * own))
  const order = isEverywhere ? ('newest' as const) : ('rank' as const)
  const asking = new Set<Term>()
  const generic = query.terms.filter((term) => term.kind === 'generic' && !terms.includes(term))
  for (const { term, chunks } of typing ? [] : rarestFirst(generic)) {
    if (sum + chunks > most) break
    sum += chunks
    if (chunks > 0) asking.add(term)
  }
  return { terms: terms.filter((term) => kept.has(term)), asking: [...asking], order }
}
