/** Takes out of the grey page what was taken out of its ink, with the blurred rim round it, but not the rim of ink that stayed. */
import type { InkMap, Raster } from '../image/raster.ts'
import { PAPER } from './even-light.ts'

export function wipe(grey: Raster, before: InkMap, after: InkMap, rim: number): void {
  const { width, height } = grey
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (before.data[i] === after.data[i] || after.data[i] === 1) continue
      const edge = x === 0 || before.data[i - 1] === 0 || x === width - 1 || before.data[i + 1] === 0
      const rimmed = edge || y === 0 || before.data[i - width] === 0 || y === height - 1 || before.data[i + width] === 0
      grey.data[i] = PAPER
      if (rimmed) clearRound(grey, after, x, y, rim)
    }
  }
}

function clearRound(grey: Raster, after: InkMap, x: number, y: number, rim: number): void {
  const { width, height } = grey
  for (let row = Math.max(0, y - rim); row <= Math.min(height - 1, y + rim); row++) {
    for (let column = Math.max(0, x - rim); column <= Math.min(width - 1, x + rim); column++) {
      const i = row * width + column
      if (!nearInk(after, column, row)) grey.data[i] = PAPER
    }
  }
}

function nearInk({ width, data }: InkMap, x: number, y: number): boolean {
  const i = y * width + x
  return data[i] === 1 || data[i - 1] === 1 || data[i + 1] === 1 || data[i - width] === 1 || data[i + width] === 1
}
