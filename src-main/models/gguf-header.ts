/**
 * Whether a file is a GGUF model of a version and size that hold together, and of which architecture. Format: docs/gguf.md
 * of ggml, version 3. Reads the head of the file alone; what the tensors hold is for the engine that loads it.
 */
import { AppError } from '#contract/errors.ts'

export interface GgufHeader {
  readonly version: number
  readonly tensors: number
  /** `llama`, `qwen2`, …, as the file says. */
  readonly architecture: string
}

/** As much of the file as is looked at: the architecture stands before the vocabulary. */
export const GGUF_HEAD_BYTES = 1024 * 1024

const MAGIC = 'GGUF'
const VERSIONS = [2, 3]
/** The shortest tensor entry: name, dimensions, one dimension, type, offset. */
const LEAST_TENSOR_BYTES = 32
/** The shortest pair: key, type, one byte. */
const LEAST_PAIR_BYTES = 13
const ARCHITECTURE = /^[a-z0-9][a-z0-9_.-]{0,63}$/

/** `head`: the first GGUF_HEAD_BYTES, or all of a shorter file. Throws `model/wrong-kind`, `model/damaged`. */
export function readGgufHeader(head: Uint8Array, fileBytes: number): GgufHeader {
  const reader = createReader(head)
  if (Buffer.from(head.subarray(0, 4)).toString('latin1') !== MAGIC) throw new AppError('model/wrong-kind')
  reader.skip(4n)
  const version = reader.uint32()
  const tensors = reader.uint64()
  const pairs = reader.uint64()
  const room = BigInt(fileBytes - 24)
  const fits =
    VERSIONS.includes(version) &&
    tensors > 0n &&
    pairs > 0n &&
    tensors * BigInt(LEAST_TENSOR_BYTES) + pairs * BigInt(LEAST_PAIR_BYTES) <= room
  if (!fits) throw new AppError('model/damaged')
  for (let pair = 0n; pair < pairs; pair += 1n) {
    const key = reader.string()
    const type = reader.uint32()
    if (key === 'general.architecture' && type === STRING) {
      const architecture = reader.string()
      if (!ARCHITECTURE.test(architecture)) throw new AppError('model/damaged')
      return { version, tensors: Number(tensors), architecture }
    }
    reader.skipValue(type)
  }
  throw new AppError('model/damaged')
}

/** uint8, int8, uint16, int16, uint32, int32, float32, bool, string, array, uint64, int64, float64 */
const SIZES = [1, 1, 2, 2, 4, 4, 4, 1, undefined, undefined, 8, 8, 8]
const STRING = 8
const ARRAY = 9
const LONGEST_KEY = 65_535n

function createReader(head: Uint8Array) {
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
