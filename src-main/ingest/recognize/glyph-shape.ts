/** What a glyph can be, from where it stands against the baseline alone: a point is low, a dash is half-way up, an apostrophe is high. */
import { baselineAt } from './baseline.ts'
import type { Cell } from './cells.ts'
import type { Glyph } from './glyphs.ts'

/** `speck`: too small to be any character of this size. */
export type GlyphShape = 'low' | 'mid' | 'high' | 'body' | 'speck'

/** Measures in heights of capitals; `rise` and `drop` from the baseline to the glyph's upper and lower edge, up is positive. */
export interface GlyphMeasure {
  readonly width: number
  readonly height: number
  readonly rise: number
  readonly drop: number
  readonly shape: GlyphShape
}

const SPECK = 0.07

export function measureGlyph(glyph: Glyph, { baseline, capital }: Pick<Cell, 'baseline' | 'capital'>): GlyphMeasure {
  const line = baselineAt(baseline, (glyph.left + glyph.right) / 2)
  const width = (glyph.right - glyph.left) / capital
  const height = (glyph.bottom - glyph.top) / capital
  const rise = (line - glyph.top) / capital
  const drop = (line - glyph.bottom) / capital
  return { width, height, rise, drop, shape: shapeOf(width, height, rise, drop) }
}

function shapeOf(width: number, height: number, rise: number, drop: number): GlyphShape {
  if (width < SPECK && height < SPECK) return 'speck'
  if (rise < 0.4 && height < 0.5 && width < 0.5) return 'low'
  if (drop > 0.5 && height < 0.55) return 'high'
  if (drop > 0.15 && rise < 0.8 && height < 0.42) return 'mid'
  return 'body'
}

/** Where a character's ink is expected. Letters, digits, brackets and all else are bodies. */
export function shapeOfCharacter(character: string): Exclude<GlyphShape, 'speck'> {
  if ('.,_…'.includes(character)) return 'low'
  if ('-–—~=·•«»+'.includes(character)) return 'mid'
  if ('\'"’‘“”°*^`'.includes(character)) return 'high'
  return 'body'
}
