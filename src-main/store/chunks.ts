/**
 * Queries about chunks and their full text. Every search is for one person: the scope token narrows it inside the
 * index, and the join on the person's number holds it a second time.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Searched } from '#contract/answers.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { NOTE_FORMAT } from '#contract/notes.ts'
import { wholeOf } from './parts.ts'
import type { ChunkTable, Tables } from './tables.ts'

export type NewChunk = Omit<ChunkTable, 'id' | 'scope'>

const BATCH = 500

export async function insertChunks(trx: Transaction<Tables>, chunks: readonly NewChunk[]): Promise<void> {
  for (let at = 0; at < chunks.length; at += BATCH)
    await trx
      .insertInto('chunk')
      .values(chunks.slice(at, at + BATCH))
      .execute()
}

export const deleteChunks = (trx: Transaction<Tables>, documentId: DocumentId) =>
  trx.deleteFrom('chunk').where('documentId', '=', documentId).execute()

export const deleteChunksOfPage = (trx: Transaction<Tables>, pageId: number) =>
  trx.deleteFrom('chunk').where('pageId', '=', pageId).execute()

/** A chunk and where it stands; the page number counts through the parts of a combined document. */
export interface PlacedChunk {
  readonly chunkId: number
  readonly documentId: DocumentId
  readonly title: string
  readonly pageId: number
  readonly pageNumber: number
  readonly startOffset: number
  readonly endOffset: number
  readonly text: string
}

export interface ChunkMatch {
  readonly chunkId: number
  /** BM25 as FTS5 gives it, sign turned: larger is better. 0 throughout where the newest come first. */
  readonly score: number
  /** 1 for what the query's `first` matches too. */
  readonly comesFirst: 0 | 1
}

export interface ChunkQuery {
  /** What finds and ranks: a full FTS5 expression with the scope token in it, from retrieve/match-expression.ts. */
  readonly match: string
  /** A narrower such expression: what it matches too comes before the rest, at no cost of ranking. */
  readonly first?: string
  /** Another one that must match too, without ranking or coming first by it. */
  readonly among?: string
  /** `newest`: the latest chunks first, all scored 0. Stops at `limit`, where ranking reads every match. */
  readonly order: 'rank' | 'newest'
  readonly personSeq: number
  readonly limit: number
}

/** Among how many times `limit` of the best those are looked for that come first. */
const REACH = 3

/**
 * BM25 reads where each of its words stands in the whole vault, so frequent ones belong in `first` only, and one
 * statement must do. The joins are crossed so that the few best lead: left to itself SQLite begins with all of the
 * person's chunks.
 */
export async function matchChunks(db: Kysely<Tables>, query: ChunkQuery): Promise<ChunkMatch[]> {
  const { match, first, among, order, personSeq, limit } = query
  const score = order === 'rank' ? sql`-bm25(chunkText, 1.0, 0.0)` : sql`0.0`
  const ordered = order === 'rank' ? sql`AND rank MATCH 'bm25(1.0, 0.0)' ORDER BY rank` : sql`ORDER BY rowid DESC`
  const comesFirst =
    first === undefined ? sql`0` : sql`rowid IN (SELECT rowid FROM chunkText WHERE chunkText MATCH ${first})`
  // a plus, or the index is asked once for every row of the other
  const alsoMatches =
    among === undefined ? sql`` : sql`AND +rowid IN (SELECT rowid FROM chunkText WHERE chunkText MATCH ${among})`
  const { rows } = await sql<ChunkMatch>`
    SELECT chunk.id AS chunkId, best.score, best.comesFirst
    FROM (
      SELECT * FROM (
        SELECT rowid, ${score} AS score, ${comesFirst} AS comesFirst
        FROM chunkText WHERE chunkText MATCH ${match} ${alsoMatches} ${ordered} LIMIT ${first === undefined ? limit : REACH * limit}
      ) ORDER BY comesFirst DESC, score DESC, rowid DESC LIMIT ${limit}
    ) AS best
    CROSS JOIN chunk ON chunk.id = best.rowid AND chunk.personSeq = ${personSeq}
    ORDER BY best.comesFirst DESC, best.score DESC, best.rowid DESC`.execute(db)
  return rows
}

/** In the order of their ids; what belongs to nobody or to somebody else is left out. */
export async function findChunks(
  db: Kysely<Tables>,
  personSeq: number,
  chunkIds: readonly number[],
): Promise<PlacedChunk[]> {
  if (chunkIds.length === 0) return []
  const { rows } = await sql<PlacedChunk>`
    SELECT chunk.id AS chunkId, ${wholeOf.id} AS documentId, ${wholeOf.title} AS title, page.id AS pageId,
      page.number + ${wholeOf.pagesBefore} AS pageNumber, chunk.startOffset, chunk.endOffset, chunk.text
    FROM json_each(${JSON.stringify(chunkIds)}) AS wanted
    CROSS JOIN chunk ON chunk.id = wanted.value AND chunk.personSeq = ${personSeq}
    CROSS JOIN page ON page.id = chunk.pageId
    CROSS JOIN document ON document.id = chunk.documentId
    ORDER BY chunk.id`.execute(db)
  return rows
}

/** How each document (or combined document) begins: the text of its first chunk, where it has one. */
export async function findOpenings(
  db: Kysely<Tables>,
  documentIds: readonly DocumentId[],
): Promise<Map<DocumentId, string>> {
  if (documentIds.length === 0) return new Map()
  const { rows } = await sql<{ documentId: DocumentId; text: string }>`
    SELECT wanted.value AS documentId, chunk.text
    FROM json_each(${JSON.stringify(documentIds)}) AS wanted
    CROSS JOIN chunk ON chunk.id = (
      SELECT id FROM chunk WHERE documentId = wanted.value ORDER BY id LIMIT 1
    )`.execute(db)
  return new Map(rows.map(({ documentId, text }) => [documentId, text]))
}

/** In how many of one person's chunks each word stands, in any of its forms; counting stops at `upTo`. */
export async function documentFrequencies(
  db: Kysely<Tables>,
  personSeq: number,
  words: readonly string[],
  upTo: number,
): Promise<Map<string, number>> {
  if (words.length === 0) return new Map()
  const before = `scope : "p${personSeq}x" AND text : "`
  const { rows } = await sql<{ word: string; chunks: number }>`
    SELECT value AS word, (
      SELECT count(*) FROM (SELECT 1 FROM chunkText WHERE chunkText MATCH ${before} || value || '"' LIMIT ${upTo})
    ) AS chunks
    FROM json_each(${JSON.stringify(words)})`.execute(db)
  return new Map(rows.map(({ word, chunks }) => [word, chunks]))
}

/** Of one person, and about how many there are in the whole store: never too few, and found without counting. */
export async function countChunks(db: Kysely<Tables>, personSeq: number): Promise<{ own: number; all: number }> {
  const { rows } = await sql<{ own: number; all: number }>`
    SELECT (SELECT count(*) FROM chunk WHERE personSeq = ${personSeq}) AS own,
      (SELECT coalesce(max(id), 0) FROM chunk) AS "all"`.execute(db)
  return rows[0] ?? { own: 0, all: 0 }
}

/** What one person's answers rest on; a page read with less confidence than `lowConfidence` counts as low. */
export async function countSearched(db: Kysely<Tables>, personId: PersonId, lowConfidence: number): Promise<Searched> {
  const { rows } = await sql<Searched & { unread: number }>`
    SELECT * FROM (
      SELECT count(*) FILTER (WHERE partOf IS NULL) - count(DISTINCT whole) FILTER (WHERE state <> 'indexed') AS documents,
        count(DISTINCT whole) FILTER (WHERE state IN ('queued', 'reading', 'needs-password', 'needs-ocr', 'needs-language')) AS waiting,
        count(DISTINCT whole) FILTER (WHERE state IN ('rejected', 'quarantined', 'cancelled')) AS unread,
        count(DISTINCT whole) FILTER (WHERE state = 'needs-answer' OR (state = 'indexed' AND NOT isExtracted AND format <> ${NOTE_FORMAT})) AS withoutFacts
      FROM (SELECT state, format, partOf, coalesce(partOf, id) AS whole,
          EXISTS (SELECT 1 FROM jobStep WHERE documentId = document.id AND step = 'extract') AS isExtracted
        FROM document WHERE personId = ${personId})
    ) CROSS JOIN (
      SELECT count(*) FILTER (WHERE method <> 'none') AS pages,
        count(*) FILTER (WHERE needsOcr = 1 OR reading = 'image-only') AS unreadable,
        count(*) FILTER (WHERE needsOcr = 0 AND reading = 'partly-read') AS partlyReadPages,
        count(*) FILTER (WHERE confidence < ${lowConfidence}) AS lowConfidencePages
      FROM page JOIN document ON document.id = page.documentId
      WHERE personId = ${personId} AND state IN ('indexed', 'needs-ocr', 'needs-language')
    )`.execute(db)
  const [counts] = rows
  if (counts === undefined) throw new Error('an aggregate without a row')
  const { unread, unreadable, ...rest } = counts
  return { ...rest, unreadable: unreadable + unread }
}
