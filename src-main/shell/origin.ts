/** Where the window's page lives: a scheme of our own, so that no file and no server can pass for it. */

export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://medmemory`

export function isOurPage(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && parsed.protocol === `${SCHEME}:` && parsed.host === 'medmemory' && parsed.username === ''
}
