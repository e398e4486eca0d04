/**
 * Queries about chunks and their full text. Every search is for one person: the scope token narrows it inside the
 * index, and the join on the person's number holds it a second time.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Searched } from '#contract/answers.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
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

export interface ChunkHit {
  readonly chunkId: number
  readonly documentId: DocumentId
  readonly title: string
  readonly pageId: number
  readonly pageNumber: number
  readonly startOffset: number
  readonly text: string
  /** The text with MARK_OPEN and MARK_CLOSE around each matched word. */
  readonly marked: string
  /** BM25 as FTS5 gives it, sign turned: larger is better. */
  readonly score: number
  /** 1 for what the query's `first` matches too. */
  readonly comesFirst: 0 | 1
}

/** Private-use characters, so that no document's own text is taken for a mark unless it holds exactly these. */
export const MARK_OPEN = '\uE0F0'
export const MARK_CLOSE = '\uE0F1'

export interface ChunkQuery {
  /** What finds, ranks and lights: a full FTS5 expression with the scope token in it, from retrieve/match-expression.ts. */
  readonly match: string
  /** A narrower such expression: what it matches too comes before the rest, at no cost of ranking. */
  readonly first?: string
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
export async function searchChunks(db: Kysely<Tables>, query: ChunkQuery): Promise<ChunkHit[]> {
  const { match, first, order, personSeq, limit } = query
  const score = order === 'rank' ? sql`-bm25(chunkText, 1.0, 0.0)` : sql`0.0`
  const ordered = order === 'rank' ? sql`AND rank MATCH 'bm25(1.0, 0.0)' ORDER BY rank` : sql`ORDER BY rowid DESC`
  const comesFirst =
    first === undefined ? sql`0` : sql`rowid IN (SELECT rowid FROM chunkText WHERE chunkText MATCH ${first})`
  const { rows } = await sql<ChunkHit>`
    SELECT chunk.id AS chunkId, ${wholeOf.id} AS documentId, ${wholeOf.title} AS title,
      page.id AS pageId, page.number + ${wholeOf.pagesBefore} AS pageNumber, chunk.startOffset, chunk.text, best.marked, best.score, best.comesFirst
    FROM (
      SELECT * FROM (
        SELECT rowid, highlight(chunkText, 0, ${MARK_OPEN}, ${MARK_CLOSE}) AS marked, ${score} AS score,
          ${comesFirst} AS comesFirst
        FROM chunkText WHERE chunkText MATCH ${match} ${ordered} LIMIT ${first === undefined ? limit : REACH * limit}
      ) ORDER BY comesFirst DESC, score DESC, rowid DESC LIMIT ${limit}
    ) AS best
    CROSS JOIN chunk ON chunk.id = best.rowid AND chunk.personSeq = ${personSeq}
    CROSS JOIN page ON page.id = chunk.pageId
    CROSS JOIN document ON document.id = chunk.documentId
    ORDER BY best.comesFirst DESC, best.score DESC, best.rowid DESC`.execute(db)
  return rows
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

export const countChunks = async (db: Kysely<Tables>, personSeq: number): Promise<number> =>
  (
    await db
      .selectFrom('chunk')
      .select((chunk) => chunk.fn.countAll<number>().as('count'))
      .where('personSeq', '=', personSeq)
      .executeTakeFirstOrThrow()
  ).count

/** What one person's answers rest on; a page read with less confidence than `lowConfidence` counts as low. */
export async function countSearched(db: Kysely<Tables>, personId: PersonId, lowConfidence: number): Promise<Searched> {
  const { rows } = await sql<Searched & { unread: number }>`
    SELECT * FROM (
      SELECT count(*) FILTER (WHERE partOf IS NULL) - count(DISTINCT whole) FILTER (WHERE state <> 'indexed') AS documents,
        count(DISTINCT whole) FILTER (WHERE state IN ('queued', 'reading', 'needs-password', 'needs-ocr', 'needs-language', 'needs-answer')) AS waiting,
        count(DISTINCT whole) FILTER (WHERE state IN ('rejected', 'quarantined', 'cancelled')) AS unread
      FROM (SELECT state, partOf, coalesce(partOf, id) AS whole FROM document WHERE personId = ${personId})
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
