/**
 * Reading order of rows: a region whose gutter parts columns of prose is read column after column, everything else
 * row by row, so that the cells of a table row are never torn apart. What is written between is write-text.ts's.
 */
import { type Gutter, guttersOf } from './gutters.ts'
import { joinJustified } from './justified.ts'
import { areColumns, leadingOf } from './prose-or-table.ts'
import { type Row, rowOfSegments, type Segment } from './segments.ts'
import { joinWrappedCells } from './wrapped-cells.ts'

/** Strips to judge per region: the heaviest come first, a page without columns should not pay for all of them. */
const MAX_TRIES = 8
/** Beyond any printed page: keeps a page made to be slow from being so. */
const MOST_ROWS = 1000
/** A baseline distance wider than this many usual ones sets a band apart. */
const BAND_GAP = 1.6

/** Blocks in reading order, each a list of rows from top to bottom. */
export function readingOrder(rows: readonly Row[]): (readonly Row[])[] {
  const cut = columnCut(rows)
  if (!cut) return rows.length > 0 ? [rows.length > MOST_ROWS ? rows : joinWrappedCells(joinJustified(rows))] : []
  const middle = (cut.x0 + cut.x1) / 2
  const inside = rows.slice(cut.from, cut.to)
  return [
    ...readingOrder(rows.slice(0, cut.from)),
    ...readingOrder(side(inside, (segment) => segment.x0 < middle)),
    ...readingOrder(side(inside, (segment) => segment.x0 >= middle)),
    ...readingOrder(rows.slice(cut.to)),
  ]
}

function columnCut(rows: readonly Row[]): Gutter | undefined {
  if (rows.length < 3 || rows.length > MOST_ROWS) return
  let tries = 0
  for (const gutter of guttersOf(rows)) {
    if (tries++ >= MAX_TRIES) return
    const trimmed = trim(rows, gutter)
    if (trimmed) return trimmed
  }
  return
}

/**
 * A header or footer may keep clear of the gutter by chance. Bands set apart at the top and at the bottom that are
 * not columns themselves are left out, as long as what remains is columns.
 */
function trim(rows: readonly Row[], gutter: Gutter): Gutter | undefined {
  const middle = (gutter.x0 + gutter.x1) / 2
  const columnsIn = (from: number, to: number) => {
    const inside = rows.slice(from, to)
    return areColumns(
      side(inside, (segment) => segment.x0 < middle),
      side(inside, (segment) => segment.x0 >= middle),
    )
  }
  const starts = bands(rows, gutter, middle)
  let first = 0
  let last = starts.length - 1
  while (first < last && !belongs(starts[first], starts[first + 1], true)) first++
  while (last > first && !belongs(starts[last], starts[last + 1] ?? gutter.to, false)) last--
  const from = starts[first] ?? gutter.from
  const to = starts[last + 1] ?? gutter.to
  return columnsIn(from, to) && !isRiver(rows.slice(from, to), middle) ? { ...gutter, from, to } : undefined

  function belongs(from = gutter.from, to = gutter.to, top: boolean): boolean {
    if (columnsIn(from, to)) return true
    const inside = rows.slice(from, to)
    const left = side(inside, (segment) => segment.x0 < middle)
    const right = side(inside, (segment) => segment.x0 >= middle)
    if (left.length > 0 && right.length > 0) return to - from < 3 && isWordy(left) && isWordy(right)
    return top ? right.length === 0 : to - from > 2 || inside.some((row) => wordsIn(row) > 3)
  }
}

/** Wide word spaces that happen to lie below each other: lines that go on across the strip once they are mended. */
function isRiver(rows: readonly Row[], middle: number): boolean {
  const crosses = (segment: Segment) => segment.x0 < middle && segment.x1 > middle
  const crossing = joinJustified(rows).filter((row) => row.segments.some(crosses)).length
  return crossing > 0.3 * rows.length
}

/** First rows of the bands of a strip: where both sides pause for longer than either does between lines. */
function bands(rows: readonly Row[], gutter: Gutter, middle: number): number[] {
  const inside = rows.slice(gutter.from, gutter.to)
  const usual = Math.max(
    leadingOf(side(inside, (segment) => segment.x0 < middle)),
    leadingOf(side(inside, (segment) => segment.x0 >= middle)),
  )
  const starts = [gutter.from]
  for (let r = gutter.from + 1; r < gutter.to; r++) {
    if ((rows[r]?.base ?? 0) - (rows[r - 1]?.base ?? 0) > BAND_GAP * usual) starts.push(r)
  }
  return starts
}

const wordsIn = (row: Row) => row.segments.reduce((sum, segment) => sum + segment.words.length, 0)

const isWordy = (rows: readonly Row[]) => rows.every((row) => row.segments.every((segment) => segment.words.length > 3))

function side(rows: readonly Row[], belongs: (segment: Segment) => boolean): Row[] {
  const kept: Row[] = []
  for (const row of rows) {
    const segments = row.segments.filter(belongs)
    if (segments.length === row.segments.length) kept.push(row)
    else if (segments.length > 0) kept.push(rowOfSegments(segments))
  }
  return kept
}
