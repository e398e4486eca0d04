/** Every window is made in one place, closed as tightly as it goes, and nothing loosens it. */
import { expect, test } from 'vitest'
import { createWindow, securePreferences } from '../../src-main/shell/window.ts'
import { app, standIn } from './fresh-electron.ts'

const session = { partition: 'window' } as never

test('a window has exactly these preferences, frozen', () => {
  app.isPackaged = true
  createWindow({ session })
  const { webPreferences, ...looks } = (standIn.windows[0]?.options ?? {}) as {
    webPreferences: Record<string, unknown>
  }
  const { preload, ...preferences } = webPreferences
  expect(preferences).toEqual({
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
    plugins: false,
    spellcheck: false,
    enableWebSQL: false,
    devTools: false,
    session,
  })
  expect(String(preload).replaceAll('\\', '/')).toMatch(/\/preload\/bridge\.cjs$/)
  expect(Object.isFrozen(webPreferences)).toBe(true)
  expect(Object.isFrozen(securePreferences)).toBe(true)
  expect(looks).toMatchObject({ title: 'MedMemory', show: false })
})

test("the developer's tools are there while developing only", () => {
  createWindow({ session })
  expect(standIn.windows[0]?.options).toMatchObject({ webPreferences: { devTools: true } })
})

test('it is shown when it has something to show, and its title never takes a name from the page', () => {
  createWindow({ session })
  const window = standIn.windows[0]
  expect(window?.shown).toBe(0)
  window?.emit('ready-to-show')
  expect(window?.shown).toBe(1)
  let prevented = false
  window?.emit('page-title-updated', { preventDefault: () => (prevented = true) }, 'Ada Example')
  expect(prevented).toBe(true)
})
