/**
 * Carries what is being written in notes into the vault, a moment after it was typed, so that it outlives this window. It lies
 * nowhere else: nothing of it is ever given to the browser's own storage.
 */
import type { NoteDraft } from '#contract/notes.ts'
import { api } from '../api/client.ts'

interface Change {
  readonly draft: NoteDraft
  /** It is not being written any more, or was saved. */
  readonly isOver: boolean
}

interface ToVault {
  readonly waiting: Map<string, Change>
  timer: ReturnType<typeof setTimeout> | undefined
  latestAt: number
  last: Promise<void>
}
const toVault: ToVault = { waiting: new Map(), timer: undefined, latestAt: 0, last: Promise.resolve() }

const PAUSE_MS = 800
/** Who types without a pause has lost no more than this. */
const LONGEST_MS = 4000

export function tellVault(key: string, change: Change): void {
  const now = Date.now()
  if (toVault.waiting.size === 0) toVault.latestAt = now + LONGEST_MS
  toVault.waiting.set(key, change)
  clearTimeout(toVault.timer)
  toVault.timer = setTimeout(() => void settleDrafts(), Math.max(0, Math.min(PAUSE_MS, toVault.latestAt - now)))
}

/** Until all that was typed is in the vault. */
export function settleDrafts(): Promise<void> {
  clearTimeout(toVault.timer)
  const changes = [...toVault.waiting.values()]
  toVault.waiting.clear()
  toVault.last = toVault.last.then(async () => {
    // what cannot be kept is still in its form, which says why it cannot be saved
    for (const change of changes) await carry(change).catch(() => {})
  })
  return toVault.last
}

/** The vault is locked: nothing is carried any more, and what lies there stays. */
export function forgetUntold(): void {
  clearTimeout(toVault.timer)
  toVault.waiting.clear()
}

function carry({ draft, isOver }: Change): Promise<unknown> {
  const { personId, of, aboutId, title, text, author, concernsOn } = draft
  if (isOver) return api.notes.dropDraft({ personId, ...(of && { noteId: of.id }) })
  return api.notes.keepDraft({
    personId,
    title,
    text,
    author,
    concernsOn,
    ...(of && { of }),
    ...(aboutId && { aboutId }),
  })
}
