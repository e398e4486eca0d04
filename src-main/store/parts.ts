/**
 * Documents made of several: each part keeps its own row, original and pages; one of them leads and stands for the whole.
 * A person sees the whole only: its pages are counted through in the order of the parts.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { DocumentId } from '#contract/ids.ts'
import type { DocumentRow, PageRow, Tables } from './tables.ts'
import type { Stamp } from './vault-meta.ts'

/** The leading document and its parts, in order; a document that stands alone is its only part. */
export const listParts = (db: Kysely<Tables>, leadId: DocumentId): Promise<DocumentRow[]> =>
  db
    .selectFrom('document')
    .selectAll()
    .where((document) => document.or([document('id', '=', leadId), document('partOf', '=', leadId)]))
    .orderBy('partPosition')
    .orderBy('seq')
    .execute()

/** Pages of the whole, with the numbers they have in it. */
export async function listPagesOfWhole(
  db: Kysely<Tables>,
  leadId: DocumentId,
  fromPage: number,
  limit: number,
): Promise<PageRow[]> {
  const { rows } = await sql<PageRow & { wholeNumber: number }>`
    SELECT page.*, page.number + part.pagesBefore AS wholeNumber
    FROM ${partsWithPagesBefore(leadId)} AS part JOIN page ON page.documentId = part.id
    WHERE page.number + part.pagesBefore >= ${fromPage}
    ORDER BY wholeNumber LIMIT ${limit}`.execute(db)
  return rows.map(({ wholeNumber, ...row }) => ({ ...row, number: wholeNumber }))
}

/** The texts alone. */
export async function listTextsOfWhole(
  db: Kysely<Tables>,
  leadId: DocumentId,
  fromPage: number,
  limit: number,
): Promise<{ number: number; text: string }[]> {
  const { rows } = await sql<{ number: number; text: string }>`
    SELECT page.number + part.pagesBefore AS number, page.text
    FROM ${partsWithPagesBefore(leadId)} AS part JOIN page ON page.documentId = part.id
    WHERE page.number + part.pagesBefore >= ${fromPage}
    ORDER BY 1 LIMIT ${limit}`.execute(db)
  return rows
}

const partsWithPagesBefore = (leadId: DocumentId) => sql`(
  SELECT id, partPosition, coalesce(sum(pageCount) OVER (
    ORDER BY partPosition, seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS pagesBefore
  FROM document WHERE id = ${leadId} OR partOf = ${leadId})`

/** Makes these documents the parts of the first of `ids`' whole, in this order. */
export async function setParts(
  trx: Transaction<Tables>,
  leadId: DocumentId,
  ids: readonly DocumentId[],
  stamp: Stamp,
): Promise<void> {
  for (const [partPosition, id] of ids.entries())
    await trx
      .updateTable('document')
      .set({ partOf: id === leadId ? null : leadId, partPosition, ...stamp })
      .where('id', '=', id)
      .execute()
}

/** Each stands alone again. */
export const separateParts = (trx: Transaction<Tables>, leadId: DocumentId, stamp: Stamp) =>
  trx
    .updateTable('document')
    .set({ partOf: null, partPosition: 0, ...stamp })
    .where((document) => document.or([document('id', '=', leadId), document('partOf', '=', leadId)]))
    .execute()

/**
 * For a query that joins `document` to its pages or chunks: the whole's id and title, and how many pages stand before the
 * part in it. What stands alone costs nothing.
 */
export const wholeOf = {
  id: sql<DocumentId>`coalesce(document.partOf, document.id)`,
  title: sql<string>`CASE WHEN document.partOf IS NULL THEN document.title
    ELSE (SELECT lead.title FROM document AS lead WHERE lead.id = document.partOf) END`,
  pagesBefore: sql<number>`CASE WHEN document.partPosition = 0 THEN 0 ELSE (
    SELECT coalesce(sum(other.pageCount), 0) FROM document AS other
    WHERE (other.id = coalesce(document.partOf, document.id) OR other.partOf = coalesce(document.partOf, document.id))
      AND other.partPosition < document.partPosition) END`,
}
