/** How large pages are shown: fitted to the room there is, or a share of life size. */
import { useState } from 'react'

export type Zoom = 'width' | 'page' | number

export const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const
const LEAST = STEPS[0]
const MOST = STEPS[STEPS.length - 1] ?? 4

interface Size {
  readonly width: number
  readonly height: number
}

/** `room`: for a page as it is turned; `page`: its size in life, turned. Answers the share of life size. */
export function scaleOf(zoom: Zoom, page: Size, room: Size): number {
  if (typeof zoom === 'number') return zoom
  const byWidth = room.width / page.width
  const fits = zoom === 'width' ? Math.min(byWidth, 1.6) : Math.min(byWidth, room.height / page.height)
  return Math.max(0.1, fits)
}

export function useZoom() {
  const [zoom, setZoom] = useState<Zoom>('width')
  return {
    zoom,
    setZoom,
    /** From what is shown now. */
    step(scale: number, direction: 1 | -1) {
      const next =
        direction > 0 ? STEPS.find((step) => step > scale * 1.01) : STEPS.findLast((step) => step < scale * 0.99)
      setZoom(next ?? (direction > 0 ? MOST : LEAST))
    },
  }
}
