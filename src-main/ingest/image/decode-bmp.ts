/** Windows bitmaps to grey, with what old scanners and fax programs wrote: palettes, masks, run lengths, either direction. */
import { AppError } from '#contract/errors.ts'
import { type BmpHeader, readBmpHeader } from './bmp-header.ts'
import { unpackRuns } from './bmp-runs.ts'
import { checkSize } from './pixel-limits.ts'
import type { Raster } from './raster.ts'

/** Fails as `image/damaged` where pixels are missing. Alpha is left aside, for most programs write nothing into it. */
export function decodeBmp(bytes: Uint8Array): Raster {
  const header = readBmpHeader(bytes)
  if (header === undefined) throw new AppError('image/damaged')
  checkSize(header)
  const { width, height, isTopDown } = header
  const toGreyRow = rowReader(bytes, header)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const row = isTopDown ? y : height - 1 - y
    toGreyRow(y, data.subarray(row * width, (row + 1) * width))
  }
  return { width, height, data }
}

/** `y` counts the rows as the file has them. */
type RowReader = (y: number, to: Uint8Array) => void

function rowReader(bytes: Uint8Array, header: BmpHeader): RowReader {
  const { width, height, bits, compression, pixelsAt } = header
  const packed = bytes.subarray(pixelsAt)
  if (compression === 1 || compression === 2) {
    if (bits !== (compression === 1 ? 8 : 4)) throw new AppError('image/damaged')
    return byPalette(unpackRuns(packed, header), width, 8, paletteOf(bytes, header))
  }
  const stride = Math.ceil((width * bits) / 32) * 4
  // the last row's padding is often left out
  if (packed.length < stride * (height - 1) + Math.ceil((width * bits) / 8)) throw new AppError('image/damaged')
  if (compression !== 0 && compression !== 3) throw new AppError('image/damaged')
  if (bits <= 8) return byPalette(packed, stride, bits, paletteOf(bytes, header))
  if (bits === 24) return byChannels(packed, stride)
  return byMasks(packed, stride, bits, masksOf(bytes, header))
}

function byPalette(packed: Uint8Array, stride: number, bits: number, palette: Uint8Array): RowReader {
  const perByte = 8 / bits
  const mask = (1 << bits) - 1
  return (y, to) => {
    for (let x = 0; x < to.length; x += 1) {
      const byte = packed[y * stride + Math.floor(x / perByte)] as number
      to[x] = palette[(byte >> (8 - bits * ((x % perByte) + 1))) & mask] as number
    }
  }
}

function byChannels(packed: Uint8Array, stride: number): RowReader {
  return (y, to) => {
    let at = y * stride
    for (let x = 0; x < to.length; x += 1, at += 3)
      to[x] = greyOf(packed[at + 2] as number, packed[at + 1] as number, packed[at] as number)
  }
}

type Masks = readonly [red: number, green: number, blue: number]

function byMasks(packed: Uint8Array, stride: number, bits: number, masks: Masks): RowReader {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const [red, green, blue] = masks.map(channelReader) as [Channel, Channel, Channel]
  return (y, to) => {
    for (let x = 0; x < to.length; x += 1) {
      const pixel = bits === 16 ? view.getUint16(y * stride + x * 2, true) : view.getUint32(y * stride + x * 4, true)
      to[x] = greyOf(red(pixel), green(pixel), blue(pixel))
    }
  }
}

type Channel = (pixel: number) => number

function channelReader(mask: number): Channel {
  if (mask === 0) return () => 0
  const shift = 31 - Math.clz32(mask & -mask)
  const scale = 255 / (mask >>> shift)
  return (pixel) => ((pixel & mask) >>> shift) * scale
}

function masksOf(bytes: Uint8Array, { bits, compression, masksAt }: BmpHeader): Masks {
  if (compression === 0) return bits === 16 ? [0x7c00, 0x03e0, 0x001f] : [0xff0000, 0x00ff00, 0x0000ff]
  if (bytes.length < masksAt + 12) throw new AppError('image/damaged')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return [view.getUint32(masksAt, true), view.getUint32(masksAt + 4, true), view.getUint32(masksAt + 8, true)]
}

/** Colours that the file does not list are black. */
function paletteOf(bytes: Uint8Array, { bits, paletteAt, paletteEntryBytes, pixelsAt }: BmpHeader): Uint8Array {
  const grey = new Uint8Array(256)
  for (let i = 0; i < 2 ** bits; i += 1) {
    const at = paletteAt + i * paletteEntryBytes
    if (at + 3 > Math.min(bytes.length, pixelsAt)) break
    grey[i] = greyOf(bytes[at + 2] as number, bytes[at + 1] as number, bytes[at] as number)
  }
  return grey
}

/** ITU-R BT.601 luma. */
const greyOf = (red: number, green: number, blue: number) => Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
