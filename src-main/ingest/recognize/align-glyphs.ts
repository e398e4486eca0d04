/**
 * Recognised text laid against its ink, character by glyph, in the cheapest way: letters may touch (several characters,
 * one glyph) or be broken (one character, several glyphs). What does not fit tells where text and ink contradict each other.
 */
import type { GlyphMeasure, GlyphShape } from './glyph-shape.ts'
import { shapeOfCharacter } from './glyph-shape.ts'

export interface PlacedCharacter {
  readonly character: string
  /** Where the engine saw it, in heights of capitals from any one origin. */
  readonly x: number
  /** The engine sees a space before it. */
  readonly spaced: boolean
}

export interface PlacedGlyph extends GlyphMeasure {
  readonly x: number
  /** What the white before it says. */
  readonly cut: Cut
}

export type Cut = 'word' | 'uncertain' | 'letter'

export interface Alignment {
  /** For each character the glyphs it lies in, as a half-open range; empty where it has no ink. */
  readonly spans: readonly (readonly [from: number, to: number])[]
  /** For each character how badly it fits its ink, shared among characters that touch. */
  readonly costs: readonly number[]
  /** Glyphs that no character accounts for. */
  readonly unclaimed: readonly number[]
}

/** Costs of what print does rather often, and of what is a contradiction. */
const TOUCHING = 0.12
/** A dash that touches figures is still as wide as a dash; a point would be nothing. */
const TOUCHING_DASH = 0.15
const BROKEN_LETTER = 0.15
const BROKEN = 0.45
const MISPLACED = 1
const NO_INK = 1
const MOST_TOUCHING = 4
const MOST_BROKEN = 3

export const UNCLAIMED: Record<GlyphShape, number> = { low: 0.9, mid: 0.9, high: 0.6, body: 1.1, speck: 0.1 }

/** The engine sees a space where there is no white, or none where there is. */
const UNSEEN_SPACE = 0.45
const MISSED_SPACE = 0.35

/** The engine's own idea of where a character stands is only roughly right. */
const SLACK = 0.5
const PER_CAPITAL_OFF = 0.25
const FURTHEST = 2.5

export function alignGlyphs(characters: readonly PlacedCharacter[], glyphs: readonly PlacedGlyph[]): Alignment {
  const across = glyphs.length + 1
  const size = (characters.length + 1) * across
  const best = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  /** How a place was reached: characters × 8 + glyphs. */
  const step = new Uint8Array(size)
  best[0] = 0
  const reach = (at: number, c: number, g: number, cost: number) => {
    const to = at + c * across + g
    const sum = (best[at] as number) + cost
    if (sum >= (best[to] as number)) return
    best[to] = sum
    step[to] = c * 8 + g
  }
  for (let c = 0; c <= characters.length; c++) {
    const character = characters[c]
    for (let g = 0; g <= glyphs.length; g++) {
      const at = c * across + g
      const glyph = glyphs[g]
      if (best[at] === Number.POSITIVE_INFINITY) continue
      if (character !== undefined) reach(at, 1, 0, NO_INK)
      if (glyph !== undefined) reach(at, 0, 1, UNCLAIMED[glyph.shape])
      if (character === undefined || glyph === undefined) continue
      const off = Math.abs(character.x - glyph.x)
      if (off > FURTHEST) continue
      const astray = PER_CAPITAL_OFF * Math.max(0, off - SLACK) + spaceMismatch(character.spaced, glyph.cut)
      reach(at, 1, 1, astray + mismatch(character.character, glyph))
      if (glyph.shape === 'body')
        for (let k = 2; k <= MOST_TOUCHING && c + k <= characters.length; k++)
          reach(at, k, 1, astray + touching(characters, c, k, glyph))
      for (let k = 2; k <= MOST_BROKEN && g + k <= glyphs.length; k++)
        reach(at, 1, k, astray + broken(character.character, glyphs, g, k))
    }
  }
  return traced(best, step, characters, glyphs)
}

function traced(
  best: Float64Array,
  step: Uint8Array,
  characters: readonly PlacedCharacter[],
  glyphs: readonly PlacedGlyph[],
): Alignment {
  const spans: (readonly [number, number])[] = new Array(characters.length).fill([0, 0])
  const costs = new Array<number>(characters.length).fill(0)
  const unclaimed: number[] = []
  const across = glyphs.length + 1
  let c = characters.length
  let g = glyphs.length
  while (c > 0 || g > 0) {
    const at = c * across + g
    const taken = (step[at] as number) >> 3
    const used = (step[at] as number) & 7
    c -= taken
    g -= used
    // spaces are weighed apart
    const space =
      taken > 0 && used > 0 ? spaceMismatch(characters[c]?.spaced === true, (glyphs[g] as PlacedGlyph).cut) : 0
    const cost = (best[at] as number) - (best[at - taken * across - used] as number) - space
    if (taken === 0) unclaimed.push(g)
    for (let k = 0; k < taken; k++) {
      spans[c + k] = [g, g + used]
      costs[c + k] = cost / taken
    }
  }
  return { spans, costs, unclaimed: unclaimed.reverse() }
}

function spaceMismatch(spaced: boolean, cut: Cut): number {
  if (spaced) return cut === 'letter' ? UNSEEN_SPACE : 0
  return cut === 'word' ? MISSED_SPACE : 0
}

function mismatch(character: string, glyph: GlyphMeasure): number {
  const wanted = shapeOfCharacter(character)
  if (wanted !== glyph.shape) return kindred(character, wanted, glyph.shape) ? 0.25 : MISPLACED
  if (wanted === 'low') return pointOrComma(character, glyph)
  return glyph.width > 1.9 * expectedWidth(character) + 0.15 ? 0.3 : 0
}

/** A comma hangs below the line, a point sits on it; in between the ink does not tell. */
function pointOrComma(character: string, { drop, height, width }: GlyphMeasure): number {
  if (character === '.' && drop < COMMA_DROP && height > 1.3 * width) return MISPLACED
  if (character === ',' && drop > POINT_DROP && height < 1.3 * width) return MISPLACED
  return 0
}

const COMMA_DROP = -0.1
const POINT_DROP = -0.07

/** A plus or an equals sign may be as tall as a small letter; asterisks, carets and degree signs hang at any height. */
function kindred(character: string, wanted: GlyphShape, shape: GlyphShape): boolean {
  if ('+=*°~^'.includes(character)) return shape !== 'low'
  return wanted === 'low' && shape === 'speck'
}

const isBody = (character: string) => shapeOfCharacter(character) === 'body'

function touching(characters: readonly PlacedCharacter[], from: number, count: number, glyph: GlyphMeasure): number {
  let width = 0
  let marks = 0
  let dashes = 0
  for (let k = from; k < from + count; k++) {
    const { character, spaced } = characters[k] as PlacedCharacter
    width += expectedWidth(character)
    if (spaced && k > from) marks += 4
    if (shapeOfCharacter(character) === 'mid') dashes++
    else if (!isBody(character)) marks++
  }
  if (marks + dashes === count) return 2
  const off = Math.log((glyph.width + 0.1) / (width + 0.1))
  // letters that touch are as wide as they are side by side, hardly less
  const misfit = off < 0 ? 2 * Math.max(0, -off - 0.25) : Math.max(0, off - 0.3)
  return TOUCHING * (count - 1) + misfit + 0.35 * marks + TOUCHING_DASH * dashes
}

/** Quotes and per cent signs are several pieces side by side by nature. */
function broken(character: string, glyphs: readonly GlyphMeasure[], from: number, count: number): number {
  let bodies = 0
  let marks = 0
  let high = 0
  let width = 0
  for (let k = from; k < from + count; k++) {
    const glyph = glyphs[k] as GlyphMeasure
    width += glyph.width
    if (glyph.shape === 'body') bodies++
    else if (glyph.shape === 'high') high++
    else if (glyph.shape !== 'speck') marks++
  }
  if ('"“”'.includes(character)) return high === count ? 0 : 1
  if ('%‰¼½¾'.includes(character)) return 0.1
  if (bodies === 0) return 2
  // thin joins of arches and serifs are the first thing that a scan loses
  const each = 'abdhkmnpqruwHKMNRUW'.includes(character) ? BROKEN_LETTER : BROKEN
  return each * (count - 1) + Math.max(0, width - 1.4 * expectedWidth(character)) + 0.3 * marks
}

/** In heights of capitals, roughly, for most faces. */
export function expectedWidth(character: string): number {
  if ("ijlI|!.,:;'’‘`".includes(character)) return 0.25
  if ('ftr()[]{}-1/\\"°*'.includes(character)) return 0.45
  if ('mwMW@%—Œ'.includes(character)) return 1.1
  return 0.7
}
