/**
 * The desktop application: Electron around the program. Order matters here and is tested: the sandbox, the switches and the
 * scheme before the application is ready; the guards before there is a window. What the program does is below app.ts.
 */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type BrowserWindow, clipboard, app as electron, Menu, powerMonitor, protocol, screen, session } from 'electron'
import { contractVersion } from '#contract/index.ts'
import { type App, createApp } from '../app.ts'
import { createVaultLog } from '../cli/open-app.ts'
import { defaultVaultFolder } from '../cli/vault-folder.ts'
import { createAssets } from './assets.ts'
import { createCopying } from './clipboard.ts'
import { createDesktop } from './dialogs.ts'
import { follow } from './follow.ts'
import { guardContents, guardSession } from './guard.ts'
import { serveWindow } from './ipc.ts'
import { createMenu } from './menu.ts'
import { ORIGIN, SCHEME } from './origin.ts'
import { lockOnAbsence } from './power.ts'
import { openRemembered } from './remembered.ts'
import { spawnUtility } from './spawn-engine.ts'
import { findRefusedSwitch, quietChromium } from './switches.ts'
import { endOnBug } from './unhandled.ts'
import { createWindow } from './window.ts'

process.umask(0o077)
electron.enableSandbox()
quietChromium(electron)
protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])

const isRefused = electron.isPackaged && findRefusedSwitch(process.argv.slice(1)) !== undefined
if (isRefused || !electron.requestSingleInstanceLock()) electron.exit(isRefused ? 64 : 0)
else {
  guardContents(electron)
  await electron.whenReady()
  await run()
}

async function run(): Promise<void> {
  const remembered = openRemembered(join(electron.getPath('userData'), 'window.json'))
  const copying = createCopying(clipboard)
  // without `persist:` in its name it lives in memory only
  const pages = session.fromPartition('window', { cache: false })
  guardSession(pages)

  let vaultFolder =
    remembered.vaultFolder() ?? defaultVaultFolder({ env: process.env, platform: process.platform, home: homedir() })
  let app = openApp()
  endOnBug(process, (exitCode) => void app.close().finally(() => electron.exit(exitCode)))

  const assets = await createAssets({
    folder: join(import.meta.dirname, '../renderer'),
    transport: () => app.connectTransport(contractVersion),
  })
  pages.protocol.handle(SCHEME, assets)

  const window = openWindow()
  const ipc = serveWindow(window.webContents, transportOfApp())
  let stopFollowing = followApp()
  window.webContents.on('render-process-gone', () => ipc.cancelAll())
  Menu.setApplicationMenu(createMenu((id) => ipc.tell({ kind: 'command', id })))
  const lock = () => void app.connect().vault.lock()
  lockOnAbsence(powerMonitor, lock)
  await window.loadURL(`${ORIGIN}/`)

  electron.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  electron.on('window-all-closed', () => electron.quit())
  let isClosing = false
  electron.on('before-quit', (event) => {
    if (isClosing) return
    isClosing = true
    event.preventDefault()
    void Promise.allSettled([copying.clear(), app.close()]).finally(() => electron.exit(0))
  })

  function openApp(): App {
    const desktop = createDesktop({
      window: () => window,
      version: electron.getVersion(),
      vaultFolder: () => vaultFolder,
      copy: copying.copy,
      turnToVault,
    })
    return createApp({
      ...{ dir: vaultFolder, desktop, spawnEngine: spawnUtility, locksWhenIdle: true },
      writeLog: createVaultLog(vaultFolder),
    })
  }

  /** One transport for each app and window, so that what the window has in flight is counted together. */
  function transportOfApp() {
    let of: App | undefined
    let transport = app.connectTransport(contractVersion)
    return () => {
      if (of !== app) transport = app.connectTransport(contractVersion)
      of = app
      return transport
    }
  }

  function followApp(): () => void {
    return app.on(follow({ window, session: pages, ipc, api: app.connect(), clearClipboard: copying.clear }))
  }

  async function turnToVault(folder: string): Promise<void> {
    await app.close()
    stopFollowing()
    vaultFolder = folder
    await remembered.remember({ vaultFolder })
    app = openApp()
    stopFollowing = followApp()
    // after the answer to the call that asked for it
    setImmediate(() => window.webContents.reload())
  }

  function openWindow(): BrowserWindow {
    const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
    const opened = createWindow({ session: pages, bounds: remembered.boundsWithin(screens) })
    if (remembered.isMaximized()) opened.maximize()
    opened.on('close', () => {
      const maximized = opened.isMaximized()
      void remembered.remember({ maximized, bounds: opened.getNormalBounds() })
    })
    return opened
  }
}
