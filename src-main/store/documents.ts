/** Queries about documents. Rows come out as rows; no rules live here. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { DocumentState } from '#contract/documents.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Position } from './paging.ts'
import type { DocumentRow, DocumentTable, Tables } from './tables.ts'
import type { Stamp } from './vault-meta.ts'

/** A document with what its pages add up to. */
export type DocumentWithCounts = DocumentRow & { readPages: number; ocrPages: number; words: number }

export const insertDocument = (trx: Transaction<Tables>, row: Omit<DocumentTable, 'seq'>) =>
  trx.insertInto('document').values(row).execute()

export const findDocument = (db: Kysely<Tables>, id: DocumentId): Promise<DocumentRow | undefined> =>
  db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst()

export const findDocumentBySha256 = (db: Kysely<Tables>, personId: PersonId, sha256: string) =>
  db
    .selectFrom('document')
    .select(['id'])
    .where('personId', '=', personId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()

export const findDocumentWithCounts = (db: Kysely<Tables>, id: DocumentId): Promise<DocumentWithCounts | undefined> =>
  withCounts(db).where('document.id', '=', id).executeTakeFirst()

export interface DocumentsQuery {
  readonly filter: {
    readonly personId?: PersonId | undefined
    readonly ids?: readonly DocumentId[] | undefined
    readonly states?: readonly DocumentState[] | undefined
  }
  readonly sort: 'imported' | 'title'
  readonly limit: number
  readonly after: Position | undefined
}

/** `imported`: newest first. */
export function listDocuments(db: Kysely<Tables>, query: DocumentsQuery): Promise<DocumentWithCounts[]> {
  const { filter, sort, limit, after } = query
  let rows = withCounts(db).limit(limit)
  if (filter.personId !== undefined) rows = rows.where('personId', '=', filter.personId)
  if (filter.ids !== undefined) rows = rows.where('document.id', 'in', [...filter.ids])
  if (filter.states !== undefined) rows = rows.where('state', 'in', [...filter.states])
  if (sort === 'imported') {
    if (after) rows = rows.where('document.seq', '<', after.seq)
    return rows.orderBy('document.seq', 'desc').execute()
  }
  if (after) rows = rows.where(sql<boolean>`(title COLLATE NOCASE, document.seq) > (${after.value}, ${after.seq})`)
  return rows.orderBy(sql`title COLLATE NOCASE`).orderBy('document.seq').execute()
}

export const listBlobIds = async (db: Kysely<Tables>): Promise<{ id: DocumentId; blobId: string; sha256: string }[]> =>
  db.selectFrom('document').select(['id', 'blobId', 'sha256']).orderBy('seq').execute()

export const setDocumentState = (
  trx: Transaction<Tables>,
  id: DocumentId,
  state: DocumentState,
  code: ErrorCode | null = null,
) => trx.updateTable('document').set({ state, code }).where('id', '=', id).execute()

export const setPageCount = (trx: Transaction<Tables>, id: DocumentId, pageCount: number) =>
  trx.updateTable('document').set({ pageCount }).where('id', '=', id).execute()

export const setDocumentTitle = (trx: Transaction<Tables>, id: DocumentId, title: string) =>
  trx.updateTable('document').set({ title }).where('id', '=', id).execute()

export const setDocumentPassword = (trx: Transaction<Tables>, id: DocumentId, password: string, stamp: Stamp) =>
  trx
    .updateTable('document')
    .set({ password, ...stamp })
    .where('id', '=', id)
    .execute()

export const deleteDocument = (trx: Transaction<Tables>, id: DocumentId) =>
  trx.deleteFrom('document').where('id', '=', id).execute()

function withCounts(db: Kysely<Tables>) {
  const pages = (what: ReturnType<typeof sql<number>>) =>
    sql<number>`(SELECT ${what} FROM page WHERE page.documentId = document.id)`
  return db
    .selectFrom('document')
    .selectAll('document')
    .select([
      pages(sql<number>`count(*) FILTER (WHERE method <> 'none')`).as('readPages'),
      pages(sql<number>`count(*) FILTER (WHERE method = 'ocr')`).as('ocrPages'),
      pages(sql<number>`coalesce(sum(wordCount), 0)`).as('words'),
    ])
}
