/** A publisher of model files on this machine, and a transport that takes every https host to it. Says what it was asked. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Transport } from '../../src-main/net/egress.ts'

export interface Asked {
  readonly host: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
}

export interface Publisher {
  readonly transport: Transport
  readonly asked: Asked[]
}

export type Answer = (asked: Asked, response: ServerResponse) => void

export async function startPublisher(answer: Answer): Promise<Publisher> {
  const asked: Asked[] = []
  const server = createServer((incoming, response) => {
    const one = { host: String(incoming.headers['x-host']), path: incoming.url ?? '', headers: incoming.headers }
    asked.push(one)
    answer(one, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const transport: Transport = (url, { headers, signal }) =>
    new Promise((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port,
        path: url.pathname + url.search,
        headers: { ...headers, 'x-host': url.hostname },
        signal,
      }
      const sent = request(options, (reply) =>
        resolve({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          body: reply,
          close: () => void reply.destroy(),
        }),
      )
      sent.on('error', reject)
      sent.end()
    })
  return { transport, asked }
}

/** What has not been read when the connection breaks is lost; this is time enough to read it. */
const READ_MS = 1_500

/** Serves files by path, whole or from where it was asked to go on; `cutAfter` breaks off there, once for each file. */
export function serveFiles(
  files: ReadonlyMap<string, Uint8Array>,
  { cutAfter = Number.POSITIVE_INFINITY } = {},
): Answer {
  const cut = new Set<string>()
  return ({ path, headers }, response) => {
    const bytes = files.get(path)
    if (bytes === undefined) return void response.writeHead(404).end()
    const etag = `"${bytes.length}"`
    const from = headers['if-range'] === etag ? Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0) : 0
    const head = { etag, 'content-length': bytes.length - from }
    if (from > 0)
      response.writeHead(206, { ...head, 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` })
    else response.writeHead(200, head)
    if (cut.has(path) || bytes.length - from <= cutAfter) return void response.end(bytes.subarray(from))
    cut.add(path)
    response.write(bytes.subarray(from, from + cutAfter), () => setTimeout(() => response.destroy(), READ_MS))
  }
}
