/**
 * The built window and the real services on this computer's own address, for development: a random port, one browser.
 * Serves what the desktop application serves, with its own policy loosened by exactly one connection: back here.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { toWireError } from '#contract/errors.ts'
import { contractVersion } from '#contract/index.ts'
import type { App } from '../../src-main/app.ts'
import { createAssets } from '../../src-main/shell/assets.ts'
import { createDoor } from './admit.ts'
import { bytesFromJson, bytesToJson } from './json-bytes.ts'

export interface PreviewDeps {
  readonly app: App
  /** The built window. */
  readonly folder: string
}

export interface Preview {
  /** For the one browser that is to see it; works once. */
  readonly entrance: string
  readonly origin: string
  close(): Promise<void>
}

const MAX_CALL_BYTES = 2 ** 20
const MAX_UPLOAD_BYTES = 2 ** 30

export async function servePreview({ app, folder }: PreviewDeps): Promise<Preview> {
  const uploads = mkdtempSync(join(tmpdir(), 'medmemory-preview-'))
  const transport = app.connectTransport(contractVersion)
  const assets = await createAssets({ folder, transport: () => transport })
  const pageBridge = await readFile(new URL('./page-bridge.js', import.meta.url))
  const listeners = new Set<ServerResponse>()
  const stopListening = app.on((event) => {
    for (const listener of listeners) listener.write(`${JSON.stringify(event)}\n`)
  })
  let uploaded = 0
  let origin = ''
  const door = createDoor(() => origin)

  const server = createServer((request, response) => {
    handle(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const admitted = door.admit(request)
    if (admitted.kind === 'refused') return void response.writeHead(403).end()
    if (admitted.kind === 'entered') {
      response.writeHead(303, { location: '/', 'set-cookie': admitted.cookie, 'referrer-policy': 'no-referrer' })
      return void response.end()
    }
    const { pathname, searchParams } = new URL(request.url ?? '/', origin)
    const route = `${request.method} ${pathname}`
    if (route === 'POST /api/call') return call(request, response)
    if (route === 'POST /api/open') return open(request, response)
    if (route === 'POST /api/upload') return upload(request, response, searchParams.get('name') ?? '')
    if (route === 'GET /api/events') return events(request, response)
    // every browser asks for it, unasked
    if (route === 'GET /favicon.ico') return void response.writeHead(204).end()
    if (route === 'GET /page-bridge.js') return send(response, 'text/javascript; charset=utf-8', pageBridge)
    return asset(request, response)
  }

  async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path, input } = await readCall(request)
    const signal = signalOf(response)
    const reply = await transport.call(path, input, { signal }).then(
      (value) => ({ ok: true, value: bytesToJson(value) }),
      (error: unknown) => ({ ok: false, error: toWireError(error) }),
    )
    send(response, 'application/json', JSON.stringify(reply))
  }

  async function open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path, input } = await readCall(request)
    const signal = signalOf(response)
    response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' })
    const tell = (message: unknown) => response.write(`${JSON.stringify(bytesToJson(message))}\n`)
    try {
      for await (const value of transport.open(path, input, { signal })) tell({ kind: 'chunk', value })
      tell({ kind: 'end', error: null })
    } catch (error) {
      tell({ kind: 'end', error: toWireError(error) })
    }
    response.end()
  }

  async function upload(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const bytes = await readBody(request, MAX_UPLOAD_BYTES)
    uploaded += 1
    // a folder each, so that a file keeps the name it came with
    const place = join(uploads, String(uploaded))
    mkdirSync(place, { mode: 0o700 })
    const path = join(place, basename(name.replaceAll('\\', '/')).replaceAll('\0', '') || 'file')
    await writeFile(path, bytes, { mode: 0o600 })
    send(response, 'application/json', JSON.stringify({ path }))
  }

  function events(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' })
    response.write('\n')
    listeners.add(response)
    request.on('close', () => listeners.delete(response))
  }

  async function asset(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await assets(new Request(new URL(request.url ?? '/', origin), { method: request.method ?? 'GET' }))
    const headers = Object.fromEntries(answer.headers)
    const policy = headers['content-security-policy']
    if (policy !== undefined) headers['content-security-policy'] = withConnection(policy)
    const bytes = Buffer.from(await answer.arrayBuffer())
    const isPage = headers['content-type']?.startsWith('text/html') === true
    response.writeHead(answer.status, headers)
    response.end(isPage ? withBridge(bytes.toString('utf8')) : bytes)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    entrance: door.entrance(),
    origin,
    async close() {
      stopListening()
      rmSync(uploads, { recursive: true, force: true })
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** In the header as it is, in the page with its quotes written out. */
const withConnection = (policy: string) => policy.replace(/connect-src ('|&#39;)none('|&#39;)/, 'connect-src $1self$2')

/** Before every script of the page's own. */
const withBridge = (html: string) =>
  withConnection(html).replace(/<script/, '<script src="/page-bridge.js"></script>\n    <script')

function send(response: ServerResponse, type: string, body: string | Uint8Array): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  response.end(body)
}

/** Aborted when the page stops waiting. */
function signalOf(response: ServerResponse): AbortSignal {
  const stop = new AbortController()
  response.on('close', () => {
    if (!response.writableEnded) stop.abort()
  })
  return stop.signal
}

async function readCall(request: IncomingMessage): Promise<{ path: string; input: unknown }> {
  const { path, input } = JSON.parse((await readBody(request, MAX_CALL_BYTES)).toString('utf8'))
  return { path: String(path), input: bytesFromJson(input) }
}

async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request) {
    size += piece.length
    if (size > maxBytes) throw new Error('too large')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
