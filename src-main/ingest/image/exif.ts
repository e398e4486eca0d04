/**
 * What EXIF says that reading needs: did a camera take the picture? Place, owner, serial numbers and times are in the
 * same structure and are never looked at; no value leaves this file.
 */
import { openTiff, readDirectory } from './tiff-directory.ts'

/**
 * `exif`: a TIFF structure, with or without the mark before it. Make and model say nothing, for scanners write them as
 * well; what only a lens and a shutter have does.
 */
export function isCameraShot(exif: Uint8Array): boolean {
  const bytes = startsWithMark(exif) ? exif.subarray(6) : exif
  try {
    const tiff = openTiff(bytes)
    const shotAt = tiff && readDirectory(tiff, tiff.read(tiff.linkAt, tiff.big ? 8 : 4)).value(EXIF_DIRECTORY)
    if (tiff === undefined || shotAt === undefined) return false
    const { tags } = readDirectory(tiff, shotAt)
    return shotTags.some((tag) => tags.has(tag))
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const startsWithMark = (exif: Uint8Array) => Buffer.from(exif.subarray(0, 6)).toString('latin1') === 'Exif\0\0'

const EXIF_DIRECTORY = 0x8769
/** Exposure time, f-number, sensitivity, shutter, aperture, flash, focal length, lens make and model (EXIF 2.32). */
const shotTags = [0x829a, 0x829d, 0x8827, 0x9201, 0x9202, 0x9209, 0x920a, 0xa433, 0xa434]
