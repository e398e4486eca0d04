/** The only place where a window is made, and how it is locked down. Nothing a caller says can loosen it. */
import { join } from 'node:path'
import { app, BrowserWindow, type Session, type WebPreferences } from 'electron'
import type { Bounds } from './remembered.ts'

/** Complete, with the defaults that matter written out, so that a new default of Electron changes nothing. */
export const securePreferences = Object.freeze({
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
  // its dictionaries are downloaded
  spellcheck: false,
  enableWebSQL: false,
} satisfies WebPreferences)

export interface WindowOptions {
  readonly session: Session
  readonly bounds?: Bounds | undefined
}

export function createWindow({ session, bounds }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...(bounds ?? { width: 1280, height: 800 }),
    minWidth: 720,
    minHeight: 480,
    // never the name of a person or a document: titles are seen in switchers and screenshots
    title: 'MedMemory',
    show: false,
    autoHideMenuBar: true,
    webPreferences: Object.freeze({
      ...securePreferences,
      devTools: !app.isPackaged,
      preload: join(import.meta.dirname, '../preload/bridge.cjs'),
      session,
    }),
  })
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  return window
}
