/**
 * How the desktop application is closed, as rules over its sources: each says what breaks it, and each is shown in
 * rules.test.ts to be broken by something planted. What a rule cannot see in the text is tested in tests/shell.
 */
import { namesIn, type Source, type Sources, stringsIn, visit } from './sources.ts'
import { supported } from './supported.ts'

export interface Rule {
  readonly id: string
  readonly says: string
  readonly breaks: (sources: Sources) => string[]
}

const inFolder = (sources: Sources, start: string) => [...sources.values()].filter(({ path }) => path.startsWith(start))
const code = (sources: Sources) => [...sources.values()].filter(({ program }) => program !== undefined)
const textOf = (sources: Sources, path: string) => sources.get(path)?.text ?? ''

/** Where these names are used, save in the files that may. */
const usesOf = (sources: Iterable<Source>, names: RegExp, except: readonly string[] = []) =>
  [...sources]
    .filter(({ path }) => !except.includes(path))
    .flatMap((source) => namesIn(source).flatMap(({ name }) => (names.test(name) ? [`${source.path}: ${name}`] : [])))

const missing = (sources: Sources, path: string, ...parts: RegExp[]) =>
  parts.filter((part) => !part.test(textOf(sources, path))).map((part) => `${path}: no ${part.source}`)

/** The texts stand in this order, each once. */
const outOfOrder = (sources: Sources, path: string, ...parts: string[]) => {
  const places = parts.map((part) => textOf(sources, path).indexOf(part))
  const isOrdered = places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1))
  return isOrdered ? [] : [`${path}: not in the order ${parts.join(' → ')}`]
}

const WINDOW = 'src-main/shell/window.ts'
const MAIN = 'src-main/shell/main.ts'
const GUARD = 'src-main/shell/guard.ts'
const IPC = 'src-main/shell/ipc.ts'
const BRIDGE = 'src-preload/bridge.ts'
const BUILDER = 'electron-builder.yml'

const windowMakers = /^(BrowserWindow|BrowserView|BaseWindow|WebContentsView)$/

export const rules: readonly Rule[] = [
  {
    id: 'E1',
    says: 'windows are made in one place, with nothing switched on that opens them',
    breaks: (sources) => {
      const makers = usesOf(code(sources), windowMakers, [WINDOW])
      const made: string[] = []
      for (const source of inFolder(sources, 'src-main/'))
        visit(source, {
          NewExpression({ callee }) {
            if (callee.type === 'Identifier' && windowMakers.test(callee.name)) made.push(source.path)
          },
        })
      const types = makers.filter((use) => !isTypeOnly(sources, use))
      const loosened = loosenedPreferences(sources)
      return [...types, ...(made.join() === WINDOW ? [] : [`windows made: ${made.join(', ')}`]), ...loosened]
    },
  },
  {
    id: 'E2',
    says: 'the sandbox is on before anything is ready',
    breaks: (sources) => outOfOrder(sources, MAIN, 'electron.enableSandbox()', 'electron.whenReady()'),
  },
  {
    id: 'E3',
    says: 'the window has no inline script, no markup made of text, no code made of text, and names no server',
    breaks: (sources) => {
      const html = textOf(sources, 'src-renderer/index.html')
      const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>|\son\w+\s*=|javascript:/gi)].map(
        ([found]) => found,
      )
      const renderer = inFolder(sources, 'src-renderer/')
      const names =
        /^(dangerouslySetInnerHTML|eval|Function)$|\.(innerHTML|outerHTML|insertAdjacentHTML|srcdoc|write|writeln|createContextualFragment|parseFromString|setHTMLUnsafe)$/
      const urls = renderer.flatMap((source) =>
        stringsIn(source)
          .filter((text) => /^\s*(https?:|wss?:|\/\/)|javascript:|data:text\/html/i.test(text))
          .map((text) => `${source.path}: ${text}`),
      )
      return [...inline, ...usesOf(renderer, names), ...urls]
    },
  },
  {
    id: 'E4',
    says: 'the page comes from our own scheme, standard and secure and no more, and never from a file',
    breaks: (sources) => [
      ...usesOf(code(sources), /\.(loadFile|registerFileProtocol|interceptFileProtocol|interceptHttpProtocol)$/),
      ...missing(sources, MAIN, /privileges: \{ standard: true, secure: true \}/, /loadURL\(`\$\{ORIGIN\}\/`\)/),
      ...[
        ...textOf(sources, MAIN).matchAll(/bypassCSP|allowServiceWorkers|corsEnabled|supportFetchAPI|stream: true/g),
      ].map(([found]) => found),
      ...inFolder(sources, 'src-main/shell/').flatMap((source) =>
        stringsIn(source).filter((text) => text.startsWith('file:')),
      ),
      ...usesOf(code(sources), /\.loadURL$/, [MAIN]),
    ],
  },
  {
    id: 'E5',
    says: 'every permission is denied on the one session there is',
    breaks: (sources) => [
      ...missing(
        sources,
        GUARD,
        /setPermissionRequestHandler\(\(.*\) => answer\(false\)\)/,
        /setPermissionCheckHandler\(\(\) => false\)/,
        /setDevicePermissionHandler\(\(\) => false\)/,
        /setDisplayMediaRequestHandler\(\(_, answer\) => answer\(\{\}\)\)/,
      ),
      ...usesOf(code(sources), /^set(Permission|DevicePermission|DisplayMedia)\w*$/, [GUARD]).filter(
        (use) => !/type/.test(use),
      ),
      ...usesOf(code(sources), /\.(fromPartition|defaultSession|fromPath)$/, [MAIN]),
      ...outOfOrder(sources, MAIN, 'fromPartition(', 'guardSession(pages)', 'openWindow()'),
    ],
  },
  {
    id: 'E6',
    says: 'no page goes elsewhere, opens a window or embeds anything',
    breaks: (sources) => [
      ...['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'].flatMap((event) =>
        textOf(sources, GUARD).includes(`on('${event}', prevent)`) ? [] : [`${GUARD}: no ${event}`],
      ),
      ...missing(sources, GUARD, /setWindowOpenHandler\(\(\) => \(\{ action: 'deny' \}\)\)/),
      ...code(sources).flatMap(({ path, text }) =>
        /action: ['"]allow['"]/.test(text) ? [`${path}: allows a window`] : [],
      ),
      ...outOfOrder(sources, MAIN, 'guardContents(electron)', 'electron.whenReady()'),
    ],
  },
  {
    id: 'E7',
    says: 'nothing is handed to another program to open',
    breaks: (sources) => usesOf(code(sources), /(^|\.)(openExternal|openPath|beginDownload|downloadURL)$/),
  },
  {
    id: 'E8',
    says: 'messages come in at one place, over known channels, and each is asked where it comes from',
    breaks: (sources) => {
      const taken = channelsOf(sources.get(IPC), 'ipcMain', ['handle', 'on'])
      const sent = channelsOf(sources.get(BRIDGE), 'ipcRenderer', ['invoke', 'send'])
      const unlike = taken.join() === sent.join() ? [] : [`taken: ${taken.join(', ')}; sent: ${sent.join(', ')}`]
      return [
        ...usesOf(code(sources), /^ipcMain\.(handle|handleOnce|on|once)$/, [IPC]),
        ...unlike,
        ...missing(
          sources,
          IPC,
          /const call = start\(event, id, path, input\)[\s\S]*const call = start\(event, id, path, input\)/,
          /if \(\s*!isOurs\(event\)/,
          /if \(isOurs\(event\) && typeof id === 'number'\) cancel/,
          /isTooLarge\(input\)/,
        ),
      ]
    },
  },
  {
    id: 'E9',
    says: 'the window gets four frozen functions over spelled-out channels, and nothing of Electron',
    breaks: (sources) => [...usesOf(code(sources), /\.exposeIn\w+$/, [BRIDGE]), ...bridgeFaults(sources.get(BRIDGE))],
  },
  {
    id: 'E10',
    says: 'the fuses are exactly these',
    breaks: (sources) => {
      const [, block = ''] = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(textOf(sources, BUILDER)) ?? []
      const set = Object.fromEntries(
        [...block.matchAll(/^ {2}(\w+): (\w+)$/gm)].map(([, name = '', on]) => [name, on === 'true']),
      )
      return JSON.stringify(sorted(set)) === JSON.stringify(sorted(fuses)) ? [] : [JSON.stringify(set)]
    },
  },
  {
    id: 'E11',
    says: 'the program is in one archive whose hash is checked where the system can; only data and native code lie beside it',
    breaks: (sources) => {
      const text = textOf(sources, BUILDER)
      const [, unpacked = ''] = /^asarUnpack:\n((?: {2}- .*\n)+)/m.exec(text) ?? []
      return [
        ...(/^asar: *false/m.test(text) ? ['no archive'] : []),
        ...(/\bout\b/.test(unpacked) ? ['built code lies beside the archive'] : []),
        ...(/^ {2}- (tools|tests|src-)/m.test(text) ? ['sources or tools are packed'] : []),
      ]
    },
  },
  {
    id: 'E12',
    says: 'Electron is a version that is still mended, and the PDF library is past its known holes',
    breaks: (sources) => {
      const { packages } = JSON.parse(textOf(sources, 'package-lock.json')) as {
        packages: Record<string, { version: string } | undefined>
      }
      const electron = packages['node_modules/electron']?.version ?? '0'
      const pdfjs = packages['node_modules/pdfjs-dist']?.version ?? '0'
      return [
        ...(supported.electronMajors.includes(Number(electron.split('.')[0])) ? [] : [`electron ${electron}`]),
        ...(isAtLeast(pdfjs, supported.pdfjsFloor) ? [] : [`pdfjs-dist ${pdfjs}`]),
      ]
    },
  },
  {
    id: 'E13',
    says: 'one instance; no link and no file of the system starts anything; switches that open the window are refused first',
    breaks: (sources) => [
      ...outOfOrder(sources, MAIN, 'findRefusedSwitch(', 'requestSingleInstanceLock()', 'electron.whenReady()'),
      ...usesOf(code(sources), /\.(setAsDefaultProtocolClient|setJumpList|addRecentDocument)$/),
      ...inFolder(sources, 'src-main/shell/').flatMap((source) =>
        stringsIn(source).filter((text) => /^(open-url|open-file)$/.test(text)),
      ),
      ...usesOf(inFolder(sources, 'src-main/shell/'), /^process\.argv$/, [MAIN]),
      ...(/^protocols:/m.test(textOf(sources, BUILDER)) ? ['a link scheme is registered'] : []),
    ],
  },
  {
    id: 'E14',
    says: 'pages leave nothing on the disk: a session in memory, without cache, and no storage of the page’s own',
    breaks: (sources) => [
      ...code(sources).flatMap((source) =>
        stringsIn(source)
          .filter((text) => text.startsWith('persist:'))
          .map((text) => `${source.path}: ${text}`),
      ),
      ...missing(sources, MAIN, /fromPartition\('window', \{ cache: false \}\)/),
      ...usesOf(
        inFolder(sources, 'src-renderer/'),
        /^(localStorage|sessionStorage|indexedDB|caches)$|\.(localStorage|sessionStorage|indexedDB|caches|serviceWorker|cookie|storage)$/,
      ),
    ],
  },
  {
    id: 'E15',
    says: 'a bug that nobody caught ends its process, and no report of a crash is made',
    breaks: (sources) => [
      ...missing(sources, MAIN, /endOnBug\(process/),
      ...missing(
        sources,
        'src-main/engines/serve.ts',
        /process\.on\('unhandledRejection', \(\) => process\.exit\(\d+\)\)/,
      ),
      ...usesOf(code(sources), /^crashReporter$|\.startCrashReporter$/),
    ],
  },
]

const fuses: Readonly<Record<string, boolean>> = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
}

const sorted = (record: Readonly<Record<string, boolean>>) => Object.entries(record).sort()

/** What must stand in the frozen preferences, spelled out. */
const preferences: Readonly<Record<string, boolean>> = {
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  spellcheck: false,
}

/** The same names may stand nowhere else in main: nobody sets them again. */
function loosenedPreferences(sources: Sources): string[] {
  const set = new Map<string, unknown>()
  const elsewhere: string[] = []
  for (const source of inFolder(sources, 'src-main/'))
    visit(source, {
      Property({ key, value }) {
        if (key.type !== 'Identifier' || !Object.hasOwn(preferences, key.name)) return
        if (source.path !== WINDOW || set.has(key.name)) elsewhere.push(`${source.path}: ${key.name}`)
        else set.set(key.name, value.type === 'Literal' ? value.value : '?')
      },
    })
  const wrong = Object.entries(preferences).filter(([name, wanted]) => set.get(name) !== wanted)
  return [...elsewhere, ...wrong.map(([name]) => `${WINDOW}: ${name}`)]
}

/** The type of a window may be named where no window is made. */
function isTypeOnly(sources: Sources, use: string): boolean {
  const [path = '', name = ''] = use.split(': ')
  let asValue = false
  const isIt = (node: { type: string; name?: unknown }) => {
    if (node.type === 'Identifier' && node.name === name) asValue = true
  }
  const source = sources.get(path)
  if (source !== undefined)
    visit(source, { NewExpression: ({ callee }) => isIt(callee), MemberExpression: ({ object }) => isIt(object) })
  return !asValue
}

/** The channels that are named, sorted; one that is not spelled out is `?`. */
function channelsOf(source: Source | undefined, owner: string, methods: readonly string[]): string[] {
  const channels = new Set<string>()
  if (source !== undefined)
    visit(source, {
      CallExpression({ callee, arguments: [channel] }) {
        if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return
        if (callee.object.name !== owner || callee.property.type !== 'Identifier') return
        if (!methods.includes(callee.property.name)) return
        channels.add(channel?.type === 'Literal' ? String(channel.value) : '?')
      },
    })
  return [...channels].sort()
}

function bridgeFaults(source: Source | undefined): string[] {
  if (source === undefined) return ['no bridge']
  const faults: string[] = []
  const channels = channelsOf(source, 'ipcRenderer', ['invoke', 'send', 'on', 'sendSync', 'postMessage', 'once'])
  if (channels.includes('?')) faults.push('a channel that is not spelled out')
  const exposed: string[] = []
  const functions: string[] = []
  let ipcUses = 0
  let ipcCalls = 0
  visit(source, {
    Identifier({ name }) {
      if (name === 'ipcRenderer') ipcUses += 1
    },
    // the import names it twice, once for each side of an `as`
    ImportSpecifier({ imported }) {
      if (imported.type === 'Identifier' && imported.name === 'ipcRenderer') ipcUses -= 2
    },
    CallExpression({ callee, arguments: given }) {
      if (
        callee.type !== 'MemberExpression' ||
        callee.object.type !== 'Identifier' ||
        callee.property.type !== 'Identifier'
      )
        return
      if (callee.object.name === 'ipcRenderer') ipcCalls += 1
      if (callee.property.name === 'exposeInMainWorld')
        exposed.push(
          given
            .map((each) =>
              each.type === 'Literal' ? String(each.value) : each.type === 'Identifier' ? each.name : '?',
            )
            .join(),
        )
      if (callee.object.name === 'Object' && callee.property.name === 'freeze' && given[0]?.type === 'ObjectExpression')
        for (const property of given[0].properties)
          functions.push(
            property.type === 'Property' &&
              property.key.type === 'Identifier' &&
              property.value.type === 'ArrowFunctionExpression'
              ? property.key.name
              : '?',
          )
    },
  })
  if (exposed.join(';') !== 'medmemory,bridge') faults.push(`exposed: ${exposed.join(';')}`)
  if (functions.sort().join() !== 'call,on,open,pathOf') faults.push(`functions: ${functions.join()}`)
  if (ipcUses !== ipcCalls) faults.push('ipcRenderer is more than called')
  return faults
}

function isAtLeast(version: string, floor: string): boolean {
  const [has, wants] = [version, floor].map((text) => text.split('.').map(Number))
  for (const [index, part] of (wants ?? []).entries()) {
    const own = has?.[index] ?? 0
    if (own !== part) return own > part
  }
  return true
}
