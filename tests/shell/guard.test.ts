/** A page goes nowhere, opens nothing, is given no permission and reaches no network. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { App, Session } from 'electron'
import { expect, test } from 'vitest'
import { guardContents, guardSession } from '../../src-main/shell/guard.ts'
import { session as sessions } from '../support/electron-stand-in.ts'
import { app, BrowserWindow, standIn } from './fresh-electron.ts'

/** Each name that Electron's types give to a permission, whatever it is asked by. */
function allPermissions(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const types = readFileSync(join(folder, 'electron.d.ts'), 'utf8')
  const lists = [...types.matchAll(/setPermission(?:Request|Check)Handler\(handler[^\n]*permission: ([^,)]*)/g)]
  return [...new Set(lists.flatMap(([, names = '']) => [...names.matchAll(/'([^']+)'/g)].map(([, name = '']) => name)))]
}

function guarded() {
  const session = sessions.fromPartition('window', {})
  guardSession(session as unknown as Session)
  // biome-ignore lint/suspicious/noExplicitAny: each handler has a shape of its own
  const handler = (name: string) => session.set[name] as unknown as (...values: any[]) => unknown
  return { session, handler }
}

test('every permission there is is denied, asked for or looked up', () => {
  const { handler } = guarded()
  const names = allPermissions()
  expect(names.length).toBeGreaterThan(15)
  for (const name of names) {
    const answers: boolean[] = []
    handler('permissionRequest')({}, name, (answer: boolean) => answers.push(answer))
    expect(answers, name).toEqual([false])
    expect(handler('permissionCheck')({}, name), name).toBe(false)
  }
  expect(handler('devicePermission')({ deviceType: 'usb' })).toBe(false)
  const streams: unknown[] = []
  handler('displayMedia')({}, (answer: unknown) => streams.push(answer))
  expect(streams).toEqual([{}])
})

test('navigation, frames, redirects, webviews, new windows and downloads are prevented on every contents', () => {
  guardContents(app as unknown as App)
  const window = new BrowserWindow({})
  const events = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']
  const { session } = guarded()
  const prevented: string[] = []
  for (const name of events) window.webContents.emit(name, { preventDefault: () => prevented.push(name) })
  session.emit('will-download', { preventDefault: () => prevented.push('will-download') })
  expect(prevented).toEqual([...events, 'will-download'])
  for (const url of ['https://x.test', 'app://medmemory/', 'javascript:alert(1)', 'file:///etc/passwd'])
    expect(window.webContents.openHandler?.({ url })).toEqual({ action: 'deny' })
  expect(standIn.windows).toHaveLength(1)
})

test('requests leave the process for nothing', () => {
  const { handler } = guarded()
  const isCancelled = (url: string) => {
    let answer: { cancel: boolean } | undefined
    handler('onBeforeRequest')({ url }, (given: { cancel: boolean }) => (answer = given))
    return answer?.cancel
  }
  for (const url of [
    'app://medmemory/',
    'app://medmemory/page/d/1/800',
    'blob:app://medmemory/1',
    'devtools://devtools/',
  ])
    expect(isCancelled(url), url).toBe(false)
  for (const url of [
    'https://x.test/',
    'http://127.0.0.1:8080/',
    'ws://x.test',
    'file:///etc/passwd',
    'ftp://x.test',
    'data:text/html,x',
    'chrome://gpu',
    'apps://medmemory/',
    'not a url',
  ])
    expect(isCancelled(url), url).toBe(true)
})
