/** How large a picture is and how many pages it has, from its header alone: nothing is decoded, whatever the file claims. */
import { AppError } from '#contract/errors.ts'
import type { ImageFormat } from '../detect-format.ts'
import { readBmpHeader } from './bmp-header.ts'
import { describePicture } from './decode-grey.ts'
import { openHeic } from './decode-heic.ts'
import { checkSize, type Size } from './pixel-limits.ts'
import { withoutPackedExtras } from './png-chunks.ts'
import { listTiffPages } from './tiff-pages.ts'

export interface ImageHeader extends Size {
  readonly pages: number
}

/**
 * The size of the first page that has one, as the file stores it. Fails as `image/damaged`, or as `image/too-large` when
 * any page, or their number, is beyond what is read.
 */
export async function readImageHeader(bytes: Uint8Array, format: ImageFormat): Promise<ImageHeader> {
  const sizes = await readSizes(bytes, format)
  const first = sizes.find((size) => size !== undefined)
  if (first === undefined) throw new AppError('image/damaged')
  for (const size of sizes) if (size !== undefined) checkSize(size)
  return { width: first.width, height: first.height, pages: sizes.length }
}

async function readSizes(bytes: Uint8Array, format: ImageFormat): Promise<readonly (Size | undefined)[]> {
  if (format === 'tiff') return listTiffPages(bytes)
  if (format === 'heic') return (await openHeic(bytes)).sizes
  if (format === 'bmp') return [readBmpHeader(bytes)]
  return [await describePicture(format === 'png' ? withoutPackedExtras(bytes) : bytes)]
}
