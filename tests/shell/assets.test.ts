/** What is answered to the window: built files by their exact names, images of pages, and to all else nothing. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Transport } from '#contract/client.ts'
import { AppError } from '#contract/errors.ts'
import { createAssets } from '../../src-main/shell/assets.ts'
import { contentSecurityPolicy } from '../../src-main/shell/csp.ts'
import { tempDir } from '../support/temp-dir.ts'

const html =
  '<meta content="__NONCE__"><meta http-equiv="Content-Security-Policy" content="style-src \'nonce-__NONCE__\'">'

async function assetsOver(open: Transport['open'] = async function* () {}) {
  const parent = tempDir()
  writeFileSync(join(parent, 'secret.html'), 'secret')
  const folder = join(parent, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), html)
  writeFileSync(join(folder, 'assets/index-a1.js'), 'run()')
  writeFileSync(join(folder, 'assets/index-a1.js.map'), '{}')
  writeFileSync(join(folder, 'notes.txt'), 'not for the window')
  const transport = { call: () => Promise.reject(new Error()), open } as Transport
  const assets = await createAssets({ folder, transport: () => transport })
  return (url: string, init?: RequestInit) => assets(new Request(new URL(url, 'app://medmemory/'), init))
}

test('the page is served with a nonce of its own for each load, in page and header alike', async () => {
  const get = await assetsOver()
  const nonces = new Set<string>()
  for (let load = 0; load < 5; load += 1) {
    const response = await get('/')
    const nonce = /content="([^"]+)"/.exec(await response.text())?.[1] ?? ''
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy(nonce))
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(5)
  expect([...nonces].every((nonce) => nonce.length >= 22)).toBe(true)
})

test('the policy is exactly this', () => {
  expect(contentSecurityPolicy('N').split('; ').sort()).toEqual(
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-N'",
      "img-src 'self' blob:",
      "font-src 'self'",
      "connect-src 'none'",
      "worker-src 'none'",
      "object-src 'none'",
      "frame-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].sort(),
  )
})

test('a built file is served with its type, unsniffed and unstored', async () => {
  const response = await (await assetsOver())('/assets/index-a1.js')
  expect(await response.text()).toBe('run()')
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
})

test('files of no known kind are not served, and nothing but GET is answered', async () => {
  const get = await assetsOver()
  for (const path of ['/notes.txt', '/assets/index-a1.js.map', '/assets/', '/assets'])
    expect((await get(path)).status).toBe(404)
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) expect((await get('/', { method })).status).toBe(405)
})

/** Ways out of a folder that servers have fallen for, in all their spellings. */
function waysOut(): string[] {
  const dots = ['..', '.%2e', '%2e.', '%2e%2e', '%252e%252e', '..%00', '...', '.. ', '..;', '%c0%ae%c0%ae', '‥', '．．']
  const slashes = ['/', '%2f', '%5c', '\\', '//', '%252f', '/./', '%c0%af']
  const targets = ['secret.html', 'Secret.HTML', 'etc/passwd', 'index.html%00.txt']
  const climbs = dots.flatMap((dot) => slashes.flatMap((slash) => targets.map((target) => `/${dot}${slash}${target}`)))
  const others = [
    '/INDEX.HTML',
    '/index.html/',
    '/index.html%00',
    '/index.html::$DATA',
    '/index.html.',
    '//secret.html',
    '/assets/../../secret.html',
    '/C:/windows/win.ini',
    '/file:///etc/passwd',
    '/%66ile:///etc/passwd',
    '/assets//index-a1.js',
    '/__proto__',
    '/constructor',
    '/page/../../secret.html',
  ]
  return [...climbs, ...others]
}

test('more than 300 ways out of the folder lead nowhere', async () => {
  const get = await assetsOver()
  const ways = waysOut()
  expect(ways.length).toBeGreaterThan(300)
  for (const way of ways) {
    const response = await get(`app://medmemory${way}`)
    expect(response.status, way).toBe(404)
    expect(await response.text(), way).toBe('')
  }
})

test('the image of a page is passed through from memory, piece by piece', async () => {
  const asked: unknown[] = []
  const get = await assetsOver(async function* (path, input) {
    asked.push([path, input])
    yield { kind: 'head', type: 'image/jpeg', width: 2, height: 1, length: 5 }
    yield { kind: 'bytes', bytes: new Uint8Array([1, 2, 3]) }
    yield { kind: 'bytes', bytes: new Uint8Array([4, 5]) }
  })
  const response = await get('/page/doc-1/3/800')
  expect(asked).toEqual([['documents.pageImage', { id: 'doc-1', page: 3, width: 800 }]])
  expect(response.headers.get('content-type')).toBe('image/jpeg')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3, 4, 5])
})

test('an image that cannot be had is not there, and why stays inside', async () => {
  const get = await assetsOver(async function* () {
    yield* []
    throw new AppError('vault/locked')
  })
  const response = await get('/page/doc-1/1/800')
  expect(response.status).toBe(404)
  expect(await response.text()).toBe('')
})
