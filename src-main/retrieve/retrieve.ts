/**
 * From a question to evidence of one person: terms, their frequency, the full-text match, and where it stands.
 * Terms that stand nearly everywhere narrow but do not rank; expansion changes what is searched, never what is shown.
 */
import type { Kysely } from 'kysely'
import type { Hit, Searched } from '#contract/answers.ts'
import { AppError } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Span } from '../ingest/read-page.ts'
import {
  type ChunkHit,
  type ChunkQuery,
  countChunks,
  countSearched,
  documentFrequencies,
  searchChunks,
} from '../store/chunks.ts'
import { findPageWords } from '../store/pages.ts'
import { findPerson, type PersonRow } from '../store/people.ts'
import type { Tables } from '../store/tables.ts'
import type { Dictionary } from './dictionary.ts'
import { heldSlips, withHealed, writtenSlips } from './heal.ts'
import { boxesOf } from './light.ts'
import { marksToSpans, snippet } from './marks.ts'
import { matchExpression, phrasesExpression } from './match-expression.ts'
import { analyseQuery, type Query, searchTerms, type Term } from './query.ts'
import { findSlips, type Slip, withSlips } from './slips.ts'
import { fold, stemOf, tokenize } from './tokens.ts'

/** A chunk as evidence. `start` is its UTF-16 offset in the page's text. */
export interface Passage {
  readonly id: string
  readonly documentId: DocumentId
  readonly documentTitle: string
  readonly pageId: number
  readonly page: number
  readonly text: string
  readonly start: number
  readonly score: number
}

export interface Evidence {
  readonly query: Query
  readonly passages: Passage[]
  /** In how many of the person's chunks a stem stands. */
  readonly frequencyOf: (stem: string) => number
  readonly chunkCount: number
}

interface Asked {
  readonly text: string
  readonly limit: number
  readonly typing: boolean
  /** Frequencies beyond it need not be exact: they say enough for choosing words, not for weighing them. */
  readonly countUpTo: number
}

export type Retriever = ReturnType<typeof createRetriever>

/** Ranking reads each match, in the whole vault: this many chunks of the person's cost some milliseconds. */
const RANKED = { least: 500, most: 6_000 }
/** Of all the person's chunks: words that stand in more together are too many to rank by; */
const TELLING = 0.1
/** and where even the rarest stands in more, ranking tells nothing. */
const EVERYWHERE = 0.5
const PASSAGES = 16
/** Pages read with less mean confidence are counted in every answer. */
const LOW_CONFIDENCE = 0.7

export function createRetriever({ db, dictionary }: { db: Kysely<Tables>; dictionary: Dictionary }) {
  async function getPerson(personId: PersonId): Promise<PersonRow> {
    const person = await findPerson(db, personId)
    if (person === undefined) throw new AppError('person/unknown')
    return person
  }

  async function match(person: PersonRow, asked: Asked, signal: AbortSignal) {
    const { text, limit, typing, countUpTo } = asked
    const query = analyseQuery(text, dictionary, [person.name])
    const [frequencyOf, chunkCount, slips] = await Promise.all([
      frequencies(db, person.seq, query, countUpTo),
      countChunks(db, person.seq),
      heldSlips(db, person.seq, query),
    ])
    const terms = searchTerms(query)
    const telling = mostTelling(terms, frequencyOf, chunkCount)
    const scope = `p${person.seq}x`
    const search = (
      expression: string | undefined,
      first?: string,
      order: ChunkQuery['order'] = telling.order,
    ): Promise<ChunkHit[]> => {
      signal.throwIfAborted()
      if (expression === undefined) return Promise.resolve([])
      const ahead = first === undefined || first === expression ? {} : { first }
      return searchChunks(db, { match: expression, ...ahead, order, personSeq: person.seq, limit })
    }
    const every = matchExpression(query, { mode: 'all', scope, typing })
    const any = matchExpression(query, { mode: 'any', scope, typing, terms: telling.terms })
    const written = telling.order === 'rank' ? await search(any, every) : await search(every)
    if (telling.order === 'newest' && written.length < limit && any !== every) {
      const seen = new Set(written.map(({ chunkId }) => chunkId))
      const more = await search(any)
      written.push(...more.filter(({ chunkId }) => !seen.has(chunkId)).slice(0, limit - written.length))
    }
    const unranked = terms.filter((term) => !telling.terms.includes(term))
    const allFirst = telling.order === 'newest' || any === every
    const isFull = written.length === limit && (allFirst || written.every((hit) => hit.comesFirst === 1))
    if (slips.length === 0 || isFull) return { query, hits: written, frequencyOf, chunkCount, unranked, slips }

    const everySlip = matchExpression(withSlips(query, slips), { mode: 'all', scope, typing })
    const read = slips.map((slip) => slip.read)
    const found = await search(phrasesExpression(query, read, scope), everySlip, 'rank')
    const healed = found.filter((hit) => findSlips(hit.text, slips).length > 0)
    return {
      query: withSlips(query, writtenSlips(healed, slips)),
      hits: withHealed(written, healed, allFirst).slice(0, limit),
      frequencyOf,
      chunkCount,
      unranked: terms,
      slips,
    }
  }

  const searched = (personId: PersonId): Promise<Searched> => countSearched(db, personId, LOW_CONFIDENCE)

  return {
    searched,

    async search(
      input: { personId: PersonId; query: string; limit: number; typing: boolean },
      signal: AbortSignal,
    ): Promise<{ hits: Hit[]; searched: Searched }> {
      const person = await getPerson(input.personId)
      const counting = searched(input.personId)
      const { hits, unranked, slips } = await match(
        person,
        { text: input.query, limit: input.limit, typing: input.typing, countUpTo: RANKED.most + 1 },
        signal,
      )
      return { hits: await light(db, hits, { unmarked: unranked, slips }), searched: await counting }
    },

    async retrieve(input: { personId: PersonId; question: string }, signal: AbortSignal): Promise<Evidence> {
      const person = await getPerson(input.personId)
      const { query, hits, frequencyOf, chunkCount } = await match(
        person,
        { text: input.question, limit: PASSAGES, typing: false, countUpTo: Number.MAX_SAFE_INTEGER },
        signal,
      )
      return { query, passages: hits.map(toPassage), frequencyOf, chunkCount }
    },
  }
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

/** The rarest terms, as many as may rank and never none; where even the rarest stands too often, the newest come first. */
function mostTelling(terms: readonly Term[], frequencyOf: (stem: string) => number, chunkCount: number) {
  const chunksOf = (term: Term) =>
    frequencyOf(stemOf(term.token)) +
    term.alternatives.reduce((sum, phrase) => sum + Math.min(...phrase.map((token) => frequencyOf(stemOf(token)))), 0)
  const rarestFirst = terms.map((term) => ({ term, chunks: chunksOf(term) })).sort((a, b) => a.chunks - b.chunks)
  const atMost = (share: number) => Math.min(RANKED.most, Math.max(RANKED.least, share * chunkCount))
  let sum = 0
  const kept = new Set<Term>()
  for (const { term, chunks } of rarestFirst) {
    if (kept.size > 0 && sum + chunks > atMost(TELLING)) break
    sum += chunks
    kept.add(term)
  }
  const order = sum > atMost(EVERYWHERE) ? ('newest' as const) : ('rank' as const)
  return { terms: terms.filter((term) => kept.has(term)), order }
}

const toPassage = (hit: ChunkHit): Passage => ({
  id: String(hit.chunkId),
  documentId: hit.documentId,
  documentTitle: hit.title,
  pageId: hit.pageId,
  page: hit.pageNumber,
  text: hit.text,
  start: hit.startOffset,
  score: hit.score,
})

interface Unlit {
  /** Terms that were searched without being marked by the index; their words are found here. */
  readonly unmarked: readonly Term[]
  readonly slips: readonly Slip[]
}

async function light(db: Kysely<Tables>, hits: readonly ChunkHit[], { unmarked, slips }: Unlit): Promise<Hit[]> {
  if (hits.length === 0) return []
  const pages = await findPageWords(db, [...new Set(hits.map(({ pageId }) => pageId))])
  const wordsById = new Map(pages.map(({ id, words }) => [id, words]))
  const stems = new Set(unmarked.map(({ token }) => stemOf(token)))
  return hits.map((hit) => {
    const found = [...marksToSpans(hit.marked), ...spansOf(hit.text, stems), ...findSlips(hit.text, slips)]
    const matched = [...new Map(found.map((span) => [span.start, span])).values()].sort((a, b) => a.start - b.start)
    const shown = snippet(hit.text, matched)
    const lit = matched
      .filter(({ start, end }) => start >= shown.start && end <= shown.end)
      .map(({ start, end }) => ({ start: start + hit.startOffset, end: end + hit.startOffset }))
    return {
      documentId: hit.documentId,
      title: hit.title,
      page: hit.pageNumber,
      text: hit.text.slice(shown.start, shown.end),
      score: Math.round(hit.score * 1e4) / 1e4,
      by: ['words'],
      boxes: boxesOf(wordsById.get(hit.pageId) ?? new Uint8Array(), lit),
    }
  })
}

function spansOf(text: string, stems: ReadonlySet<string>): Span[] {
  if (stems.size === 0) return []
  // stemming changes endings only, so few words of a text need it
  const beginnings = new Set([...stems].map((stem) => stem.charAt(0)))
  return tokenize(text).filter(({ text: word }) => beginnings.has(fold(word.charAt(0))) && stems.has(stemOf(word)))
}
