/** Tells main that somebody is here, at most every ten seconds, so that the vault does not lock itself under their hands. */
import { useEffect } from 'react'
import { api } from '../api/client.ts'

const PAUSE_MS = 10_000

export function useTouch(): void {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY
    const touch = (event: Event) => {
      if (event.timeStamp - last < PAUSE_MS) return
      last = event.timeStamp
      api.vault.touch().catch(() => {}) // locked meanwhile: the window is told of that anyway
    }
    const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
    for (const kind of kinds) window.addEventListener(kind, touch, { passive: true })
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, touch)
    }
  }, [])
}
