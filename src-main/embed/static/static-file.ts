/**
 * The file of a static embedder, little-endian: a header, then sections one after the other.
 *
 *   0 'MMSE'   4 version   8 hash of bytes 12 to 127   12 bytes in the file   16 dimensions   20 words
 *   24 bits of a value   28 shelves, as a power of two   32 bytes of vocabulary   36 weight, 40 near (floats)
 *   48 the values that bits stand for (16 floats)   zero up to 128
 *   shelves     for each and one more: its first row, and where in the vocabulary its words start (32 bits each)
 *   vocabulary  a word a row: its length (8 bits) and its letters; a word's shelf is the first bits of its hash
 *   scales      of rows (16 bits), then of words on the asking side (8 bits), logarithmic
 *   rows        a value's bits follow those of the one before, lowest first
 *
 * Nothing in here trusts a number before it was compared with the size of the file.
 */
import { AppError } from '#contract/errors.ts'
import { hashBytes } from './word-hash.ts'

export const MAGIC = 'MMSE'
export const VERSION = 1
export const HEADER_BYTES = 128
export const CHECKED_FROM = 12
const MOST_LEVELS = 16

/** Byte positions in the header. */
export const FIELD = {
  version: 4,
  hash: 8,
  fileBytes: 12,
  dimensions: 16,
  words: 20,
  bits: 24,
  shelfBits: 28,
  vocabularyBytes: 32,
  weight: 36,
  near: 40,
  levels: 48,
} as const

export interface Sizes {
  readonly dimensions: number
  readonly words: number
  readonly bits: number
  readonly shelfBits: number
  readonly vocabularyBytes: number
}

export interface Sections {
  readonly shelves: number
  readonly vocabulary: number
  readonly scales: number
  readonly askScales: number
  readonly rows: number
  readonly rowBytes: number
  readonly fileBytes: number
}

export interface Header extends Sizes {
  readonly weight: number
  readonly near: number
  readonly levels: Float64Array
  readonly sections: Sections
}

/** Where each section starts. */
export function sectionsOf(sizes: Sizes): Sections {
  const rowBytes = (sizes.dimensions * sizes.bits) / 8
  const shelves = HEADER_BYTES
  const vocabulary = shelves + (2 ** sizes.shelfBits + 1) * 8
  const scales = vocabulary + sizes.vocabularyBytes
  const askScales = scales + sizes.words * 2
  const rows = askScales + sizes.words
  return { shelves, vocabulary, scales, askScales, rows, rowBytes, fileBytes: rows + sizes.words * rowBytes }
}

const WITHIN: Readonly<Record<keyof Sizes, readonly [least: number, most: number]>> = {
  dimensions: [8, 4096],
  words: [1, 2_000_000],
  bits: [1, 4],
  shelfBits: [0, 20],
  vocabularyBytes: [2, 62_000_000],
}

/** Throws `model/damaged` for bytes that are not, whole and unchanged, what a header announces. */
export function readHeader(bytes: Uint8Array): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER_BYTES) throw new AppError('model/damaged')
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length))
  const number = (at: number) => view.getUint32(at, true)
  if (magic !== MAGIC || number(FIELD.version) !== VERSION) throw new AppError('model/damaged')
  if (number(FIELD.hash) !== hashBytes(bytes, CHECKED_FROM, HEADER_BYTES)) throw new AppError('model/damaged')

  const sizes: Sizes = {
    dimensions: number(FIELD.dimensions),
    words: number(FIELD.words),
    bits: number(FIELD.bits),
    shelfBits: number(FIELD.shelfBits),
    vocabularyBytes: number(FIELD.vocabularyBytes),
  }
  const isWithin = (Object.keys(WITHIN) as (keyof Sizes)[]).every((key) => {
    const [least, most] = WITHIN[key]
    return sizes[key] >= least && sizes[key] <= most
  })
  const sections = sectionsOf(sizes)
  const weight = view.getFloat32(FIELD.weight, true)
  const near = view.getFloat32(FIELD.near, true)
  const levels = Float64Array.from({ length: MOST_LEVELS }, (_, at) => view.getFloat32(FIELD.levels + at * 4, true))
  const isSound =
    isWithin &&
    sizes.dimensions % 8 === 0 &&
    sections.fileBytes === bytes.length &&
    number(FIELD.fileBytes) === bytes.length &&
    weight >= 0 &&
    weight <= 1 &&
    near >= -1 &&
    near <= 1 &&
    levels.every((level) => Math.abs(level) <= 100)
  if (!isSound) throw new AppError('model/damaged')
  return { ...sizes, weight, near, levels, sections }
}

/** Scales as powers of two in fine steps, so that any bits are a number that can be counted with. */
export const scaleOfCode16 = (code: number): number => 2 ** ((code - 32_768) / 2048)
export const code16OfScale = (scale: number): number =>
  clamp(Math.round(Math.log2(Math.max(scale, 1e-9)) * 2048) + 32_768, 65_535)
export const scaleOfCode8 = (code: number): number => 2 ** ((code - 128) / 32)
export const code8OfScale = (scale: number): number => clamp(Math.round(Math.log2(scale) * 32) + 128, 255)

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value))
