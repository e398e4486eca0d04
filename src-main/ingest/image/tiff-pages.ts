/**
 * The pages of a TIFF, from its chain of directories alone. Each page can be set apart, so that a damaged neighbour or a
 * chain that runs in a circle is nobody else's trouble.
 */
import { AppError } from '#contract/errors.ts'
import { openTiff, readDirectory, type Tiff, type TiffDirectory } from './tiff-directory.ts'

export interface TiffPage {
  /** Where its directory stands in the file, and where that directory's link to the next one does. */
  readonly offset: number
  readonly linkAt: number
  readonly width: number
  readonly height: number
  readonly orientation: number | undefined
  /** Dots per inch across and down; a fax of normal resolution has half as many down. */
  readonly dpiX: number | undefined
  readonly dpiY: number | undefined
  /** Coded as faxes are (CCITT Group 3 or 4). */
  readonly isFax: boolean
}

/** More pages than this are no document that a person has. */
const MAX_PAGES = 2000

/** In order; undefined stands for a page whose description is damaged. Thumbnails are no pages. */
export function listTiffPages(bytes: Uint8Array): (TiffPage | undefined)[] {
  const tiff = openTiff(bytes)
  if (tiff === undefined) throw new AppError('image/damaged')
  const pages: { page: TiffPage | undefined; isReduced: boolean }[] = []
  const seen = new Set<number>()
  let linkAt = tiff.linkAt
  for (;;) {
    const offset = attempt(() => tiff.read(linkAt, tiff.big ? 8 : 4))
    if (offset === 0 || (offset !== undefined && seen.has(offset))) break
    if (pages.length === MAX_PAGES) throw new AppError('image/too-large', { pages: MAX_PAGES })
    const directory = offset === undefined ? undefined : attempt(() => readDirectory(tiff, offset))
    const page = directory && attempt(() => describe(directory, offset as number, bytes.length))
    pages.push({ page, isReduced: directory !== undefined && isReduced(directory) })
    if (directory === undefined) break
    seen.add(offset as number)
    linkAt = directory.linkAt
  }
  const whole = pages.filter((page) => !page.isReduced)
  return (whole.length > 0 ? whole : pages).map(({ page }) => page)
}

/** A file in which `page` is the only one. `bytes` are written to: hand in a copy, which may be used again for the next page. */
export function setTiffPageApart(bytes: Uint8Array, page: TiffPage): Uint8Array {
  const tiff = openTiff(bytes) as Tiff
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isLittle = bytes[0] === 0x49
  const write = (at: number, offset: number) =>
    tiff.big ? view.setBigUint64(at, BigInt(offset), isLittle) : view.setUint32(at, offset, isLittle)
  write(tiff.linkAt, page.offset)
  if (page.linkAt + (tiff.big ? 8 : 4) <= bytes.length) write(page.linkAt, 0)
  return bytes
}

function describe(directory: TiffDirectory, offset: number, fileBytes: number): TiffPage | undefined {
  const [width, height] = [directory.value(256), directory.value(257)]
  if (!width || !height || !isInside(directory, fileBytes)) return
  const perInch = directory.value(296) === 3 ? 2.54 : 1
  const dpi = (tag: number) => {
    const value = directory.value(tag)
    return value && value * perInch
  }
  return {
    offset,
    linkAt: directory.linkAt,
    width,
    height,
    orientation: directory.value(274),
    dpiX: dpi(282),
    dpiY: dpi(283),
    isFax: faxCodings.has(directory.value(259)),
  }
}

const faxCodings: ReadonlySet<number | undefined> = new Set([2, 3, 4])

/** Whether the strips or tiles lie in the file. libtiff would fill in what is missing, in silence, as black or blank. */
function isInside(directory: TiffDirectory, fileBytes: number): boolean {
  const [offsets, lengths] = directory.tags.has(324) ? [324, 325] : [273, 279]
  const sizes = directory.values(lengths)
  return directory.values(offsets).every((offset, i) => offset + (sizes[i] ?? 0) <= fileBytes)
}

/** A smaller copy or a mask of another page (TIFF 6.0, NewSubfileType). */
const isReduced = (directory: TiffDirectory) => ((attempt(() => directory.value(254)) ?? 0) & 0b101) !== 0

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return
    throw error
  }
}
