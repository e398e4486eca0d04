/** Queries about documents. Rows come out as rows; no rules live here. */
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import type { DocumentKind, DocumentState } from '#contract/documents.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { isPaperKnown, type Known } from './known-on.ts'
import type { Position } from './paging.ts'
import type { DocumentRow, DocumentTable, Tables } from './tables.ts'
import type { Stamp } from './vault-meta.ts'

/** A document with what its pages, and those of its parts, add up to. */
export type DocumentWithCounts = DocumentRow & {
  /** JSON array of the ids of its parts, in order; its own alone when it has none. */
  partIds: string
  /** JSON array, in alphabetical order. */
  tags: string
  readPages: number
  ocrPages: number
  partlyReadPages: number
  imageOnlyPages: number
  words: number
}

export const insertDocument = (trx: Transaction<Tables>, row: Insertable<Omit<DocumentTable, 'seq'>>) =>
  trx.insertInto('document').values(row).execute()

export const findDocument = (db: Kysely<Tables>, id: DocumentId): Promise<DocumentRow | undefined> =>
  db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst()

/** Answers the whole's id when the bytes are those of a part. */
export const findDocumentBySha256 = (db: Kysely<Tables>, personId: PersonId, sha256: string) =>
  db
    .selectFrom('document')
    .select((document) => document.fn.coalesce('partOf', 'id').as('id'))
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
    readonly kinds?: readonly DocumentKind[] | undefined
    readonly tags?: readonly string[] | undefined
    readonly name?: string | undefined
    readonly known?: Pick<Known, 'until' | 'by'> | undefined
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
  else rows = rows.where('partOf', 'is', null)
  if (filter.states !== undefined) rows = rows.where(stateOfWhole, 'in', [...filter.states])
  if (filter.kinds !== undefined) rows = rows.where('kind', 'in', [...filter.kinds])
  for (const tag of filter.tags ?? [])
    rows = rows.where(
      sql<boolean>`EXISTS (SELECT 1 FROM documentTag WHERE documentTag.documentId = document.id AND tag = ${tag})`,
    )
  if (filter.name !== undefined)
    rows = rows.where(
      sql<boolean>`(instr(lower(title), lower(${filter.name})) > 0 OR instr(lower(fileName), lower(${filter.name})) > 0)`,
    )
  if (filter.known !== undefined) rows = rows.where(isPaperKnown(filter.known))
  if (sort === 'imported') {
    if (after) rows = rows.where('document.seq', '<', after.seq)
    return rows.orderBy('document.seq', 'desc').execute()
  }
  if (after) rows = rows.where(sql<boolean>`(title COLLATE NOCASE, document.seq) > (${after.value}, ${after.seq})`)
  return rows.orderBy(sql`title COLLATE NOCASE`).orderBy('document.seq').execute()
}

export const listBlobIds = (
  db: Kysely<Tables>,
): Promise<{ id: DocumentId; blobId: string; sha256: string; isSample: 0 | 1 }[]> =>
  db
    .selectFrom('document')
    .innerJoin('person', 'person.id', 'document.personId')
    .select(['document.id', 'blobId', 'sha256', 'isSample'])
    .orderBy('document.seq')
    .execute()

export const setDocumentState = (
  trx: Transaction<Tables>,
  id: DocumentId,
  state: DocumentState,
  code: ErrorCode | null = null,
) => trx.updateTable('document').set({ state, code }).where('id', '=', id).execute()

export const setPageCount = (trx: Transaction<Tables>, id: DocumentId, pageCount: number) =>
  trx.updateTable('document').set({ pageCount }).where('id', '=', id).execute()

/** What reading found; a title that a person gave stays. */
export const setReadTitle = (trx: Transaction<Tables>, id: DocumentId, title: string) =>
  trx.updateTable('document').set({ title }).where('id', '=', id).where('isTitleGiven', '=', 0).execute()

export const setGiven = (
  trx: Transaction<Tables>,
  id: DocumentId,
  given: { readonly title?: string; readonly kind?: DocumentKind | null },
  stamp: Stamp,
) =>
  trx
    .updateTable('document')
    .set({ ...given, ...(given.title !== undefined && { isTitleGiven: 1 as const }), ...stamp })
    .where('id', '=', id)
    .execute()

export async function setTags(trx: Transaction<Tables>, id: DocumentId, tags: readonly string[], stamp: Stamp) {
  await trx.deleteFrom('documentTag').where('documentId', '=', id).execute()
  if (tags.length === 0) return
  await trx
    .insertInto('documentTag')
    .values(tags.map((tag) => ({ documentId: id, tag, ...stamp })))
    .onConflict((same) => same.doNothing())
    .execute()
}

export const listTags = (db: Kysely<Tables>, personId: PersonId): Promise<{ tag: string; documents: number }[]> =>
  db
    .selectFrom('documentTag')
    .innerJoin('document', 'document.id', 'documentTag.documentId')
    .select(['tag', (tag) => tag.fn.countAll<number>().as('documents')])
    .where('personId', '=', personId)
    .groupBy('tag')
    .orderBy('documents', 'desc')
    .orderBy('tag')
    .limit(200)
    .execute()

export const setDocumentPassword = (trx: Transaction<Tables>, id: DocumentId, password: string, stamp: Stamp) =>
  trx
    .updateTable('document')
    .set({ password, ...stamp })
    .where('id', '=', id)
    .execute()

export const deleteDocument = (trx: Transaction<Tables>, id: DocumentId) =>
  trx.deleteFrom('document').where('id', '=', id).execute()

/** Of the document of the outer query; alone when it has none. */
const parts = sql`document AS part WHERE part.id = document.id OR part.partOf = document.id`

/** The whole is in the state of the part that needs most attention. */
const urgency = sql`CASE part.state WHEN 'reading' THEN 0 WHEN 'queued' THEN 1 WHEN 'needs-password' THEN 2
  WHEN 'needs-answer' THEN 3 WHEN 'needs-language' THEN 4 WHEN 'needs-ocr' THEN 5 WHEN 'quarantined' THEN 6
  WHEN 'rejected' THEN 7 WHEN 'cancelled' THEN 8 ELSE 9 END`

const stateOfWhole = sql<DocumentState>`(SELECT part.state FROM ${parts} ORDER BY ${urgency} LIMIT 1)`

function withCounts(db: Kysely<Tables>) {
  const pages = (what: ReturnType<typeof sql<number>>) =>
    sql<number>`(SELECT ${what} FROM page WHERE page.documentId IN (SELECT part.id FROM ${parts}))`
  return db
    .selectFrom('document')
    .selectAll('document')
    .select([
      sql<number>`(SELECT sum(part.pageCount) FROM ${parts})`.as('pageCount'),
      sql<number>`(SELECT sum(part.sizeBytes) FROM ${parts})`.as('sizeBytes'),
      stateOfWhole.as('state'),
      sql<ErrorCode | null>`(SELECT part.code FROM ${parts} ORDER BY ${urgency} LIMIT 1)`.as('code'),
      sql<string>`(SELECT json_group_array(part.id ORDER BY part.partPosition, part.seq) FROM ${parts})`.as('partIds'),
      sql<string>`(SELECT json_group_array(tag ORDER BY tag) FROM documentTag WHERE documentTag.documentId = document.id)`.as(
        'tags',
      ),
      pages(sql<number>`count(*) FILTER (WHERE method <> 'none')`).as('readPages'),
      pages(sql<number>`count(*) FILTER (WHERE method = 'ocr')`).as('ocrPages'),
      pages(sql<number>`count(*) FILTER (WHERE reading = 'partly-read' AND needsOcr = 0)`).as('partlyReadPages'),
      pages(sql<number>`count(*) FILTER (WHERE reading = 'image-only' AND needsOcr = 0)`).as('imageOnlyPages'),
      pages(sql<number>`coalesce(sum(wordCount), 0)`).as('words'),
    ])
}
