/**
 * A picture's pages as grey rasters that stand as the file shows them. Sizes are checked in the header before anything is
 * decoded, and large pages are read scaled down. Nothing that EXIF says of place, owner or device leaves here.
 */
import { AppError } from '#contract/errors.ts'
import type { ImageFormat } from '../detect-format.ts'
import { readBmpHeader } from './bmp-header.ts'
import { decodeBmp } from './decode-bmp.ts'
import { decodeGrey, describePicture, type Mercy, scaleGrey } from './decode-grey.ts'
import { openHeic } from './decode-heic.ts'
import { isCameraShot } from './exif.ts'
import { readImageHeader } from './image-header.ts'
import { type Size, sizeToRead } from './pixel-limits.ts'
import { withoutPackedExtras } from './png-chunks.ts'
import type { Raster } from './raster.ts'
import { plausibleDpi } from './resolution.ts'
import { listTiffPages, setTiffPageApart, type TiffPage } from './tiff-pages.ts'
import { standUpright } from './upright.ts'

export interface DecodedPage {
  /** 1-based. */
  readonly number: number
  readonly pages: number
  readonly raster: Raster
  /** Of the raster; absent where the file says nothing that can be believed. */
  readonly dpi?: number
  /** A photo, by its shutter and lens, rather than a scan. */
  readonly camera: boolean
  /** The file is damaged: part of the page may be missing, and is white then. */
  readonly damaged: boolean
}

/** A page of several that could not be decoded. */
export interface FailedPage {
  readonly number: number
  readonly pages: number
  readonly failed: true
}

type Content = Omit<DecodedPage, 'number' | 'pages'>

/** Fails as `image/damaged` or `image/too-large`; a damaged page among others is told of and costs only itself. */
export async function* decodeImage(
  bytes: Uint8Array,
  format: ImageFormat,
  { fromPage = 1 }: { fromPage?: number } = {},
): AsyncGenerator<DecodedPage | FailedPage> {
  const { pages } = await readImageHeader(bytes, format)
  const decodePage = openers[format](bytes)
  for (let number = fromPage; number <= pages; number += 1) {
    const content = await decodePage(number - 1).catch((error) => {
      if (pages > 1 && error instanceof AppError) return
      throw error
    })
    yield content === undefined ? { number, pages, failed: true } : { number, pages, ...content }
  }
}

type DecodePage = (index: number) => Promise<Content>

const openers: Readonly<Record<ImageFormat, (bytes: Uint8Array) => DecodePage>> = {
  jpeg: (bytes) => openPicture(bytes, 'cut-off'),
  png: (bytes) => openPicture(withoutPackedExtras(bytes), 'none'),
  webp: (bytes) => openPicture(bytes, 'none'),
  tiff: openTiffFile,
  bmp: openBmp,
  heic: openHeicFile,
}

function openPicture(bytes: Uint8Array, mercy: Mercy): DecodePage {
  return async () => {
    const picture = await describePicture(bytes)
    const { raster, damaged } = await decodeGrey(bytes, sizeToRead(picture), mercy)
    const camera = picture.exif !== undefined && isCameraShot(picture.exif)
    return { ...turned(raster, picture), camera, damaged }
  }
}

function openTiffFile(bytes: Uint8Array): DecodePage {
  const pages = listTiffPages(bytes)
  const camera = isCameraShot(bytes)
  const copy = Uint8Array.from(bytes)
  return async (index) => {
    const page: TiffPage | undefined = pages[index]
    if (page === undefined) throw new AppError('image/damaged')
    const size = sizeToRead(page, page.dpiX, page.dpiY)
    const { raster, damaged } = await decodeGrey(setTiffPageApart(copy, page), size, page.isFax ? 'bad-lines' : 'none')
    return { ...turned(raster, { ...page, dpi: page.dpiX }), camera, damaged }
  }
}

function openHeicFile(bytes: Uint8Array): DecodePage {
  const opening = openHeic(bytes)
  return async (index) => {
    const heic = await opening
    const raster = heic.decode(index)
    return { raster: await scaleGrey(raster, sizeToRead(raster)), camera: heic.camera, damaged: false }
  }
}

function openBmp(bytes: Uint8Array): DecodePage {
  return async () => {
    const whole = decodeBmp(bytes)
    const raster = await scaleGrey(whole, sizeToRead(whole))
    return { ...turned(raster, { ...whole, dpi: readBmpHeader(bytes)?.dpi }), camera: false, damaged: false }
  }
}

interface Stored extends Size {
  readonly dpi: number | undefined
  readonly orientation?: number | undefined
}

/** The raster as it is shown, with the resolution that it has at the size it was read at. */
function turned(raster: Raster, stored: Stored): Pick<DecodedPage, 'raster' | 'dpi'> {
  const dpi = plausibleDpi(stored.dpi, stored)
  const upright = standUpright(raster, stored.orientation)
  return dpi === undefined
    ? { raster: upright }
    : { raster: upright, dpi: Math.round((dpi * raster.width) / stored.width) }
}
