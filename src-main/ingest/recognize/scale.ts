/** By how much a page is enlarged or reduced before it is recognised. */
import type { Raster } from '../image/raster.ts'

/** Letters between these heights, in pixels, are read as they are: resampling would only blur them. */
const SMALLEST = 13
const TALLEST = 30
/** What others are brought to. */
const BEST = 20
const LARGEST_FACTOR = 2
const LONGEST = 5600
const SHORTEST = 4000

export function scaleFor({ width, height }: Raster, letterHeight: number, dpi = 200): number {
  const long = Math.max(width, height)
  const short = Math.min(width, height)
  const most = Math.min(LONGEST / long, SHORTEST / short)
  return Math.min(most, wanted(letterHeight, dpi))
}

function wanted(letterHeight: number, dpi: number): number {
  if (letterHeight === 0) return Math.min(1, 200 / dpi)
  if (letterHeight >= SMALLEST && letterHeight <= TALLEST) return 1
  return Math.min(LARGEST_FACTOR, BEST / letterHeight)
}
