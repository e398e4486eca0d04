/** Locking from the window: what is being written in notes is saved first. Locking never waits long for it. */
import { useEffect } from 'react'
import { api } from '../api/client.ts'
import { saveDrafts } from './save-note.ts'
import { useSettings } from './useSettings.ts'
import { settleDrafts } from './vault-drafts.ts'

const PATIENCE_MS = 2000

export async function lockVault(): Promise<void> {
  await Promise.race([saveDrafts().then(settleDrafts), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
  await api.vault.lock()
}

/** So long before the vault locks itself; main hears of somebody's being here up to ten seconds late. */
const AHEAD_MS = 45_000

/** Saves what is being written when nobody has done anything here for almost as long as it takes the vault to lock itself. */
export function useSaveBeforeLock(): void {
  const { autoLockMinutes } = useSettings()
  useEffect(() => {
    if (autoLockMinutes === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void saveDrafts().then(settleDrafts), autoLockMinutes * 60_000 - AHEAD_MS)
    }
    const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
    for (const kind of kinds) window.addEventListener(kind, wait, { passive: true })
    wait()
    return () => {
      clearTimeout(timer)
      for (const kind of kinds) window.removeEventListener(kind, wait)
    }
  }, [autoLockMinutes])
}
