/**
 * Which way the lines of a page run, from how close its letters stand: those of a word are nearer to each other than
 * lines are (nearest neighbours, after O'Gorman's docstrum 1993). Columns of a table, which look like lines to a
 * profile, do not mislead it.
 */
import type { Components } from './components.ts'

export interface AxisVotes {
  /** Letters whose nearest neighbour stands beside them. */
  readonly across: number
  /** Letters whose nearest neighbour stands above or below them. */
  readonly down: number
}

const FURTHEST = 2
const LEAST_OVERLAP = 0.5
const LARGEST_RATIO = 2.5

export function axisVotes(components: Components, letterHeight: number): AxisVotes {
  const { count, left, right, top, bottom } = components
  const letters: number[] = []
  for (let c = 0; c < count; c++) {
    const height = (bottom[c] as number) - (top[c] as number) + 1
    const width = (right[c] as number) - (left[c] as number) + 1
    const large = Math.max(width, height)
    if (large >= 0.6 * letterHeight && Math.min(width, height) <= 2.5 * letterHeight && large <= 8 * letterHeight)
      letters.push(c)
  }
  const beside = gapsAfter({ from: left, to: right, low: top, high: bottom }, letters, letterHeight)
  const below = gapsAfter({ from: top, to: bottom, low: left, high: right }, letters, letterHeight)
  let across = 0
  let down = 0
  for (const [c, gap] of beside) if (gap < (below.get(c) ?? Number.POSITIVE_INFINITY)) across++
  for (const [c, gap] of below) if (gap < (beside.get(c) ?? Number.POSITIVE_INFINITY)) down++
  return { across, down }
}

/** Extents along the axis looked along, and across it. */
interface Extents {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly low: Int32Array
  readonly high: Int32Array
}

function gapsAfter(extents: Extents, letters: readonly number[], letterHeight: number): Map<number, number> {
  const { from, low, high } = extents
  const bands: number[][] = []
  for (const c of [...letters].sort((a, b) => (from[a] as number) - (from[b] as number))) {
    const last = Math.floor((high[c] as number) / letterHeight)
    for (let band = Math.floor((low[c] as number) / letterHeight); band <= last; band++) {
      const members = bands[band]
      if (members) members.push(c)
      else bands[band] = [c]
    }
  }
  const gaps = new Map<number, number>()
  for (const band of bands) {
    band?.forEach((c, i) => {
      const gap = gapFrom(extents, band, i, FURTHEST * letterHeight)
      if (gap < (gaps.get(c) ?? Number.POSITIVE_INFINITY)) gaps.set(c, gap)
    })
  }
  return gaps
}

function gapFrom({ from, to, low, high }: Extents, band: readonly number[], i: number, furthest: number): number {
  const a = band[i] as number
  const size = (high[a] as number) - (low[a] as number) + 1
  for (let j = i + 1; j < band.length; j++) {
    const b = band[j] as number
    const gap = (from[b] as number) - (to[a] as number)
    if (gap > furthest) break
    const other = (high[b] as number) - (low[b] as number) + 1
    const common = Math.min(high[a] as number, high[b] as number) - Math.max(low[a] as number, low[b] as number) + 1
    const small = Math.min(size, other)
    if (gap > 0 && common >= LEAST_OVERLAP * small && Math.max(size, other) <= LARGEST_RATIO * small) return gap
  }
  return Number.POSITIVE_INFINITY
}
