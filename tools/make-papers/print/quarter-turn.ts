/** Turning an image by quarters, and points on it with it. */
import type { Point } from './page.ts'
import type { Plane } from './plane.ts'

/** Quarter turns clockwise. */
export type Quarters = 0 | 1 | 2 | 3

export function turned(plane: Plane, quarters: Quarters): Plane {
  if (quarters === 0) return plane
  const { width, height, channels, data } = plane
  const sideways = quarters % 2 === 1
  const out: Plane = {
    width: sideways ? height : width,
    height: sideways ? width : height,
    channels,
    data: new Uint8Array(data.length),
  }
  for (let y = 0, from = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [column, row] = place(x, y, width - 1, height - 1, quarters)
      const to = (row * out.width + column) * channels
      for (let i = 0; i < channels; i += 1, from += 1) out.data[to + i] = data[from] as number
    }
  return out
}

/** Where a point of an image of that size goes when the image is turned. */
export function turnedPoint({ x, y }: Point, { width, height }: { width: number; height: number }, quarters: Quarters) {
  const [column, row] = place(x, y, width, height, quarters)
  return { x: column, y: row }
}

function place(x: number, y: number, width: number, height: number, quarters: Quarters): [number, number] {
  if (quarters === 1) return [height - y, x]
  if (quarters === 2) return [width - x, height - y]
  if (quarters === 3) return [y, width - x]
  return [x, y]
}
