/** Short messages for the whole window: `say('…')` from any screen, shown by the shell, gone after ten seconds. */
import { useSyncExternalStore } from 'react'
import type { Toast } from '../components/ToastStack.tsx'

const SHOWN_MS = 10_000

interface Said {
  toasts: readonly Toast[]
  readonly listeners: Set<() => void>
  next: number
}
const said: Said = { toasts: [], listeners: new Set(), next: 1 }

export function say(text: string, undo?: () => void): void {
  const id = said.next++
  show([...said.toasts.slice(-3), { id, text, ...(undo && { undo }) }])
  setTimeout(() => dismiss(id), SHOWN_MS)
}

export const dismiss = (id: number): void => show(said.toasts.filter((toast) => toast.id !== id))

/** What was said may name something of the record. */
export const forgetToasts = (): void => show([])

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (changed) => {
      said.listeners.add(changed)
      return () => said.listeners.delete(changed)
    },
    () => said.toasts,
  )
}

function show(toasts: readonly Toast[]): void {
  said.toasts = toasts
  for (const changed of said.listeners) changed()
}
