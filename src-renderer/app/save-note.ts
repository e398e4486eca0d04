/** Writes what was typed into the vault: a new note, attached where it was begun, or the next version of one. */
import type { DocumentId } from '#contract/ids.ts'
import { api } from '../api/client.ts'
import { codeOf } from '../api/useLoad.ts'
import { textOfError } from './error-text.ts'
import { dropDraft, listDrafts, type NoteDraft } from './note-drafts.ts'
import { go } from './router.ts'
import { pathToPlace } from './routes.ts'
import { say } from './toasts.ts'
import { hasWords, isNoteDate, wordsOf } from './written-note.ts'

/** A day that cannot be is left out, and changes nothing. */
export async function saveNote(draft: NoteDraft): Promise<DocumentId> {
  const { personId, author, of: old, aboutId } = draft
  const words = { ...wordsOf(draft), author }
  const typed = draft.concernsOn.trim()
  const isDay = isNoteDate(typed)
  if (old !== undefined) {
    const { id, version } = old
    return (await api.notes.update({ id, version, ...words, ...(isDay && { concernsOn: typed || null }) })).id
  }
  const { id } = await api.notes.create({ personId, ...words, ...(isDay && typed !== '' && { concernsOn: typed }) })
  // the note is kept, attached or not
  if (aboutId !== undefined)
    await api.notes.attach({ id, documentIds: [aboutId] }).catch((error: unknown) => {
      say(textOfError(codeOf(error)).message)
    })
  return id
}

/** All that is being written, as far as it can be; what cannot stays a draft. A form that is open goes on with what was saved. */
export async function saveDrafts(): Promise<void> {
  for (const [key, draft] of listDrafts()) {
    if (!hasWords(draft)) continue
    try {
      const id = await saveNote(draft)
      const { personId } = draft
      const here = pathToPlace(window.location.hash.slice(1))
      const isOpen = here?.screen === 'notes' && here.isWriting && here.personId === personId
      dropDraft(key)
      if (isOpen && here.noteId === draft.of?.id)
        go({ screen: 'notes', personId, noteId: id, isWriting: true }, { replace: true })
    } catch {
      // it was changed or deleted meanwhile: that is said when its form is saved
    }
  }
}
