/** Upright words → rows of segments. A segment is what stands together on a line: a table cell, or a line of prose. */
import type { Upright } from './frame.ts'

export interface Segment {
  readonly words: readonly Upright[]
  readonly x0: number
  readonly x1: number
  readonly base: number
  readonly size: number
}

export interface Row {
  /** From left to right, never empty. */
  readonly segments: readonly Segment[]
  readonly base: number
  readonly size: number
}

/** Baselines closer than this part of the smaller size are one line. */
const SAME_LINE = 0.33
/** A gap wider than this part of the size parts two cells; loose lines of prose are mended in justified.ts. */
const CELL_GAP = 0.72
/** What ends in a comma goes on, and letters of even width leave wide white behind it. */
const GAP_AFTER_COMMA = 1.2
/** Beyond any printed page: keeps a page made to be slow from being so. */
const MOST_PAIRS = 250_000

/** `words` in the order of uprightWords. */
export function rowsOf(words: readonly Upright[]): Row[] {
  const lines: Line[] = []
  let line: Line | undefined
  for (const word of words) {
    if (line && word.base - line.base <= SAME_LINE * Math.min(word.size, line.size)) {
      line.words.push(word)
      line.size = Math.max(line.size, word.size)
      continue
    }
    line = { words: [word], base: word.base, size: word.size }
    lines.push(line)
  }
  takeInRaised(lines)
  return lines.filter((each) => each.words.length > 0).map((each) => rowOf(each.words))
}

interface Line {
  words: Upright[]
  base: number
  size: number
}

/** Superscripts and subscripts form lines of their own first; each goes to the taller word that it touches. */
function takeInRaised(lines: readonly Line[]): void {
  lines.forEach((line, index) => {
    let moved = false
    for (const near of [lines[index + 1], lines[index - 1]]) {
      if (!near || Math.abs(near.base - line.base) > 0.6 * near.size) continue
      if (near.words.length * line.words.length > MOST_PAIRS) continue
      const stay: Upright[] = []
      for (const word of line.words) {
        if (word.size <= 0.85 * near.size && near.words.some((other) => touches(other, word))) {
          near.words.push(word)
          moved = true
        } else stay.push(word)
      }
      line.words = stay
    }
    if (moved && line.words.length > 0) line.size = Math.max(...line.words.map((word) => word.size))
  })
}

const touches = (tall: Upright, small: Upright) =>
  tall.size * 0.85 >= small.size &&
  small.x0 - tall.x1 < 0.35 * tall.size &&
  tall.x0 - small.x1 < 0.35 * tall.size &&
  Math.abs(tall.base - small.base) <= 0.6 * tall.size

function rowOf(words: Upright[]): Row {
  words.sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1 || a.base - b.base)
  return rowOfSegments(segmentsOf(words))
}

export function rowOfSegments(segments: readonly Segment[]): Row {
  let size = 0
  let base = 0
  for (const segment of segments) {
    if (segment.size > size) size = segment.size
    base += segment.base
  }
  return { segments, base: base / segments.length, size }
}

function segmentsOf(words: readonly Upright[]): Segment[] {
  const segments: Segment[] = []
  let from = 0
  let edge = Number.NEGATIVE_INFINITY
  words.forEach((word, index) => {
    const before = words[index - 1]
    const widest = before?.word.text.endsWith(',') ? GAP_AFTER_COMMA : CELL_GAP
    if (before && word.x0 - edge > widest * Math.max(before.size, word.size)) {
      segments.push(segmentOf(words.slice(from, index)))
      from = index
    }
    edge = Math.max(edge, word.x1)
  })
  segments.push(segmentOf(words.slice(from)))
  return segments
}

export function segmentOf(words: readonly Upright[]): Segment {
  let x0 = Number.POSITIVE_INFINITY
  let x1 = Number.NEGATIVE_INFINITY
  let size = 0
  let base = 0
  for (const word of words) {
    if (word.x0 < x0) x0 = word.x0
    if (word.x1 > x1) x1 = word.x1
    if (word.size > size) {
      size = word.size
      base = word.base
    }
  }
  return { words, x0, x1, base, size }
}
