/**
 * Dotted and dashed lines: rows (or columns) of many small marks, alike, evenly spaced and close. An ellipsis, a row of
 * two or three dashes or a decimal point is none.
 */
import type { InkMap } from '../image/raster.ts'
import type { Components } from './components.ts'

const LEAST_MARKS = 6
/** Sizes in letters. */
const FLAT = 0.35
const LONGEST_DASH = 1.5
const LEAST_LENGTH = 2.5
const WIDEST_GAP = 1.6
const WIDEST_GAP_DOWN = 0.8
/** Nothing else stands this far beside the gaps: numbers have points in rows and columns too. */
const CLEAR = 0.3

/** Marks (1) in `found` the components that belong to a leader. */
export function findLeaders(components: Components, ink: InkMap, letterHeight: number): Uint8Array {
  const found = new Uint8Array(components.count)
  markRuns(components, ink, letterHeight, false, found)
  markRuns(components, ink, letterHeight, true, found)
  return found
}

/** Extents along a run and across it; for runs down the page x and y have changed places. */
interface Lane {
  readonly start: Int32Array
  readonly end: Int32Array
  readonly low: Int32Array
  readonly high: Int32Array
  readonly down: boolean
  readonly letterHeight: number
}

function markRuns(components: Components, ink: InkMap, letterHeight: number, down: boolean, found: Uint8Array): void {
  const { left, right, top, bottom } = components
  const lane: Lane = down
    ? { start: top, end: bottom, low: left, high: right, down, letterHeight }
    : { start: left, end: right, low: top, high: bottom, down, letterHeight }
  const band = Math.max(2, 0.2 * letterHeight)
  const rows = new Map<number, number[]>()
  const close = (row: readonly number[] | undefined) => {
    if (row && isLeader(row, lane)) for (const c of row) found[c] = 1
  }
  for (const c of marksOf(components.count, lane)) {
    const key = Math.round(middleOf(lane, c) / band)
    const run = [key, key - 1, key + 1]
      .map((k) => rows.get(k))
      .find(
        (row) =>
          row && Math.abs(middleOf(lane, c) - middleOf(lane, row.at(-1) ?? c)) <= band && continues(lane, row, c, ink),
      )
    if (run) run.push(c)
    else {
      close(rows.get(key))
      rows.set(key, [c])
    }
  }
  for (const row of rows.values()) close(row)
}

const middleOf = ({ low, high }: Lane, c: number): number => ((low[c] as number) + (high[c] as number)) / 2

const lengthOf = ({ start, end }: Lane, c: number): number => (end[c] as number) - (start[c] as number) + 1

/** Small flat components, in order along the lane. */
function marksOf(count: number, lane: Lane): number[] {
  const { start, low, high, down, letterHeight } = lane
  const longest = (down ? FLAT : LONGEST_DASH) * letterHeight
  const marks: number[] = []
  for (let c = 0; c < count; c++) {
    const thick = (high[c] as number) - (low[c] as number) + 1
    const long = lengthOf(lane, c)
    if (thick <= FLAT * letterHeight && long <= longest && long >= 0.6 * thick) marks.push(c)
  }
  return marks.sort((a, b) => (start[a] as number) - (start[b] as number))
}

function continues(lane: Lane, row: readonly number[], c: number, ink: InkMap): boolean {
  const { start, end, low, high, down, letterHeight } = lane
  const last = row.at(-1) as number
  const from = (end[last] as number) + 1
  const to = start[c] as number
  const gap = to - from
  if (gap < 0 || gap > (down ? WIDEST_GAP_DOWN : WIDEST_GAP) * letterHeight) return false
  if (!alike(lengthOf(lane, c), lengthOf(lane, last))) return false
  const clear = Math.round(CLEAR * letterHeight)
  const [nearest, furthest] = [(low[c] as number) - clear, (high[c] as number) + clear + 1]
  if (down ? !isBlank(ink, nearest, furthest, from, to) : !isBlank(ink, from, to, nearest, furthest)) return false
  const before = row.at(-2)
  return before === undefined || alike(gap, (start[last] as number) - (end[before] as number) - 1)
}

function isLeader(row: readonly number[], { start, end, letterHeight }: Lane): boolean {
  const [first, last] = [row[0] as number, row.at(-1) as number]
  return row.length >= LEAST_MARKS && (end[last] as number) - (start[first] as number) >= LEAST_LENGTH * letterHeight
}

/** Within two pixels or two fifths. */
const alike = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(2, 0.4 * Math.max(a, b))

function isBlank({ width, height, data }: InkMap, left: number, right: number, top: number, bottom: number): boolean {
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
    for (let i = y * width + Math.max(0, left); i < y * width + Math.min(width, right); i++)
      if (data[i] === 1) return false
  }
  return true
}
