/** The application from its start to its end, with Electron's part played by the stand-in and a real vault below. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Bridge, bridgeTransport, type WindowEvent } from '#contract/bridge.ts'
import { createClient } from '#contract/client.ts'
import { contract } from '#contract/index.ts'
import { testPassphrase } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'
import { app, clipboard, powerMonitor, runAnew, standIn } from './fresh-electron.ts'

const argv = process.argv
const listeners = {
  exception: process.listeners('uncaughtException'),
  rejection: process.listeners('unhandledRejection'),
}

beforeEach(() => {
  const home = tempDir()
  standIn.userData = home
  vi.stubEnv('XDG_DATA_HOME', home)
  vi.stubEnv('HOME', home)
  vi.stubEnv('APPDATA', home)
})
afterEach(async () => {
  if (standIn.exits.length === 0 && standIn.windows.length > 0) app.emit('before-quit', { preventDefault: () => {} })
  if (standIn.windows.length > 0) await vi.waitFor(() => expect(standIn.exits).not.toEqual([]), 30_000)
  process.argv = argv
  vi.unstubAllEnvs()
  // the application listens for bugs of the whole process
  process.removeAllListeners('uncaughtException')
  process.removeAllListeners('unhandledRejection')
  for (const listener of listeners.exception) process.on('uncaughtException', listener)
  for (const listener of listeners.rejection) process.on('unhandledRejection', listener)
})

async function start() {
  await runAnew('src-main/shell/main.ts')
  await runAnew('src-preload/bridge.ts')
  const bridge = standIn.exposed.get('medmemory') as Bridge
  const events: WindowEvent[] = []
  bridge.on((event) => events.push(event))
  return { api: createClient(contract, bridgeTransport(bridge)), events, window: standIn.windows[0] }
}

test('sandbox, scheme and lock come before it is ready, and the guards before the window', async () => {
  await start()
  expect(standIn.asked.slice(0, 6)).toEqual([
    'app.enableSandbox',
    'protocol.registerSchemesAsPrivileged',
    'app.requestSingleInstanceLock',
    'app.whenReady',
    'session.protocol.handle',
    'BrowserWindow',
  ])
  const [session] = standIn.sessions
  expect(standIn.sessions).toHaveLength(1)
  expect(session).toMatchObject({ partition: 'window', options: { cache: false } })
  expect(Object.keys(session?.set ?? {}).sort()).toEqual(
    ['devicePermission', 'displayMedia', 'onBeforeRequest', 'permissionCheck', 'permissionRequest'].sort(),
  )
  expect(standIn.windows[0]?.webContents.openHandler?.({})).toEqual({ action: 'deny' })
  expect(standIn.windows[0]?.urls).toEqual(['app://medmemory/'])
  for (const name of ['disable-background-networking', 'disable-component-update', 'host-resolver-rules'])
    expect(standIn.switches.has(name)).toBe(true)
})

test('a second start shows the first one and ends; it makes no window', async () => {
  const { window } = await start()
  app.emit('second-instance')
  expect(standIn.asked).toContain('window.focus')
  expect(window?.urls).toHaveLength(1)

  standIn.reset()
  standIn.isSecondInstance = true
  await runAnew('src-main/shell/main.ts')
  expect([standIn.exits, standIn.windows]).toEqual([[0], []])
})

test('an installed program refuses to be looked into, before it does anything', async () => {
  app.isPackaged = true
  process.argv = ['medmemory', '--remote-debugging-port=9222']
  await runAnew('src-main/shell/main.ts')
  expect([standIn.exits, standIn.windows]).toEqual([[64], []])
  expect(standIn.asked).not.toContain('app.whenReady')
})

test('a vault is made and used through the window; sleep locks it and leaves nothing behind', async () => {
  const { api, events, window } = await start()
  const { vaultFolder } = await api.desktop.about()
  expect(vaultFolder.startsWith(standIn.userData)).toBe(true)
  await api.vault.create({ passphrase: testPassphrase, person: { name: 'Ada Example' } })
  expect(events).toContainEqual({ kind: 'unlocked' })
  await api.settings.set({ name: 'hideFromScreenCapture', value: 1 })
  await vi.waitFor(() => expect(window?.isProtected).toBe(true), 30_000)
  await api.desktop.copy({ text: 'Ada Example' })

  powerMonitor.emit('suspend')
  await vi.waitFor(() => expect(events).toContainEqual({ kind: 'locked' }), 30_000)
  expect((await api.vault.status()).state).toBe('locked')
  expect(window?.webContents.reloads).toBe(1)
  expect(window?.progress.at(-1)).toBe(-1)
  expect(window?.isProtected).toBe(false)
  expect(standIn.sessions[0]?.cleared).toBe(1)
  expect(clipboard.text).toBe('')
  expect(existsSync(join(vaultFolder, 'medmemory.log'))).toBe(true)
})

test('turning to another vault closes the first, is remembered, and loads the window anew', async () => {
  const { api, window } = await start()
  const first = (await api.desktop.about()).vaultFolder
  await api.vault.create({ passphrase: testPassphrase })
  const folder = join(standIn.userData, 'other')
  expect(await api.desktop.useVault({ folder })).toEqual({ used: true })
  await vi.waitFor(() => expect(window?.webContents.reloads).toBeGreaterThanOrEqual(1), 30_000)
  expect((await api.desktop.about()).vaultFolder).toBe(folder)
  expect((await api.vault.status()).state).toBe('absent')
  await api.desktop.useVault({ folder: first })
  expect((await api.vault.status()).state).toBe('locked')
})

test('what is chosen from the menu reaches the window, and the end locks the vault', async () => {
  const { api, events, window } = await start()
  await api.vault.create({ passphrase: testPassphrase })
  type Item = { label?: string; click?: () => void; submenu?: Item[] }
  const { template } = standIn.menu as { template: Item[] }
  template
    .flatMap(({ submenu }) => submenu ?? [])
    .find(({ label }) => label === 'Lock Now')
    ?.click?.()
  expect(events).toContainEqual({ kind: 'command', id: 'lock' })
  window?.emit('close')
  app.emit('window-all-closed')
  await vi.waitFor(() => expect(standIn.exits).toEqual([0]), 30_000)
  expect(events).toContainEqual({ kind: 'locked' })
})
