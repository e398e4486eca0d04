/**
 * Opens the window as it is built for release in a real browser, over a real app in the test's own process: the bridge is
 * there as the preload script would make it, the page has no network, and what goes wrong in it is collected.
 *
 * ```ts
 * const { app, personId } = await tempApp()
 * const { page, errors, requests, axe } = await openWindow({ app, theme: 'dark' })
 * ```
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, onTestFinished } from 'vitest'
import { contractVersion } from '#contract/index.ts'
import type { App } from '../../src-main/app.ts'
import { createAssets } from '../../src-main/shell/assets.ts'
import { backBridge } from './back-bridge.ts'
import { launchChromium, windowFolder } from './chromium.ts'

const ORIGIN = 'https://medmemory.test'

export interface OpenWindowOptions {
  readonly app: App
  readonly theme?: 'light' | 'dark'
  /** As the browser tells the page: `en`, or `en-XA` for the pseudo-locale. */
  readonly locale?: string
  /** CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number }
  readonly highContrast?: boolean
  readonly reducedMotion?: boolean
  /** A path within the window, with its query. */
  readonly at?: string
  /** Where the window was built; the release build unless a test brings a window of its own. */
  readonly folder?: string
}

export interface OpenWindow {
  readonly page: Page
  /** Errors on the console, exceptions nobody caught, and violations of the content policy, as they come. */
  readonly errors: string[]
  /** Every request to anywhere but the window's own files; each was refused. */
  readonly requests: string[]
  /** What axe finds, one line each: rule, number of places, the first of them. */
  axe(): Promise<string[]>
  /** Gives the window files as if they were dropped on the element; they must exist on this disk. */
  drop(paths: readonly string[], selector?: string): Promise<void>
  /** Sends the window what the application's menu would. */
  command(id: string): Promise<void>
}

let browser: Promise<Browser> | undefined
/** The browser is started once for a file of tests. */
const theBrowser = () => {
  browser ??= launchChromium()
  return browser
}
afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
})

export async function openWindow({
  app,
  theme = 'light',
  locale = 'en',
  size = { width: 1280, height: 800 },
  highContrast = false,
  reducedMotion = true,
  at = '/',
  folder = windowFolder,
}: OpenWindowOptions): Promise<OpenWindow> {
  const context = await (await theBrowser()).newContext({
    viewport: size,
    locale,
    colorScheme: theme,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    forcedColors: highContrast ? 'active' : 'none',
    serviceWorkers: 'block',
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const errors: string[] = []
  const requests: string[] = []
  page.on('pageerror', (error) => errors.push(`exception: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(`console: ${message.text()}`)
  })
  await serveWindow(context, folder, app, requests)
  const bridge = await backBridge(page, app)
  await page.goto(`${ORIGIN}${at}`)

  return {
    page,
    errors,
    requests,
    axe: () => findAxeViolations(page),
    drop: bridge.drop,
    command: (id) => bridge.tell({ kind: 'command', id }),
  }
}

/** The window's files by the shell's own handler, under another origin; everything else is refused and written down. */
async function serveWindow(context: BrowserContext, folder: string, app: App, requests: string[]): Promise<void> {
  const transport = app.connectTransport(contractVersion)
  const assets = await createAssets({ folder, transport: () => transport })
  await context.route('**/*', async (route) => {
    const request = route.request()
    const url = new URL(request.url())
    if (url.origin !== ORIGIN) {
      requests.push(`${request.method()} ${url.href}`)
      return route.abort()
    }
    const response = await assets(new Request(url, { method: request.method() }))
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  })
}

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: unknown[]; html: string }[] }[]
}

/** WCAG 2.2 A and AA, and axe's own best practices. Evaluated beside the page's policy, which lets no foreign script in. */
async function findAxeViolations(page: Page): Promise<string[]> {
  axeSource ??= await readFile(join(axeFolder, 'axe.min.js'), 'utf8')
  await page.evaluate(axeSource)
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResult
  return violations.map(
    ({ id, help, nodes }) => `${id} (${nodes.length}): ${help}; ${nodes[0]?.target.join(' ')} ${nodes[0]?.html}`,
  )
}
const axeFolder = join(createRequire(import.meta.url).resolve('axe-core/package.json'), '..')
let axeSource: string | undefined
