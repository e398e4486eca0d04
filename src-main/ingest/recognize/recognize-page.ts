/** From a prepared page to its words: which image goes to the engine, and what of the answers is kept. */
import type { PixelBox } from '../image/raster.ts'
import { baselineAt } from './baseline.ts'
import { type Cell, findCells } from './cells.ts'
import { findComponents } from './components.ts'
import { measureGlyph } from './glyph-shape.ts'
import type { PreparedPage } from './prepared-page.ts'
import { readRows } from './read-cells.ts'
import type { Reading } from './reading.ts'
import type { Recognizer } from './recognizer.ts'
import { findRows } from './rows.ts'
import { lookAgain } from './second-look.ts'
import { spacingOf } from './spacing.ts'
import { withoutStrayMarks } from './stray-marks.ts'
import type { Verdict } from './vote.ts'

/** Words below it are not taken as read: they are left out, and their ink counts as unread. */
const READ_CONFIDENCE = 0.5

export interface PageWord {
  readonly text: string
  /** Tight round the word's ink, in pixels of the prepared page. */
  readonly box: PixelBox
  /** 0..1 */
  readonly confidence: number
  /** Y of the baseline under the middle of the word. */
  readonly baseline: number
  /** The passes, or the ink, contradict the text: worth a second look by a person. */
  readonly doubtful: boolean
}

export interface PageWords {
  /** Those that are read: sure enough, whether in doubt or not. */
  readonly words: readonly PageWord[]
  /** Every word of the first look, however unsure: what tells a page in another script from a page badly printed. */
  readonly all: readonly PageWord[]
}

export async function recognizePage(page: PreparedPage, recognizer: Recognizer): Promise<PageWords> {
  if (page.letterHeight === 0) return { words: [], all: [] }
  const found = findCells(findComponents(page.ink), page.letterHeight)
  const spacing = spacingOf(found)
  const cells = found.map((cell) => withoutStrayMarks(cell, spacing)).filter((cell) => cell !== undefined)
  const wide = (target: number) => (cell: Cell) =>
    Math.min(1.6, Math.max(0.8, (cell.glyphs.length > PROSE ? 0.62 : target) / spacing.pitch))
  const first = await readRows(page.grey, findRows(cells), { capital: 30, stretch: wide(0.75), spacing }, recognizer)
  const styles = [
    { capital: 44, stretch: wide(0.75), spacing, markSpace: 0.2 },
    { capital: 44, stretch: wide(0.95), spacing, markSpace: 0.35 },
  ]
  const verdicts = await lookAgain(first.filter(isWriting), { grey: page.grey, recognizer, styles })
  const words = verdicts.flatMap((verdict) => verdict.readings.map((reading) => toPageWord(reading, verdict)))
  const all = first.map((reading) => toPageWord(reading, { confidence: reading.confidence, doubtful: false }))
  // a range has its dash, a value its percent sign
  const signs = all.filter((_, index) => !isWriting(first[index] as Reading))
  const isRead = ({ text, confidence }: PageWord) => text !== '' && confidence >= READ_CONFIDENCE
  return { words: [...words, ...signs].filter(isRead), all: all.filter(({ text }) => text !== '') }
}

const PROSE = 30

/** Lone dashes and dots are not worth a second look. */
function isWriting({ cell, from, to, text }: Reading): boolean {
  if (/[\p{L}\p{N}]/u.test(text)) return true
  return text === '' && cell.glyphs.slice(from, to).some((glyph) => measureGlyph(glyph, cell).shape === 'body')
}

function toPageWord(
  { cell, from, to, text }: Reading,
  { confidence, doubtful }: Pick<Verdict, 'confidence' | 'doubtful'>,
): PageWord {
  const glyphs = cell.glyphs.slice(from, to)
  const x = Math.min(...glyphs.map(({ left }) => left))
  const y = Math.min(...glyphs.map(({ top }) => top))
  const width = Math.max(...glyphs.map(({ right }) => right)) - x
  const height = Math.max(...glyphs.map(({ bottom }) => bottom)) - y
  const baseline = baselineAt(cell.baseline, x + width / 2)
  return {
    text,
    box: { x, y, width, height },
    confidence,
    baseline,
    doubtful: isSlip(text) || (doubtful && /\d/.test(text)),
  }
}

/**
 * What the engine is sure of and what medicine knows better: `A1c` and `uL` are names, `Alc` and `ulL` are none, and a
 * figure does not end in a dash.
 */
const isSlip = (text: string): boolean => /^(Hb)?A[lI][cC]\W*$|u[lI][LU]|^\d[\d.,]*-$/.test(text)
