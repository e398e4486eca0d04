/** Pictures as the reading engines hold them: plain rows of bytes, no padding, origin top left. */

/** Grey: 0 black … 255 white. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** Two-tone, in the same rows of bytes: 1 is ink, 0 is paper. */
export type InkMap = Raster

/** In whole pixels. */
export interface PixelBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
