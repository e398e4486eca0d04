/**
 * Answers every request of the window: the built files, from a list made at the start, and images of pages, from memory.
 * A path that is not on the list is not looked for. Written against the web's own Request and Response; knows no Electron.
 */
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Transport } from '#contract/client.ts'
import { type PageImageRequest, parsePageImagePath } from '#contract/page-image-path.ts'
import type { ImagePart } from '#contract/pages.ts'
import { newId } from '../lib/ids.ts'
import { contentSecurityPolicy, NONCE_PLACE } from './csp.ts'

export interface AssetsDeps {
  /** Where the window was built. */
  readonly folder: string
  /** Looked up for each image, since another vault may have been turned to. */
  readonly transport: () => Transport
}

export type Assets = (request: Request) => Promise<Response>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

const PAGE = '/index.html'

export async function createAssets({ folder, transport }: AssetsDeps): Promise<Assets> {
  const files = listFiles(folder)

  return async (request) => {
    const { pathname } = new URL(request.url)
    if (request.method !== 'GET') return refuse(405)
    const image = parsePageImagePath(pathname)
    if (image !== undefined) return pageImage(transport(), image, request.signal)
    const path = pathname === '/' ? PAGE : pathname
    const type = files.get(path)
    if (type === undefined) return refuse(404)
    const bytes = await readFile(join(folder, path))
    const nonce = newId()
    const body = path === PAGE ? bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce) : bytes
    return new Response(body, { headers: headersFor(type, nonce) })
  }
}

/** Every file there is, by the path it is asked for with; what has no known type is not given out. */
function listFiles(folder: string): ReadonlyMap<string, string> {
  const known = globSync('**/*', { cwd: folder }).flatMap((file) => {
    const type = types[extname(file)]
    return type === undefined ? [] : [[`/${file.replaceAll('\\', '/')}`, type] as const]
  })
  return new Map(known)
}

/** Whatever goes wrong with an image, the window only learns that there is none. */
async function pageImage(transport: Transport, image: PageImageRequest, signal: AbortSignal): Promise<Response> {
  try {
    const { id, page, width } = image
    let type = ''
    const pieces: Uint8Array[] = []
    for await (const part of transport.open('documents.pageImage', { id, page, width }, { signal })) {
      const known = part as ImagePart
      if (known.kind === 'head') type = known.type
      else pieces.push(known.bytes)
    }
    return new Response(Buffer.concat(pieces), { headers: headersFor(type) })
  } catch {
    return refuse(404)
  }
}

const refuse = (status: number) => new Response(null, { status, headers: headersFor('text/plain') })

const headersFor = (type: string, nonce: string = newId()): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': contentSecurityPolicy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
})
