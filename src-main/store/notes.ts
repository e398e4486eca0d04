/** Queries about notes, their versions and what is attached to them. Rows come out as rows; no rules live here. */
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { NoteAttachment, NoteAuthor } from '#contract/notes.ts'
import type { Position } from './paging.ts'
import type { NoteAttachmentTable, NoteRow, NoteTable, NoteVersionTable, Tables } from './tables.ts'
import type { Stamp } from './vault-meta.ts'

/** A note as its list shows it: whose it is, and how many documents are attached. */
export type NoteWithCounts = NoteRow & { seq: number; personId: PersonId; attachments: number }

export const insertNote = (trx: Transaction<Tables>, row: NoteTable) => trx.insertInto('note').values(row).execute()

export const updateNote = (
  trx: Transaction<Tables>,
  id: DocumentId,
  change: Omit<NoteTable, 'id' | 'writtenAt'>,
): Promise<unknown> => trx.updateTable('note').set(change).where('id', '=', id).execute()

export const insertNoteVersion = (trx: Transaction<Tables>, row: NoteVersionTable) =>
  trx.insertInto('noteVersion').values(row).execute()

export const findNote = (db: Kysely<Tables>, id: DocumentId): Promise<NoteWithCounts | undefined> =>
  withCounts(db).where('note.id', '=', id).executeTakeFirst()

export interface NotesQuery {
  readonly filter: {
    readonly personId: PersonId
    readonly author?: NoteAuthor | undefined
    readonly query?: string | undefined
    readonly attachedId?: DocumentId | undefined
  }
  readonly sort: 'changed' | 'date' | 'title'
  readonly limit: number
  readonly after: Position | undefined
}

export function listNotes(db: Kysely<Tables>, { filter, sort, limit, after }: NotesQuery): Promise<NoteWithCounts[]> {
  let rows = withCounts(db).where('document.personId', '=', filter.personId).limit(limit)
  if (filter.author !== undefined) rows = rows.where('note.author', '=', filter.author)
  if (filter.query !== undefined) {
    const like = `%${filter.query.replace(/[\\%_]/g, '\\$&')}%`
    rows = rows.where(sql<boolean>`(note.title LIKE ${like} ESCAPE '\\' OR note.text LIKE ${like} ESCAPE '\\')`)
  }
  if (filter.attachedId !== undefined)
    rows = rows.where(
      sql<boolean>`note.id IN (SELECT noteId FROM noteAttachment WHERE documentId = ${filter.attachedId})`,
    )
  if (sort === 'title') {
    if (after)
      rows = rows.where(sql<boolean>`(note.title COLLATE NOCASE, document.seq) > (${after.value}, ${after.seq})`)
    return rows.orderBy(sql`note.title COLLATE NOCASE`).orderBy('document.seq').execute()
  }
  const by = sortValue[sort]
  if (after) rows = rows.where(sql<boolean>`(${by}, document.seq) < (${after.value}, ${after.seq})`)
  return rows.orderBy(by, 'desc').orderBy('document.seq', 'desc').execute()
}

const sortValue = { changed: sql`note.changedAt`, date: sql`coalesce(note.concernsOn, '')` } as const

export type NoteVersionRow = Selectable<NoteVersionTable> & { writtenBy: string }

/** The latest first, each with the name of who wrote it. */
export function listNoteVersions(
  db: Kysely<Tables>,
  noteId: DocumentId,
  { limit, before }: { readonly limit: number; readonly before: number | undefined },
): Promise<NoteVersionRow[]> {
  let rows = versions(db).where('noteId', '=', noteId).limit(limit)
  if (before !== undefined) rows = rows.where('number', '<', before)
  return rows.orderBy('number', 'desc').execute()
}

export const findNoteVersion = (
  db: Kysely<Tables>,
  noteId: DocumentId,
  number: number,
): Promise<NoteVersionRow | undefined> =>
  versions(db).where('noteId', '=', noteId).where('number', '=', number).executeTakeFirst()

/** What is attached, as wholes, the first attached first; only what is the same person's as the note. */
export async function listAttachments(db: Kysely<Tables>, noteId: DocumentId): Promise<NoteAttachment[]> {
  const { rows } = await sql<NoteAttachment>`
    SELECT whole.id AS documentId, whole.title, whole.format, (
        SELECT sum(part.pageCount) FROM document AS part WHERE part.id = whole.id OR part.partOf = whole.id
      ) AS pages, min(noteAttachment.attachedAt) AS attachedAt
    FROM noteAttachment CROSS JOIN document AS own ON own.id = noteAttachment.noteId
    CROSS JOIN document AS attached ON attached.id = noteAttachment.documentId AND attached.personId = own.personId
    CROSS JOIN document AS whole ON whole.id = coalesce(attached.partOf, attached.id)
    WHERE noteAttachment.noteId = ${noteId} GROUP BY whole.id ORDER BY min(noteAttachment.attachedAt), whole.seq`.execute(
    db,
  )
  return rows
}

export const insertAttachments = (trx: Transaction<Tables>, rows: readonly NoteAttachmentTable[]) =>
  trx
    .insertInto('noteAttachment')
    .values([...rows])
    .onConflict((same) => same.doNothing())
    .execute()

/** Of one whole, whichever of its parts was attached. */
export const deleteAttachments = (trx: Transaction<Tables>, noteId: DocumentId, documentIds: readonly DocumentId[]) =>
  trx
    .deleteFrom('noteAttachment')
    .where('noteId', '=', noteId)
    .where(
      sql<boolean>`documentId IN (SELECT id FROM document
        WHERE coalesce(partOf, id) IN (SELECT value FROM json_each(${JSON.stringify(documentIds)})))`,
    )
    .execute()

/** For a document that turns out to be somebody else's. */
export const deleteAttachmentsOf = (trx: Transaction<Tables>, documentId: DocumentId) =>
  trx.deleteFrom('noteAttachment').where('documentId', '=', documentId).execute()

/** The document of a note follows it: name, bytes and original. */
export const setNoteDocument = (
  trx: Transaction<Tables>,
  id: DocumentId,
  change: {
    readonly title: string
    readonly fileName: string
    readonly sha256: string
    readonly blobId: string
    readonly sizeBytes: number
    readonly says: string
  },
  stamp: Stamp,
) =>
  trx
    .updateTable('document')
    .set({ ...change, ...stamp })
    .where('id', '=', id)
    .execute()

const withCounts = (db: Kysely<Tables>) =>
  db
    .selectFrom('note')
    .innerJoin('document', 'document.id', 'note.id')
    .selectAll('note')
    .select(['document.seq', 'document.personId'])
    .select(
      sql<number>`(SELECT count(DISTINCT coalesce(attached.partOf, attached.id)) FROM noteAttachment
        CROSS JOIN document AS attached ON attached.id = noteAttachment.documentId AND attached.personId = document.personId
        WHERE noteAttachment.noteId = note.id)`.as('attachments'),
    )

const versions = (db: Kysely<Tables>) =>
  db
    .selectFrom('noteVersion')
    .innerJoin('user', 'user.id', 'noteVersion.userId')
    .selectAll('noteVersion')
    .select('user.name as writtenBy')
