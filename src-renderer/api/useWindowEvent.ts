/** Listens to what main pushes and to what was chosen from the menu, while the component is shown. */
import { useEffect, useRef } from 'react'
import type { WindowEvent } from '#contract/bridge.ts'

export function useWindowEvent(take: (event: WindowEvent) => void): void {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => window.medmemory.on((event) => latest.current(event)), [])
}
