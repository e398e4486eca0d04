/** Makes a picture smaller by averaging, so that noise shrinks with it. A picture that is small enough is returned as it is. */
import type { Raster } from './raster.ts'

export function shrink(raster: Raster, longSide: number): Raster {
  const scale = longSide / Math.max(raster.width, raster.height)
  if (scale >= 1) return raster
  const width = Math.max(1, Math.round(raster.width * scale))
  const height = Math.max(1, Math.round(raster.height * scale))
  const columns = cuts(raster.width, width)
  const rows = cuts(raster.height, height)
  const data = new Uint8Array(width * height)
  const sums = new Float64Array(width)
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [rows[y] as number, rows[y + 1] as number]
    sums.fill(0)
    for (let row = top; row < bottom; row += 1) addRow(raster, row, columns, sums)
    for (let x = 0; x < width; x += 1) {
      const pixels = ((columns[x + 1] as number) - (columns[x] as number)) * (bottom - top)
      data[y * width + x] = Math.round((sums[x] as number) / pixels)
    }
  }
  return { width, height, data }
}

function addRow({ width, data }: Raster, row: number, columns: Int32Array, sums: Float64Array): void {
  let at = row * width
  for (let x = 0; x < sums.length; x += 1) {
    const end = row * width + (columns[x + 1] as number)
    let sum = 0
    for (; at < end; at += 1) sum += data[at] as number
    sums[x] = (sums[x] as number) + sum
  }
}

const cuts = (from: number, to: number) => Int32Array.from({ length: to + 1 }, (_, i) => Math.round((i * from) / to))
