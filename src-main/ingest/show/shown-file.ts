/** A file open for being looked at: its pages as pixels, at the size that is asked for. */
import type { Turn } from '../layout/positioned-word.ts'

export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** One 32-bit number a pixel, red in its lowest byte, white where the file has nothing. */
export interface Pixels extends PixelSize {
  readonly data: Uint32Array
}

export type QuarterTurns = Exclude<Turn, 4>

export interface PageRequest {
  /** 1-based. */
  readonly page: number
  /** Quarter turns clockwise that stand it upright. */
  readonly turn: QuarterTurns
}

export interface ShownFile {
  /** Of the upright page in CSS pixels, 96 to the inch. Throws AppError('page/unknown'). */
  measure(request: PageRequest): Promise<PixelSize>
  /** `width`: of the upright page, in pixels; no more than it is worth, and than may lie in memory. */
  draw(request: PageRequest & { readonly width: number }): Promise<Pixels>
  close(): Promise<void>
}

/** Of one drawing. */
const MOST_PIXELS = 16_000_000

/** The size at a width, made smaller where it would be too many pixels. */
export function sizeAtWidth(page: PixelSize, width: number): PixelSize {
  const tallness = page.height / page.width
  const most = Math.sqrt(MOST_PIXELS / tallness)
  const fits = Math.max(1, Math.round(Math.min(width, most)))
  return { width: fits, height: Math.max(1, Math.round(fits * tallness)) }
}
