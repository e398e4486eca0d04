/** The engine's words for a cell become words of its ink, and each brings along how well its text and its ink fit. */
import { alignGlyphs, type Cut, expectedWidth, type PlacedCharacter, UNCLAIMED } from './align-glyphs.ts'
import type { Cell } from './cells.ts'
import { cutWords, type Span } from './cut-words.ts'
import { type GlyphShape, measureGlyph } from './glyph-shape.ts'
import type { Reading } from './reading.ts'
import type { RecognizedWord } from './recognizer.ts'
import { type Spacing, USUAL_PITCH } from './spacing.ts'
import type { Place } from './strip.ts'

interface Character extends PlacedCharacter {
  readonly confidence: number
}

export function wordsOfCell(
  cell: Cell,
  places: readonly Place[],
  found: readonly RecognizedWord[],
  spacing: Spacing,
): Reading[] {
  const unit = places[0]?.unit ?? 1
  const characters = [...found].sort((a, b) => a.box.x - b.box.x).flatMap((word) => charactersOf(word, unit))
  const gaps = gapsBefore(cell, spacing)
  const glyphs = cell.glyphs.map((glyph, i) => {
    const { left, right } = places[i] as Place
    const measure = measureGlyph(glyph, cell)
    const width = (measure.width * USUAL_PITCH) / spacing.pitch
    return { ...measure, width, x: (left + right) / 2 / unit, cut: cutOf(gaps[i] as number, spacing) }
  })
  const { spans, costs, unclaimed } = alignGlyphs(characters, glyphs)
  const words = cutWords({ characters, spans, gaps, spacing }).map((members) => ({
    text: members.map((i) => (characters[i] as Character).character).join(''),
    confidence: Math.min(...members.map((i) => (characters[i] as Character).confidence)),
    spans: members.map((i) => spans[i] as Span),
    misfit: members.reduce((sum, i) => sum + (costs[i] as number), 0),
  }))
  const lost = new Map(unclaimed.map((g) => [g, UNCLAIMED[(glyphs[g] as { shape: GlyphShape }).shape]]))
  return cover(cell, glyphs, words, lost)
}

function charactersOf({ text, box, confidence }: RecognizedWord, unit: number): Character[] {
  const all = [...text].filter((character) => character.trim() !== '')
  const total = all.reduce((sum, character) => sum + expectedWidth(character), 0)
  let done = 0
  return all.map((character, i) => {
    const width = expectedWidth(character)
    const x = (box.x + (box.width * (done + width / 2)) / total) / unit
    done += width
    return { character, x, confidence, spaced: i === 0 }
  })
}

/** The white before each glyph, in heights of capitals; between letters that lean it is uncertain, however wide. */
function gapsBefore({ glyphs, capital }: Cell, { letter, word }: Spacing): number[] {
  const uncertain = (letter + word) / 2
  return glyphs.map(({ gap, leaningGap }, i) => {
    if (i === 0) return Number.POSITIVE_INFINITY
    return gap <= letter * capital && leaningGap >= word * capital ? uncertain : gap / capital
  })
}

const cutOf = (gap: number, { letter, word }: Spacing): Cut =>
  gap >= word ? 'word' : gap > letter ? 'uncertain' : 'letter'

type Piece = Omit<Reading, 'cell' | 'from' | 'to'>

/** Every glyph of the cell belongs to a word in the end: to the one that it touches, or to one of its own without text. */
function cover(
  cell: Cell,
  glyphs: readonly { readonly cut: Cut }[],
  words: readonly Piece[],
  lost: ReadonlyMap<number, number>,
): Reading[] {
  const owner = new Array<number>(glyphs.length).fill(-1)
  words.forEach(({ spans }, w) => {
    for (const [from, to] of spans) for (let g = from; g < to; g++) owner[g] = w
  })
  const pieces: Piece[] = [...words]
  for (let g = 0; g < owner.length; g++) {
    if (owner[g] !== -1) continue
    if (g > 0 && glyphs[g]?.cut !== 'word') owner[g] = owner[g - 1] as number
    else {
      const next = ownerAfter(owner, glyphs, g)
      owner[g] = next === -1 ? pieces.push({ text: '', confidence: 0, spans: [], misfit: 0 }) - 1 : next
    }
  }
  return pieces.flatMap((piece, p) => {
    const from = owner.indexOf(p)
    if (from === -1) return []
    const to = owner.lastIndexOf(p) + 1
    let misfit = piece.misfit
    for (let g = from; g < to; g++) misfit += lost.get(g) ?? 0
    return [{ ...piece, cell, from, to, misfit }]
  })
}

/** The first word that begins after a glyph with no wide white between. */
function ownerAfter(owner: readonly number[], glyphs: readonly { readonly cut: Cut }[], glyph: number): number {
  for (let g = glyph + 1; g < owner.length && glyphs[g]?.cut !== 'word'; g++)
    if (owner[g] !== -1) return owner[g] as number
  return -1
}
