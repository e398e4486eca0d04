/**
 * The engine's words for a cell become words of its ink: where the white is wide there are two words, however the engine
 * read them, and where there is none there is one.
 */
import { alignGlyphs, type Cut, expectedWidth, type PlacedCharacter, UNCLAIMED } from './align-glyphs.ts'
import type { Cell } from './cells.ts'
import { measureGlyph } from './glyph-shape.ts'
import type { Reading } from './reading.ts'
import type { RecognizedWord } from './recognizer.ts'
import type { Place } from './strip.ts'
import type { WordGap } from './word-gap.ts'

interface Character extends PlacedCharacter {
  readonly confidence: number
}

export function wordsOfCell(cell: Cell, places: readonly Place[], found: readonly RecognizedWord[], wordGap: WordGap): Reading[] {
  const unit = places[0]?.unit ?? 1
  const characters = [...found].sort((a, b) => a.box.x - b.box.x).flatMap((word) => charactersOf(word, unit))
  const cuts = cutsBetween(cell, wordGap)
  const glyphs = cell.glyphs.map((glyph, i) => {
    const place = places[i] as Place
    return { ...measureGlyph(glyph, cell), x: (place.left + place.right) / 2 / unit, cut: cuts[i] as Cut }
  })
  const { spans, costs, unclaimed } = alignGlyphs(characters, glyphs)
  const words = gather(characters, spans, cuts)
  return cover(cell, cuts, words.map((members) => {
    const misfit = members.reduce((sum, i) => sum + (costs[i] as number), 0)
    return {
      text: members.map((i) => (characters[i] as Character).character).join(''),
      confidence: Math.min(...members.map((i) => (characters[i] as Character).confidence)),
      spans: members.map((i) => spans[i] as readonly [number, number]),
      misfit,
    }
  }), (g) => (unclaimed.includes(g) ? UNCLAIMED[(glyphs[g] as { shape: keyof typeof UNCLAIMED }).shape] : 0))
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

/** What the white before each glyph says. */
function cutsBetween({ glyphs, capital }: Cell, { letter, word }: WordGap): Cut[] {
  return glyphs.map(({ left }, i) => {
    const before = glyphs[i - 1]
    const gap = before === undefined ? Number.POSITIVE_INFINITY : (left - before.right) / capital
    return gap >= word ? 'word' : gap > letter ? 'uncertain' : 'letter'
  })
}

type Span = readonly [from: number, to: number]

/** Indices of the characters of each word. */
function gather(characters: readonly Character[], spans: readonly Span[], cuts: readonly Cut[]): number[][] {
  const words: number[][] = []
  let reached = 0
  characters.forEach(({ spaced }, i) => {
    const [from, to] = spans[i] as Span
    if (words.length === 0 || isCut(spaced, from, to, reached, cuts)) words.push([i])
    else words.at(-1)?.push(i)
    if (to > from) reached = to
  })
  return words
}

function isCut(spaced: boolean, from: number, to: number, reached: number, cuts: readonly Cut[]): boolean {
  // no ink of its own, or one glyph with the character before: only the engine can tell
  if (to === from || from < reached) return spaced
  const between = cuts.slice(reached, from + 1)
  if (between.includes('word')) return true
  return spaced && between.includes('uncertain')
}

interface Piece {
  readonly text: string
  readonly confidence: number
  readonly spans: readonly Span[]
  readonly misfit: number
}

/** Every glyph of the cell belongs to a word in the end: to the one that it touches, or to one of its own without text. */
function cover(cell: Cell, cuts: readonly Cut[], pieces: readonly Piece[], lost: (glyph: number) => number): Reading[] {
  const owner = new Array<number>(cell.glyphs.length).fill(-1)
  pieces.forEach(({ spans }, p) => {
    for (const [from, to] of spans) for (let g = from; g < to; g++) owner[g] = p
  })
  const texts: Piece[] = [...pieces]
  for (let g = 0; g < owner.length; g++) {
    if (owner[g] !== -1) continue
    if (g > 0 && cuts[g] !== 'word') owner[g] = owner[g - 1] as number
    else {
      const next = ownerAfter(owner, cuts, g)
      owner[g] = next === -1 ? texts.push({ text: '', confidence: 0, spans: [], misfit: 0 }) - 1 : next
    }
  }
  return texts.flatMap((piece, p) => {
    const from = owner.indexOf(p)
    if (from === -1) return []
    const to = owner.lastIndexOf(p) + 1
    let misfit = piece.misfit
    for (let g = from; g < to; g++) misfit += lost(g)
    return [{ ...piece, cell, from, to, misfit }]
  })
}

/** The first word that begins after a glyph with no wide white between. */
function ownerAfter(owner: readonly number[], cuts: readonly Cut[], glyph: number): number {
  for (let g = glyph + 1; g < owner.length && cuts[g] !== 'word'; g++) if (owner[g] !== -1) return owner[g] as number
  return -1
}
