/**
 * Turns, scales and straightens a grey page in one go. Quarter turns are exact; the rest is two one-dimensional passes
 * (Catmull & Smith 1980) with a cubic kernel (Keys 1981, a = -1/2) that widens when the page is made smaller.
 */
import type { Raster } from '../image/raster.ts'

/** Where pixels of the new page lie on the old one: both in continuous coordinates, a pixel's centre at .5. */
export interface Placement {
  readonly scale: number
  /** Radians; the old page's lines fall by this angle to the right. */
  readonly skew: number
  readonly from: { readonly width: number; readonly height: number }
  readonly to: { readonly width: number; readonly height: number }
}

/** The new page holds the whole old one. */
export function placementOf({ width, height }: Raster, scale: number, skew: number): Placement {
  const cos = Math.cos(skew)
  const sin = Math.abs(Math.sin(skew))
  const to = {
    width: Math.max(1, Math.round(scale * (width * cos + height * sin))),
    height: Math.max(1, Math.round(scale * (width * sin + height * cos))),
  }
  return { scale, skew, from: { width, height }, to }
}

export function toOldPage({ scale, skew, from, to }: Placement, x: number, y: number): readonly [x: number, y: number] {
  const dx = (x - to.width / 2) / scale
  const dy = (y - to.height / 2) / scale
  const cos = Math.cos(skew)
  const sin = Math.sin(skew)
  return [cos * dx - sin * dy + from.width / 2, sin * dx + cos * dy + from.height / 2]
}

/** What lies outside the old page becomes `paper`. */
export function resample(page: Raster, placement: Placement, paper: number): Raster {
  const { scale, skew, from, to } = placement
  if (scale === 1 && skew === 0) return page
  const cos = Math.cos(skew)
  const stepX = 1 / (scale * cos)
  const across = new Uint8Array(to.width * from.height)
  const kernelX = kernelFor(stepX)
  const line = new Uint8Array(from.width + 2 * MARGIN)
  for (let y = 0; y < from.height; y++) {
    line.fill(paper, 0, MARGIN)
    line.set(page.data.subarray(y * from.width, (y + 1) * from.width), MARGIN)
    line.fill(paper, MARGIN + from.width)
    const first = (-to.width / 2 + 0.5) * stepX - Math.tan(skew) * (y + 0.5 - from.height / 2) + from.width / 2 - 0.5
    resampleLine(line, across, y * to.width, to.width, first, stepX, kernelX)
  }
  return { width: to.width, height: to.height, data: resampleColumns(across, placement, paper) }
}

/** The page turned clockwise by quarter turns. */
export function quarterTurned(page: Raster, turn: 0 | 1 | 2 | 3): Raster {
  const { width, height, data } = page
  if (turn === 0) return page
  if (turn === 2) return { width, height, data: Uint8Array.from(data).reverse() }
  const turned = new Uint8Array(data.length)
  const block = 32
  for (let y0 = 0; y0 < height; y0 += block) {
    for (let x0 = 0; x0 < width; x0 += block) {
      const yEnd = Math.min(height, y0 + block)
      const xEnd = Math.min(width, x0 + block)
      for (let y = y0; y < yEnd; y++) {
        const column = turn === 1 ? height - 1 - y : y
        for (let x = x0; x < xEnd; x++) {
          turned[(turn === 1 ? x : width - 1 - x) * height + column] = data[y * width + x] as number
        }
      }
    }
  }
  return { width: height, height: width, data: turned }
}

/** Paper kept on both sides of a line while it is read, so that no tap needs a bounds check of its own. */
const MARGIN = 64
const PHASES = 64
const ONE = 1 << 14

interface Kernel {
  readonly taps: number
  /** First tap's pixel, relative to the pixel a position falls in. */
  readonly lead: number
  /** PHASES rows of `taps` weights, each summing to ONE. */
  readonly weights: Int32Array
}

function kernelFor(step: number): Kernel {
  const stretch = Math.max(1, step)
  const taps = 2 * Math.ceil(2 * stretch)
  const lead = 1 - taps / 2
  const weights = new Int32Array(PHASES * taps)
  for (let phase = 0; phase < PHASES; phase++) {
    const raw = Array.from({ length: taps }, (_, i) => cubic(Math.abs((i + lead - (phase + 0.5) / PHASES) / stretch)))
    const sum = raw.reduce((total, weight) => total + weight, 0)
    let left = ONE
    raw.forEach((weight, i) => {
      const whole = Math.round((weight / sum) * ONE)
      weights[phase * taps + i] = whole
      left -= whole
    })
    const middle = phase * taps + taps / 2 - (phase < PHASES / 2 ? 1 : 0)
    weights[middle] = (weights[middle] as number) + left
  }
  return { taps, lead, weights }
}

function cubic(x: number): number {
  if (x >= 2) return 0
  return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2
}

/** Positions run along lines as whole numbers of this fineness. */
const FINE = 17
const PHASE = FINE - 6

function resampleLine(
  line: Uint8Array,
  out: Uint8Array,
  at: number,
  count: number,
  first: number,
  step: number,
  kernel: Kernel,
): void {
  const { taps, lead, weights } = kernel
  const last = line.length - taps
  for (let i = 0; i < count; i++) {
    const position = Math.floor((first + MARGIN + i * step) * (1 << FINE))
    const from = (position >> FINE) + lead
    const pixel = from < 0 ? 0 : from > last ? last : from
    let w = ((position >> PHASE) & (PHASES - 1)) * taps
    let sum = ONE >> 1
    for (let tap = pixel; tap < pixel + taps; tap++, w++) sum += (line[tap] as number) * (weights[w] as number)
    sum >>= 14
    out[at + i] = sum < 0 ? 0 : sum > 255 ? 255 : sum
  }
}

function resampleColumns(across: Uint8Array, { scale, skew, from, to }: Placement, paper: number): Uint8Array {
  const step = Math.cos(skew) / scale
  const slope = Math.sin(skew) / scale
  const kernel = kernelFor(step)
  const out = new Uint8Array(to.width * to.height)
  for (let y = 0; y < to.height; y++) {
    const first = (0.5 - to.width / 2) * slope + (y + 0.5 - to.height / 2) * step + from.height / 2 - 0.5
    const last = first + (to.width - 1) * slope
    const reach = kernel.taps / 2 + 1
    const inside = Math.min(first, last) >= reach && Math.max(first, last) < from.height - reach
    if (inside && kernel.taps === 4) fourTaps(across, out, y * to.width, to.width, first, slope, kernel)
    else manyTaps(across, out, y * to.width, to.width, { first, slope, height: from.height, paper }, kernel)
  }
  return out
}

/** The usual case, nothing outside the page and nothing made smaller: most of the time of a page goes by here. */
function fourTaps(
  across: Uint8Array,
  out: Uint8Array,
  at: number,
  width: number,
  first: number,
  slope: number,
  { lead, weights }: Kernel,
): void {
  const two = 2 * width
  for (let x = 0; x < width; x++) {
    const position = Math.floor((first + x * slope) * (1 << FINE))
    const i = ((position >> FINE) + lead) * width + x
    const w = ((position >> PHASE) & (PHASES - 1)) << 2
    const upper =
      (across[i] as number) * (weights[w] as number) + (across[i + width] as number) * (weights[w + 1] as number)
    const lower =
      (across[i + two] as number) * (weights[w + 2] as number) +
      (across[i + two + width] as number) * (weights[w + 3] as number)
    const sum = (upper + lower + (ONE >> 1)) >> 14
    out[at + x] = sum < 0 ? 0 : sum > 255 ? 255 : sum
  }
}

interface Course {
  readonly first: number
  readonly slope: number
  readonly height: number
  readonly paper: number
}

function manyTaps(
  across: Uint8Array,
  out: Uint8Array,
  at: number,
  width: number,
  { first, slope, height, paper }: Course,
  { taps, lead, weights }: Kernel,
): void {
  for (let x = 0; x < width; x++) {
    const position = Math.floor((first + x * slope) * (1 << FINE))
    const row = (position >> FINE) + lead
    let w = ((position >> PHASE) & (PHASES - 1)) * taps
    let sum = ONE >> 1
    for (let tap = row; tap < row + taps; tap++, w++) {
      const value = tap >= 0 && tap < height ? (across[tap * width + x] as number) : paper
      sum += value * (weights[w] as number)
    }
    sum >>= 14
    out[at + x] = sum < 0 ? 0 : sum > 255 ? 255 : sum
  }
}
