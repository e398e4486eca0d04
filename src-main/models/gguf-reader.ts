/** Reads the head of a GGUF file value by value (docs/gguf.md of ggml, version 3). Believes no length that it is told. */
import { AppError } from '#contract/errors.ts'

/** uint8, int8, uint16, int16, uint32, int32, float32, bool, string, array, uint64, int64, float64 */
const SIZES = [1, 1, 2, 2, 4, 4, 4, 1, undefined, undefined, 8, 8, 8]
/** Type of a value. */
export const STRING = 8
export const UINT32 = 4
const ARRAY = 9
const LONGEST_KEY = 65_535n

export type GgufReader = ReturnType<typeof createGgufReader>

/** Every step throws `model/damaged` where the bytes do not reach. */
export function createGgufReader(head: Uint8Array) {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  let at = 0

  /** Where the next `length` bytes start; past the head is past what a sound file needs. */
  function take(length: bigint): number {
    if (length > BigInt(head.length - at)) throw new AppError('model/damaged')
    const start = at
    at += Number(length)
    return start
  }

  const reader = {
    at: () => at,
    skip: (length: bigint) => void take(length),
    uint32: () => view.getUint32(take(4n), true),
    uint64: () => view.getBigUint64(take(8n), true),
    string(): string {
      const length = reader.uint64()
      if (length > LONGEST_KEY) throw new AppError('model/damaged')
      const start = take(length)
      return Buffer.from(head.subarray(start, at)).toString('utf8')
    },
    skipValue(type: number): void {
      if (type === STRING) reader.skip(reader.uint64())
      else if (type === ARRAY) skipArray(reader.uint32(), reader.uint64())
      else reader.skip(BigInt(sizeOf(type)))
    },
  }

  function skipArray(element: number, count: bigint): void {
    if (element !== STRING) reader.skip(count * BigInt(sizeOf(element)))
    else for (let i = 0n; i < count; i += 1n) reader.skip(reader.uint64())
  }
  return reader
}

function sizeOf(type: number): number {
  const size = SIZES[type]
  if (size === undefined) throw new AppError('model/damaged')
  return size
}
