/** A coarse grid of cells read as a smooth surface over the page it was taken from (bilinear between cell centres). */
import type { Raster } from '../image/raster.ts'

export function stretched(grid: Raster, cell: number, width: number, height: number): Raster {
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) stretchRow(grid, cell, y, data.subarray(y * width, (y + 1) * width))
  return { width, height, data }
}

/** Fills `out` with the surface along row `y` of the page. */
export function stretchRow(grid: Raster, cell: number, y: number, out: Uint8Array): void {
  const lastRow = grid.height - 1
  const at = Math.min(lastRow, Math.max(0, (y + 0.5) / cell - 0.5))
  const row = Math.min(Math.floor(at), Math.max(0, lastRow - 1))
  const low = Math.round((at - row) * 64)
  const upper = row * grid.width
  const lower = Math.min(lastRow, row + 1) * grid.width
  const { data } = grid
  const half = cell / 2 - 0.5
  const lastColumn = grid.width - 1
  let left = mix(data, upper, lower, low)
  out.fill((left + 32) >> 6, 0, Math.min(out.length, Math.ceil(half)))
  // Between two cell centres the surface is a straight line: one addition per pixel.
  for (let column = 0, x = Math.ceil(half); column < lastColumn && x < out.length; column++) {
    const right = mix(data, upper + column + 1, lower + column + 1, low)
    const stop = Math.min(out.length, Math.ceil((column + 1) * cell + half))
    const slope = Math.round(((right - left) * ONE) / cell)
    let value = Math.round(left * ONE + slope * (x - column * cell - half)) + 32 * ONE
    for (; x < stop; x++, value += slope) out[x] = value >> 14
    left = right
  }
  const filled = Math.ceil(lastColumn * cell + half)
  if (filled < out.length) out.fill((left + 32) >> 6, Math.max(0, filled))
}

/** Heights are in 64ths, and on the way from one cell to the next in 256ths of these. */
const ONE = 256

const mix = (data: Uint8Array, upper: number, lower: number, low: number): number =>
  (data[upper] as number) * (64 - low) + (data[lower] as number) * low
