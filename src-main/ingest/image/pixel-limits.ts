/** How large a picture may be, and how large the raster that is read from it: memory stays bounded whatever a file holds. */
import { AppError } from '#contract/errors.ts'

/** Pictures of more pixels than this are refused. */
export const MAX_PIXELS = 100_000_000
/** What must lie in memory at once to decode a picture that cannot be decoded row by row. */
const MAX_HELD_BYTES = 512_000_000
/** Larger pictures are read scaled down: an A4 sheet keeps 500 dots per inch. */
const MAX_READ_PIXELS = 25_000_000

export interface Size {
  readonly width: number
  readonly height: number
}

/** `heldBytes`: what a decoder must hold at once, where that is more than some rows. */
export function checkSize({ width, height }: Size, heldBytes = 0): void {
  if (!(width >= 1 && height >= 1)) throw new AppError('image/damaged')
  if (width * height > MAX_PIXELS || heldBytes > MAX_HELD_BYTES)
    throw new AppError('image/too-large', { megapixels: Math.ceil((width * height) / 1_000_000) })
}

/** The size at which a picture is read. Pixels that are not square are made so, the finer side being kept. */
export function sizeToRead({ width, height }: Size, dpiX?: number, dpiY?: number): Size {
  const ratio = dpiX !== undefined && dpiY !== undefined ? dpiX / dpiY : 1
  const isOblong = (ratio > 1.1 && ratio < 4) || (ratio < 1 / 1.1 && ratio > 1 / 4)
  const wide = isOblong && ratio < 1 ? width / ratio : width
  const tall = isOblong && ratio > 1 ? height * ratio : height
  const scale = Math.min(1, Math.sqrt(MAX_READ_PIXELS / (wide * tall)))
  return { width: Math.max(1, Math.floor(wide * scale)), height: Math.max(1, Math.floor(tall * scale)) }
}
