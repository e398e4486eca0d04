/** Barcodes: many upright strokes side by side, of one height and with one top. No word looks like this. */
import type { PixelBox } from '../image/raster.ts'
import type { Components } from './components.ts'

const LEAST_STRIPES = 8

export function findBarcodes({ count, left, right, top, bottom }: Components, letterHeight: number): PixelBox[] {
  const stripes: number[] = []
  for (let c = 0; c < count; c++) {
    const height = (bottom[c] as number) - (top[c] as number) + 1
    const width = (right[c] as number) - (left[c] as number) + 1
    if (height >= 1.8 * letterHeight && height >= 4 * width) stripes.push(c)
  }
  stripes.sort((a, b) => (left[a] as number) - (left[b] as number))
  const rows: number[][] = []
  const slack = 0.25 * letterHeight
  for (const c of stripes) {
    const home = rows.find((row) => {
      const last = row.at(-1) as number
      const level =
        Math.abs((top[c] as number) - (top[last] as number)) +
        Math.abs((bottom[c] as number) - (bottom[last] as number))
      return level <= slack && (left[c] as number) - (right[last] as number) <= 1.2 * letterHeight
    })
    if (home) home.push(c)
    else rows.push([c])
  }
  return rows
    .filter((row) => row.length >= LEAST_STRIPES)
    .map((row) => {
      const first = row[0] as number
      const last = row.at(-1) as number
      const y = Math.min(...row.map((c) => top[c] as number))
      return {
        x: left[first] as number,
        y,
        width: (right[last] as number) - (left[first] as number) + 1,
        height: Math.max(...row.map((c) => bottom[c] as number)) - y + 1,
      }
    })
}
