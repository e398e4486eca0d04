/**
 * Evenly lit page → ink and paper. The threshold at each place lies at a fixed part of the way from the paper to the
 * darkest ink near it (local contrast, after Bernsen 1986), so faint print counts where it stands alone and the blurred
 * foot of a black stroke does not; what is fainter than noise and bleed-through never counts.
 */
import type { InkMap, Raster } from '../image/raster.ts'
import { type Evened, PAPER } from './even-light.ts'
import { blur, darkest, percentile, shrinkToDarkest } from './grey.ts'
import { surfaceOf } from './stretched.ts'

/** Ink begins at this part of the way from paper to the darkest ink near. */
const EDGE = 0.33
/** Fainter than this part of the page's usual print: show-through of the other side. */
const FAINTEST = 0.16
const NOISE_DEVIATIONS = 5
const LEAST_CONTRAST = 14

export function binarise({ page: evened, edges, cell }: Pick<Evened, 'page' | 'edges' | 'cell'>): InkMap {
  const ink = darkest(shrinkToDarkest(evened, cell), 2)
  const least = leastContrast(evened, ink)
  const threshold = new Uint8Array(ink.data.length)
  for (let i = 0; i < threshold.length; i++) {
    threshold[i] = Math.max(
      0,
      PAPER - Math.max(least, edges.data[i] as number, EDGE * Math.max(0, PAPER - (ink.data[i] as number))),
    )
  }
  const surface = blur({ ...ink, data: threshold }, 1)
  const { width, height } = evened
  const data = new Uint8Array(width * height)
  const thresholds = surfaceOf(surface, cell, width)
  for (let y = 0; y < height; y++) {
    const row = thresholds(y)
    for (let x = 0, i = y * width; x < width; x++, i++) if ((evened.data[i] as number) < (row[x] as number)) data[i] = 1
  }
  return { width, height, data }
}

function leastContrast(evened: Raster, ink: Raster): number {
  const noise = noiseOf(evened)
  const floor = Math.max(LEAST_CONTRAST, NOISE_DEVIATIONS * noise)
  const inked = ink.data.filter((value) => PAPER - value > floor)
  const usual = PAPER - percentile({ width: inked.length, height: 1, data: inked }, 0.4)
  return Math.max(floor, inked.length === 0 ? 0 : FAINTEST * usual)
}

/** Standard deviation of the grain of bare paper, from differences between neighbours that both are paper. */
function noiseOf({ width, height, data }: Raster): number {
  const differences = new Uint32Array(64)
  let count = 0
  for (let y = 1; y < height - 1; y += 5) {
    for (let x = 1 + (y % 3); x < width - 3; x += 3) {
      const i = y * width + x
      const a = data[i] as number
      const b = data[i + 2] as number
      if (a < PAPER - 60 || b < PAPER - 60) continue
      const difference = Math.min(63, Math.abs(a - b))
      differences[difference] = (differences[difference] as number) + 1
      count++
    }
  }
  let left = 0.6827 * count
  for (let difference = 0; difference < 64; difference++) {
    left -= differences[difference] as number
    if (left < 0) return difference / Math.SQRT2
  }
  return 0
}
