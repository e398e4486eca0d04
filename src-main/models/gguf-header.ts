/**
 * Whether a file is a GGUF model of a version and size that hold together, and of which architecture. Format: docs/gguf.md
 * of ggml, version 3. Reads the head of the file alone; what the tensors hold is for the engine that loads it.
 */
import { AppError } from '#contract/errors.ts'
import { createGgufReader, STRING } from './gguf-reader.ts'

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
  const reader = createGgufReader(head)
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
