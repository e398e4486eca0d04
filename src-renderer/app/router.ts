/** Where the window is: read it with usePlace, change it with go. Keeps to the browser's own history, so back and forward work. */
import { useSyncExternalStore } from 'react'
import { type Place, pathToPlace, placeToPath } from './routes.ts'

/** Undefined: no place was named, or none that exists. */
export function usePlace(): Place | undefined {
  const hash = useSyncExternalStore(listen, () => window.location.hash)
  return pathToPlace(hash.slice(1))
}

export const hrefOf = (place: Place): string => `#${placeToPath(place)}`

export function go(place: Place, { replace = false }: { readonly replace?: boolean } = {}): void {
  const href = hrefOf(place)
  if (href === window.location.hash) return
  if (replace) {
    window.history.replaceState(null, '', href)
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  } else window.location.hash = href
}

export const back = (): void => window.history.back()
export const forward = (): void => window.history.forward()

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}
