/**
 * Looks a whole GGUF file over before native code does: every value and every tensor must lie where the file says, and hold
 * together. What the weights compute is not looked at. Format: docs/gguf.md of ggml, version 3; sizes: ggml.c of llama.cpp.
 */
import type { FileHandle } from 'node:fs/promises'
import { AppError } from '#contract/errors.ts'
import { GGUF_HEAD_BYTES, readGgufHeader } from './gguf-header.ts'
import { createGgufReader, type GgufReader, UINT32 } from './gguf-reader.ts'

/** The largest vocabularies, with their merges, take about a tenth of it. */
const MOST_HEAD_BYTES = 128 * 2 ** 20

/** Throws `model/wrong-kind`, `model/damaged`; `model/unusable` for a kind of numbers that is not known here. */
export async function checkGguf(file: FileHandle): Promise<void> {
  const { size } = await file.stat()
  for (let length = GGUF_HEAD_BYTES; ; length *= 8) {
    const isAll = length >= Math.min(size, MOST_HEAD_BYTES)
    const head = Buffer.alloc(Math.min(size, MOST_HEAD_BYTES, length))
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    try {
      return checkHead(head.subarray(0, bytesRead), size)
    } catch (error) {
      // it may only reach further than what was read
      if (isAll || !(error instanceof AppError) || error.code !== 'model/damaged') throw error
    }
  }
}

function checkHead(head: Uint8Array, fileBytes: number): void {
  const { tensors, architecture } = readGgufHeader(head, fileBytes)
  const reader = createGgufReader(head)
  reader.skip(16n)
  const pairs = reader.uint64()
  const numbers = new Map<string, number>()
  const keys = new Set<string>()
  for (let pair = 0n; pair < pairs; pair += 1n) {
    const key = reader.string()
    const type = reader.uint32()
    insist(!keys.has(key))
    keys.add(key)
    if (type === UINT32) numbers.set(key, reader.uint32())
    else reader.skipValue(type)
  }
  for (const name of COUNTS) {
    const count = numbers.get(`${architecture}.${name}`)
    insist(count === undefined || (count >= 1 && count <= MOST))
  }
  const alignment = numbers.get('general.alignment') ?? 32
  insist(alignment >= 8 && alignment <= MOST && alignment % 8 === 0)
  const ends = Array.from({ length: tensors }, () => readTensor(reader, alignment))
  const start = BigInt(Math.ceil(reader.at() / alignment) * alignment)
  insist(ends.every((end) => start + end <= BigInt(fileBytes)))
}

/** Of the architecture, where it gives one for all layers: of none of them there can be none, or millions. */
const COUNTS = ['context_length', 'embedding_length', 'block_count', 'attention.head_count', 'attention.head_count_kv']
const MOST = 2 ** 24
const MOST_DIMENSIONS = 4
/** As llama.cpp bounds them. */
const LONGEST_NAME = 64

/** Where it ends, from where the tensors begin. */
function readTensor(reader: GgufReader, alignment: number): bigint {
  insist(reader.string().length <= LONGEST_NAME)
  const dimensions = reader.uint32()
  insist(dimensions >= 1 && dimensions <= MOST_DIMENSIONS)
  const sizes = Array.from({ length: dimensions }, () => reader.uint64())
  const [block, bytes] = BLOCKS[reader.uint32()] ?? unusable()
  const offset = reader.uint64()
  insist(sizes.every((size) => size > 0n) && (sizes[0] ?? 0n) % BigInt(block) === 0n)
  insist(offset % BigInt(alignment) === 0n)
  const count = sizes.reduce((product, size) => product * size, 1n)
  return offset + (count / BigInt(block)) * BigInt(bytes)
}

/** By type: so many numbers are kept together, in so many bytes. */
const BLOCKS: Readonly<Record<number, readonly [numbers: number, bytes: number]>> = {
  0: [1, 4], // F32
  1: [1, 2], // F16
  2: [32, 18], // Q4_0
  3: [32, 20], // Q4_1
  6: [32, 22], // Q5_0
  7: [32, 24], // Q5_1
  8: [32, 34], // Q8_0
  9: [32, 36], // Q8_1
  10: [256, 84], // Q2_K
  11: [256, 110], // Q3_K
  12: [256, 144], // Q4_K
  13: [256, 176], // Q5_K
  14: [256, 210], // Q6_K
  15: [256, 292], // Q8_K
  16: [256, 66], // IQ2_XXS
  17: [256, 74], // IQ2_XS
  18: [256, 98], // IQ3_XXS
  19: [256, 50], // IQ1_S
  20: [32, 18], // IQ4_NL
  21: [256, 110], // IQ3_S
  22: [256, 82], // IQ2_S
  23: [256, 136], // IQ4_XS
  24: [1, 1], // I8
  25: [1, 2], // I16
  26: [1, 4], // I32
  27: [1, 8], // I64
  28: [1, 8], // F64
  29: [256, 56], // IQ1_M
  30: [1, 2], // BF16
  34: [256, 54], // TQ1_0
  35: [256, 66], // TQ2_0
  39: [32, 17], // MXFP4
  40: [64, 36], // NVFP4
  41: [128, 18], // Q1_0
  42: [64, 18], // Q2_0
}

function insist(holds: boolean): void {
  if (!holds) throw new AppError('model/damaged')
}

function unusable(): never {
  throw new AppError('model/unusable')
}
