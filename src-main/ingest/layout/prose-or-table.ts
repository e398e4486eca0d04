/**
 * Tells two columns of running text from two columns of a table. Prose has lines that fill their column and needs
 * no common baselines; a table has short or numeric cells that stand on common baselines.
 */
import { joinJustified } from './justified.ts'
import type { Row, Segment } from './segments.ts'

export function areColumns(left: readonly Row[], right: readonly Row[]): boolean {
  if (left.length < 3 || right.length < 3) return false
  return lookLikeColumns(left, right) && !hasCommonRecords(left, right)
}

function lookLikeColumns(left: readonly Row[], right: readonly Row[]): boolean {
  const a = measure(joinJustified(left))
  const b = measure(joinJustified(right))
  if (isProse(a) && isProse(b)) return true
  const paired = pairing(left, right)
  if (paired.aligned < 0.4) return a.characters >= 6 && b.characters >= 6 && a.numeric < 0.5 && b.numeric < 0.5
  return paired.loneLeft >= 0.2 && paired.loneRight >= 0.2 && isWordy(a) && isWordy(b)
}

/** Lines of both sides together in a record of a table; more are paragraphs. */
const MOST_LINES = 12

interface Measure {
  /** Characters of a middle-sized segment. */
  readonly characters: number
  /** Share of words that are mostly digits. */
  readonly numeric: number
  /** Share of segments that nearly reach across their column. */
  readonly filled: number
}

const isProse = (it: Measure) => it.characters >= 18 && it.numeric < 0.3 && it.filled >= 0.5
const isWordy = (it: Measure) => it.characters >= 14 && it.numeric < 0.3

function measure(rows: readonly Row[]): Measure {
  const widths: number[] = []
  const lengths: number[] = []
  let words = 0
  let numeric = 0
  for (const row of rows) {
    for (const segment of row.segments) {
      widths.push(segment.x1 - segment.x0)
      lengths.push(characters(segment))
      words += segment.words.length
      for (const { word } of segment.words) if (isNumeric(word.text)) numeric++
    }
  }
  widths.sort((x, y) => x - y)
  lengths.sort((x, y) => x - y)
  const column = widths[Math.floor(widths.length * 0.9)] ?? 0
  let filled = 0
  for (const width of widths) if (width >= 0.75 * column) filled++
  return {
    characters: lengths[lengths.length >> 1] ?? 0,
    numeric: numeric / words,
    filled: filled / widths.length,
  }
}

/** Wide scripts write a word in one or two characters, so each of theirs counts double. */
function characters(segment: Segment): number {
  let sum = segment.words.length - 1
  for (const { word } of segment.words) {
    sum += word.text.charCodeAt(0) >= 0x2e80 ? word.text.length * 2 : word.text.length
  }
  return sum
}

function isNumeric(text: string): boolean {
  let digits = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) digits++
  }
  return digits > 0 && digits * 2 >= text.length
}

/** How the lines of two sides stand to each other. */
function pairing(left: readonly Row[], right: readonly Row[]) {
  const alone = (of: readonly Row[], among: readonly Row[]) => {
    let lone = 0
    let at = 0
    for (const row of of) {
      const near = 0.15 * row.size
      while (at < among.length && (among[at]?.base ?? 0) < row.base - near) at++
      const other = among[at]
      if (!other || other.base > row.base + near) lone++
    }
    return lone / of.length
  }
  const loneLeft = alone(left, right)
  const loneRight = alone(right, left)
  return { loneLeft, loneRight, aligned: 1 - Math.min(loneLeft, loneRight) }
}

/** Cells of several lines: white space runs through both sides again and again, and both start level below it. */
function hasCommonRecords(left: readonly Row[], right: readonly Row[]): boolean {
  const lines = [...left.map((row) => ({ row, side: 0 })), ...right.map((row) => ({ row, side: 1 }))]
  lines.sort((a, b) => a.row.base - b.row.base || a.side - b.side)
  const leading = Math.min(leadingOf(left), leadingOf(right))
  let records = 1
  let level = startsLevel(lines, 0) ? 1 : 0
  for (let i = 1; i < lines.length; i++) {
    if ((lines[i]?.row.base ?? 0) - (lines[i - 1]?.row.base ?? 0) <= 1.25 * leading) continue
    records++
    if (startsLevel(lines, i)) level++
  }
  return records >= 3 && level >= 0.8 * records && lines.length <= MOST_LINES * records
}

/** The distance between lines that are close together; less than a line apart are those of another column. */
export function leadingOf(rows: readonly Row[]): number {
  const steps: number[] = []
  for (let r = 1; r < rows.length; r++) {
    const row = rows[r] as Row
    const step = row.base - (rows[r - 1] as Row).base
    if (step > 0.85 * row.size) steps.push(step)
  }
  return steps.sort((a, b) => a - b)[steps.length >> 2] ?? 0
}

function startsLevel(lines: readonly { row: Row; side: number }[], at: number): boolean {
  const first = lines[at]
  const second = lines[at + 1]
  if (!first || !second || first.side === second.side) return false
  return second.row.base - first.row.base <= 0.15 * first.row.size
}
