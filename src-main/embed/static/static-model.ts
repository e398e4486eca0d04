/**
 * The built-in embedder: the sum of the vectors of a text's words, made a unit vector. Nothing is unpacked or indexed
 * when it is opened; a word is found through its shelf, its row unpacked where it is added. A word that the model does
 * not know counts as those known ones, in equal shares, that are one slip away. Damage behind a sound header can make a vector wrong, never endless, NaN or a throw.
 */
import { createRowAdder } from './rows.ts'
import { createSlipSpace, eachUnslipped } from './slips.ts'
import { readHeader, scaleOfCode8, scaleOfCode16 } from './static-file.ts'
import { hashBytes } from './word-hash.ts'
import { eachWord, LONGEST_WORD } from './words.ts'

const MOST_REMEMBERED = 50_000

export type Role = 'query' | 'passage'

export interface StaticModel {
  readonly dimensions: number
  /** Share of the cosine, 0 to 1, in a weighted sum with full text; chosen in training. */
  readonly weight: number
  /** Cosine from which a passage without any of the question's words is worth showing; measured after training. */
  readonly near: number
  /** A unit vector, or zeros where no word says anything. */
  embed(text: string, as: Role): Float32Array
}

/** `bytes` stay in use as long as the model. Throws `model/damaged`. */
export function openStaticModel(bytes: Uint8Array): StaticModel {
  const header = readHeader(bytes)
  const { dimensions, weight, near, words, sections } = header
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const addRow = createRowAdder(bytes, header)

  const word = new Uint8Array(LONGEST_WORD)
  const sum = new Float64Array(dimensions)
  const slipSpace = createSlipSpace()
  const meantBefore = new Map<string, readonly number[]>()

  function findRow(word: Uint8Array, length: number): number {
    const shelf = sections.shelves + Math.floor(hashBytes(word, 0, length) / 2 ** (32 - header.shelfBits)) * 8
    let row = view.getUint32(shelf, true)
    let at = sections.vocabulary + view.getUint32(shelf + 4, true)
    const end = Math.min(sections.vocabulary + view.getUint32(shelf + 12, true), sections.scales)
    for (; at < end; row++) {
      const size = bytes[at] as number
      if (size === length && matches(at + 1, word, length)) return row < words ? row : -1
      at += size + 1
    }
    return -1
  }

  function matches(at: number, word: Uint8Array, length: number): boolean {
    for (let letter = 0; letter < length; letter++) if (bytes[at + letter] !== word[letter]) return false
    return true
  }

  function addWord(row: number, share: number, as: Role): void {
    const scale = scaleOfCode16(view.getUint16(sections.scales + row * 2, true))
    const asked = as === 'query' ? scaleOfCode8(bytes[sections.askScales + row] as number) : 1
    addRow(sections.rows + row * sections.rowBytes, scale * asked * share, sum)
  }

  function addMeant(length: number, as: Role): void {
    const rows = findMeant(length)
    for (const row of rows) addWord(row, 1 / rows.length, as)
  }

  /** Names and numbers of a document come again and again, and trying every slip of one costs as much as hundreds of known words. */
  function findMeant(length: number): readonly number[] {
    const written = String.fromCharCode(...word.subarray(0, length))
    const known = meantBefore.get(written)
    if (known !== undefined) return known
    const meant = new Set<number>()
    eachUnslipped(word, length, slipSpace, (candidateLength) => {
      const row = findRow(slipSpace, candidateLength)
      if (row >= 0) meant.add(row)
    })
    const rows = [...meant]
    if (meantBefore.size >= MOST_REMEMBERED) meantBefore.clear()
    meantBefore.set(written, rows)
    return rows
  }

  return {
    dimensions,
    weight,
    near,
    embed(text, as) {
      sum.fill(0)
      eachWord(text, word, (length) => {
        const row = findRow(word, length)
        if (row >= 0) addWord(row, 1, as)
        else addMeant(length, as)
      })
      return toUnit(sum)
    },
  }
}

function toUnit(sum: Float64Array): Float32Array {
  let square = 0
  for (let at = 0; at < sum.length; at++) square += (sum[at] as number) ** 2
  const unit = new Float32Array(sum.length)
  if (square === 0) return unit
  const factor = 1 / Math.sqrt(square)
  for (let at = 0; at < sum.length; at++) unit[at] = (sum[at] as number) * factor
  return unit
}
