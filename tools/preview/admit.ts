/**
 * Who may speak to the preview: the browser that was given the token, from the preview's own pages. Any other page that
 * guesses the port, and any name that is made to lead here, is turned away before anything is read.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const COOKIE = 'medmemory-preview'

export type Admitted =
  | { readonly kind: 'refused' }
  /** The token was shown, for the first and last time. */
  | { readonly kind: 'entered'; readonly cookie: string }
  | { readonly kind: 'admitted' }

export function createDoor(origin: () => string) {
  const token = randomBytes(32).toString('base64url')
  const secret = randomBytes(32).toString('base64url')
  let isTokenSpent = false

  return {
    /** Works once. */
    entrance: () => `${origin()}/enter?token=${token}`,

    admit({ method, url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): Admitted {
      const own = origin()
      // a name that somebody made to lead to this address (DNS rebinding) is not our name
      if (`http://${headers.host}` !== own) return { kind: 'refused' }
      if (headers.origin !== undefined && headers.origin !== own) return { kind: 'refused' }
      // browsers send it with whatever changes something; who does not is no browser
      if (method !== 'GET' && headers.origin === undefined) return { kind: 'refused' }
      const { pathname, searchParams } = new URL(url, own)
      if (pathname === '/enter') {
        if (isTokenSpent || !isSame(searchParams.get('token') ?? '', token)) return { kind: 'refused' }
        isTokenSpent = true
        return { kind: 'entered', cookie: `${COOKIE}=${secret}; HttpOnly; SameSite=Strict; Path=/` }
      }
      if (
        headers['sec-fetch-site'] !== undefined &&
        !['same-origin', 'none'].includes(String(headers['sec-fetch-site']))
      )
        return { kind: 'refused' }
      const shown = headers.cookie
        ?.split(/;\s*/)
        .find((pair) => pair.startsWith(`${COOKIE}=`))
        ?.slice(COOKIE.length + 1)
      return { kind: isSame(shown ?? '', secret) ? 'admitted' : 'refused' }
    },
  }
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
