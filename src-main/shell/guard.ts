/**
 * What a page may never do, whichever page it is: go elsewhere, open another window, embed anything, ask for a device or a
 * permission, reach a network. Put on every web contents there will be, and on the session they share.
 */
import type { App, Session, WebContents } from 'electron'
import { SCHEME } from './origin.ts'

export function guardContents(app: App): void {
  app.on('web-contents-created', (_, contents) => guard(contents))
}

function guard(contents: WebContents): void {
  const prevent = (event: { preventDefault(): void }) => event.preventDefault()
  contents.on('will-navigate', prevent)
  contents.on('will-frame-navigate', prevent)
  contents.on('will-redirect', prevent)
  contents.on('will-attach-webview', prevent)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Requests of these schemes never leave the process, or are the developer's own. */
const local = new Set([`${SCHEME}:`, 'blob:', 'devtools:'])

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_, __, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_, answer) => answer({}))
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !local.has(URL.parse(url)?.protocol ?? '') })
  })
}
