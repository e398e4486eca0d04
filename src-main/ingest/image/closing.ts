/**
 * Grey closing with a square: dark things thinner than the square vanish, so writing goes and the sheet it stands on
 * remains. Running maxima after van Herk (1992) and Gil & Werman (1993): the cost does not grow with the square.
 */
import type { Raster } from './raster.ts'

export function closing(raster: Raster, radius: number): Raster {
  return shift(shift(raster, radius, true), radius, false)
}

function shift({ width, height, data }: Raster, radius: number, up: boolean): Raster {
  const out = new Uint8Array(data.length)
  const line = new Uint8Array(Math.max(width, height) + 4 * radius + 2)
  const scratch = { forth: new Uint8Array(line.length), back: new Uint8Array(line.length) }
  for (let y = 0; y < height; y += 1) runLine(data, out, y * width, 1, width, radius, up, line, scratch)
  for (let x = 0; x < width; x += 1) runLine(out, out, x, width, height, radius, up, line, scratch)
  return { width, height, data: out }
}

interface Scratch {
  readonly forth: Uint8Array
  readonly back: Uint8Array
}

function runLine(
  from: Uint8Array,
  to: Uint8Array,
  start: number,
  step: number,
  length: number,
  radius: number,
  up: boolean,
  line: Uint8Array,
  { forth, back }: Scratch,
): void {
  const window = 2 * radius + 1
  const padded = length + 2 * radius
  const neutral = up ? 0 : 255
  line.fill(neutral, 0, padded + window)
  for (let i = 0; i < length; i += 1) line[i + radius] = from[start + i * step] as number
  const total = Math.ceil(padded / window) * window
  for (let block = 0; block < total; block += window) {
    forth[block] = line[block] as number
    for (let i = block + 1; i < block + window; i += 1) forth[i] = pick(up, forth[i - 1] as number, line[i] as number)
    back[block + window - 1] = line[block + window - 1] as number
    for (let i = block + window - 2; i >= block; i -= 1) back[i] = pick(up, back[i + 1] as number, line[i] as number)
  }
  for (let i = 0; i < length; i += 1)
    to[start + i * step] = pick(up, back[i] as number, forth[i + window - 1] as number)
}

function pick(up: boolean, a: number, b: number): number {
  return a > b === up ? a : b
}
