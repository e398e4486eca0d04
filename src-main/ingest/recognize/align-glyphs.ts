/**
 * A recognised word laid against its ink, character by glyph, in the cheapest way: letters may touch (several characters,
 * one glyph) or be broken (one character, several glyphs). What does not fit tells where text and ink contradict each other.
 */
import type { GlyphMeasure, GlyphShape } from './glyph-shape.ts'
import { shapeOfCharacter } from './glyph-shape.ts'

export interface Alignment {
  /** For each character the glyph it begins in; -1 where it has no ink. */
  readonly glyphOf: readonly number[]
  /** Glyphs that no character accounts for. */
  readonly unclaimed: readonly number[]
  readonly cost: number
}

/** Costs of what print does rather often, and of what is a contradiction. */
const TOUCHING = 0.3
const BROKEN = 0.6
const MISPLACED = 1
const NO_INK = 1
const MOST_TOUCHING = 4

const UNCLAIMED: Record<GlyphShape, number> = { low: 0.9, mid: 0.9, high: 0.6, body: 1.1, speck: 0.1 }

interface Step {
  readonly cost: number
  readonly characters: number
  readonly glyphs: number
}

export function alignGlyphs(characters: readonly string[], glyphs: readonly GlyphMeasure[]): Alignment {
  const across = glyphs.length + 1
  const best = new Float64Array((characters.length + 1) * across).fill(Number.POSITIVE_INFINITY)
  const steps: Step[] = []
  best[0] = 0
  for (let c = 0; c <= characters.length; c++) {
    for (let g = 0; g <= glyphs.length; g++) {
      const here = best[c * across + g] as number
      if (here === Number.POSITIVE_INFINITY) continue
      for (const step of stepsFrom(characters, glyphs, c, g)) {
        const to = (c + step.characters) * across + g + step.glyphs
        if (here + step.cost >= (best[to] as number)) continue
        best[to] = here + step.cost
        steps[to] = step
      }
    }
  }
  return traced(steps, characters.length, glyphs.length, best[best.length - 1] as number)
}

function* stepsFrom(characters: readonly string[], glyphs: readonly GlyphMeasure[], c: number, g: number): Generator<Step> {
  const character = characters[c]
  const glyph = glyphs[g]
  if (character !== undefined) yield { cost: NO_INK, characters: 1, glyphs: 0 }
  if (glyph !== undefined) yield { cost: UNCLAIMED[glyph.shape], characters: 0, glyphs: 1 }
  if (character === undefined || glyph === undefined) return
  yield { cost: mismatch(character, glyph), characters: 1, glyphs: 1 }
  for (let k = 2; k <= MOST_TOUCHING && c + k <= characters.length; k++) {
    if (glyph.shape !== 'body') break
    yield { cost: touching(characters.slice(c, c + k), glyph), characters: k, glyphs: 1 }
  }
  for (let k = 2; k <= 3 && g + k <= glyphs.length; k++) {
    yield { cost: broken(character, glyphs.slice(g, g + k)), characters: 1, glyphs: k }
  }
}

function mismatch(character: string, glyph: GlyphMeasure): number {
  const wanted = shapeOfCharacter(character)
  if (wanted !== glyph.shape) return kindredShapes(wanted, glyph, character) ? 0.25 : MISPLACED
  const width = expectedWidth(character)
  return glyph.width > 1.9 * width + 0.15 ? 0.3 : 0
}

/** A plus or an equals sign may be as tall as a small letter; asterisks and degree signs hang at any height. */
function kindredShapes(wanted: GlyphShape, glyph: GlyphMeasure, character: string): boolean {
  if ('+=*°~'.includes(character)) return glyph.shape !== 'low'
  if (wanted === 'low') return glyph.shape === 'speck'
  return false
}

function touching(characters: readonly string[], glyph: GlyphMeasure): number {
  if (characters.every((character) => shapeOfCharacter(character) !== 'body')) return 2
  const width = characters.reduce((sum, character) => sum + expectedWidth(character), 0)
  const off = Math.abs(Math.log((glyph.width + 0.1) / (width + 0.1)))
  const marks = characters.filter((character) => shapeOfCharacter(character) !== 'body').length
  return TOUCHING * (characters.length - 1) + Math.max(0, off - 0.3) + 0.15 * marks
}

/** Quotes and per cent signs are several pieces side by side by nature. */
function broken(character: string, glyphs: readonly GlyphMeasure[]): number {
  if ('"“”'.includes(character) && glyphs.every(({ shape }) => shape === 'high')) return 0
  if (character === '…' && glyphs.every(({ shape }) => shape === 'low')) return 0
  if ('%‰¼½¾'.includes(character)) return 0.1
  const body = glyphs.filter(({ shape }) => shape === 'body').length
  if (body === 0) return 2
  const width = glyphs.reduce((sum, glyph) => sum + glyph.width, 0)
  const marks = glyphs.filter(({ shape }) => shape === 'low' || shape === 'mid').length
  return BROKEN * (glyphs.length - 1) + Math.max(0, width - 1.4 * expectedWidth(character)) + 0.3 * marks
}

/** In heights of capitals, roughly, for most faces. */
function expectedWidth(character: string): number {
  if ("ijlI|!.,:;'’‘`".includes(character)) return 0.25
  if ('ftr()[]{}-1/\\"°*'.includes(character)) return 0.45
  if ('mwMW@%—Œ'.includes(character)) return 1.1
  return 0.7
}

function traced(steps: readonly (Step | undefined)[], characters: number, glyphs: number, cost: number): Alignment {
  const glyphOf = new Array<number>(characters).fill(-1)
  const unclaimed: number[] = []
  const across = glyphs + 1
  for (let c = characters, g = glyphs; c > 0 || g > 0; ) {
    const step = steps[c * across + g]
    if (step === undefined) break
    c -= step.characters
    g -= step.glyphs
    if (step.characters === 0) unclaimed.push(g)
    else if (step.glyphs > 0) for (let k = 0; k < step.characters; k++) glyphOf[c + k] = g
  }
  return { glyphOf, unclaimed: unclaimed.reverse(), cost }
}
