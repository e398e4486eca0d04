/**
 * Finds the tall white strips of a region: maximal rectangles of rows × x that no segment enters and that have
 * segments on both sides. Whether a strip parts columns of prose or cells of a table is decided in columns.ts.
 */
import type { Row } from './segments.ts'

export interface Gutter {
  /** Rows [from, to). */
  readonly from: number
  readonly to: number
  readonly x0: number
  readonly x1: number
  /** Segments on the side that has fewer. */
  readonly weight: number
}

const BINS_PER_SIZE = 4
const MIN_BINS = 2
const MIN_ROWS = 3
const MAX_BINS = 2048
/** The tallest strips; shorter ones are the rags of lines. */
const MAX_WEIGHED = 32

export function guttersOf(rows: readonly Row[]): Gutter[] {
  if (isOneColumn(rows)) return []
  const { left, bin, bins } = scale(rows)
  const heights = new Int32Array(bins)
  const taken = new Uint8Array(bins)
  const next = new Uint8Array(bins)
  const strips: Strip[] = []
  mark(rows[0], taken, left, bin)
  for (let r = 0; r < rows.length; r++) {
    next.fill(0)
    const last = r === rows.length - 1
    if (last) next.fill(1)
    else mark(rows[r + 1], next, left, bin)
    for (let b = 0; b < bins; b++) heights[b] = taken[b] === 1 ? 0 : (heights[b] as number) + 1
    collect(heights, next, r + 1, strips)
    taken.set(next)
  }
  strips.sort((a, b) => b.height - a.height || b.b1 - b.b0 - (a.b1 - a.b0) || a.to - b.to || a.b0 - b.b0)
  const found: Gutter[] = []
  for (const { height, b0, b1, to } of strips.slice(0, MAX_WEIGHED)) {
    const gutter = weigh(rows, to - height, to, left + b0 * bin, left + b1 * bin)
    if (gutter) found.push(gutter)
  }
  return found.sort((a, b) => b.weight - a.weight)
}

interface Strip {
  readonly height: number
  readonly b0: number
  readonly b1: number
  readonly to: number
}

/** Rows of one segment each that all share some x: the usual case, not worth a search. */
function isOneColumn(rows: readonly Row[]): boolean {
  let x0 = Number.NEGATIVE_INFINITY
  let x1 = Number.POSITIVE_INFINITY
  for (const { segments } of rows) {
    const segment = segments[0]
    if (segments.length > 1 || !segment) return false
    if (segment.x0 > x0) x0 = segment.x0
    if (segment.x1 < x1) x1 = segment.x1
  }
  return x0 <= x1
}

function scale(rows: readonly Row[]) {
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  const sizes = new Float64Array(rows.length)
  rows.forEach((row, r) => {
    sizes[r] = row.size
    for (const segment of row.segments) {
      if (segment.x0 < left) left = segment.x0
      if (segment.x1 > right) right = segment.x1
    }
  })
  sizes.sort()
  const size = sizes[sizes.length >> 1] ?? 1
  const bin = Math.max(size / BINS_PER_SIZE, (right - left) / MAX_BINS, Number.EPSILON)
  return { left, bin, bins: Math.max(1, Math.ceil((right - left) / bin)) }
}

function mark(row: Row | undefined, taken: Uint8Array, left: number, bin: number): void {
  if (!row) return
  for (const segment of row.segments) {
    taken.fill(1, Math.floor((segment.x0 - left) / bin), Math.max(1, Math.ceil((segment.x1 - left) / bin)))
  }
}

/**
 * Adds every maximal strip that ends above row `to`: as tall as its lowest bin, as wide as bins at least that tall
 * go, and closed from below. A strip that reaches the edge of the region has nothing beside it.
 */
function collect(heights: Int32Array, below: Uint8Array, to: number, strips: Strip[]): void {
  const bins = heights.length
  const starts: number[] = []
  const levels: number[] = []
  let top = 0
  for (let b = 0; b <= bins; b++) {
    const height = b < bins ? (heights[b] as number) : 0
    let start = b
    while (levels.length > 0 && top > height) {
      levels.pop()
      start = starts.pop() as number
      if (top >= MIN_ROWS && b - start >= MIN_BINS && start > 0 && b < bins && anyTaken(below, start, b)) {
        strips.push({ height: top, b0: start, b1: b, to })
      }
      top = levels[levels.length - 1] ?? 0
    }
    if (height > top) {
      levels.push(height)
      starts.push(start)
      top = height
    }
  }
}

function anyTaken(taken: Uint8Array, b0: number, b1: number): boolean {
  for (let b = b0; b < b1; b++) if (taken[b] === 1) return true
  return false
}

function weigh(rows: readonly Row[], from: number, to: number, x0: number, x1: number): Gutter | undefined {
  const middle = (x0 + x1) / 2
  let before = 0
  let after = 0
  for (let r = from; r < to; r++) {
    const { segments } = rows[r] as Row
    for (const segment of segments) {
      if (segment.x0 < middle) before++
      else after++
    }
  }
  const weight = Math.min(before, after)
  return weight < MIN_ROWS ? undefined : { from, to, x0, x1, weight }
}
