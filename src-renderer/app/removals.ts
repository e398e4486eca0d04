/**
 * Documents, conversations and reviews that are about to be deleted: hidden at once, deleted after ten seconds, and until then brought back by Undo.
 * When the vault is locked before, they stay.
 */
import { useSyncExternalStore } from 'react'
import type { ConversationId, DocumentId, ReviewId } from '#contract/ids.ts'

type RemovedId = ConversationId | DocumentId | ReviewId

const UNDO_MS = 10_000

interface Removals {
  ids: ReadonlySet<RemovedId>
  readonly timers: Map<RemovedId, ReturnType<typeof setTimeout>>
  readonly listeners: Set<() => void>
}
const removals: Removals = { ids: new Set(), timers: new Map(), listeners: new Set() }

/** `remove` is called when the time for Undo is over. */
export function removeSoon(id: RemovedId, remove: () => Promise<void>): void {
  show(new Set([...removals.ids, id]))
  removals.timers.set(
    id,
    setTimeout(() => void remove().finally(() => keep(id)), UNDO_MS),
  )
}

export function keep(id: RemovedId): void {
  clearTimeout(removals.timers.get(id))
  removals.timers.delete(id)
  show(new Set([...removals.ids].filter((other) => other !== id)))
}

export const keepAll = (): void => {
  for (const id of removals.ids) keep(id)
}

export function useRemovals(): ReadonlySet<RemovedId> {
  return useSyncExternalStore(
    (changed) => {
      removals.listeners.add(changed)
      return () => removals.listeners.delete(changed)
    },
    () => removals.ids,
  )
}

function show(ids: ReadonlySet<RemovedId>): void {
  removals.ids = ids
  for (const changed of removals.listeners) changed()
}
