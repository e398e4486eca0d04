/** Small marks that joined a piece of print and are none of it: what is left of dotted lines, dirt beside a word. */
import type { Cell } from './cells.ts'
import { measureGlyph } from './glyph-shape.ts'
import type { Glyph } from './glyphs.ts'
import type { Spacing } from './spacing.ts'
import { subCell } from './sub-cell.ts'

/** All in heights of capitals. */
const SMALL = 0.25
const TINY = 0.2
const HIGHEST = 1.3
const LOWEST = -0.4

/** The cell without them; undefined when nothing else is in it. */
export function withoutStrayMarks(cell: Cell, { word }: Spacing): Cell | undefined {
  const { capital } = cell
  const kept = cell.glyphs.filter((glyph, i) => {
    const { width, height, rise, drop, shape } = measureGlyph(glyph, cell)
    if (shape === 'body' || shape === 'mid') return true
    if (width < TINY && height < TINY && (drop > HIGHEST - TINY || rise < LOWEST + TINY)) return false
    if (width >= SMALL || height >= SMALL) return true
    return !isAlone(glyph, cell.glyphs[i - 1], cell.glyphs[i + 1], word * capital)
  })
  if (kept.length === cell.glyphs.length) return cell
  return kept.length === 0 ? undefined : subCell({ ...cell, glyphs: kept.map(closedUp) }, 0, kept.length)
}

/** Without what stood between them letters are further apart than they were. */
function closedUp(glyph: Glyph, i: number, all: readonly Glyph[]): Glyph {
  const before = all[i - 1]
  return before === undefined ? glyph : { ...glyph, gap: glyph.left - before.right }
}

const isAlone = (glyph: Glyph, before: Glyph | undefined, after: Glyph | undefined, gap: number): boolean =>
  (before === undefined || glyph.left - before.right >= gap) && (after === undefined || after.left - glyph.right >= gap)
