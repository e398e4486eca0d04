/** Pixels as a file that a window shows: PNG, in grey where there is no colour; JPEG for what is grain all over, which PNG only swells. */
import { loadSharp } from '../image/load-sharp.ts'
import type { Pixels } from './shown-file.ts'

export interface EncodedImage {
  readonly type: 'image/png' | 'image/jpeg'
  readonly bytes: Uint8Array
}

const JPEG_QUALITY = 90
const PNG_LEVEL = 4

export async function encodePixels({ width, height, data }: Pixels): Promise<EncodedImage> {
  const sharp = await loadSharp()
  const isGrey = hasNoColour(data)
  const bytes = isGrey ? lowestBytes(data) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  const image = sharp(bytes, { raw: { width, height, channels: isGrey ? 1 : 4 } })
  const plain = isGrey ? image.toColourspace('b-w') : image.removeAlpha()
  if (isGrain({ width, height, data }))
    return {
      type: 'image/jpeg',
      bytes: await plain.jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' }).toBuffer(),
    }
  return { type: 'image/png', bytes: await plain.png({ compressionLevel: PNG_LEVEL }).toBuffer() }
}

function hasNoColour(data: Uint32Array): boolean {
  for (let i = 0; i < data.length; i += 1) {
    const pixel = data[i] as number
    const red = pixel & 255
    if (red !== ((pixel >>> 8) & 255) || red !== ((pixel >>> 16) & 255)) return false
  }
  return true
}

function lowestBytes(data: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(data.length)
  for (let i = 0; i < data.length; i += 1) bytes[i] = data[i] as number
  return bytes
}

/** Part of neighbours that must differ. */
const GRAIN = 0.5
/** Every so many rows are looked at. */
const STEP = 7

/** Drawn pages are runs of one tone; what a sensor saw is not. */
function isGrain({ width, height, data }: Pixels): boolean {
  let [pairs, differing] = [0, 0]
  for (let y = 0; y < height; y += STEP)
    for (let x = y * width + 1; x < (y + 1) * width; x += 1) {
      pairs += 1
      if (data[x] !== data[x - 1]) differing += 1
    }
  return pairs > 0 && differing > GRAIN * pairs
}
