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

/** The marks in reading order of their rows; for columns x and y change places. */
function markRuns(components: Components, ink: InkMap, letterHeight: number, down: boolean, found: Uint8Array): void {
  const start = down ? components.top : components.left
  const end = down ? components.bottom : components.right
  const low = down ? components.left : components.top
  const high = down ? components.right : components.bottom
  const marks: number[] = []
  const longest = (down ? FLAT : LONGEST_DASH) * letterHeight
  for (let c = 0; c < components.count; c++) {
    const thick = (high[c] as number) - (low[c] as number) + 1
    const long = (end[c] as number) - (start[c] as number) + 1
    if (thick <= FLAT * letterHeight && long <= longest && long >= 0.6 * thick) marks.push(c)
  }
  const middle = (c: number) => ((low[c] as number) + (high[c] as number)) / 2
  const rows = new Map<number, number[]>()
  const band = Math.max(2, 0.2 * letterHeight)
  for (const c of marks.sort((a, b) => (start[a] as number) - (start[b] as number))) {
    const key = Math.round(middle(c) / band)
    const run = [key, key - 1, key + 1].map((k) => rows.get(k)).find((row) => row && continues(row, c))
    if (run) run.push(c)
    else {
      close(rows.get(key))
      rows.set(key, [c])
    }
  }
  for (const row of rows.values()) close(row)

  function continues(row: readonly number[], c: number): boolean {
    const last = row.at(-1) as number
    const gap = (start[c] as number) - (end[last] as number) - 1
    if (
      gap < 0 ||
      gap > (down ? WIDEST_GAP_DOWN : WIDEST_GAP) * letterHeight ||
      Math.abs(middle(c) - middle(last)) > band
    )
      return false
    if (!alike((end[c] as number) - (start[c] as number) + 1, (end[last] as number) - (start[last] as number) + 1))
      return false
    const clear = Math.round(CLEAR * letterHeight)
    const gapBox = [
      (end[last] as number) + 1,
      start[c] as number,
      (low[c] as number) - clear,
      (high[c] as number) + clear + 1,
    ] as const
    if (down ? !isBlank(ink, gapBox[2], gapBox[3], gapBox[0], gapBox[1]) : !isBlank(ink, ...gapBox)) return false
    const before = row.at(-2)
    return before === undefined || alike(gap, (start[last] as number) - (end[before] as number) - 1)
  }

  function close(row: readonly number[] | undefined): void {
    if (!row || row.length < LEAST_MARKS) return
    const length = (end[row.at(-1) as number] as number) - (start[row[0] as number] as number)
    if (length >= 2.5 * letterHeight) for (const c of row) found[c] = 1
  }
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
