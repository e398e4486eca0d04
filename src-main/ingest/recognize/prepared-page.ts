/** A page made ready for recognition, and the way back from its pixels to the page as it is shown. */
import type { InkMap, PixelBox, Raster } from '../image/raster.ts'
import type { Box } from '../read-page.ts'

export interface PreparedPage {
  /** Upright, straight, evenly lit, at the scale that recognition wants; as clean as `ink`, so that either may be read. */
  readonly grey: Raster
  /** The same page two-tone: light-on-dark blocks turned dark-on-light, rules and pictures taken out. Same size as `grey`. */
  readonly ink: InkMap
  /** Lines and frames of tables and forms that were taken out of `ink`. */
  readonly rules: readonly PixelBox[]
  /** Photographs, logos, barcodes: ink that is not writing. */
  readonly pictures: readonly PixelBox[]
  /** Median height of the letters, in pixels of `ink`; 0 when there are none. */
  readonly letterHeight: number
  /** Quarter turns clockwise by which the page as shown was turned to stand upright. */
  readonly turn: 0 | 1 | 2 | 3
  /** From pixels of `ink` to fractions of the page as shown: the smallest upright rectangle round the turned box. */
  readonly toPage: (box: PixelBox) => Box
}
