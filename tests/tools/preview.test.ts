/** The preview lets in one browser, from its own pages, and serves what the desktop application would. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { servePreview } from '../../tools/preview/serve.ts'
import { tempApp } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'

const html = `<html><head><meta content="default-src &#39;none&#39;; connect-src &#39;none&#39;"></head><script type="module" src="/a.js"></script></html>`

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

async function preview() {
  const { app, api } = await tempApp()
  const folder = tempDir()
  writeFileSync(join(folder, 'index.html'), html)
  const served = await servePreview({ app, folder })
  onTestFinished(() => served.close())
  const { origin } = served

  /** With `as`, another name or another page asks. */
  const ask = (
    path: string,
    { method = 'GET', body = '', headers = {} as Record<string, string> } = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(new URL(path, origin), { method, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (piece: string) => {
          text += piece
        })
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: text }))
      })
      sent.on('error', reject)
      sent.end(body)
    })
  const enter = async () => {
    const { headers } = await ask(served.entrance)
    const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
    const inside = { cookie, origin }
    return { inside, post: (path: string, body: string) => ask(path, { method: 'POST', body, headers: inside }) }
  }
  return { ...served, ask, enter, app, api }
}

test('the entrance works once, and nothing is served before it', async () => {
  const { ask, entrance } = await preview()
  for (const path of [
    '/',
    '/index.html',
    '/page-bridge.js',
    '/api/events',
    '/page/d/1/800',
    '/enter',
    '/enter?token=x',
  ])
    expect((await ask(path)).status, path).toBe(403)
  const { status, headers } = await ask(entrance)
  expect({ status, location: headers.location }).toEqual({ status: 303, location: '/' })
  expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/)
  expect((await ask(entrance)).status).toBe(403)
})

test('other names, other pages and other programs are turned away, cookie or not', async () => {
  const { ask, enter, origin, api } = await preview()
  const { inside } = await enter()
  const { port } = new URL(origin)
  const call = { method: 'POST', body: JSON.stringify({ path: 'people.add', input: { name: 'Eve' } }) }
  for (const headers of [
    { ...inside, host: `evil.test:${port}` },
    { ...inside, host: `localhost:${port}` },
    { ...inside, host: '127.0.0.1' },
    { ...inside, origin: 'https://evil.test' },
    { ...inside, origin: 'null' },
    { ...inside, 'sec-fetch-site': 'cross-site' },
    { ...inside, 'sec-fetch-site': 'same-site' },
    { cookie: inside.cookie },
    { origin },
    { origin, cookie: `${inside.cookie}x` },
  ])
    expect((await ask('/api/call', { ...call, headers })).status, JSON.stringify(headers)).toBe(403)
  expect((await api.people.list({ filter: {} })).items).toHaveLength(1)
})

test('inside, the page has the bridge before its own scripts, and may connect back here and nowhere else', async () => {
  const { ask, enter } = await preview()
  const { inside } = await enter()
  const page = await ask('/', { headers: inside })
  expect(page.body).toContain('connect-src &#39;self&#39;')
  expect(page.body.indexOf('/page-bridge.js')).toBeGreaterThan(0)
  expect(page.body.indexOf('/page-bridge.js')).toBeLessThan(page.body.indexOf('/a.js'))
  expect(String(page.headers['content-security-policy'])).toContain("connect-src 'self'")
  expect(String(page.headers['content-security-policy'])).toContain("script-src 'self'")
  expect((await ask('/page-bridge.js', { headers: inside })).body).toContain('window.medmemory')
  expect((await ask('/../secret', { headers: inside })).status).toBe(404)
})

test('calls, streams and uploads work; what was uploaded is gone when it ends', async () => {
  const { enter, api, close } = await preview()
  const { post } = await enter()
  const people = JSON.parse(
    (await post('/api/call', JSON.stringify({ path: 'people.list', input: { filter: {} } }))).body,
  )
  expect(people).toMatchObject({ ok: true, value: { items: [{ name: 'Ada Example' }] } })
  const wrong = JSON.parse((await post('/api/call', JSON.stringify({ path: 'no.such', input: 1 }))).body)
  expect(wrong).toEqual({ ok: false, error: { code: 'input/invalid', details: {} } })
  expect((await post('/api/call', '{')).status).toBe(500)
  expect((await post('/api/call', 'x'.repeat(2 ** 20 + 1)).catch(() => ({ status: 500 }))).status).toBe(500)

  const lines = (await post('/api/open', JSON.stringify({ path: 'jobs.drain' }))).body.trim().split('\n')
  expect(lines.map((line) => JSON.parse(line)).at(-1)).toEqual({ kind: 'end', error: null })

  const { path } = JSON.parse((await post('/api/upload?name=..%2F..%2Fnote.txt', 'Weight 78 kg.')).body)
  expect(path).toMatch(/medmemory-preview-[^/\\]+[/\\]1[/\\]note\.txt$/)
  expect(readFileSync(path, 'utf8')).toBe('Weight 78 kg.')
  const [person] = (await api.people.list({ filter: {} })).items
  if (person === undefined) throw new Error('nobody')
  expect((await api.documents.import({ personId: person.id, paths: [path] })).outcomes).toMatchObject([
    { kind: 'queued' },
  ])
  await close()
  expect(existsSync(path)).toBe(false)
})
