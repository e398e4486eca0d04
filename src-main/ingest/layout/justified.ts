/**
 * Mends lines of justified prose whose word spaces are as wide as the gaps between cells: all gaps of such a line are
 * much alike, and its words do not start or end where words of the lines around it do, as cells of a table would.
 */
import { type Row, rowOfSegments, type Segment, segmentOf } from './segments.ts'

const ALIKE = 1.6
/** No word space is wider than this many sizes. */
const WIDEST = 6
const NEIGHBOURS = 2
/** Beyond any line of prose. */
const MOST_CELLS = 200

/** `rows` of one column, or of one side of a gutter. */
export function joinJustified(rows: readonly Row[]): readonly Row[] {
  if (rows.every((row) => row.segments.length === 1)) return rows
  const once = rows.map((row, index) => joinRuns(rows, row, index))
  const edges = edgesOf(rows)
  return once.map((row, index) => (isAmongLines(once, index, edges) ? joined(row) : row))
}

function joinRuns(rows: readonly Row[], row: Row, index: number): Row {
  if (row.segments.length === 1 || row.segments.length > MOST_CELLS) return row
  const segments = runsOf(rows, index).flatMap((run) => {
    if (run.length === 1 || run.every(isFigures)) return run
    const { gaps, alike } = gapsOf(run, row.size)
    return alike && gaps >= 3 && isBesideLine(rows, index, run)
      ? [segmentOf(run.flatMap((segment) => segment.words))]
      : run
  })
  return segments.length === row.segments.length ? row : rowOfSegments(segments)
}

/** Figures without a word between them are values, however evenly they stand. */
const isFigures = ({ words }: Segment): boolean => words.every(({ word }) => !/\p{L}{2}/u.test(word.text))

/** Some line around is prose too: several words in one piece above or below the run, or a loose line itself. */
function isBesideLine(rows: readonly Row[], index: number, run: readonly Segment[]): boolean {
  const x0 = (run[0] as Segment).x0
  const x1 = (run[run.length - 1] as Segment).x1
  const to = Math.min(rows.length - 1, index + NEIGHBOURS)
  for (let r = Math.max(0, index - NEIGHBOURS); r <= to; r++) {
    if (r === index) continue
    const { segments, size } = rows[r] as Row
    const isLong = (it: Segment) => it.words.length > 3 && Math.min(it.x1, x1) - Math.max(it.x0, x0) > 0.5 * (x1 - x0)
    if (segments.some(isLong)) return true
    const { gaps, alike } = gapsOf(segments, size)
    if (alike && gaps >= 3) return true
  }
  return rows.length === 1
}

const joined = (row: Row) => rowOfSegments([segmentOf(row.segments.flatMap((segment) => segment.words))])

/** The row cut where a segment stands in line with segments of the rows around it. */
function runsOf(rows: readonly Row[], index: number): Segment[][] {
  const { segments } = rows[index] as Row
  const runs: Segment[][] = []
  let run: Segment[] = []
  segments.forEach((segment, s) => {
    if (s > 0 && standsInColumn(rows, index, segment, s === segments.length - 1)) {
      runs.push(run)
      run = []
    }
    run.push(segment)
  })
  runs.push(run)
  return runs
}

function standsInColumn(rows: readonly Row[], index: number, segment: Segment, isLast: boolean): boolean {
  const near = 0.2 * segment.size
  const from = Math.max(0, index - NEIGHBOURS)
  const to = Math.min(rows.length - 1, index + NEIGHBOURS)
  let met = 0
  for (let r = from; r <= to; r++) {
    if (r === index) continue
    const { segments } = rows[r] as Row
    for (let s = 1; s < segments.length; s++) {
      const other = segments[s] as Segment
      // All justified lines end at the right edge, so there it proves nothing.
      if (Math.abs(other.x0 - segment.x0) <= near || (!isLast && Math.abs(other.x1 - segment.x1) <= near)) {
        met++
        break
      }
    }
  }
  return met >= Math.min(2, to - from)
}

function gapsOf(segments: readonly Segment[], size: number): { gaps: number; alike: boolean } {
  let gaps = 0
  let least = Number.POSITIVE_INFINITY
  let most = 0
  let edge = Number.POSITIVE_INFINITY
  for (const { words } of segments) {
    for (const word of words) {
      const gap = word.x0 - edge
      if (gap > 0.1 * size) {
        gaps++
        if (gap < least) least = gap
        if (gap > most) most = gap
      }
      edge = edge === Number.POSITIVE_INFINITY ? word.x1 : Math.max(edge, word.x1)
    }
  }
  return { gaps, alike: gaps > 0 && most <= ALIKE * least && most <= WIDEST * size }
}

/** A line that goes from edge to edge between full lines, with gaps alike, is no row of cells. */
function isAmongLines(rows: readonly Row[], index: number, edges: Edges): boolean {
  const row = rows[index] as Row
  if (rows.length < 2 || row.segments.length === 1 || row.segments.every(isFigures)) return false
  if (!gapsOf(row.segments, row.size).alike) return false
  const first = row.segments[0] as Segment
  const last = row.segments[row.segments.length - 1] as Segment
  if (first.x0 > edges.left + 2 * row.size || last.x1 < edges.right - 0.5 * row.size) return false
  return isLine(rows[index - 1], edges) && (isLine(rows[index + 1], edges) || isLastLine(rows[index + 1], edges))
}

function isLine(row: Row | undefined, edges: Edges): boolean {
  const segment = row?.segments[0]
  if (!row || !segment) return true
  if (row.segments.length > 1) return gapsOf(row.segments, row.size).alike
  return segment.words.length > 2 || segment.x1 - segment.x0 > 0.6 * (edges.right - edges.left)
}

function isLastLine(row: Row | undefined, edges: Edges): boolean {
  const segment = row?.segments[0]
  return segment !== undefined && row?.segments.length === 1 && segment.x0 < edges.left + segment.size
}

interface Edges {
  readonly left: number
  readonly right: number
}

function edgesOf(rows: readonly Row[]): Edges {
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  for (const { segments } of rows) {
    left = Math.min(left, segments[0]?.x0 ?? left)
    right = Math.max(right, segments[segments.length - 1]?.x1 ?? right)
  }
  return { left, right }
}
