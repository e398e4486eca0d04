/** At what scale a page of a PDF is drawn: small to be looked at, as fine as its own scan to be read. */
import type { PageSize } from '../layout/positioned-word.ts'
import type { ImagePlace } from './pdf-ink.ts'

export interface DrawingScale {
  /** Pixels per unit of the page. */
  readonly scale: number
  /** Of the paper, which for pages of no believable size is taken to be A4. */
  readonly dpi: number
}

const READING_DPI = 200
const COARSEST = 150
const FINEST = 300
const MOST_PIXELS = 40_000_000

/** Long side in points: from a visiting card to a little over A3. Beyond it, a scanner wrote pixels for points. */
const BELIEVABLE = { least: 150, most: 1300 }
const A4_LONG = 842

/** Units of the page per point on paper. */
export function unitsPerPoint({ width, height }: PageSize): number {
  const long = Math.max(width, height)
  return long >= BELIEVABLE.least && long <= BELIEVABLE.most ? 1 : long / A4_LONG
}

export function scaleForDpi(dpi: number, page: PageSize): DrawingScale {
  const scale = dpi / (72 * unitsPerPoint(page))
  const most = Math.sqrt(MOST_PIXELS / (page.width * page.height))
  return scale <= most ? { scale, dpi } : { scale: most, dpi: (dpi * most) / scale }
}

/** A scan is drawn pixel by pixel, within reason; other pages at a resolution that suits print. */
export function scaleForReading(page: PageSize, images: readonly ImagePlace[]): DrawingScale {
  const density = densityOfScan(page, images)
  if (density === undefined) return scaleForDpi(READING_DPI, page)
  const own = density * 72 * unitsPerPoint(page)
  return scaleForDpi(Math.min(FINEST, Math.max(COARSEST, own)), page)
}

/** Strips of one scan count together; of a coarse background and a fine mask the finer one is the writing. */
function densityOfScan(page: PageSize, images: readonly ImagePlace[]): number | undefined {
  const areas = new Map<number, number>()
  let all = 0
  for (const { width, height, density } of images) {
    all += width * height
    const key = Math.round(density * 100) / 100
    areas.set(key, (areas.get(key) ?? 0) + width * height)
  }
  const whole = page.width * page.height
  if (all < 0.8 * whole) return
  const fine = [...areas].filter(([density, area]) => density > 0 && area >= 0.2 * whole).map(([density]) => density)
  return fine.length > 0 ? Math.max(...fine) : undefined
}
