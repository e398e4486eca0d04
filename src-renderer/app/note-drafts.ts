/**
 * What is being written in notes and is not saved yet, so that going to a paper and back loses nothing. Forgotten when the vault
 * is locked, which saves it first (lock-vault.ts); until then the vault has a copy of it (vault-drafts.ts).
 */
import { useSyncExternalStore } from 'react'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { NoteDraft as KeptDraft } from '#contract/notes.ts'
import { forgetUntold, tellVault } from './vault-drafts.ts'

export interface NoteDraft extends KeptDraft {
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
  tellVault(key, { draft, isOver: draft.isSaved === true })
}

export function dropDraft(key: string): void {
  const draft = drafts.all.get(key)
  if (draft === undefined) return
  show(new Map([...drafts.all].filter(([other]) => other !== key)))
  tellVault(key, { draft, isOver: true })
}

/** From the vault; false where it is being written already. */
export function bringBackDraft(draft: KeptDraft): boolean {
  const key = draftKeyOf(draft.personId, draft.of?.id)
  if (drafts.all.has(key)) return false
  show(new Map(drafts.all).set(key, draft))
  return true
}

export const isUnsaved = (draft: NoteDraft | undefined): boolean => draft !== undefined && !draft.isSaved

export function forgetDrafts(): void {
  forgetUntold()
  show(new Map())
}

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
