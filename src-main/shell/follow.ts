/**
 * What the desktop does when something happens below: the window hears of it, its bar shows how far reading is, and locking
 * leaves nothing behind in page, caches or clipboard.
 */
import type { BrowserWindow, Session } from 'electron'
import type { AppEvent } from '#contract/events.ts'
import type { Api } from '#contract/index.ts'
import type { WindowIpc } from './ipc.ts'

export interface FollowDeps {
  readonly window: BrowserWindow
  readonly session: Session
  readonly ipc: WindowIpc
  readonly api: Api
  readonly clearClipboard: () => Promise<void>
}

const NO_BAR = -1

export function follow({ window, session, ipc, api, clearClipboard }: FollowDeps): (event: AppEvent) => void {
  async function look(): Promise<void> {
    const { items } = await api.settings.list({ filter: {} })
    window.setContentProtection(items.some(({ name, value }) => name === 'hideFromScreenCapture' && value === 1))
  }
  async function clearBarWhenIdle(): Promise<void> {
    const { items } = await api.jobs.list({ filter: { states: ['queued', 'running'] }, limit: 1 })
    if (items.length === 0) window.setProgressBar(NO_BAR)
  }
  /** A vault that was locked meanwhile has neither settings nor jobs. */
  const unlessLocked = (work: Promise<void>) => void work.catch(() => {})

  return (event) => {
    if (window.isDestroyed()) return
    ipc.tell(event)
    if (event.kind === 'job') window.setProgressBar(event.total === null ? 2 : event.done / Math.max(event.total, 1))
    if (event.kind === 'changed' && event.topics.includes('jobs')) unlessLocked(clearBarWhenIdle())
    if (event.kind === 'changed' && event.topics.includes('settings')) unlessLocked(look())
    if (event.kind === 'unlocked') unlessLocked(look())
    if (event.kind === 'locked') {
      window.setProgressBar(NO_BAR)
      window.setContentProtection(false)
      void clearClipboard()
      ipc.cancelAll()
      window.webContents.reload()
      void session.clearStorageData()
      void session.clearCache()
    }
  }
}
