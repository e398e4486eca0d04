/** Runs commands by key and by menu. A screen listens for its own by passing what it can do; the table is the contract's. */
import { useEffect, useRef } from 'react'
import type { ShortcutId } from '#contract/shortcuts.ts'
import { useWindowEvent } from '../api/useWindowEvent.ts'
import { meaningOf } from './shortcut-keys.ts'

/** What each command does here; one that is not named is left to others. */
export type Commands = { readonly [K in ShortcutId]?: (event?: KeyboardEvent) => void }

const PREFIX_MS = 1500

export function useShortcuts(commands: Commands, { letters = true }: { readonly letters?: boolean } = {}): void {
  const latest = useRef({ commands, letters })
  useEffect(() => {
    latest.current = { commands, letters }
  })
  useWindowEvent((event) => {
    if (event.kind === 'command') latest.current.commands[event.id]?.()
  })
  useEffect(() => {
    let prefix: { readonly key: string; readonly at: number } | undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) return
      const recent = prefix !== undefined && event.timeStamp - prefix.at < PREFIX_MS ? prefix.key : undefined
      prefix = undefined
      const chordsOnly = isTyping(event) || !latest.current.letters
      const press = {
        key: event.key,
        isMod: event.ctrlKey || event.metaKey,
        isShift: event.shiftKey,
        isAlt: event.altKey,
      }
      const meaning = meaningOf(press, { chordsOnly, prefix: recent })
      if (meaning.kind === 'prefix') prefix = { key: meaning.prefix, at: event.timeStamp }
      if (meaning.kind !== 'shortcut') return
      const command = latest.current.commands[meaning.id]
      if (command === undefined) return
      event.preventDefault()
      command(event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** In a text field letters are text; over a dialog or menu they belong to it. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  return (
    target?.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]',
    ) != null
  )
}
