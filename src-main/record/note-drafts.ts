/**
 * What is being written in notes and is not saved yet, one draft for each note and one for a new one of each person. A draft is no
 * part of the record: it is not searched, cited or dated, and goes in the transaction that saves its note (notes.ts).
 */
import { AppError } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { NoteDraft } from '#contract/notes.ts'
import type { Clock } from '../lib/clock.ts'
import type { Audit } from '../store/audit.ts'
import { findDocument } from '../store/documents.ts'
import { deleteNoteDraft, insertNoteDraft, listNoteDrafts } from '../store/note-drafts.ts'
import { findNote } from '../store/notes.ts'
import { fromCursor, toPage } from '../store/paging.ts'
import { findPerson } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import type { NoteDraftRow } from '../store/tables.ts'

export interface NoteDraftsDeps {
  readonly store: Store
  readonly audit: Audit
  readonly clock: Clock
}

export type NoteDrafts = ReturnType<typeof createNoteDrafts>

export const createNoteDrafts = ({ store, audit, clock }: NoteDraftsDeps) => ({
  async list({ limit, cursor }: { limit: number; cursor?: string | undefined }) {
    const rows = await listNoteDrafts(store.db, { limit: limit + 1, after: fromCursor(cursor) })
    return toPage(rows, limit, toDraft, ({ seq }) => ({ value: seq, seq }))
  },

  /** Takes the place of the one before. */
  keep: ({ personId, of, aboutId, ...written }: NoteDraft): Promise<void> =>
    store.write(async (trx) => {
      if ((await findPerson(trx, personId)) === undefined) throw new AppError('person/unknown')
      if (of !== undefined && (await findNote(trx, of.id))?.personId !== personId) throw new AppError('note/unknown')
      const about = aboutId === undefined ? undefined : await findDocument(trx, aboutId)
      await deleteNoteDraft(trx, personId, of?.id ?? null)
      await insertNoteDraft(trx, {
        ...{ personId, ...written, noteId: of?.id ?? null, version: of?.version ?? null },
        // the paper may have gone meanwhile; what was written stays
        aboutId: about?.personId === personId ? about.id : null,
        keptAt: clock.now(),
      })
      await audit.append(trx, { action: 'note.keep-draft', objectId: of?.id ?? personId })
    }),

  drop: ({ personId, noteId }: { personId: PersonId; noteId?: DocumentId | undefined }): Promise<void> =>
    store.write(async (trx) => {
      await deleteNoteDraft(trx, personId, noteId ?? null)
      await audit.append(trx, { action: 'note.drop-draft', objectId: noteId ?? personId })
    }),
})

const toDraft = ({ personId, noteId, version, aboutId, title, text, author, concernsOn }: NoteDraftRow): NoteDraft => ({
  ...{ personId, title, text, author, concernsOn },
  ...(noteId !== null && version !== null && { of: { id: noteId, version } }),
  ...(aboutId !== null && { aboutId }),
})
