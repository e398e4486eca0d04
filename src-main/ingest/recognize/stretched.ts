/** A coarse grid of cells read as a smooth surface over the page it was taken from (bilinear between cell centres). */
import type { Raster } from '../image/raster.ts'

export function stretched(grid: Raster, cell: number, width: number, height: number): Raster {
  const data = new Uint8Array(width * height)
  const rowAt = surfaceOf(grid, cell, width)
  for (let y = 0; y < height; y++) data.set(rowAt(y), y * width)
  return { width, height, data }
}

/** Weights are in 64ths, along both axes. */
const ONE = 64

/** The surface along a row of the page, in a buffer that the next call fills anew. Two rows share one: it is smooth. */
export function surfaceOf(grid: Raster, cell: number, width: number): (y: number) => Uint8Array {
  const out = new Uint8Array(width)
  const cells = new Int32Array(grid.width + 1)
  const columns = new Uint16Array(width)
  const weights = new Uint8Array(width)
  for (let x = 0; x < width; x++) {
    const at = between(x, cell, grid.width)
    columns[x] = Math.floor(at)
    weights[x] = Math.round((at % 1) * ONE)
  }
  let filled = -1
  return (y) => {
    if (filled === y >> 1) return out
    filled = y >> 1
    const at = between(2 * filled + 0.5, cell, grid.height)
    const upper = Math.floor(at) * grid.width
    const lower = Math.min(grid.height - 1, Math.floor(at) + 1) * grid.width
    const low = Math.round((at % 1) * ONE)
    for (let c = 0; c < grid.width; c++) {
      cells[c] = (grid.data[upper + c] as number) * (ONE - low) + (grid.data[lower + c] as number) * low
    }
    cells[grid.width] = cells[grid.width - 1] as number
    for (let x = 0; x < width; x++) {
      const c = columns[x] as number
      const left = cells[c] as number
      out[x] = (left * ONE + ((cells[c + 1] as number) - left) * (weights[x] as number) + 2048) >> 12
    }
    return out
  }
}

/** Where a pixel's centre lies between the centres of cells. */
const between = (pixel: number, cell: number, count: number): number =>
  Math.min(count - 1, Math.max(0, (pixel + 0.5) / cell - 0.5))
