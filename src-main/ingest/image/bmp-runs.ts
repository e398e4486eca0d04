/** The run lengths of bitmaps (RLE8, RLE4), unpacked into one palette index a byte, in the rows of the file. */
import type { BmpHeader } from './bmp-header.ts'

/** Pixels that no run names keep the index 0. What would leave the picture, or the file, ends it. */
export function unpackRuns(packed: Uint8Array, { width, height, bits }: BmpHeader): Uint8Array {
  const pixels = new Uint8Array(width * height)
  let at = 0
  let x = 0
  let y = 0
  const put = (index: number) => {
    if (x < width) pixels[y * width + x] = index
    x += 1
  }
  /** The `i`-th index of those that begin at `from`. */
  const indexAt = (from: number, i: number) => {
    if (bits === 8) return packed[from + i] ?? 0
    return ((packed[from + (i >> 1)] ?? 0) >> (i % 2 === 0 ? 4 : 0)) & 15
  }
  while (y < height && at + 1 < packed.length) {
    const [count, code] = [packed[at] as number, packed[at + 1] as number]
    at += 2
    if (count > 0) for (let i = 0; i < count; i += 1) put(indexAt(at - 1, bits === 8 ? 0 : i % 2))
    else if (code === END_OF_LINE) {
      x = 0
      y += 1
    } else if (code === END_OF_PICTURE) break
    else if (code === MOVE) {
      x += packed[at] ?? 0
      y += packed[at + 1] ?? 0
      at += 2
    } else {
      for (let i = 0; i < code; i += 1) put(indexAt(at, i))
      at += Math.ceil((code * bits) / 16) * 2
    }
  }
  return pixels
}

const END_OF_LINE = 0
const END_OF_PICTURE = 1
const MOVE = 2
