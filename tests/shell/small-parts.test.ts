/** The small parts of the shell, one by one: menu, memory, clipboard, dialogs, engines, power, switches. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PowerMonitor } from 'electron'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { shortcuts } from '#contract/shortcuts.ts'
import { createCopying } from '../../src-main/shell/clipboard.ts'
import { createDesktop } from '../../src-main/shell/dialogs.ts'
import { createMenu } from '../../src-main/shell/menu.ts'
import { lockOnAbsence } from '../../src-main/shell/power.ts'
import { openRemembered } from '../../src-main/shell/remembered.ts'
import { spawnUtility } from '../../src-main/shell/spawn-engine.ts'
import { findRefusedSwitch } from '../../src-main/shell/switches.ts'
import { endOnBug } from '../../src-main/shell/unhandled.ts'
import { tempDir } from '../support/temp-dir.ts'
import { clipboard, powerMonitor, standIn } from './fresh-electron.ts'

afterEach(() => vi.useRealTimers())

describe('shortcuts and menu', () => {
  test('no two shortcuts that can act at the same place share their keys', () => {
    for (const place of ['list', 'viewer', 'answer'] as const) {
      const active = shortcuts.filter(({ where }) => where === 'everywhere' || where === place)
      const keys = active.flatMap(({ keys }) => keys as readonly string[])
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
      // the first key of a sequence may be no shortcut of its own
      const firsts = keys.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0])
      expect(keys.filter((key) => firsts.includes(key))).toEqual([])
    }
    expect(new Set(shortcuts.map(({ id }) => id)).size).toBe(shortcuts.length)
  })

  test('every shortcut with a menu is in it, shows its keys without taking them, and tells what was chosen', () => {
    const chosen: string[] = []
    type Item = {
      label?: string
      accelerator?: string
      registerAccelerator?: boolean
      click?: () => void
      submenu?: Item[]
    }
    const { template } = createMenu((id) => chosen.push(id), false) as unknown as { template: Item[] }
    const items = template.flatMap(({ submenu }) => submenu ?? []).filter(({ click }) => click !== undefined)
    for (const item of items) item.click?.()
    expect([...chosen].sort()).toEqual(shortcuts.flatMap((each) => ('menu' in each ? [each.id] : [])).sort())
    expect(items.every(({ registerAccelerator, label }) => registerAccelerator === false && label !== '')).toBe(true)
    expect(items.map(({ accelerator }) => accelerator)).toContain('CommandOrControl+K')
    expect(items.every(({ accelerator }) => accelerator === undefined || /^[A-Za-z0-9+=,-]+$/.test(accelerator))).toBe(
      true,
    )
  })
})

describe('what is remembered', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]

  test('survives a new start, privately, and a file that is no good is as none', async () => {
    const path = join(tempDir(), 'window.json')
    await openRemembered(path).remember({ vaultFolder: '/data/vault', maximized: true })
    const again = openRemembered(path)
    expect([again.vaultFolder(), again.isMaximized()]).toEqual(['/data/vault', true])
    for (const bad of ['', '{', '[]', '{"vaultFolder":5}', '{"surplus":1}', '{"bounds":{"width":1e9,"height":1}}']) {
      writeFileSync(path, bad)
      expect(openRemembered(path).vaultFolder()).toBeUndefined()
      expect(openRemembered(path).boundsWithin(screens)).toBeUndefined()
    }
  })

  test('a window does not come back where there is no screen any more', async () => {
    const path = join(tempDir(), 'window.json')
    const remembered = openRemembered(path)
    await remembered.remember({ bounds: { x: 100, y: 50, width: 1000, height: 700 } })
    expect(remembered.boundsWithin(screens)).toEqual({ x: 100, y: 50, width: 1000, height: 700 })
    await remembered.remember({ bounds: { x: 5000, y: 50, width: 1000, height: 700 } })
    expect(remembered.boundsWithin(screens)).toBeUndefined()
    await remembered.remember({ bounds: { width: 1000, height: 700 } })
    expect(remembered.boundsWithin(screens)).toEqual({ width: 1000, height: 700 })
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ bounds: { width: 1000, height: 700 } })
  })

  test('a disk that takes nothing is no error', async () => {
    await openRemembered(join(tempDir(), 'no/such/folder/window.json')).remember({ maximized: true })
  })
})

describe('copied text', () => {
  test('leaves the clipboard after thirty seconds, and at once when told to', async () => {
    vi.useFakeTimers()
    const { copy, clear } = createCopying(clipboard)
    await copy('Penicillin: hives [1]')
    await vi.advanceTimersByTimeAsync(29_000)
    expect(clipboard.text).toBe('Penicillin: hives [1]')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(clipboard.text).toBe('')
    await copy('again')
    await clear()
    expect(clipboard.text).toBe('')
  })

  test('is not cleared when something else came there, and locking first stops the timer', async () => {
    vi.useFakeTimers()
    const { copy, clear } = createCopying(clipboard)
    await copy('first')
    clipboard.text = 'from another program'
    await vi.advanceTimersByTimeAsync(31_000)
    expect(clipboard.text).toBe('from another program')
    await copy('second')
    await clear()
    clipboard.text = 'second'
    await vi.advanceTimersByTimeAsync(31_000)
    expect(clipboard.text).toBe('second')
  })

  test('a clipboard that cannot be read is left alone', async () => {
    const { copy, clear } = createCopying({ ...clipboard, readText: () => Promise.reject(new Error('no display')) })
    await copy('kept')
    await clear()
    expect(clipboard.text).toBe('kept')
  })
})

describe('dialogs', () => {
  const desktop = (turned: string[] = []) =>
    createDesktop({
      window: () => ({}) as never,
      version: '0.1.0',
      vaultFolder: () => '/data/vault',
      copy: createCopying(clipboard).copy,
      turnToVault: async (folder) => void turned.push(folder),
    })
  const { signal } = new AbortController()

  test('answer what was chosen, or that nothing was', async () => {
    const { about, chooseVault, chooseFiles, chooseSavePath } = desktop()
    expect(await about(undefined, signal)).toMatchObject({ surroundings: 'desktop', vaultFolder: '/data/vault' })
    expect(await chooseVault(undefined, signal)).toEqual({ folder: null })
    expect(await chooseSavePath({ name: 'x.pdf' }, signal)).toEqual({ path: null })
    standIn.chosen = ['/data/a.pdf', '/data/b.pdf']
    expect(await chooseVault(undefined, signal)).toEqual({ folder: '/data/a.pdf' })
    expect(await chooseFiles({ what: 'files' }, signal)).toEqual({ paths: ['/data/a.pdf', '/data/b.pdf'] })
    expect(await chooseFiles({ what: 'folder' }, signal)).toMatchObject({ paths: ['/data/a.pdf', '/data/b.pdf'] })
    expect(await chooseSavePath({ name: 'x.pdf' }, signal)).toEqual({ path: '/data/a.pdf' })
    expect(standIn.dialogs.at(-2)).toEqual({ properties: ['openDirectory', 'dontAddToRecent'] })
  })

  test('a name from a document is a name only where it is offered', async () => {
    for (const name of ['../../.bashrc', 'a/b\\c.pdf', '..', 'a\u202efdp.exe', 'a\u0000b', 'C:evil', 'x'.repeat(255)]) {
      await desktop().chooseSavePath({ name }, signal)
      const { defaultPath } = standIn.dialogs.at(-1) as { defaultPath: string }
      expect(defaultPath).not.toMatch(/[/\\:\p{Cc}\p{Cf}]|^\./u)
    }
  })

  test('a file goes to the trash by its whole path, and what the system refuses is told', async () => {
    const { trash } = desktop()
    await expect(trash('a.pdf')).rejects.toMatchObject({ code: 'input/invalid' })
    await trash('/data/a.pdf')
    standIn.trashFails = true
    await expect(trash('/data/b.pdf')).rejects.toMatchObject({ code: 'file/not-trashed' })
    expect(standIn.trashed).toEqual(['/data/a.pdf'])
  })

  test('relative folders are refused, files are shown and never opened, text is copied', async () => {
    const turned: string[] = []
    const { useVault, showFile, copy } = desktop(turned)
    await expect(useVault({ folder: 'vault' }, signal)).rejects.toMatchObject({ code: 'input/invalid' })
    await expect(showFile({ path: '../x' }, signal)).rejects.toMatchObject({ code: 'input/invalid' })
    expect(await useVault({ folder: '/data/other' }, signal)).toEqual({ used: true })
    expect(await showFile({ path: '/data/a.pdf' }, signal)).toEqual({ shown: true })
    expect(await copy({ text: 'quoted' }, signal)).toEqual({ copied: true })
    expect([turned, standIn.shownFiles, clipboard.text]).toEqual([['/data/other'], ['/data/a.pdf'], 'quoted'])
  })
})

test('an engine is a utility process with nothing of our environment, and is ended hard', () => {
  const killed = vi.spyOn(process, 'kill').mockReturnValue(true)
  const url = pathToFileURL('/app/out/main/pdf.engine.js')
  const engine = spawnUtility(url, { MEDMEMORY_ENGINE_MAX_BYTES: '1' })
  expect(standIn.forks[0]).toMatchObject({
    argv: [],
    options: { stdio: 'ignore', execArgv: [], env: { MEDMEMORY_ENGINE_MAX_BYTES: '1' } },
  })
  const child = standIn.forks[0]?.child
  const [answers, exits] = [[] as unknown[], [] as unknown[]]
  engine.onAnswer((answer) => answers.push(answer))
  engine.onExit((code) => exits.push(code))
  engine.post({ kind: 'cancel', id: 1 })
  child?.emit('message', { kind: 'ready' })
  engine.kill()
  expect(killed).toHaveBeenCalledWith(engine.pid, 'SIGKILL')
  child?.emit('exit', 9)
  child?.emit('exit', 9)
  expect([child?.posted, answers, exits]).toEqual([[{ kind: 'cancel', id: 1 }], [{ kind: 'ready' }], [9]])
  if (child !== undefined) child.pid = undefined
  engine.kill()
  expect(killed).toHaveBeenCalledTimes(1)
  killed.mockRestore()
})

test('sleep, a locked screen, another user and the end of the day lock the vault', () => {
  let locked = 0
  lockOnAbsence(powerMonitor as unknown as PowerMonitor, () => (locked += 1))
  for (const event of ['suspend', 'lock-screen', 'user-did-resign-active', 'shutdown', 'resume', 'on-battery'])
    powerMonitor.emit(event)
  expect(locked).toBe(4)
})

test('switches by which others could look in are refused, and files to open are not', () => {
  for (const word of [
    '--inspect',
    '--inspect-brk=9229',
    '-inspect',
    '--remote-debugging-port=1',
    '--remote-debugging-pipe',
    '--load-extension=/x',
    '--no-sandbox',
    '--disable-web-security',
    '--js-flags=--expose-gc',
    '--proxy-server=x',
    '--user-data-dir=/x',
    '--REMOTE-DEBUGGING-PORT=1',
  ])
    expect(findRefusedSwitch(['app', word])).toBe(word)
  expect(findRefusedSwitch(['app', '/home/ada/inspect.pdf', '--hidden', 'load-extension.txt'])).toBeUndefined()
})

test('a bug that nobody caught ends the program once, with a code of its own', () => {
  const caught = new Map<string, () => void>()
  const ends: number[] = []
  endOnBug({ on: (event: string, listener: () => void) => caught.set(event, listener) } as never, (code) =>
    ends.push(code),
  )
  caught.get('unhandledRejection')?.()
  caught.get('uncaughtException')?.()
  expect([...caught.keys(), ...ends]).toEqual(['uncaughtException', 'unhandledRejection', 70])
})
