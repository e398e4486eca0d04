/**
 * One picture, decoded by libvips into grey at the size it is to be read at, transparency on white, not yet turned.
 * Colour profiles are left aside: grey is all that is wanted, and a profile is one more thing that can be hostile.
 */
import { AppError } from '#contract/errors.ts'
import { loadSharp, type Sharp, type SharpOptions } from './load-sharp.ts'
import { checkSize, MAX_PIXELS, type Size } from './pixel-limits.ts'
import type { Raster } from './raster.ts'

export interface GreyPicture {
  readonly raster: Raster
  /** Read by mercy: part of the picture may be missing, and is white then. */
  readonly damaged: boolean
}

/**
 * What is done about damage. `cut-off`: a JPEG is read as far as it goes. `bad-lines`: a fax keeps its sound lines; one
 * without any damage is rare. `none`: other formats leave just anything in the place of what they miss.
 */
export type Mercy = 'cut-off' | 'bad-lines' | 'none'

/** Fails as `image/damaged`. */
export async function decodeGrey(bytes: Uint8Array, to: Size, mercy: Mercy): Promise<GreyPicture> {
  const sharp = await loadSharp()
  const decode = (failOn: SharpOptions['failOn']) =>
    toGrey(sharp(bytes, { failOn, limitInputPixels: MAX_PIXELS, sequentialRead: true, ignoreIcc: true }), to)
  try {
    return { raster: await decode('error'), damaged: false }
  } catch (error) {
    if (mercy === 'none') throw imageDamaged(error)
  }
  try {
    const raster = await decode(mercy === 'bad-lines' ? 'truncated' : 'none')
    return { raster: mercy === 'cut-off' ? withoutMissingRows(raster) : raster, damaged: true }
  } catch (error) {
    throw imageDamaged(error)
  }
}

/** Makes a picture in memory smaller, where it is larger than it is to be read at. */
export async function scaleGrey(raster: Raster, to: Size): Promise<Raster> {
  const { width, height, data } = raster
  if (width === to.width && height === to.height) return raster
  const sharp = await loadSharp()
  return toGrey(sharp(data, { raw: { width, height, channels: 1 }, limitInputPixels: MAX_PIXELS }), to)
}

export interface PictureDescription extends Size {
  readonly orientation: number | undefined
  readonly dpi: number | undefined
  readonly exif: Uint8Array | undefined
}

/** From the header of a JPEG, PNG or WebP, whose sizes are checked. Fails as `image/damaged` or `image/too-large`. */
export async function describePicture(bytes: Uint8Array): Promise<PictureDescription> {
  const sharp = await loadSharp()
  const { width, height, orientation, density, exif, ...form } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error) => {
      throw imageDamaged(error)
    })
  checkSize({ width, height }, width * height * heldPerPixel(form))
  return { width, height, orientation, dpi: density, exif }
}

/** Far beyond what the largest allowed picture takes; a process that is slower than that is hanging. */
const DECODE_SECONDS = 30

async function toGrey(sharp: Sharp, { width, height }: Size): Promise<Raster> {
  const { data, info } = await sharp
    .flatten({ background: 'white' })
    .greyscale()
    .resize({ width, height, fit: 'fill' })
    .toColourspace('b-w')
    .timeout({ seconds: DECODE_SECONDS })
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 1) throw new AppError('image/damaged')
  return { width: info.width, height: info.height, data }
}

interface Form {
  readonly format: string
  readonly isProgressive: boolean
  readonly channels: number
  readonly depth: string
  readonly chromaSubsampling?: string | undefined
}

/** Bytes for each pixel that a decoder must hold at once; 0 where it goes row by row. */
function heldPerPixel({ format, isProgressive, channels, depth, chromaSubsampling }: Form): number {
  // frame and colour planes of libwebp, which has no other way
  if (format === 'webp') return 5.5
  if (!isProgressive) return 0
  // the coefficients of libjpeg, two bytes each
  if (format === 'jpeg') return 2 * (chromaSubsampling === '4:2:0' ? 1.5 : channels)
  return channels * (depth === 'ushort' ? 2 : 1)
}

/** Rows after the end of the data come out of libjpeg in one even grey. A picture of which most is there is worth reading. */
function withoutMissingRows(raster: Raster): Raster {
  const { width, height, data } = raster
  const rows = Math.floor(data.findLastIndex((value) => value !== EVEN_GREY) / width) + 1
  if (rows < height * LEAST_PART) throw new AppError('image/damaged')
  data.fill(WHITE, rows * width)
  return raster
}

const EVEN_GREY = 128
const WHITE = 255
const LEAST_PART = 0.5

const imageDamaged = (error: unknown) =>
  error instanceof AppError ? error : new AppError('image/damaged', {}, { cause: error })
