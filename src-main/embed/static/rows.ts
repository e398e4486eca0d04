/** Unpacks rows of few bits a value while adding them: eight values at a time, which are `bits` bytes. */
import type { Header } from './static-file.ts'

/** Adds `scale` times the row that starts at byte `start`; `sum` has the model's dimensions. */
export type AddRow = (start: number, scale: number, sum: Float64Array) => void

export function createRowAdder(bytes: Uint8Array, { bits, levels, dimensions, sections }: Header): AddRow {
  if (bits === 2) return createQuarterAdder(bytes, levels, sections.rowBytes)
  if (bits === 4) return createHalfAdder(bytes, levels, sections.rowBytes)
  return createAnyAdder(bytes, levels, bits, dimensions)
}

/** A byte is four values: their levels are looked up together. */
function createQuarterAdder(bytes: Uint8Array, levels: Float64Array, rowBytes: number): AddRow {
  const unpacked = Float64Array.from({ length: 1024 }, (_, at) => levels[((at >> 2) >> ((at & 3) * 2)) & 3] as number)
  return (start, scale, sum) => {
    for (let at = 0, d = 0; at < rowBytes; at++, d += 4) {
      const four = (bytes[start + at] as number) << 2
      sum[d] = (sum[d] as number) + scale * (unpacked[four] as number)
      sum[d + 1] = (sum[d + 1] as number) + scale * (unpacked[four + 1] as number)
      sum[d + 2] = (sum[d + 2] as number) + scale * (unpacked[four + 2] as number)
      sum[d + 3] = (sum[d + 3] as number) + scale * (unpacked[four + 3] as number)
    }
  }
}

function createHalfAdder(bytes: Uint8Array, levels: Float64Array, rowBytes: number): AddRow {
  return (start, scale, sum) => {
    for (let at = 0, d = 0; at < rowBytes; at++, d += 2) {
      const two = bytes[start + at] as number
      sum[d] = (sum[d] as number) + scale * (levels[two & 15] as number)
      sum[d + 1] = (sum[d + 1] as number) + scale * (levels[two >> 4] as number)
    }
  }
}

function createAnyAdder(bytes: Uint8Array, levels: Float64Array, bits: number, dimensions: number): AddRow {
  const mask = (1 << bits) - 1
  return (start, scale, sum) => {
    let at = start
    for (let d = 0; d < dimensions; d += 8) {
      let eight = 0
      for (let byte = 0; byte < bits; byte++) eight |= (bytes[at++] as number) << (byte * 8)
      for (let value = 0; value < 8; value++, eight >>= bits) {
        sum[d + value] = (sum[d + value] as number) + scale * (levels[eight & mask] as number)
      }
    }
  }
}
