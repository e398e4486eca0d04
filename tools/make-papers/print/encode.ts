/** Planes as image files. The only importer of sharp among the makers of papers. */
import sharp from 'sharp'
import type { Plane } from './plane.ts'

export interface ImageFile {
  readonly image: Buffer
  readonly format: 'jpeg' | 'png' | 'tiff'
}

interface JpegOptions {
  readonly quality: number
  readonly dpi?: number
  /** The EXIF tag 1…8 that says how the stored picture is to be shown. */
  readonly orientation?: number
}

export async function encodeJpeg(plane: Plane, { quality, dpi, orientation }: JpegOptions): Promise<ImageFile> {
  const image = await open(plane)
    .withMetadata({
      ...(dpi === undefined ? {} : { density: dpi }),
      ...(orientation === undefined ? {} : { orientation }),
    })
    .jpeg({ quality })
    .toBuffer()
  return { image, format: 'jpeg' }
}

export async function encodePng(plane: Plane, dpi: number): Promise<ImageFile> {
  const image = await open(plane).withMetadata({ density: dpi }).png({ compressionLevel: 6 }).toBuffer()
  return { image, format: 'png' }
}

interface TiffOptions {
  readonly dpi: number
  readonly dpiDown?: number
  /** Two-tone and packed as fax machines do (ITU-T T.6); otherwise grey. */
  readonly fax?: boolean
}

/** All pages must be of one size. */
export async function encodeTiff(planes: readonly Plane[], options: TiffOptions): Promise<ImageFile> {
  const { dpi, dpiDown = dpi, fax = false } = options
  const pages = await Promise.all(planes.map((plane) => open(plane).png({ compressionLevel: 1 }).toBuffer()))
  const joined = pages.length > 1 ? sharp(pages, { join: { animated: true } }) : sharp(pages[0])
  const image = await joined
    .toColourspace('b-w')
    .tiff({
      xres: dpi / 25.4,
      yres: dpiDown / 25.4,
      ...(fax ? { compression: 'ccittfax4' as const, bitdepth: 1 as const } : { compression: 'deflate' as const }),
    })
    .toBuffer()
  return { image, format: 'tiff' }
}

function open({ width, height, channels, data }: Plane) {
  return sharp(data, { raw: { width, height, channels } })
}
