/** Packs trained weights into the file that src-main/embed/static/static-file.ts describes. */
import {
  CHECKED_FROM,
  code8OfScale,
  code16OfScale,
  FIELD,
  HEADER_BYTES,
  MAGIC,
  sectionsOf,
  VERSION,
} from '../../src-main/embed/static/static-file.ts'
import { hashBytes } from '../../src-main/embed/static/word-hash.ts'
import { findLevels, quantizeRows } from './quantize-rows.ts'
import type { Weights } from './weights.ts'

/** Words that share a shelf are compared one after the other; about six on each keeps shelves small and short. */
const WORDS_ON_A_SHELF = 6

export interface Packing {
  /** Of a value: 1 to 4. */
  readonly bits: number
  /** Both are a model's own, as StaticModel describes them. */
  readonly weight: number
  readonly near: number
}

export function encodeModel(weights: Weights, { bits, weight, near }: Packing): Uint8Array {
  const { dimensions } = weights
  const entries = weights.words
    .map((word, row) => ({ bytes: Buffer.from(word, 'latin1'), row }))
    .map((entry) => ({ ...entry, hash: hashBytes(entry.bytes, 0, entry.bytes.length) }))
    .sort((a, b) => a.hash - b.hash || Buffer.compare(a.bytes, b.bytes))
  const sizes = {
    dimensions,
    words: entries.length,
    bits,
    shelfBits: Math.max(0, Math.round(Math.log2(entries.length / WORDS_ON_A_SHELF))),
    vocabularyBytes: entries.reduce((sum, { bytes }) => sum + bytes.length + 1, 0),
  }
  const sections = sectionsOf(sizes)
  const file = Buffer.alloc(sections.fileBytes)

  let row = 0
  let place = 0
  for (let shelf = 0; shelf <= 2 ** sizes.shelfBits; shelf++) {
    file.writeUInt32LE(row, sections.shelves + shelf * 8)
    file.writeUInt32LE(place, sections.shelves + shelf * 8 + 4)
    for (; row < entries.length; row++) {
      const { hash, bytes } = entries[row] as (typeof entries)[number]
      if (Math.floor(hash / 2 ** (32 - sizes.shelfBits)) > shelf) break
      file[sections.vocabulary + place] = bytes.length
      bytes.copy(file, sections.vocabulary + place + 1)
      place += bytes.length + 1
    }
  }

  const levels = findLevels(weights.vectors, dimensions, bits)
  const words = quantizeRows(weights.vectors, dimensions, levels)
  entries.forEach((entry, at) => {
    file.writeUInt16LE(code16OfScale(words.scales[entry.row] ?? 0), sections.scales + at * 2)
    file[sections.askScales + at] = code8OfScale(weights.askScales[entry.row] ?? 1)
    const codes = words.codes.subarray(entry.row * dimensions, (entry.row + 1) * dimensions)
    packRow(codes, bits, file, sections.rows + at * sections.rowBytes)
  })
  file.write(MAGIC, 0, 'latin1')
  file.writeUInt32LE(VERSION, FIELD.version)
  file.writeUInt32LE(file.length, FIELD.fileBytes)
  for (const [name, size] of Object.entries(sizes)) file.writeUInt32LE(size, FIELD[name as keyof typeof sizes])
  file.writeFloatLE(weight, FIELD.weight)
  file.writeFloatLE(near, FIELD.near)
  levels.forEach((level, at) => {
    file.writeFloatLE(level, FIELD.levels + at * 4)
  })
  file.writeUInt32LE(hashBytes(file, CHECKED_FROM, HEADER_BYTES), FIELD.hash)
  return file
}

/** Eight values fill `bits` bytes, the first value in the lowest bits. */
function packRow(codes: Uint8Array, bits: number, file: Uint8Array, start: number): void {
  for (let at = 0; at < codes.length; at++) {
    const bit = (at % 8) * bits
    const place = start + Math.floor(at / 8) * bits + (bit >> 3)
    const shifted = (codes[at] as number) << (bit & 7)
    file[place] = (file[place] as number) | (shifted & 255)
    if (shifted > 255) file[place + 1] = (file[place + 1] as number) | (shifted >> 8)
  }
}
