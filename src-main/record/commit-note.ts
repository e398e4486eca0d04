/**
 * One version of a note, in the transaction that it is handed: the document that the note is, the version, and the words by
 * which it is found. Nothing is sealed or removed here; whoever calls it wrote the original before.
 */
import type { Transaction } from 'kysely'
import type { Action } from '#contract/actions.ts'
import { AppError } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { NOTE_FORMAT, type NoteAuthor } from '#contract/notes.ts'
import { chunksOfPage } from '../ingest/page-chunks.ts'
import type { Clock } from '../lib/clock.ts'
import type { Audit } from '../store/audit.ts'
import { deleteChunks, insertChunks } from '../store/chunks.ts'
import { findDocument, insertDocument } from '../store/documents.ts'
import { deleteNoteDraft } from '../store/note-drafts.ts'
import { findNote, insertNote, insertNoteVersion, setNoteDocument, updateNote } from '../store/notes.ts'
import { deletePages, findPage, insertPages } from '../store/pages.ts'
import { findPerson } from '../store/people.ts'
import type { Tables } from '../store/tables.ts'
import { nextStamp } from '../store/vault-meta.ts'
import { followCited } from './conversations.ts'
import { fileNameOf, type NoteText, pageOf, pageTextOf, saysOf } from './note-page.ts'

export interface Written extends NoteText {
  readonly author: NoteAuthor
}

export interface NewVersion {
  readonly id: DocumentId
  readonly personId: PersonId
  readonly written: Written
  readonly number: number
  readonly restoredFrom: number | null
  readonly action: Action
  readonly endsDraft?: boolean
}

export interface CommitDeps {
  readonly audit: Audit
  readonly clock: Clock
  /** Who writes. */
  readonly userId: string
}

export interface Sealed {
  readonly blobId: string
  readonly sha256: string
  readonly sizeBytes: number
}

/** Answers the original of which this one takes the place, if there is one. */
export async function commitNote(
  trx: Transaction<Tables>,
  { audit, clock, userId }: CommitDeps,
  { id, personId, written, number, restoredFrom, action, endsDraft }: NewVersion,
  sealed: Sealed,
): Promise<string | undefined> {
  const person = await findPerson(trx, personId)
  if (person === undefined) throw new AppError('person/unknown')
  const now = clock.now()
  const stamp = await nextStamp(trx)
  const { title } = written
  const document = { title, fileName: fileNameOf(title), says: saysOf(written), ...sealed }
  const standing = await findNote(trx, id)
  // somebody else wrote the next version first, or deleted the note
  if ((standing?.version ?? 0) !== number - 1) throw new AppError('note/changed')
  let replaced: string | undefined
  if (standing === undefined) {
    await insertDocument(trx, {
      ...{ id, personId, ...document, format: NOTE_FORMAT, kind: 'note', isTitleGiven: 1 },
      ...{ state: 'indexed', code: null, pageCount: 1, password: null, partOf: null, importedAt: now },
      ...stamp,
    })
    await insertNote(trx, { id, ...written, version: number, writtenAt: now, changedAt: now, ...stamp })
  } else {
    replaced = (await findDocument(trx, id))?.blobId
    await setNoteDocument(trx, id, document, stamp)
    await updateNote(trx, id, { ...written, version: number, changedAt: now, ...stamp })
    await followCited(trx, id, { title, text: pageTextOf(written) })
  }
  await insertNoteVersion(trx, { noteId: id, number, userId, ...written, writtenAt: now, restoredFrom, ...stamp })
  await index(trx, id, written, person.seq)
  if (endsDraft) await deleteNoteDraft(trx, personId, standing === undefined ? null : id)
  await audit.append(trx, { action, objectId: id, meta: { version: number, personId } })
  return replaced
}

/** The words that are found are those of the version that stands. */
async function index(trx: Transaction<Tables>, id: DocumentId, written: Written, personSeq: number): Promise<void> {
  await deleteChunks(trx, id)
  await deletePages(trx, id)
  await insertPages(trx, [pageOf(written, id)])
  const page = await findPage(trx, id, 1)
  if (page !== undefined) await insertChunks(trx, chunksOfPage(page, personSeq))
}
