/** The release window as it is closed: what the built page is, what its policy stops, and what locking leaves. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentSecurityPolicy, NONCE_PLACE } from '../../src-main/shell/csp.ts'
import { tempApp, testPassphrase } from '../support/temp-app.ts'
import { windowFolder } from './chromium.ts'
import { openWindow } from './harness.ts'

const built = globSync('**/*.{html,js,css}', { cwd: windowFolder }).map((file) => ({
  file,
  text: readFileSync(join(windowFolder, file), 'utf8'),
}))

test('the built page carries the strict policy, no script of its own, and nothing from elsewhere', () => {
  const html = built.find(({ file }) => file === 'index.html')?.text ?? ''
  const policies = [...html.matchAll(/http-equiv="Content-Security-Policy" content="([^"]*)"/g)]
  expect(policies.map(([, policy = '']) => policy.replaceAll('&#39;', "'"))).toEqual([
    contentSecurityPolicy(NONCE_PLACE),
  ])
  expect(html.match(/<script(?![^>]*\ssrc=)|<style|\son\w+=|javascript:/gi)).toBeNull()
  for (const [, url = ''] of html.matchAll(/(?:src|href)="([^"]*)"/g)) expect(url).toMatch(/^\.\/assets\//)
  for (const { file, text } of built.filter(({ file }) => file.endsWith('.css')))
    expect(text.match(/url\(\s*['"]?(?:https?:|\/\/|data:)|@import/gi), file).toBeNull()
})

test('the preload script needs nothing but electron', () => {
  const bridge = readFileSync(join(windowFolder, '../preload/bridge.cjs'), 'utf8')
  expect([...bridge.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"'])
})

test('without a vault the first screen stands, quiet and whole, and asks nobody', async () => {
  const { app, api } = await tempApp()
  await api.vault.lock()
  const { page, errors, requests } = await openWindow({ app })
  await page.waitForSelector('main h1')
  expect(await page.title()).toBe('MedMemory')
  expect({ errors, requests }).toEqual({ errors: [], requests: [] })
})

test('scripts, pictures, frames, connections and code from text are stopped by the policy', async () => {
  const { app } = await tempApp()
  const { page, requests } = await openWindow({ app })
  await page.waitForSelector('main')
  const outcome = await page.evaluate(`(async () => {
    // what the debugger runs itself may run anything; from a later turn on it is the page that does
    await new Promise((resolve) => setTimeout(resolve, 50))
    const violated = new Set()
    document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective))
    const tried = {}
    const attempt = async (name, act) => {
      try { await act(); tried[name] = 'done' } catch (error) { tried[name] = error.name }
    }
    await attempt('markup', () => { document.body.insertAdjacentHTML('beforeend', '<b>x</b>') })
    await attempt('eval', () => eval('1'))
    await attempt('code', () => new Function('return 1')())
    await attempt('fetch', () => fetch('https://hostile.test/'))
    await attempt('home', () => fetch('/'))
    await attempt('policy', () => { trustedTypes.createPolicy('loose', { createHTML: (t) => t }) })
    await attempt('worker', () => { new Worker('data:text/javascript,1') })
    const image = new Image()
    image.src = 'https://hostile.test/a.png'
    const frame = document.createElement('iframe')
    frame.src = 'https://hostile.test/'
    document.body.append(image, frame)
    const handler = document.createElement('p')
    await attempt('handler', () => { handler.setAttribute('onclick', 'window.ran = true') })
    document.body.append(handler)
    handler.click()
    const wanted = ['require-trusted-types-for', 'connect-src', 'img-src', 'frame-src']
    for (let turn = 0; turn < 100 && !wanted.every((name) => violated.has(name)); turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 100))
    return { tried, violated: [...violated], ran: window.ran === true, outside: typeof process + typeof require }
  })()`)
  const { tried, violated, ran, outside } = outcome as {
    tried: Record<string, string>
    violated: string[]
    ran: boolean
    outside: string
  }
  expect(
    Object.entries(tried).filter(([name, how]) => how === 'done' && !['handler', 'worker'].includes(name)),
  ).toEqual([])
  expect(violated).toEqual(expect.arrayContaining(['require-trusted-types-for', 'connect-src', 'img-src', 'frame-src']))
  expect({ ran, outside }).toEqual({ ran: false, outside: 'undefinedundefined' })
  // they were stopped in the page, before any of them was a request
  expect(requests).toEqual([])
})

test('what the window can reach is the bridge, and the bridge cannot be changed', async () => {
  const { app } = await tempApp()
  const { page } = await openWindow({ app })
  const seen = await page.evaluate(`({
    keys: Object.keys(window.medmemory).sort(),
    frozen: Object.isFrozen(window.medmemory),
    node: ['process', 'require', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in window),
  })`)
  expect(seen).toEqual({ keys: ['call', 'on', 'open', 'pathOf'], frozen: true, node: [] })
})

test('locking leaves nothing of the record in the page, its title or its stores', async () => {
  const { app, api, personId } = await tempApp()
  const secrets = ['Quillhaven', 'zanthoprine']
  const other = await api.people.add({ name: 'Bo Quillhaven' })
  const { page, errors } = await openWindow({ app, at: `/#/${personId}/library` })
  await page.evaluate(`location.hash = '#/${other.id}/search?q=zanthoprine'`)
  await expect.poll(() => page.content()).toContain('Quillhaven')
  await api.vault.lock()
  await expect.poll(() => page.content().catch(() => secrets.join())).not.toContain('Quillhaven')
  await page.waitForSelector('main h1')
  const left = (await page.evaluate(`JSON.stringify([
    document.documentElement.outerHTML,
    document.title,
    Object.entries(localStorage), Object.entries(sessionStorage), document.cookie,
    [...document.querySelectorAll('input, textarea')].map((field) => field.value),
  ])`)) as string
  for (const secret of secrets) expect(left).not.toContain(secret)
  expect(await page.evaluate('indexedDB.databases().then((all) => all.length)')).toBe(0)
  expect(errors).toEqual([])
  await api.vault.unlock({ passphrase: testPassphrase })
})
