/** Small marks that joined a piece of print and are none of it: what is left of dotted lines, dirt beside a word. */
import type { Cell } from './cells.ts'
import { measureGlyph } from './glyph-shape.ts'
import type { Glyph } from './glyphs.ts'
import { subCell } from './sub-cell.ts'
import type { WordGap } from './word-gap.ts'

/** All in heights of capitals. */
const SMALL = 0.25
const TINY = 0.2
const HIGHEST = 1.3
const LOWEST = -0.4

/** The cell without them; undefined when nothing else is in it. */
export function withoutStrayMarks(cell: Cell, { word }: WordGap): Cell | undefined {
  const { capital } = cell
  const kept = cell.glyphs.filter((glyph, i) => {
    const { width, height, rise, drop, shape } = measureGlyph(glyph, cell)
    if (shape === 'body' || shape === 'mid') return true
    if (width < TINY && height < TINY && (drop > HIGHEST - TINY || rise < LOWEST + TINY)) return false
    if (width >= SMALL || height >= SMALL) return true
    return !isAlone(glyph, cell.glyphs[i - 1], cell.glyphs[i + 1], word * capital)
  })
  if (kept.length === cell.glyphs.length) return cell
  return kept.length === 0 ? undefined : subCell({ ...cell, glyphs: kept }, 0, kept.length)
}

const isAlone = (glyph: Glyph, before: Glyph | undefined, after: Glyph | undefined, gap: number): boolean =>
  (before === undefined || glyph.left - before.right >= gap) && (after === undefined || after.left - glyph.right >= gap)
