/**
 * Pages of a picture to be looked at: in colour where libvips decodes them, else in the grey in which they are read. They
 * stand as reading has them, so that its boxes fit. Colour profiles are left aside, as everywhere.
 */
import { AppError } from '#contract/errors.ts'
import type { ImageFormat } from '../detect-format.ts'
import { describePicture } from '../image/decode-grey.ts'
import { decodeImage } from '../image/decode-image.ts'
import { loadSharp, type Sharp } from '../image/load-sharp.ts'
import { MAX_PIXELS, sizeToRead } from '../image/pixel-limits.ts'
import { withoutPackedExtras } from '../image/png-chunks.ts'
import { plausibleDpi } from '../image/resolution.ts'
import { listTiffPages, setTiffPageApart } from '../image/tiff-pages.ts'
import { standUpright } from '../image/upright.ts'
import { type PageRequest, type PixelSize, type Pixels, type ShownFile, sizeAtWidth } from './shown-file.ts'

/** A page not yet decoded; sizes as it is stored, before any turn. */
interface StoredPage extends PixelSize {
  readonly dpi: number | undefined
  readonly orientation: number | undefined
  decode(size: PixelSize): Promise<Pixels>
}

const CSS_DPI = 96
/** Of a sheet of A4. */
const LONG_SIDE = 1123
/** Orientation tags that turn a picture clockwise by so many quarters. */
const TURNS = [1, 6, 3, 8] as const

export async function showPicture(bytes: Uint8Array, format: ImageFormat): Promise<ShownFile> {
  const pageAt = openers[format](bytes)

  async function upright({ page, turn }: PageRequest) {
    const stored = await pageAt(page)
    const isSideways = ((stored.orientation ?? 1) >= 5 && (stored.orientation ?? 1) <= 8) !== (turn % 2 === 1)
    const turned = <S extends PixelSize>({ width, height }: S): PixelSize =>
      isSideways ? { width: height, height: width } : { width, height }
    return { stored, turned, size: turned(stored) }
  }

  return {
    async measure(request) {
      const { stored, size } = await upright(request)
      const dpi = plausibleDpi(stored.dpi, stored)
      const scale = dpi === undefined ? LONG_SIDE / Math.max(size.width, size.height) : CSS_DPI / dpi
      return { width: size.width * scale, height: size.height * scale }
    },

    async draw(request) {
      const { stored, turned, size } = await upright(request)
      const wanted = sizeAtWidth(size, Math.min(request.width, size.width))
      const pixels = await stored.decode(turned(wanted))
      return standUpright(standUpright(pixels, stored.orientation), TURNS[request.turn])
    },

    close: async () => {},
  }
}

type PageAt = (number: number) => Promise<StoredPage>

const openers: Readonly<Record<ImageFormat, (bytes: Uint8Array) => PageAt>> = {
  jpeg: onePicture,
  png: (bytes) => onePicture(withoutPackedExtras(bytes)),
  webp: onePicture,
  tiff: tiffPages,
  bmp: (bytes) => greyPages(bytes, 'bmp'),
  heic: (bytes) => greyPages(bytes, 'heic'),
}

function onePicture(bytes: Uint8Array): PageAt {
  return async (number) => {
    if (number > 1) throw new AppError('page/unknown')
    const { width, height, dpi, orientation } = await describePicture(bytes)
    return { width, height, dpi, orientation, decode: (size) => inColour(bytes, size) }
  }
}

function tiffPages(bytes: Uint8Array): PageAt {
  const pages = listTiffPages(bytes)
  return async (number) => {
    const page = pages[number - 1]
    if (page === undefined) throw new AppError(number > pages.length ? 'page/unknown' : 'page/without-image')
    const { dpiX, dpiY, orientation } = page
    const square = sizeToRead(page, dpiX, dpiY)
    const dpi = dpiX && (dpiX * square.width) / page.width
    const decode = (size: PixelSize) => inColour(setTiffPageApart(Uint8Array.from(bytes), page), size)
    return { ...square, dpi, orientation, decode }
  }
}

/** Their own openers stand them upright. */
function greyPages(bytes: Uint8Array, format: 'bmp' | 'heic'): PageAt {
  return async (number) => {
    for await (const page of decodeImage(bytes, format, { fromPage: number })) {
      if ('failed' in page) throw new AppError('page/without-image')
      const { raster, dpi } = page
      const decode = (size: PixelSize) =>
        resized(raster.data, { width: raster.width, height: raster.height, channels: 1 }, size)
      return { width: raster.width, height: raster.height, dpi, orientation: undefined, decode }
    }
    throw new AppError('page/unknown')
  }
}

/** Damage is shown as far as it can be. */
async function inColour(bytes: Uint8Array, size: PixelSize): Promise<Pixels> {
  const sharp = await loadSharp()
  const picture = sharp(bytes, { failOn: 'none', limitInputPixels: MAX_PIXELS, sequentialRead: true, ignoreIcc: true })
  return toPixels(picture, size)
}

async function resized(data: Uint8Array, raw: PixelSize & { channels: 1 }, size: PixelSize): Promise<Pixels> {
  const sharp = await loadSharp()
  return toPixels(sharp(data, { raw, limitInputPixels: MAX_PIXELS }), size)
}

const DECODE_SECONDS = 30

async function toPixels(picture: Sharp, { width, height }: PixelSize): Promise<Pixels> {
  try {
    const { data, info } = await picture
      .flatten({ background: 'white' })
      .resize({ width, height, fit: 'fill' })
      .toColourspace('srgb')
      .ensureAlpha()
      .timeout({ seconds: DECODE_SECONDS })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    if (info.channels !== 4) throw new AppError('page/without-image')
    const pixels = new Uint32Array(info.width * info.height)
    new Uint8Array(pixels.buffer).set(data)
    return { width: info.width, height: info.height, data: pixels }
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('page/without-image', {}, { cause })
  }
}
