/** Copies text of the record; through the program where it can, so that it leaves the clipboard again. */
import { api } from '../api/client.ts'
import { codeOf } from '../api/useLoad.ts'

export async function copyText(text: string): Promise<void> {
  try {
    await api.desktop.copy({ text })
  } catch (error) {
    if (codeOf(error) !== 'desktop/absent') throw error
    await navigator.clipboard.writeText(text)
  }
}
