/** The security rules hold for the program, and each of them finds what breaks it. */
import { describe, expect, test } from 'vitest'
import { rules } from './rules.ts'
import { planted, readProgram, type Sources } from './sources.ts'

const program = readProgram()

test('there is a program to look at', () => {
  expect([...program.values()].filter(({ program }) => program !== undefined).length).toBeGreaterThan(200)
  expect(rules.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, index) => `E${index + 1}`))
})

test.each(rules)('$id: $says', ({ breaks }) => {
  expect(breaks(program)).toEqual([])
})

const swap = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`nothing to plant in: ${from}`)
  return changed
}
const add = (line: string) => (text: string) => `${text}\n${line}\n`

const WINDOW = 'src-main/shell/window.ts'
const MAIN = 'src-main/shell/main.ts'
const GUARD = 'src-main/shell/guard.ts'
const IPC = 'src-main/shell/ipc.ts'
const BRIDGE = 'src-preload/bridge.ts'
const BUILDER = 'electron-builder.yml'
const SCREEN = 'src-renderer/screens/planted/Planted.tsx'

const violations: Readonly<Record<string, readonly (readonly [string, (text: string) => string])[]>> = {
  E1: [
    [
      'src-main/shell/second.ts',
      add("import { BrowserWindow } from 'electron'\nexport const w = new BrowserWindow({})"),
    ],
    [
      'src-main/shell/second.ts',
      add("import { WebContentsView } from 'electron'\nexport const w = new WebContentsView({})"),
    ],
    [WINDOW, swap('sandbox: true', 'sandbox: false')],
    [WINDOW, swap('  webviewTag: false,\n', '')],
    [WINDOW, swap('preload: join', 'nodeIntegration: true,\n      preload: join')],
  ],
  E2: [
    [MAIN, swap('electron.enableSandbox()\n', '')],
    [
      MAIN,
      swap(
        /electron\.enableSandbox\(\)\n([\s\S]*)await electron\.whenReady\(\)/,
        '$1await electron.whenReady(); electron.enableSandbox()',
      ),
    ],
  ],
  E3: [
    ['src-renderer/index.html', swap('</body>', '<script>alert(1)</script></body>')],
    ['src-renderer/index.html', swap('<body', '<body onload="x()"')],
    [SCREEN, add('export const P = (t: string) => <p dangerouslySetInnerHTML={{ __html: t }} />')],
    [SCREEN, add('export const p = (e: HTMLElement, t: string) => { e.innerHTML = t }')],
    [SCREEN, add('export const p = (t: string) => eval(t)')],
    [SCREEN, add('export const p = (t: string) => new Function(t)')],
    [SCREEN, add('export const P = () => <img alt="" src="https://x.test/a.png" />')],
    [SCREEN, add('export const P = () => <a href="javascript:alert(1)">x</a>')],
    [SCREEN, add('export const p = (t: string) => document.write(t)')],
  ],
  E4: [
    [MAIN, swap('secure: true }', 'secure: true, bypassCSP: true }')],
    [MAIN, swap(/loadURL\(`.*`\)/, "loadFile('index.html')")],
    [GUARD, add("export const url = 'file:///etc/passwd'")],
    ['src-main/shell/second.ts', add("export const f = (w: { loadURL(u: string): void }) => w.loadURL('x')")],
  ],
  E5: [
    [GUARD, swap('answer(false)', "answer(_ === 'media')")],
    [GUARD, swap(/session\.setPermissionCheckHandler.*\n/, '')],
    [MAIN, swap('  guardSession(pages)\n', '')],
    ['src-main/shell/second.ts', add("import { session } from 'electron'\nexport const s = session.defaultSession")],
  ],
  E6: [
    [GUARD, swap("  contents.on('will-redirect', prevent)\n", '')],
    [GUARD, swap("{ action: 'deny' }", "{ action: 'allow' }")],
    [MAIN, swap('  guardContents(electron)\n', '')],
  ],
  E7: [
    [
      'src-main/shell/links.ts',
      add("import { shell } from 'electron'\nexport const o = (u: string) => shell.openExternal(u)"),
    ],
    [
      'src-main/shell/links.ts',
      add("import { shell } from 'electron'\nexport const o = (u: string) => shell.openPath(u)"),
    ],
  ],
  E8: [
    ['src-main/shell/second.ts', add("import { ipcMain } from 'electron'\nipcMain.handle('x', () => 1)")],
    [IPC, swap("ipcMain.handle('open'", "ipcMain.handle('opened'")],
    [IPC, swap('!isOurs(event) ||', '')],
    [IPC, swap('isOurs(event) && typeof', 'typeof')],
    [IPC, swap(/ \|\| isTooLarge\(input\)|isTooLarge\(input\) \|\||isTooLarge\(input\)/, ' || false')],
  ],
  E9: [
    [BRIDGE, add("contextBridge.exposeInMainWorld('ipc', ipcRenderer)")],
    [BRIDGE, swap('pathOf: async', 'send: (channel: string) => ipcRenderer.send(channel),\n  pathOf: async')],
    [
      BRIDGE,
      swap(
        'pathOf: async (file: File) => webUtils.getPathForFile(file)',
        'pathOf: async (file: File) => webUtils.getPathForFile(file),\n  ipc: ipcRenderer',
      ),
    ],
    [BRIDGE, swap('Object.freeze(', '(')],
    [
      'src-preload/second.ts',
      add("import { contextBridge } from 'electron'\ncontextBridge.exposeInMainWorld('x', {})"),
    ],
  ],
  E10: [
    [BUILDER, swap('runAsNode: false', 'runAsNode: true')],
    [BUILDER, swap('  onlyLoadAppFromAsar: true\n', '')],
    [BUILDER, swap(/electronFuses:\n( {2}.*\n)+/, '')],
  ],
  E11: [
    [BUILDER, add('asar: false')],
    [BUILDER, swap("  - resources/**\n  - '**/node_modules", "  - out/**\n  - '**/node_modules")],
    [BUILDER, swap('  - out/**\n', '  - out/**\n  - tools/**\n')],
  ],
  E12: [
    ['package-lock.json', swap(/("node_modules\/electron": \{\s*"version": )"[^"]+"/, '$1"37.0.0"')],
    ['package-lock.json', swap(/("node_modules\/pdfjs-dist": \{\s*"version": )"[^"]+"/, '$1"6.2.107"')],
  ],
  E13: [
    [MAIN, swap(/ \|\| !electron\.requestSingleInstanceLock\(\)/, '')],
    [MAIN, swap(/findRefusedSwitch\(process\.argv\.slice\(1\)\) !== undefined/, 'false')],
    [MAIN, add("electron.on('open-url', () => {})")],
    [MAIN, add("electron.setAsDefaultProtocolClient('medmemory')")],
    [BUILDER, add('protocols: { name: MedMemory, schemes: [medmemory] }')],
  ],
  E14: [
    [MAIN, swap("fromPartition('window'", "fromPartition('persist:window'")],
    [MAIN, swap('{ cache: false }', '{ cache: true }')],
    [SCREEN, add("export const k = () => localStorage.getItem('name')")],
    [SCREEN, add("export const k = () => window.indexedDB.open('x')")],
    [SCREEN, add("export const k = () => navigator.serviceWorker.register('/x.js')")],
  ],
  E15: [
    [MAIN, swap(/ {2}endOnBug\(process.*\n/, '')],
    ['src-main/engines/serve.ts', swap(/process\.on\('unhandledRejection'.*\n/, '\n')],
    [
      'src-main/shell/second.ts',
      add("import { crashReporter } from 'electron'\ncrashReporter.start({ uploadToServer: false })"),
    ],
  ],
}

const cases = Object.entries(violations).flatMap(([id, plants]) =>
  plants.map(([path, change], n) => ({ id, path, change, n })),
)

describe('each rule can be broken', () => {
  test('by something planted for every one of them', () => {
    expect(Object.keys(violations)).toEqual(rules.map(({ id }) => id))
  })

  test.each(cases)('$id, violation $n in $path', ({ id, path, change }) => {
    const changed: Sources = planted(program, path, change)
    expect(rules.find((rule) => rule.id === id)?.breaks(changed)).not.toEqual([])
  })
})
