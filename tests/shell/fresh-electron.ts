/** For each test of the shell: a stand-in that nobody has asked anything yet. */
import { beforeEach } from 'vitest'
import { standIn } from '../support/electron-stand-in.ts'

export { app, BrowserWindow, clipboard, ipcRenderer, powerMonitor, standIn } from '../support/electron-stand-in.ts'

beforeEach(() => standIn.reset())

let loads = 0
/** Runs a file of the shell anew, from its first line; what it imports stays as it is. */
export async function runAnew(file: 'src-main/shell/main.ts' | 'src-preload/bridge.ts'): Promise<void> {
  loads += 1
  await import(/* @vite-ignore */ `../../${file}?load=${loads}`)
}
