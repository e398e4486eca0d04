/** Writes what was typed into the vault: a new note, attached where it was begun, or the next version of one. */
import type { DocumentId } from '#contract/ids.ts'
import { api } from '../api/client.ts'
import { codeOf } from '../api/useLoad.ts'
import { textOfError } from './error-text.ts'
import { draftKeyOf, dropDraft, findDraft, keepDraft, listDrafts, type NoteDraft } from './note-drafts.ts'
import { go } from './router.ts'
import { pathToPlace } from './routes.ts'
import { say } from './toasts.ts'
import { hasWords, isNoteDate, wordsOf } from './written-note.ts'

interface Saved {
  readonly id: DocumentId
  readonly version: number
}

/** A day that cannot be is left out, and changes nothing. */
export async function saveNote(draft: NoteDraft): Promise<Saved> {
  const { personId, author, of: old, aboutId } = draft
  const words = { ...wordsOf(draft), author }
  const typed = draft.concernsOn.trim()
  const isDay = isNoteDate(typed)
  if (old !== undefined) {
    const { id, version } = old
    return api.notes.update({ id, version, ...words, ...(isDay && { concernsOn: typed || null }), endsDraft: true })
  }
  const day = isDay && typed !== '' && { concernsOn: typed }
  const made = await api.notes.create({ personId, ...words, ...day, endsDraft: true })
  // the note is kept, attached or not
  if (aboutId !== undefined)
    await api.notes.attach({ id: made.id, documentIds: [aboutId] }).catch((error: unknown) => {
      say(textOfError(codeOf(error)).message)
    })
  return made
}

/** All that is being written, as far as it can be; what cannot stays a draft. A form that is open goes on with what was saved. */
export async function saveDrafts(): Promise<void> {
  for (const [key, draft] of listDrafts()) {
    if (draft.isSaved || !hasWords(draft)) continue
    try {
      const { id, version } = await saveNote(draft)
      const { personId } = draft
      // what was typed while it was being saved is not saved yet
      const now = findDraft(key) ?? draft
      const here = pathToPlace(window.location.hash.slice(1))
      const isOpen =
        here?.screen === 'notes' && here.isWriting && here.personId === personId && here.noteId === draft.of?.id
      dropDraft(key)
      if (now === draft && !isOpen) continue
      const { aboutId: _, ...rest } = now
      keepDraft(draftKeyOf(personId, id), { ...rest, of: { id, version }, ...(now === draft && { isSaved: true }) })
      if (isOpen) go({ screen: 'notes', personId, noteId: id, isWriting: true }, { replace: true })
    } catch {
      // it was changed or deleted meanwhile: that is said when its form is saved
    }
  }
}
