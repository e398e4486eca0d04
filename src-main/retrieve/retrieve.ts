/**
 * From a question to evidence of one person: what matches in words and what is near in meaning, in one order, and where it
 * stands. Expansion and meaning change what is searched, never what is shown: every hit is the page's own text.
 */
import type { Kysely } from 'kysely'
import type { Hit, Searched } from '#contract/answers.ts'
import { AppError } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { countSearched, findChunks, findOpenings, type PlacedChunk } from '../store/chunks.ts'
import { findPerson, type PersonRow } from '../store/people.ts'
import type { Tables } from '../store/tables.ts'
import { askedPeriods } from './asked-periods.ts'
import type { Dictionary } from './dictionary.ts'
import { fuse, POOL } from './fuse.ts'
import { mergeNeighbours } from './merge-neighbours.ts'
import { paperKindIn } from './paper-kinds.ts'
import { analyseQuery, type Query } from './query.ts'
import { type Candidate, type Circumstances, refine } from './refine.ts'
import { rerank, type ScorePassages } from './rerank.ts'
import type { Meaning } from './search-meaning.ts'
import { COUNTED, type FoundInWords, searchWords } from './search-words.ts'
import { showHits } from './show-hits.ts'

/** A stretch of a page as evidence. `start` is its UTF-16 offset in the page's text. */
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
  /** Cosine of some words with a text, where there is a model to tell. */
  readonly nearness: Meaning['nearness'] | undefined
}

export interface RetrieverDeps {
  readonly db: Kysely<Tables>
  readonly dictionary: Dictionary
  /** What finds by meaning just now; without it, or while it has nothing, words alone find. */
  readonly meaning?: () => Promise<Meaning | undefined>
  /** A model that reads each candidate beside the question; without one, the order stays. */
  readonly reranker?: () => ScorePassages | undefined
  readonly today?: () => Date
}

interface Asked {
  readonly text: string
  readonly limit: number
  readonly typing: boolean
  readonly countUpTo: number
  /** Which halves to search; for measuring meaning alone. */
  readonly systems: 'both' | 'meaning'
  /** Leaves out what has none of the words and is not near in meaning either. */
  readonly onlyNear: boolean
}

export type Retriever = ReturnType<typeof createRetriever>

const PASSAGES = 16
/** Of the best so many the text is read, to refine their order; more than are ever shown at once. */
const REFINED = 40
/** How far the share of meaning goes up to 1 when the record holds none of the words; chosen on the committed set. */
const WITHOUT_WORDS = 0.7
/** Pages read with less mean confidence are counted in every answer. */
const LOW_CONFIDENCE = 0.7

export function createRetriever({
  db,
  dictionary,
  meaning = () => Promise.resolve(undefined),
  reranker = () => undefined,
  today = () => new Date(),
}: RetrieverDeps) {
  async function getPerson(personId: PersonId): Promise<PersonRow> {
    const person = await findPerson(db, personId)
    if (person === undefined) throw new AppError('person/unknown')
    return person
  }

  async function rank(person: PersonRow, asked: Asked, signal: AbortSignal) {
    const { text, limit, typing, countUpTo, systems, onlyNear } = asked
    const query = analyseQuery(text, dictionary, [person.name])
    const near = await meaning()
    const [inWords, inMeaning] = await Promise.all([
      systems === 'meaning'
        ? undefined
        : searchWords(db, query, { personSeq: person.seq, limit: POOL, typing, countUpTo }, signal),
      // what stands in quotes is to be found word for word
      near === undefined || query.phrases.length > 0
        ? []
        : near.nearest({ personSeq: person.seq, text, limit: POOL }, signal),
    ])
    signal.throwIfAborted()
    const fused = fuse(inWords?.matches ?? [], inMeaning, shareOfMeaning(near?.weight ?? 0, inWords?.held ?? 1))
    const worthShowing = onlyNear
      ? fused.filter(({ inWords, similarity = 0 }) => inWords || isNear(near, similarity))
      : fused
    const head = worthShowing.slice(0, Math.max(limit, REFINED))
    const chunks = await findChunks(
      db,
      person.seq,
      head.map(({ chunkId }) => chunkId),
    )
    const chunkById = new Map(chunks.map((chunk) => [chunk.chunkId, chunk]))
    const candidates = head.flatMap((match): Candidate[] => {
      const chunk = chunkById.get(match.chunkId)
      return chunk === undefined ? [] : [{ chunk, match }]
    })
    const circumstances = { periods: askedPeriods(text, today()), isAskedKind: paperKindIn(text) }
    const refined = refine(candidates, circumstances, await openings(chunks, circumstances))
    const score = typing ? undefined : reranker()
    const ordered = score === undefined ? refined : await rerank(refined, text, score, signal)
    return { query, inWords, near, candidates: ordered.slice(0, limit) }
  }

  /** How the documents of these chunks begin, where the question makes that matter. */
  async function openings(
    chunks: readonly PlacedChunk[],
    { periods, isAskedKind }: Circumstances,
  ): Promise<(chunk: PlacedChunk) => string> {
    if (periods.length === 0 && isAskedKind === undefined) return () => ''
    const texts = await findOpenings(db, [...new Set(chunks.map(({ documentId }) => documentId))])
    return ({ documentId }) => texts.get(documentId) ?? ''
  }

  const searched = (personId: PersonId): Promise<Searched> => countSearched(db, personId, LOW_CONFIDENCE)

  return {
    searched,

    /** Chunks in the order in which search and answers take them; for measuring. */
    async rank(
      input: { personId: PersonId; text: string; limit: number; systems: Asked['systems'] },
      signal: AbortSignal,
    ): Promise<{ documentId: DocumentId; chunkId: number; score: number }[]> {
      const person = await getPerson(input.personId)
      const { candidates } = await rank(
        person,
        { ...input, typing: false, countUpTo: COUNTED, onlyNear: false },
        signal,
      )
      return candidates.map(({ chunk, match }) => ({
        documentId: chunk.documentId,
        chunkId: chunk.chunkId,
        score: match.score,
      }))
    },

    async search(
      input: { personId: PersonId; query: string; limit: number; typing: boolean },
      signal: AbortSignal,
    ): Promise<{ hits: Hit[]; searched: Searched }> {
      const person = await getPerson(input.personId)
      const counting = searched(input.personId)
      const { limit, typing } = input
      const asked = { text: input.query, limit, typing, countUpTo: COUNTED }
      const { query, inWords, near, candidates } = await rank(
        person,
        { ...asked, systems: 'both', onlyNear: true },
        signal,
      )
      const hits = await showHits(db, candidates, {
        query: inWords?.query ?? query,
        typing,
        slips: inWords?.slips ?? [],
        nearestSentence: near?.nearestSentence,
        near: near?.near ?? 1,
      })
      return { hits, searched: await counting }
    },

    async retrieve(input: { personId: PersonId; question: string }, signal: AbortSignal): Promise<Evidence> {
      const person = await getPerson(input.personId)
      const asked = { text: input.question, limit: PASSAGES, typing: false, systems: 'both' as const }
      const { query, inWords, near, candidates } = await rank(
        person,
        { ...asked, countUpTo: Number.MAX_SAFE_INTEGER, onlyNear: false },
        signal,
      )
      const { frequencyOf, chunkCount } = inWords as FoundInWords
      return {
        query: inWords?.query ?? query,
        passages: mergeNeighbours(candidates.map(toPassage)),
        frequencyOf,
        chunkCount,
        nearness: near?.nearness,
      }
    },
  }
}

/** What the record has no word for can only be found by its meaning. */
const shareOfMeaning = (weight: number, held: number): number => weight + (1 - weight) * WITHOUT_WORDS * (1 - held)

const isNear = (meaning: Meaning | undefined, similarity: number): boolean =>
  meaning !== undefined && similarity >= meaning.near

const toPassage = ({ chunk, match }: Candidate): Passage => ({
  id: String(chunk.chunkId),
  documentId: chunk.documentId,
  documentTitle: chunk.title,
  pageId: chunk.pageId,
  page: chunk.pageNumber,
  text: chunk.text,
  start: chunk.startOffset,
  score: match.score,
})
