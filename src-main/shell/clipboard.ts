/** Text that is copied leaves the clipboard again: after a while, on locking and at the end, if nothing else came there. */
import type { Clipboard } from 'electron'

const KEPT_MS = 30_000

export function createCopying(clipboard: Pick<Clipboard, 'readText' | 'writeText' | 'clear'>) {
  let copied: string | undefined
  let timer: NodeJS.Timeout | undefined

  /** A clipboard that cannot be read is left alone: what is there now may be somebody else's. */
  async function clear(): Promise<void> {
    clearTimeout(timer)
    const ours = copied
    copied = undefined
    if (ours === undefined) return
    const present = await clipboard.readText().catch(() => undefined)
    if (present === ours) clipboard.clear()
  }

  return {
    async copy(text: string): Promise<void> {
      clearTimeout(timer)
      await clipboard.writeText(text)
      copied = text
      timer = setTimeout(() => void clear(), KEPT_MS)
    },
    clear,
  }
}
