/** What crosses between window and router: for our page everything the contract has, for anybody else nothing. */

import type { WebContents } from 'electron'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type Bridge, bridgeTransport } from '#contract/bridge.ts'
import { createClient, type Transport } from '#contract/client.ts'
import { contract } from '#contract/index.ts'
import { MAX_INPUT_BYTES, serveWindow } from '../../src-main/shell/ipc.ts'
import { tempApp } from '../support/temp-app.ts'
import { BrowserWindow, ipcRenderer, runAnew, standIn } from './fresh-electron.ts'

/** The window's end as the preload script makes it, over a transport of the test's or of a real app. */
async function joined(transport: Transport) {
  const window = new BrowserWindow({})
  const ipc = serveWindow(window.webContents as unknown as WebContents, () => transport)
  await runAnew('src-preload/bridge.ts')
  return { bridge: standIn.exposed.get('medmemory') as Bridge, ipc, window }
}

const echo: Transport = {
  call: async (path, input) => ({ path, input }),
  open: async function* (path) {
    yield path
  },
}

/** Answers nothing until it is cancelled, and tells that it was. */
function waiting() {
  const cancelled: string[] = []
  const untilAborted = (path: string, signal?: AbortSignal) =>
    new Promise<never>((_, reject) =>
      signal?.addEventListener('abort', () => {
        cancelled.push(path)
        reject(signal.reason)
      }),
    )
  const transport: Transport = {
    call: (path, _, options) => untilAborted(path, options?.signal),
    open: async function* (path, _, options) {
      yield 'first'
      await untilAborted(path, options?.signal)
    },
  }
  return { transport, cancelled }
}

test('the bridge is four frozen functions and nothing else', async () => {
  const { bridge } = await joined(echo)
  expect([...standIn.exposed.keys()]).toEqual(['medmemory'])
  expect(Object.keys(bridge).sort()).toEqual(['call', 'on', 'open', 'pathOf'])
  expect(Object.isFrozen(bridge)).toBe(true)
  expect(await bridge.pathOf({ name: 'scan.pdf' } as File)).toBe('/home/ada/scan.pdf')
})

test('the typed client works over bridge, channel and router as it does in one process', async () => {
  const { app, personId } = await tempApp()
  const { bridge, ipc } = await joined(app.connectTransport(1))
  const api = createClient(contract, bridgeTransport(bridge))
  const events: unknown[] = []
  const stop = bridge.on((event) => events.push(event))
  app.on(ipc.tell)

  expect((await api.people.list({ filter: {} })).items).toMatchObject([{ name: 'Ada Example' }])
  await api.people.add({ name: 'Bo Example' })
  expect(events).toEqual([{ kind: 'changed', topics: ['people'] }])
  stop()
  await api.people.add({ name: 'Cy Example' })
  expect(events).toHaveLength(1)

  const kinds: string[] = []
  for await (const { kind } of api.answers.ask({ personId, question: 'Any allergies?' })) kinds.push(kind)
  expect(kinds.at(-1)).toBe('end')
  await expect(api.vault.unlock({ passphrase: 'wrong wrong wrong' })).rejects.toMatchObject({ code: 'vault/in-use' })
})

test('calls and streams are cancelled through the bridge, and when the page is loaded anew', async () => {
  const { transport, cancelled } = waiting()
  const { bridge, ipc } = await joined(transport)
  const { call, open } = bridgeTransport(bridge)
  const stop = new AbortController()
  const answer = call('a.call', null, { signal: stop.signal })
  await vi.waitFor(() => expect(cancelled).toEqual([]), 30_000)
  setTimeout(() => stop.abort())
  await expect(answer).rejects.toMatchObject({ code: 'cancelled' })

  for await (const value of open('a.stream', null)) {
    expect(value).toBe('first')
    break
  }
  await vi.waitFor(() => expect(cancelled).toEqual(['a.call', 'a.stream']), 30_000)

  const left = open('another.stream', null)[Symbol.asyncIterator]()
  expect((await left.next()).value).toBe('first')
  ipc.cancelAll()
  await expect(left.next()).rejects.toMatchObject({ code: 'cancelled' })
  expect(cancelled).toContain('another.stream')
})

test('what a screen asks for beyond eight calls waits its turn', async () => {
  let most = 0
  let now = 0
  const slow: Transport = {
    ...echo,
    async call(_, input) {
      most = Math.max(most, ++now)
      await new Promise((resolve) => setTimeout(resolve, 1))
      now -= 1
      return input
    },
  }
  const { bridge } = await joined(slow)
  const { call } = bridgeTransport(bridge)
  const asked = Array.from({ length: 40 }, (_, i) => i)
  expect(await Promise.all(asked.map((i) => call('a.b', i)))).toEqual(asked)
  expect(most).toBe(8)
})

const strangers: [string, () => void][] = [
  ['another web contents', () => (standIn.sender = new BrowserWindow({}).webContents)],
  [
    'a frame within the page',
    () => (standIn.senderFrame = { url: 'app://medmemory/', parent: { url: 'app://medmemory/', parent: null } }),
  ],
  ['a frame that is gone', () => (standIn.senderFrame = null)],
  ...[
    'https://medmemory/',
    'app://other/',
    'app://medmemory.evil/',
    'app://user@medmemory/',
    'file:///app/index.html',
    'about:blank',
    '',
  ].map((url): [string, () => void] => [`a page at "${url}"`, () => (standIn.senderFrame = { url, parent: null })]),
]

test.each(strangers)('%s is refused, and reaches nothing', async (_, become) => {
  const reached: string[] = []
  const { bridge } = await joined({
    call: async (path) => reached.push(path),
    open: async function* (path) {
      reached.push(path)
      yield* []
    },
  })
  become()
  const refused = { code: 'input/invalid', details: {} }
  expect(await bridge.call('vault.lock', undefined)).toEqual({ ok: false, error: refused })
  const end = await new Promise((resolve) => bridge.open('answers.ask', {}, resolve))
  expect(end).toEqual({ kind: 'end', error: refused })
  expect(reached).toEqual([])
})

test('what no person could mean is too large, and what is no data has no size', async () => {
  const { bridge } = await joined(echo)
  const ok = await bridge.call('a.b', 'x'.repeat(MAX_INPUT_BYTES - 2))
  // bytes count as bytes
  expect(await bridge.call('a.b', { bytes: new Uint8Array(MAX_INPUT_BYTES / 2) })).toMatchObject({ ok: true })
  expect(await bridge.call('a.b', { bytes: new Uint8Array(MAX_INPUT_BYTES) })).toMatchObject({ ok: false })
  expect(ok.ok).toBe(true)
  for (const input of ['x'.repeat(MAX_INPUT_BYTES), 'ü'.repeat(MAX_INPUT_BYTES / 2), 1n, () => {}, Symbol('s')])
    expect(await bridge.call('a.b', input)).toMatchObject({ ok: false, error: { code: 'input/invalid' } })
})

test('a bug below crosses as a code, without its words', async () => {
  const { bridge } = await joined({
    ...echo,
    call: () => Promise.reject(new Error('SELECT * FROM people WHERE name = "Ada"')),
  })
  expect(await bridge.call('a.b', null)).toEqual({ ok: false, error: { code: 'internal', details: {} } })
})

test('whatever is sent to any call of the contract, no reply throws and nothing changes', async () => {
  const { app, api } = await tempApp()
  const { bridge } = await joined(app.connectTransport(1))
  const before = JSON.stringify([await api.people.list({ filter: {} }), await api.settings.list({ filter: {} })])
  const paths = Object.entries(contract).flatMap(([group, entries]) =>
    Object.keys(entries).map((name) => `${group}.${name}`),
  )
  // these take nothing, or do what is asked of them by anybody at the window
  const harmless = new Set(['vault.lock', 'vault.verify', 'jobs.drain', 'vault.disableDeviceUnlock'])
  const garbage = fc.anything({ withBigInt: true, withNullPrototype: true, withMap: true, withDate: true, maxDepth: 3 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths.filter((path) => !harmless.has(path))), garbage, async (path, input) => {
      if (input === undefined) return
      const reply = await bridge.call(path, input)
      if (reply.ok) expect(path).toMatch(/\.(list|listModels)$/)
      else expect(reply.error.code).toBe('input/invalid')
    }),
    { numRuns: 1000 },
  )
  await fc.assert(
    fc.asyncProperty(fc.anything(), fc.anything(), fc.anything(), async (id, path, input) => {
      const reply = await ipcRenderer.invoke('call', id, path, input).catch(() => ({ ok: false }))
      expect(reply).toMatchObject({ ok: false })
    }),
    { numRuns: 300 },
  )
  expect(JSON.stringify([await api.people.list({ filter: {} }), await api.settings.list({ filter: {} })])).toBe(before)
})

test('after the end nothing is taken, and a window that is gone is told nothing', async () => {
  const { bridge, ipc, window } = await joined(echo)
  window.webContents.destroyed = true
  ipc.tell({ kind: 'locked' })
  expect(window.webContents.sent).toEqual([])
  ipc.stop()
  expect(await bridge.call('a.b', null)).toEqual({ ok: false, error: { code: 'input/invalid', details: {} } })
})
