/**
 * The only file that may open a connection. It does so when a person asked for one named file from one named host, and
 * never else: HTTPS alone, hosts of a list handed in with each call, redirects held to the same list, no cookies, no more
 * bytes than were agreed to. What arrives is not to be believed until its hash is checked; that is the caller's.
 */
import { Agent, request } from 'node:https'
import { AppError } from '#contract/errors.ts'

/** Sends one GET and answers with its head; redirects are not followed. Rejects with whatever went wrong. */
export type Transport = (
  url: URL,
  options: { headers: Readonly<Record<string, string>>; signal: AbortSignal },
) => Promise<Reply>

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: AsyncIterable<Uint8Array>
  /** Drops the connection. */
  close(): void
}

export interface Wanted {
  readonly url: string
  /** The host of the url, and those it may redirect to. */
  readonly hosts: readonly string[]
  readonly maxBytes: number
  /** Bytes already here; the answer may begin behind them. */
  readonly from: number
  /** The mark that the bytes already here came with; without it they are fetched anew. */
  readonly etag: string | undefined
  readonly signal: AbortSignal
}

export interface Arriving {
  /** Where the pieces begin: `from`, or 0 when the server begins anew. */
  readonly offset: number
  readonly etag: string | undefined
  /** Throws `download/too-large`, `download/timeout`, `download/interrupted`, `cancelled`. */
  readonly pieces: AsyncIterable<Uint8Array>
}

export interface EgressDeps {
  readonly transport?: Transport
  /** In each such span at least LEAST_BYTES must arrive, and the first answer within one. */
  readonly patienceMs?: number
}

export type Egress = ReturnType<typeof createEgress>

const PATIENCE_MS = 30_000
const LEAST_BYTES = 16 * 1024
const MOST_REDIRECTS = 5

export function createEgress({ transport = httpsTransport, patienceMs = PATIENCE_MS }: EgressDeps = {}) {
  return {
    /** Throws `download/refused-host`, `download/refused`, `download/too-large`, `download/timeout`, `download/interrupted`. */
    async open(wanted: Wanted): Promise<Arriving> {
      const watch = createWatch(patienceMs, wanted.signal)
      try {
        const reply = await follow(transport, wanted, watch.signal)
        try {
          const { offset, etag } = readHead(reply, wanted)
          return { offset, etag, pieces: receive(reply, offset, wanted.maxBytes, watch) }
        } catch (error) {
          reply.close()
          throw error
        }
      } catch (error) {
        watch.end()
        throw watch.told(error)
      }
    },
  }
}

async function follow(transport: Transport, { url, hosts, from, etag }: Wanted, signal: AbortSignal): Promise<Reply> {
  const resume = from > 0 && etag !== undefined
  const headers = {
    'user-agent': 'MedMemory',
    accept: '*/*',
    'accept-encoding': 'identity',
    ...(resume && { range: `bytes=${from}-`, 'if-range': etag }),
  }
  let at = allowed(url, undefined, hosts)
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const reply = await transport(at, { headers, signal })
    if (!REDIRECTS.includes(reply.status)) return reply
    reply.close()
    const { location } = reply.headers
    if (typeof location !== 'string') throw new AppError('download/refused', { status: reply.status })
    at = allowed(location, at, hosts)
  }
  throw new AppError('download/refused-host')
}

const REDIRECTS = [301, 302, 303, 307, 308]

function allowed(address: string, base: URL | undefined, hosts: readonly string[]): URL {
  const url = URL.parse(address, base?.href)
  const isAllowed =
    url?.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    hosts.includes(url.hostname)
  if (!isAllowed) throw new AppError('download/refused-host')
  return url
}

function readHead(
  { status, headers }: Reply,
  { from, maxBytes }: Wanted,
): { offset: number; etag: string | undefined } {
  if (status !== 200 && status !== 206) throw new AppError('download/refused', { status })
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity')
    throw new AppError('download/refused', { status })
  const offset = status === 206 ? Number(/^bytes (\d+)-/.exec(String(headers['content-range']))?.[1] ?? -1) : 0
  if (offset !== 0 && offset !== from) throw new AppError('download/refused', { status })
  if (offset + Number(headers['content-length'] ?? 0) > maxBytes) throw new AppError('download/too-large', { maxBytes })
  // a weak mark says nothing of the bytes (RFC 9110 §8.8.1)
  const { etag } = headers
  return { offset, etag: typeof etag === 'string' && !etag.startsWith('W/') ? etag : undefined }
}

async function* receive(reply: Reply, offset: number, maxBytes: number, watch: Watch): AsyncGenerator<Uint8Array> {
  let total = offset
  try {
    for await (const piece of reply.body) {
      watch.signal.throwIfAborted()
      total += piece.length
      if (total > maxBytes) throw new AppError('download/too-large', { maxBytes })
      watch.arrived(piece.length)
      yield piece
    }
    watch.signal.throwIfAborted()
  } catch (error) {
    throw watch.told(error)
  } finally {
    watch.end()
    reply.close()
  }
}

interface Watch {
  readonly signal: AbortSignal
  arrived(bytes: number): void
  /** What an error of the transport means. */
  told(error: unknown): unknown
  end(): void
}

/** A server that sends a byte now and then must not hold a download for ever. */
function createWatch(patienceMs: number, outer: AbortSignal): Watch {
  const late = new AbortController()
  let arrived = 0
  const timer = setInterval(() => {
    if (arrived < LEAST_BYTES) late.abort()
    arrived = 0
  }, patienceMs)
  return {
    signal: AbortSignal.any([outer, late.signal]),
    arrived(bytes) {
      arrived += bytes
    },
    told(error) {
      if (outer.aborted) return new AppError('cancelled')
      if (late.signal.aborted) return new AppError('download/timeout')
      return error instanceof AppError ? error : new AppError('download/interrupted', {}, { cause: error })
    },
    end: () => clearInterval(timer),
  }
}

/** Its own agent: no connection is kept open, none goes through a proxy that the environment names. */
const httpsTransport: Transport = (url, { headers, signal }) =>
  new Promise((resolve, reject) => {
    const agent = new Agent({ keepAlive: false, minVersion: 'TLSv1.2' })
    const sent = request(url, { agent, headers, signal }, (reply) =>
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
