/** By how much a page is enlarged or reduced before it is recognised. */
import type { Raster } from '../image/raster.ts'

/** Letters between these heights, in pixels, are read as they are: resampling would only blur them. */
const SMALLEST = 18
const TALLEST = 30
/** What others are brought to. */
const BEST = 22
const LARGEST_FACTOR = 2
/** Enlarged by quarters: two pages of one document come out alike. */
const STEPS = 4
/** A page of fewer pixels, as of A4 at 200 dots per inch, is never reduced: print smaller than most of it may be on it. */
const SMALL_PAGE = 4_200_000
const LONGEST = 5600
const SHORTEST = 4000

export function scaleFor({ width, height }: Raster, letterHeight: number, dpi = 200): number {
  const long = Math.max(width, height)
  const short = Math.min(width, height)
  const most = Math.min(LONGEST / long, SHORTEST / short)
  const least = Math.min(1, Math.sqrt(SMALL_PAGE / (width * height)))
  return Math.min(most, Math.max(least, wanted(letterHeight, dpi)))
}

function wanted(letterHeight: number, dpi: number): number {
  if (letterHeight === 0) return Math.min(1, 200 / dpi)
  if (letterHeight >= SMALLEST && letterHeight <= TALLEST) return 1
  const factor = Math.min(LARGEST_FACTOR, BEST / letterHeight)
  return factor < 1 ? factor : Math.round(factor * STEPS) / STEPS
}
