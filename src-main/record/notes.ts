/**
 * Notes: what people write in their own words, with every version kept. A note is a document of the record too, made in the same
 * transaction, so that it is searched, asked and cited like one. Nothing but a person changes it: no reader, no extractor.
 */
import type { Transaction } from 'kysely'
import type { Action } from '#contract/actions.ts'
import { AppError } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Note, NoteSummary, NoteVersion } from '#contract/notes.ts'
import type { Clock } from '../lib/clock.ts'
import type { Audit } from '../store/audit.ts'
import { findDocument } from '../store/documents.ts'
import { deleteNoteDraft } from '../store/note-drafts.ts'
import {
  deleteAttachments,
  findNote,
  findNoteVersion,
  insertAttachments,
  listAttachments,
  listNotes,
  listNoteVersions,
  type NotesQuery,
  type NoteVersionRow,
  type NoteWithCounts,
} from '../store/notes.ts'
import { fromCursor, toPage } from '../store/paging.ts'
import { findPerson } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { nextStamp } from '../store/vault-meta.ts'
import type { Blobs } from '../vault/blobs.ts'
import { commitNote, type NewVersion, type Written } from './commit-note.ts'
import { fileTextOf } from './note-page.ts'

export interface NotesDeps {
  readonly store: Store
  readonly audit: Audit
  readonly blobs: Pick<Blobs, 'writeText' | 'remove'>
  readonly clock: Clock
  readonly newId: () => string
  /** Who writes. */
  readonly userId: string
  /** Removes the document that a note is, and with it the note. */
  readonly deleteDocument: (id: DocumentId, action: Action) => Promise<void>
  readonly changed: () => void
}

export type Notes = ReturnType<typeof createNotes>

interface NewNote extends Omit<Written, 'concernsOn'> {
  readonly personId: PersonId
  readonly concernsOn?: string | undefined
  readonly endsDraft: boolean
}

interface ChangedNote extends Change {
  readonly id: DocumentId
  readonly version: number
  readonly endsDraft: boolean
}

type Change = { readonly [K in keyof Written]?: Written[K] | undefined }

export function createNotes(deps: NotesDeps) {
  const { store, audit, blobs, clock, newId, changed, deleteDocument } = deps

  async function getRow(id: DocumentId): Promise<NoteWithCounts> {
    const row = await findNote(store.db, id)
    if (row === undefined) throw new AppError('note/unknown')
    return row
  }

  async function get(id: DocumentId): Promise<Note> {
    const row = await getRow(id)
    return { ...toSummary(row), text: row.text, attached: await listAttachments(store.db, id) }
  }

  /** The original first, then every row that names it in one transaction; the original of the version before goes last. */
  async function keep(version: NewVersion): Promise<Note> {
    const { id, written, number } = version
    checkDate(written.concernsOn)
    const blobId = newId()
    const { sha256, sizeBytes } = await blobs.writeText(fileTextOf(written, id, number), blobId)
    let replaced: string | undefined
    try {
      replaced = await store.write((trx) => commitNote(trx, deps, version, { blobId, sha256, sizeBytes }))
    } catch (error) {
      await blobs.remove(blobId).catch(() => {})
      throw error
    }
    if (replaced !== undefined) await blobs.remove(replaced)
    changed()
    return get(id)
  }

  /** The version that was seen, if it still stands. */
  async function getSeen(id: DocumentId, version: number): Promise<NoteWithCounts> {
    const row = await getRow(id)
    if (row.version !== version) throw new AppError('note/changed')
    return row
  }

  async function link(
    id: DocumentId,
    action: Action,
    change: (trx: Transaction<Tables>, row: NoteWithCounts) => Promise<unknown>,
  ): Promise<Note> {
    await store.write(async (trx) => {
      const row = await findNote(trx, id)
      if (row === undefined) throw new AppError('note/unknown')
      await change(trx, row)
      await audit.append(trx, { action, objectId: id })
    })
    changed()
    return get(id)
  }

  return {
    get,

    async list(query: Omit<NotesQuery, 'after'> & { cursor?: string | undefined }) {
      const rows = await listNotes(store.db, { ...query, limit: query.limit + 1, after: fromCursor(query.cursor) })
      return toPage(rows, query.limit, toSummary, (row) => ({ value: sortedBy(row, query.sort), seq: row.seq }))
    },

    async create({ personId, endsDraft, ...written }: NewNote) {
      if ((await findPerson(store.db, personId)) === undefined) throw new AppError('person/unknown')
      const id = newId() as DocumentId
      const whole = { ...written, concernsOn: written.concernsOn ?? null }
      return keep({ id, personId, written: whole, number: 1, restoredFrom: null, action: 'note.create', endsDraft })
    },

    async update({ id, version, endsDraft, ...change }: ChangedNote): Promise<Note> {
      const row = await getSeen(id, version)
      const written: Written = {
        title: change.title ?? row.title,
        text: change.text ?? row.text,
        author: change.author ?? row.author,
        concernsOn: change.concernsOn === undefined ? row.concernsOn : change.concernsOn,
      }
      if (isSame(row, written)) {
        await store.write(async (trx) => {
          if (endsDraft) await deleteNoteDraft(trx, row.personId, id)
          await audit.append(trx, { action: 'note.update', objectId: id, meta: { version } })
        })
        return get(id)
      }
      const { personId } = row
      return keep({ id, personId, written, number: version + 1, restoredFrom: null, action: 'note.update', endsDraft })
    },

    async versions({ filter: { id }, limit, cursor }: VersionsQuery) {
      await getRow(id)
      const before = fromCursor(cursor)?.seq
      const rows = await listNoteVersions(store.db, id, { limit: limit + 1, before })
      return toPage(rows, limit, toVersion, ({ number }) => ({ value: number, seq: number }))
    },

    async restore({ id, version, number }: { id: DocumentId; version: number; number: number }): Promise<Note> {
      const { personId } = await getSeen(id, version)
      const earlier = await findNoteVersion(store.db, id, number)
      if (earlier === undefined) throw new AppError('note/unknown')
      const { title, text, author, concernsOn } = earlier
      const written = { title, text, author, concernsOn }
      return keep({ id, personId, written, number: version + 1, restoredFrom: number, action: 'note.restore' })
    },

    attach: ({ id, documentIds }: { id: DocumentId; documentIds: readonly DocumentId[] }): Promise<Note> =>
      link(id, 'note.attach', async (trx, { personId }) => {
        const stamp = await nextStamp(trx)
        for (const documentId of documentIds) {
          const document = await findDocument(trx, documentId)
          if (document === undefined) throw new AppError('document/unknown')
          if (document.personId !== personId || documentId === id) throw new AppError('note/other-person')
        }
        const attachedAt = clock.now()
        const rows = documentIds.map((documentId) => ({ noteId: id, documentId, attachedAt, ...stamp }))
        await insertAttachments(trx, rows)
      }),

    detach: ({ id, documentIds }: { id: DocumentId; documentIds: readonly DocumentId[] }): Promise<Note> =>
      link(id, 'note.detach', (trx) => deleteAttachments(trx, id, documentIds)),

    async delete(id: DocumentId): Promise<void> {
      await getRow(id)
      await deleteDocument(id, 'note.delete')
      changed()
    },
  }
}

interface VersionsQuery {
  readonly filter: { readonly id: DocumentId }
  readonly limit: number
  readonly cursor?: string | undefined
}

/** 2023-02-29 has the form of a date and is none. */
function checkDate(date: string | null): void {
  const [year = 0, month, day] = (date ?? '').split('-').map(Number)
  if (month === undefined || day === undefined) return
  const made = new Date(Date.UTC(year, month - 1, day))
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) throw new AppError('note/invalid-date')
}

const isSame = (row: Written, written: Written): boolean =>
  (['title', 'text', 'author', 'concernsOn'] as const).every((key) => row[key] === written[key])

const EXCERPT = 200

const sortedBy = (row: NoteWithCounts, sort: NotesQuery['sort']): string =>
  sort === 'title' ? row.title : sort === 'date' ? (row.concernsOn ?? '') : row.changedAt

const toSummary = (row: NoteWithCounts): NoteSummary => {
  const { id, personId, title, text, author, concernsOn, writtenAt, changedAt, version, attachments } = row
  const excerpt = [...text.slice(0, 2 * EXCERPT)].slice(0, EXCERPT).join('').replace(/\s+/g, ' ')
  return {
    ...{ id, personId, title, excerpt, author, writtenAt, changedAt, version, attachments },
    ...(concernsOn !== null && { concernsOn }),
  }
}

const toVersion = (row: NoteVersionRow): NoteVersion => {
  const { number, title, text, author, concernsOn, writtenAt, writtenBy, restoredFrom } = row
  return {
    ...{ number, title, text, author, writtenAt, writtenBy },
    ...(concernsOn !== null && { concernsOn }),
    ...(restoredFrom !== null && { restoredFrom }),
  }
}
