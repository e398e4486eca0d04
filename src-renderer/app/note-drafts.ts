/**
 * What is being written in notes and is not saved yet, so that going to a paper and back loses nothing. Kept in memory alone:
 * locking saves it first (lock-vault.ts), then it is forgotten.
 */
import { useSyncExternalStore } from 'react'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { NoteAuthor } from '#contract/notes.ts'

export interface NoteDraft {
  readonly personId: PersonId
  readonly title: string
  readonly text: string
  readonly author: NoteAuthor
  /** As it was typed; empty: no day. */
  readonly concernsOn: string
  /** The note that it changes, as it stood when that began; absent: a new one. */
  readonly of?: { readonly id: DocumentId; readonly version: number }
  /** The document to which a new one will be attached. */
  readonly aboutId?: DocumentId
  /** It was saved as it is, and its form is still open. */
  readonly isSaved?: true
}

interface Drafts {
  all: ReadonlyMap<string, NoteDraft>
  readonly listeners: Set<() => void>
}
const drafts: Drafts = { all: new Map(), listeners: new Set() }

/** Of a note; without one, of the note that the person has not got yet. */
export const draftKeyOf = (personId: PersonId, noteId: DocumentId | undefined): string =>
  `${personId} ${noteId ?? 'new'}`

export const findDraft = (key: string): NoteDraft | undefined => drafts.all.get(key)

export const listDrafts = (): readonly (readonly [string, NoteDraft])[] => [...drafts.all]

export function keepDraft(key: string, draft: NoteDraft): void {
  show(new Map(drafts.all).set(key, draft))
}

export function dropDraft(key: string): void {
  show(new Map([...drafts.all].filter(([other]) => other !== key)))
}

export const isUnsaved = (draft: NoteDraft | undefined): boolean => draft !== undefined && !draft.isSaved

export const forgetDrafts = (): void => show(new Map())

export function useDrafts(): ReadonlyMap<string, NoteDraft> {
  return useSyncExternalStore(
    (changed) => {
      drafts.listeners.add(changed)
      return () => drafts.listeners.delete(changed)
    },
    () => drafts.all,
  )
}

function show(all: ReadonlyMap<string, NoteDraft>): void {
  drafts.all = all
  for (const changed of drafts.listeners) changed()
}
