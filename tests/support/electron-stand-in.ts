/**
 * Stands in for `electron` in tests of the shell: records what was asked of it, and lets a test play the system's part. Its
 * two ends of IPC are joined, with a copy of everything that crosses, so that bridge and shell can be tested together.
 */
import { EventEmitter } from 'node:events'

type Listener = (...values: never[]) => unknown

/** All that was asked, in order: `app.enableSandbox`, `protocol.registerSchemesAsPrivileged`, … */
const asked: string[] = []
const ask = <T>(what: string, value?: T): T => {
  asked.push(what)
  return value as T
}

const put = (assign: () => unknown): void => void assign()

interface Frame {
  url: string
  parent: Frame | null
}

class WebContents extends EventEmitter {
  readonly sent: unknown[][] = []
  destroyed = false
  reloads = 0
  mainFrame: Frame = { url: 'app://medmemory/', parent: null }
  openHandler: ((details: unknown) => { action: string }) | undefined
  setWindowOpenHandler(handler: (details: unknown) => { action: string }) {
    this.openHandler = handler
  }
  isDestroyed() {
    return this.destroyed
  }
  send(channel: string, ...values: unknown[]) {
    const copy = structuredClone(values)
    this.sent.push([channel, ...copy])
    ipcRenderer.emit(channel, {}, ...copy)
  }
  reload() {
    this.reloads += 1
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents()
  readonly options: unknown
  readonly progress: number[] = []
  readonly urls: string[] = []
  isProtected = false
  shown = 0
  constructor(options: unknown) {
    super()
    this.options = options
    standIn.windows.push(this)
    ask('BrowserWindow')
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string) {
    this.urls.push(url)
  }
  show() {
    this.shown += 1
  }
  setProgressBar(value: number) {
    this.progress.push(value)
  }
  setContentProtection(on: boolean) {
    this.isProtected = on
  }
  isDestroyed = () => false
  isMinimized = () => false
  isMaximized = () => false
  getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 })
  maximize() {}
  restore() {}
  focus = () => ask('window.focus')
}

class App extends EventEmitter {
  isPackaged = false
  commandLine = { appendSwitch: (name: string, value?: string) => void standIn.switches.set(name, value) }
  enableSandbox = () => ask('app.enableSandbox')
  requestSingleInstanceLock = () => ask('app.requestSingleInstanceLock', !standIn.isSecondInstance)
  whenReady = async () => ask('app.whenReady')
  getPath = () => standIn.userData
  getVersion = () => '0.1.0'
  quit = () => {
    ask('app.quit')
    this.emit('before-quit', { preventDefault: () => {} })
  }
  exit = (code: number) => {
    ask(`app.exit ${code}`)
    standIn.exits.push(code)
  }
}

class Session extends EventEmitter {
  readonly partition: string
  readonly options: unknown
  readonly set: Record<string, Listener | null> = {}
  cleared = 0
  handlers = new Map<string, (request: Request) => Promise<Response>>()
  webRequest = { onBeforeRequest: (listener: Listener) => put(() => (this.set.onBeforeRequest = listener)) }
  protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
      ask('session.protocol.handle')
      this.handlers.set(scheme, handler)
    },
  }
  constructor(partition: string, options: unknown) {
    super()
    this.partition = partition
    this.options = options
  }
  setPermissionRequestHandler = (handler: Listener) => put(() => (this.set.permissionRequest = handler))
  setPermissionCheckHandler = (handler: Listener) => put(() => (this.set.permissionCheck = handler))
  setDevicePermissionHandler = (handler: Listener) => put(() => (this.set.devicePermission = handler))
  setDisplayMediaRequestHandler = (handler: Listener) => put(() => (this.set.displayMedia = handler))
  clearStorageData = async () => put(() => (this.cleared += 1))
  clearCache = async () => {}
}

const handlers = new Map<string, (event: unknown, ...values: unknown[]) => unknown>()
const senders = () => ({
  sender: standIn.sender ?? standIn.windows[0]?.webContents,
  senderFrame: standIn.senderFrame === undefined ? standIn.windows[0]?.webContents.mainFrame : standIn.senderFrame,
})

export const ipcMain = Object.assign(new EventEmitter(), {
  handle(channel: string, handler: (event: unknown, ...values: unknown[]) => unknown) {
    if (handlers.has(channel)) throw new Error(`a second handler for ${channel}`)
    handlers.set(channel, handler)
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
})

export const ipcRenderer = Object.assign(new EventEmitter(), {
  async invoke(channel: string, ...values: unknown[]) {
    const handler = handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return structuredClone(await handler(senders(), ...structuredClone(values)))
  },
  send(channel: string, ...values: unknown[]) {
    ipcMain.emit(channel, senders(), ...structuredClone(values))
  },
})

export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown) => void standIn.exposed.set(name, api),
}
export const webUtils = { getPathForFile: (file: { name: string }) => `/home/ada/${file.name}` }
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown) => ask('protocol.registerSchemesAsPrivileged', schemes),
}
export const app = new App()
export const session = {
  fromPartition(partition: string, options: unknown) {
    const made = new Session(partition, options)
    standIn.sessions.push(made)
    return made
  },
}
export const Menu = {
  buildFromTemplate: (template: unknown) => ({ template }),
  setApplicationMenu: (menu: unknown) => put(() => (standIn.menu = menu)),
}
export const clipboard = {
  text: '',
  readText: async () => clipboard.text,
  writeText: async (text: string) => put(() => (clipboard.text = text)),
  clear: () => put(() => (clipboard.text = '')),
}
export const powerMonitor = new EventEmitter()
export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
}
export const dialog = {
  showOpenDialog: async (_: unknown, options: unknown) => {
    standIn.dialogs.push(options)
    return { filePaths: standIn.chosen, canceled: standIn.chosen.length === 0 }
  },
  showSaveDialog: async (_: unknown, options: unknown) => {
    standIn.dialogs.push(options)
    return { filePath: standIn.chosen[0] ?? '', canceled: standIn.chosen.length === 0 }
  },
}
export const shell = {
  showItemInFolder: (path: string) => void standIn.shownFiles.push(path),
  async trashItem(path: string): Promise<void> {
    if (standIn.trashFails) throw new Error('no trash here')
    standIn.trashed.push(path)
  },
}

class UtilityProcess extends EventEmitter {
  readonly posted: unknown[] = []
  pid: number | undefined = 4_194_305
  postMessage(message: unknown) {
    this.posted.push(message)
  }
}
export const utilityProcess = {
  fork(path: string, argv: unknown, options: unknown) {
    const child = new UtilityProcess()
    standIn.forks.push({ path, argv, options, child })
    return child
  },
}

/** What was recorded, and what the system is to answer. */
export const standIn = {
  asked,
  windows: [] as BrowserWindow[],
  sessions: [] as Session[],
  switches: new Map<string, string | undefined>(),
  exposed: new Map<string, unknown>(),
  exits: [] as number[],
  dialogs: [] as unknown[],
  shownFiles: [] as string[],
  trashed: [] as string[],
  trashFails: false,
  forks: [] as { path: string; argv: unknown; options: unknown; child: UtilityProcess }[],
  menu: undefined as unknown,
  /** What a person picks in the next dialogs. */
  chosen: [] as string[],
  userData: '',
  isSecondInstance: false,
  /** Who the next messages come from; the first window's top frame unless set. */
  sender: undefined as unknown,
  senderFrame: undefined as Frame | null | undefined,
  reset() {
    asked.length = 0
    handlers.clear()
    for (const emitter of [ipcMain, ipcRenderer, app, powerMonitor]) emitter.removeAllListeners()
    standIn.switches.clear()
    standIn.exposed.clear()
    Object.assign(standIn, {
      windows: [],
      sessions: [],
      exits: [],
      dialogs: [],
      shownFiles: [],
      trashed: [],
      trashFails: false,
      forks: [],
      chosen: [],
    })
    Object.assign(standIn, { menu: undefined, isSecondInstance: false, sender: undefined, senderFrame: undefined })
    app.isPackaged = false
    clipboard.text = ''
  },
}
