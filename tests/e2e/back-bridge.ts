/**
 * `window.medmemory` for a page in a browser, backed by an app in this process: calls, streams with cancelling, events, and
 * where dropped files lie. Bytes cross as base64. As in the desktop application, locking loads the page anew.
 */
import { basename } from 'node:path'
import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { Reply, StreamMessage } from '#contract/bridge.ts'
import { AppError, toWireError } from '#contract/errors.ts'
import { contractVersion } from '#contract/index.ts'
import type { App } from '../../src-main/app.ts'
import { bytesFromJson, bytesToJson } from '../../tools/preview/json-bytes.ts'

export interface BackedBridge {
  tell(event: unknown): Promise<void>
  drop(paths: readonly string[], selector?: string): Promise<void>
}

export async function backBridge(page: Page, app: App): Promise<BackedBridge> {
  const transport = app.connectTransport(contractVersion)
  /** Ids are of one load of the page; those of the load before have nobody left to hear them. */
  const running = new Map<number, AbortController>()
  /** By the name a file has in the page, since a browser keeps its place to itself. */
  const pathsByName = new Map<string, string>()

  const tell = (event: unknown) => inPage(page, `window.__medmemoryTell?.(${JSON.stringify(event)})`)

  await page.exposeBinding('__call', async (_, id: number, path: string, input: unknown): Promise<Reply> => {
    const stop = new AbortController()
    running.set(id, stop)
    try {
      return { ok: true, value: bytesToJson(await transport.call(path, bytesFromJson(input), { signal: stop.signal })) }
    } catch (error) {
      return { ok: false, error: toWireError(error) }
    } finally {
      running.delete(id)
    }
  })
  await page.exposeBinding('__open', async (_, id: number, path: string, input: unknown) => {
    const stop = new AbortController()
    running.set(id, stop)
    const send = (message: StreamMessage) =>
      inPage(page, `window.__medmemoryStream?.(${id}, ${JSON.stringify(bytesToJson(message))})`)
    void (async () => {
      try {
        for await (const value of transport.open(path, bytesFromJson(input), { signal: stop.signal }))
          await send({ kind: 'chunk', value })
        await send({ kind: 'end', error: null })
      } catch (error) {
        await send({ kind: 'end', error: toWireError(error) })
      } finally {
        running.delete(id)
      }
    })()
  })
  await page.exposeBinding('__cancel', (_, id: number) => running.get(id)?.abort(new AppError('cancelled')))
  await page.exposeBinding('__pathOf', (_, name: string) => pathsByName.get(name) ?? '')
  await page.addInitScript(inThePage)

  const stopListening = app.on((event) => {
    void tell(event)
    if (event.kind === 'locked') void page.reload().catch(() => {})
  })
  onTestFinished(stopListening)

  return {
    tell,
    async drop(paths, selector = 'body') {
      for (const path of paths) pathsByName.set(basename(path), path)
      const names = JSON.stringify(paths.map((path) => basename(path)))
      // the page is only to see that files come; their bytes are read from the disk by the program
      await page.evaluate(`(() => {
        const target = document.querySelector(${JSON.stringify(selector)})
        const transfer = new DataTransfer()
        for (const name of ${names}) transfer.items.add(new File(['x'], name))
        const fire = (kind) => target.dispatchEvent(
          new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer: transfer }))
        fire('dragenter'); fire('dragover'); fire('drop')
      })()`)
    },
  }
}

/** A page that is being loaded, or is closed, hears nothing; it asks when it is there. */
const inPage = (page: Page, code: string) =>
  page.evaluate(code).then(
    () => {},
    () => {},
  )

/** Runs in the page before any of its own scripts. */
const inThePage = `(() => {
  const streams = new Map()
  const listeners = new Set()
  let nextId = Math.floor(Math.random() * 1e12)
  const bytesToText = (bytes) => { let s = ''; for (const b of bytes) s += String.fromCharCode(b); return btoa(s) }
  const encode = (value) => {
    if (value instanceof Uint8Array) return { __bytes: bytesToText(value) }
    if (Array.isArray(value)) return value.map(encode)
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, encode(each)]))
    return value
  }
  const decode = (value) => {
    if (value === null || typeof value !== 'object') return value
    if (typeof value.__bytes === 'string') return Uint8Array.from(atob(value.__bytes), (c) => c.charCodeAt(0))
    if (Array.isArray(value)) return value.map(decode)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decode(each)]))
  }
  window.__medmemoryStream = (id, message) => {
    const take = streams.get(id)
    if (message.kind === 'end') streams.delete(id)
    take?.(decode(message))
  }
  window.__medmemoryTell = (event) => { for (const listener of listeners) listener(event) }
  window.medmemory = Object.freeze({
    call: async (path, input, onCancel) => {
      const id = nextId++
      onCancel?.(() => { void window.__cancel(id) })
      return decode(await window.__call(id, path, encode(input)))
    },
    open: (path, input, take) => {
      const id = nextId++
      streams.set(id, take)
      void window.__open(id, path, encode(input))
      return () => { void window.__cancel(id) }
    },
    on: (listener) => { listeners.add(listener); return () => { listeners.delete(listener) } },
    pathOf: (file) => window.__pathOf(file.name),
  })
})()`
