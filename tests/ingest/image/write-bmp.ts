/** Windows bitmaps of the kinds that scanners and old programs write. */
import type { Raster } from '../../../src-main/ingest/image/raster.ts'

interface BmpForm {
  readonly bits: 1 | 4 | 8 | 16 | 24 | 32
  readonly isTopDown?: boolean
  /** The header of OS/2, with three bytes a colour. */
  readonly isCore?: boolean
  /** 1 and 2 write `packed` as it is, 3 the masks. */
  readonly compression?: 0 | 1 | 2 | 3
  readonly masks?: readonly [number, number, number]
  readonly packed?: Uint8Array
  /** From index to grey; evenly spread when absent. */
  readonly palette?: readonly number[]
}

export function writeBmp(raster: Raster, form: BmpForm): Buffer {
  const { bits, isTopDown = false, isCore = false, compression = 0, masks } = form
  const { width, height } = raster
  const last = 2 ** bits - 1
  const palette =
    bits > 8 ? [] : (form.palette ?? Array.from({ length: last + 1 }, (_, i) => Math.round((i * 255) / last)))
  const head = Buffer.alloc(isCore ? 12 : 40)
  head.writeUInt32LE(head.length, 0)
  if (isCore) head.writeUInt16LE(width, 4)
  else head.writeInt32LE(width, 4)
  if (isCore) head.writeUInt16LE(height, 6)
  else head.writeInt32LE(isTopDown ? -height : height, 8)
  head.writeUInt16LE(1, isCore ? 8 : 12)
  head.writeUInt16LE(bits, isCore ? 10 : 14)
  if (!isCore) head.writeUInt32LE(compression, 16)
  // 100 dots per inch
  if (!isCore) head.writeInt32LE(3937, 24)
  const colours = palette.map((grey) => Buffer.from(isCore ? [grey, grey, grey] : [grey, grey, grey, 0]))
  const maskBytes = (masks ?? []).map((mask) => Buffer.from(new Uint32Array([mask]).buffer))
  const pixels = form.packed ?? packRows(raster, bits, isTopDown, palette, masks)
  const file = Buffer.alloc(14)
  file.write('BM', 'latin1')
  const pixelsAt = 14 + head.length + Buffer.concat([...colours, ...maskBytes]).length
  file.writeUInt32LE(pixelsAt + pixels.length, 2)
  file.writeUInt32LE(pixelsAt, 10)
  return Buffer.concat([file, head, ...maskBytes, ...colours, pixels])
}

function packRows(
  { width, height, data }: Raster,
  bits: number,
  isTopDown: boolean,
  palette: readonly number[],
  masks: readonly number[] = [],
): Buffer {
  const stride = Math.ceil((width * bits) / 32) * 4
  const rows = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    const from = (isTopDown ? y : height - 1 - y) * width
    for (let x = 0; x < width; x += 1) {
      const grey = data[from + x] as number
      const at = y * stride + Math.floor((x * bits) / 8)
      if (bits <= 8) rows[at] = (rows[at] as number) | (nearest(palette, grey) << (8 - bits - ((x * bits) % 8)))
      else if (bits === 24) rows.fill(grey, at, at + 3)
      else if (masks.length > 0)
        rows.writeUInt32LE(
          masks.reduce((sum, mask) => sum + inMask(grey, mask), 0),
          at,
        )
      else if (bits === 32) rows.writeUInt32LE(grey * 0x010101, at)
      else rows.writeUInt16LE((grey >> 3) * 0b0000_0100_0010_0001, at)
    }
  }
  return rows
}

const nearest = (palette: readonly number[], grey: number) =>
  palette.reduce((best, tone, i) => (Math.abs(tone - grey) < Math.abs((palette[best] as number) - grey) ? i : best), 0)

/** Only for masks of eight bits. */
const inMask = (grey: number, mask: number) => grey * (mask / 255)
