/** What only the real thing can show: that the window is closed as the shell asked for, and that the whole of it starts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findElectron } from '../../tools/start/electron-binary.ts'

const root = join(import.meta.dirname, '../..')
const binary = findElectron(root)
const reasonToSkip =
  binary === undefined
    ? 'Electron’s binary is not in node_modules/electron/dist'
    : process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
      ? 'there is no screen to show a window on (try xvfb-run)'
      : undefined
if (reasonToSkip !== undefined) console.log(`Skipped, and nothing was tested: ${reasonToSkip}.`)

describe.skipIf(reasonToSkip !== undefined)('the application in Electron', () => {
  let home: string
  let app: ElectronApplication
  let page: Page

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'medmemory-electron-'))
    const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, APPDATA: home }
    app = await electron.launch({ executablePath: binary ?? '', args: [root], env: env as Record<string, string> })
    page = await app.firstWindow()
    await page.waitForSelector('main h1')
  })
  afterAll(async () => {
    await app?.close()
    if (home !== undefined) rmSync(home, { recursive: true, force: true })
  })

  test('it shows the first screen, from its own scheme', async () => {
    expect(page.url()).toMatch(/^app:\/\/medmemory\//)
    expect(await page.title()).toBe('MedMemory')
  })

  test('the page has the bridge and nothing of Node or Electron', async () => {
    const seen = await page.evaluate(`({
      bridge: Object.keys(window.medmemory).sort(), frozen: Object.isFrozen(window.medmemory),
      node: [typeof process, typeof require, typeof Buffer, typeof global],
    })`)
    expect(seen).toEqual({
      bridge: ['call', 'on', 'open', 'pathOf'],
      frozen: true,
      node: ['undefined', 'undefined', 'undefined', 'undefined'],
    })
  })

  test('the renderer is sandboxed, isolated, and may ask for nothing', async () => {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity }
    })
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true })
    const states =
      await page.evaluate(`Promise.all(['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read']
      .map((name) => navigator.permissions.query({ name }).then(({ state }) => state)))`)
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied'])
  })

  test('a vault is made, a file is read by engines of Electron’s own kind, and found again', async () => {
    const call = (path: string, input?: unknown) =>
      page.evaluate(
        ([name, value]) => (globalThis as never as Caller).medmemory.call(name as string, value),
        [path, input],
      )
    const made = await call('vault.create', {
      passphrase: 'correct horse battery staple pond',
      person: { name: 'Ada Example' },
    })
    expect(made).toMatchObject({ ok: true })
    const { personId } = (made as { value: { personId: string } }).value
    const paths = [join(root, 'README.md')]
    expect(await call('documents.import', { personId, paths })).toMatchObject({ ok: true })
    await expect
      .poll(() => call('documents.list', { filter: { personId } }), { timeout: 60_000 })
      .toMatchObject({ value: { items: [{ state: 'indexed' }] } })
    expect(await call('answers.search', { personId, query: 'medical' })).toMatchObject({ ok: true })
    expect(await call('vault.lock')).toMatchObject({ ok: true })
  })
})

interface Caller {
  medmemory: { call(path: string, input: unknown): Promise<unknown> }
}
