/**
 * Where one word ends and the next begins, from the engine's spaces and the white in the ink together: where the white is
 * wide there are two words, however the engine read them, and where there is none in a figure there is one.
 */
import type { Spacing } from './spacing.ts'

export type Span = readonly [from: number, to: number]

interface Line {
  readonly characters: readonly { readonly character: string; readonly spaced: boolean }[]
  /** For each character the glyphs it lies in; empty where it has no ink. */
  readonly spans: readonly Span[]
  /** The white before each glyph, in heights of capitals. */
  readonly gaps: readonly number[]
  readonly spacing: Spacing
}

/** Indices of the characters of each word. */
export function cutWords(line: Line): number[][] {
  const { characters, spans, gaps, spacing } = line
  const white = whiteBefore(spans, gaps)
  const cuts = characters.map((_, i) => i === 0 || isCut(line, i, white[i]))
  characters.forEach(({ character }, i) => {
    // the dash of a range has white on both sides, that of a negative number only before it
    const open = Math.min(white[i] ?? 0, white[i + 1] ?? 0) > spacing.letter
    if (character !== '-' || !open || i === 0) return
    cuts[i] = true
    cuts[i + 1] = true
  })
  const words: number[][] = []
  characters.forEach((_, i) => {
    if (cuts[i]) words.push([i])
    else words.at(-1)?.push(i)
  })
  return words
}

/** The widest white since the character before; undefined where the ink cannot tell. */
function whiteBefore(spans: readonly Span[], gaps: readonly number[]): (number | undefined)[] {
  let reached = 0
  return spans.map(([from, to]) => {
    const white = to === from || from < reached ? undefined : Math.max(...gaps.slice(reached, from + 1))
    if (to > from) reached = to
    return white
  })
}

/** Figures of even width leave wide white beside a 1. */
const BESIDE_FIGURES = 1.3

function isCut({ characters, spacing }: Line, i: number, white: number | undefined): boolean {
  const here = characters[i]
  const before = characters[i - 1]
  if (here === undefined || before === undefined) return true
  if (white === undefined) return here.spaced
  if (white >= spacing.word) return here.spaced || !areFigures(before, here) || white >= BESIDE_FIGURES * spacing.word
  if (white > spacing.letter) return here.spaced || (isLetter(before) && isDigit(here) && isLower(before))
  return here.spaced && isLetter(before) && isLetter(here)
}

interface Character {
  readonly character: string
}

const areFigures = (a: Character, b: Character): boolean => isDigit(a) && isDigit(b)
const isDigit = ({ character }: Character): boolean => /\p{Nd}/u.test(character)
const isLower = ({ character }: Character): boolean => /\p{Ll}/u.test(character)
const isLetter = ({ character }: Character): boolean => /\p{L}/u.test(character)
