/**
 * From a question to evidence of one person: terms, their frequency, the full-text match, and where it stands.
 * Terms that stand nearly everywhere are dropped before matching; expansion changes what is searched, never what is shown.
 */
import type { Kysely } from 'kysely'
import type { Hit, Searched } from '#contract/answers.ts'
import { AppError } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { type ChunkHit, countChunks, countSearched, documentFrequencies, searchChunks } from '../store/chunks.ts'
import { findPageWords } from '../store/pages.ts'
import { findPerson, type PersonRow } from '../store/people.ts'
import type { Tables } from '../store/tables.ts'
import type { Dictionary } from './dictionary.ts'
import { boxesOf } from './light.ts'
import { marksToSpans, snippet } from './marks.ts'
import { matchExpression } from './match-expression.ts'
import { analyseQuery, type Query, searchTerms, type Term } from './query.ts'
import { stemOf } from './tokens.ts'

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

export type Retriever = ReturnType<typeof createRetriever>

/** Matching this many chunks by one question costs some milliseconds; terms beyond it tell little anyway. */
const MATCH_BUDGET = 6_000
const PASSAGES = 16
/** Pages read with less mean confidence are counted in every answer. */
const LOW_CONFIDENCE = 0.7

export function createRetriever({ db, dictionary }: { db: Kysely<Tables>; dictionary: Dictionary }) {
  async function getPerson(personId: PersonId): Promise<PersonRow> {
    const person = await findPerson(db, personId)
    if (person === undefined) throw new AppError('person/unknown')
    return person
  }

  async function match(person: PersonRow, text: string, limit: number, typing: boolean, signal: AbortSignal) {
    const query = analyseQuery(text, dictionary, [person.name])
    const frequencyOf = await frequencies(db, person.seq, query)
    const scope = `p${person.seq}x`
    const search = async (expression: string | undefined): Promise<ChunkHit[]> => {
      signal.throwIfAborted()
      return expression === undefined ? [] : searchChunks(db, { match: expression, personSeq: person.seq, limit })
    }
    const hits = await search(matchExpression(query, { mode: 'all', scope, typing }))
    if (hits.length < limit) {
      const terms = withinBudget(searchTerms(query), frequencyOf)
      const seen = new Set(hits.map(({ chunkId }) => chunkId))
      const more = await search(matchExpression(query, { mode: 'any', scope, typing, terms }))
      hits.push(...more.filter(({ chunkId }) => !seen.has(chunkId)).slice(0, limit - hits.length))
    }
    return { query, hits, frequencyOf }
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
      const { hits } = await match(person, input.query, input.limit, input.typing, signal)
      return { hits: await light(db, hits), searched: await counting }
    },

    async retrieve(input: { personId: PersonId; question: string }, signal: AbortSignal): Promise<Evidence> {
      const person = await getPerson(input.personId)
      const counting = countChunks(db, person.seq)
      const { query, hits, frequencyOf } = await match(person, input.question, PASSAGES, false, signal)
      return { query, passages: hits.map(toPassage), frequencyOf, chunkCount: await counting }
    },
  }
}

/** Grammar alone is not looked up: reading where `the` stands costs more than the search, and nobody asks. */
async function frequencies(db: Kysely<Tables>, personSeq: number, query: Query): Promise<(stem: string) => number> {
  const terms = query.terms.filter((term) => term.kind !== 'stop' || term.phrase !== undefined)
  const words = [...terms, ...searchTerms(query)].flatMap(({ token, alternatives }) => [token, ...alternatives.flat()])
  const byWord = await documentFrequencies(db, personSeq, [...new Set([...words, ...query.phrases.flat()])])
  const byStem = new Map([...byWord].map(([word, chunks]) => [stemOf(word), chunks]))
  return (stem) => byStem.get(stem) ?? 0
}

/** The rarest terms first, as many as the budget holds, and never none. */
function withinBudget(terms: readonly Term[], frequencyOf: (stem: string) => number): Term[] {
  const cost = (term: Term) =>
    frequencyOf(stemOf(term.token)) +
    term.alternatives.reduce((sum, phrase) => sum + Math.min(...phrase.map((token) => frequencyOf(stemOf(token)))), 0)
  const byCost = terms.map((term) => ({ term, cost: cost(term) })).sort((a, b) => a.cost - b.cost)
  let spent = 0
  const kept = new Set<Term>()
  for (const { term, cost } of byCost) {
    spent += cost
    if (kept.size > 0 && spent > MATCH_BUDGET) break
    kept.add(term)
  }
  return terms.filter((term) => kept.has(term))
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

async function light(db: Kysely<Tables>, hits: readonly ChunkHit[]): Promise<Hit[]> {
  if (hits.length === 0) return []
  const pages = await findPageWords(db, [...new Set(hits.map(({ pageId }) => pageId))])
  const wordsById = new Map(pages.map(({ id, words }) => [id, words]))
  return hits.map((hit) => {
    const matched = marksToSpans(hit.marked)
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
