/** Queries about chart reviews, and about papers as reviews name them. Rows come out as rows; what is in their JSON is the caller's. */
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { DocumentId, FactId, PersonId, ReviewId } from '#contract/ids.ts'
import { NOTE_FORMAT } from '#contract/notes.ts'
import type { ReviewKind } from '#contract/reviews.ts'
import type { Position } from './paging.ts'
import { wholeOf } from './parts.ts'
import type { ReviewTable, Tables } from './tables.ts'
import type { Stamp } from './vault-meta.ts'

export type ReviewRow = Selectable<ReviewTable>

export async function insertReview(
  trx: Transaction<Tables>,
  row: Omit<ReviewTable, 'seq'>,
  documentIds: readonly DocumentId[],
): Promise<void> {
  await trx.insertInto('review').values(row).execute()
  await sql`INSERT INTO reviewDocument (documentId, reviewId)
    SELECT DISTINCT value, ${row.id} FROM json_each(${JSON.stringify(documentIds)})`.execute(trx)
}

export const findReview = (db: Kysely<Tables>, id: ReviewId): Promise<ReviewRow | undefined> =>
  db.selectFrom('review').selectAll().where('id', '=', id).executeTakeFirst()

export interface ReviewsQuery {
  readonly filter: { readonly personId: PersonId; readonly kind?: ReviewKind | undefined }
  readonly limit: number
  readonly after: Position | undefined
}

export type ReviewHead = Pick<ReviewRow, 'seq' | 'id' | 'personId' | 'kind' | 'title' | 'madeAt' | 'changedAt'>

/** The last made first. */
export function listReviews(db: Kysely<Tables>, { filter, limit, after }: ReviewsQuery): Promise<ReviewHead[]> {
  let rows = db
    .selectFrom('review')
    .select(['seq', 'id', 'personId', 'kind', 'title', 'madeAt', 'changedAt'])
    .where('personId', '=', filter.personId)
    .limit(limit)
  if (filter.kind !== undefined) rows = rows.where('kind', '=', filter.kind)
  if (after) rows = rows.where(sql<boolean>`(madeAt, seq) < (${after.value}, ${after.seq})`)
  return rows.orderBy('madeAt', 'desc').orderBy('seq', 'desc').execute()
}

export const setReviewEdits = (
  trx: Transaction<Tables>,
  id: ReviewId,
  change: Pick<ReviewTable, 'title' | 'edits' | 'changedAt'>,
  stamp: Stamp,
) =>
  trx
    .updateTable('review')
    .set({ ...change, ...stamp })
    .where('id', '=', id)
    .execute()

export const deleteReview = (trx: Transaction<Tables>, id: ReviewId) =>
  trx.deleteFrom('review').where('id', '=', id).execute()

export const deleteReviewsOf = (trx: Transaction<Tables>, personId: PersonId) =>
  trx.deleteFrom('review').where('personId', '=', personId).execute()

/** The last made of a person, as a whole. */
export const listWholeReviews = (db: Kysely<Tables>, personId: PersonId, limit: number): Promise<ReviewRow[]> =>
  db
    .selectFrom('review')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('madeAt', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()

/** Reviews that rest on something of the document. */
export const listReviewsOn = (db: Kysely<Tables>, documentId: DocumentId): Promise<ReviewRow[]> =>
  db
    .selectFrom('review')
    .selectAll()
    .where('id', 'in', (on) => on.selectFrom('reviewDocument').select('reviewId').where('documentId', '=', documentId))
    .execute()

export const setForgotten = (
  trx: Transaction<Tables>,
  id: ReviewId,
  left: Pick<ReviewTable, 'inputs' | 'steps' | 'edits'>,
  documentId: DocumentId,
) =>
  Promise.all([
    trx.updateTable('review').set(left).where('id', '=', id).execute(),
    trx.deleteFrom('reviewDocument').where('documentId', '=', documentId).where('reviewId', '=', id).execute(),
  ])

/** On which documents, parts by themselves, these facts stand. */
export async function listDocumentsOf(db: Kysely<Tables>, factIds: readonly FactId[]): Promise<DocumentId[]> {
  const { rows } = await sql<{ documentId: DocumentId }>`
    SELECT DISTINCT factSource.documentId FROM json_each(${JSON.stringify(factIds)}) AS wanted
    CROSS JOIN factSource ON factSource.factId = wanted.value WHERE factSource.documentId IS NOT NULL`.execute(db)
  return rows.map(({ documentId }) => documentId)
}

/** Facts that stand on this document and nowhere else, nor were entered. */
export async function listFactsOnlyOn(db: Kysely<Tables>, documentId: DocumentId): Promise<FactId[]> {
  const { rows } = await sql<{ factId: FactId }>`
    SELECT DISTINCT factId FROM factSource WHERE documentId = ${documentId} AND NOT EXISTS (
      SELECT 1 FROM factSource AS other WHERE other.factId = factSource.factId AND other.documentId IS NOT ${documentId})`.execute(
    db,
  )
  return rows.map(({ factId }) => factId)
}

/** Which of these documents are not there, or not this person's. */
export async function listNotOf(
  db: Kysely<Tables>,
  personId: PersonId,
  documentIds: readonly DocumentId[],
): Promise<DocumentId[]> {
  const { rows } = await sql<{ id: DocumentId }>`
    SELECT wanted.value AS id FROM json_each(${JSON.stringify(documentIds)}) AS wanted WHERE NOT EXISTS (
      SELECT 1 FROM document WHERE document.id = wanted.value AND document.personId = ${personId})`.execute(db)
  return rows.map(({ id }) => id)
}

export interface PaperRow {
  readonly id: DocumentId
  readonly title: string
  readonly importedAt: string
  /** JSON of DocumentFacts; null: not known yet. */
  readonly says: string | null
}

/** Every paper that is the person's, as a whole; one of which it is open whose it is, is not, and no note is a paper. */
export const listPapers = (db: Kysely<Tables>, personId: PersonId): Promise<PaperRow[]> =>
  db
    .selectFrom('document')
    .select(['id', 'title', 'importedAt', 'says'])
    .where('personId', '=', personId)
    .where('partOf', 'is', null)
    .where('state', '!=', 'needs-answer')
    .where('format', '!=', NOTE_FORMAT)
    .orderBy('seq')
    .execute()

export interface FirstPage {
  readonly documentId: DocumentId
  readonly title: string
  readonly page: number
  readonly text: string
  /** packWords. */
  readonly words: Uint8Array
}

/** The first page with words of each of these documents. */
export async function listFirstPages(db: Kysely<Tables>, documentIds: readonly DocumentId[]): Promise<FirstPage[]> {
  const { rows } = await sql<FirstPage>`
    SELECT document.id AS documentId, ${wholeOf.title} AS title, page.number + ${wholeOf.pagesBefore} AS page,
      page.text, page.words
    FROM json_each(${JSON.stringify(documentIds)}) AS wanted CROSS JOIN document ON document.id = wanted.value
    CROSS JOIN page ON page.documentId = document.id AND page.number = (
      SELECT min(number) FROM page WHERE documentId = document.id AND trim(text) <> '')`.execute(db)
  return rows
}
