/**
 * Cells of several lines → one row per record. Acts only where white space sets records apart, and only on lines
 * that continue a wrapped cell; a row of values of its own must never be swallowed by the one above it.
 */
import { isMarker } from './list-marker.ts'
import { leadingOf } from './prose-or-table.ts'
import { type Row, rowOfSegments, type Segment, segmentOf } from './segments.ts'

const RECORD_GAP = 1.25
/** A line that fills so many columns, and all that the first one does, is a record of its own, however near it stands. */
const MANY = 3
const MOST_LINES = 8
/** A cell shorter than this has no reason to wrap. */
const WRAPS_FROM = 12

/** `rows` of one block. */
export function joinWrappedCells(rows: readonly Row[]): readonly Row[] {
  if (rows.length < 3 || rows.every((row) => row.segments.length === 1)) return rows
  const tight = tightLeading(rows)
  const bands = bandsOf(rows, tight ?? leadingOf(rows))
  if (bands.length < 2) return rows
  return bands.flatMap((band) => {
    const first = band[0] as Row
    if (band.length === 1 || band.length > MOST_LINES || first.segments.length < 2) return band
    if (isMarker(first.segments[0] as Segment, first.segments[1] as Segment)) return band
    if (!bands.some((other) => other !== band && sharesColumns(first, other[0]))) return band
    return joined(band, rows, tight !== undefined) ?? band
  })
}

const TIGHT = 0.85

/** The leading inside a cell, where it is plainly less than that from record to record. */
function tightLeading(rows: readonly Row[]): number | undefined {
  const usual = leadingOf(rows)
  let tight = usual
  rows.forEach((row, index) => {
    const gap = index > 0 ? row.base - (rows[index - 1] as Row).base : usual
    if (gap < tight && gap > 0.9 * (row.segments[0] as Segment).size) tight = gap
  })
  return tight < TIGHT * usual ? tight : undefined
}

function bandsOf(rows: readonly Row[], leading: number): Row[][] {
  const bands: Row[][] = []
  let band: Row[] = []
  rows.forEach((row, index) => {
    if (index > 0 && row.base - (rows[index - 1] as Row).base > RECORD_GAP * leading) {
      bands.push(band)
      band = []
    }
    band.push(row)
  })
  return [...bands, band]
}

function sharesColumns(row: Row, other: Row | undefined): boolean {
  if (other === undefined) return false
  return row.segments.filter((segment) => other.segments.some((each) => startTogether(each, segment))).length >= 2
}

function joined(band: readonly Row[], rows: readonly Row[], isTight: boolean): [Row] | undefined {
  const cells = (band[0] as Row).segments.map((segment) => ({ lines: [segment] }))
  if (cells.length >= MANY && band.slice(1).some(({ segments }) => segments.length >= cells.length)) return
  for (const row of band.slice(1)) {
    for (const segment of row.segments) {
      const cell = cells.find(({ lines }) => startTogether(lines[0] as Segment, segment))
      const above = cell?.lines.at(-1)
      if (!cell || !above || segment.base <= above.base || (isFigure(above) && isFigure(segment))) return
      if (!isTight && !isWrapped(above, segment, rightEdge(rows, segment))) return
      cell.lines.push(segment)
    }
  }
  return [rowOfSegments(cells.map(({ lines }) => segmentOf(lines.flatMap((line) => line.words))))]
}

/** A value under a value is that of another record. */
const isFigure = ({ words }: Segment): boolean =>
  words.every(({ word }) => !/\p{L}{2}/u.test(word.text)) && words.some(({ word }) => /\d/u.test(word.text))

const startTogether = (a: Segment, b: Segment) => Math.abs(a.x0 - b.x0) <= 0.6 * a.size

/** The first word of the next line had no room left on this one. */
function isWrapped(above: Segment, next: Segment, edge: number): boolean {
  const first = next.words[0]
  const length = above.words.reduce((sum, { word }) => sum + word.text.length + 1, 0)
  if (!first || length < WRAPS_FROM) return false
  return above.x1 + (first.x1 - first.x0) + 0.2 * above.size > edge
}

function rightEdge(rows: readonly Row[], of: Segment): number {
  let edge = of.x1
  for (const { segments } of rows) {
    for (const segment of segments) if (segment.x1 > edge && startTogether(segment, of)) edge = segment.x1
  }
  return edge
}
