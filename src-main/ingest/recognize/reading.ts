/** What one pass read in one place: a word, the ink it was read from, and how well the two fit. */
import type { Cell } from './cells.ts'

export interface Reading {
  readonly cell: Cell
  /** Of the cell's glyphs, a half-open range; never empty. */
  readonly from: number
  readonly to: number
  /** Empty where there is ink and the engine read nothing. */
  readonly text: string
  /** The engine's own, 0..1. */
  readonly confidence: number
  /** For each character the glyphs it lies in. */
  readonly spans: readonly (readonly [from: number, to: number])[]
  /** How badly text and ink fit: from about a half on one of them has something that the other lacks. */
  readonly misfit: number
}
