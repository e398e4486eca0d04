/** How boxes lie to one another. All are x, y, width, height in the same unit. */
import type { Box } from '../../src-main/ingest/read-page.ts'

const areaOf = ([, , width, height]: Box): number => width * height

function sharedArea([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): number {
  const width = Math.min(ax + aw, bx + bw) - Math.max(ax, bx)
  const height = Math.min(ay + ah, by + bh) - Math.max(ay, by)
  return width > 0 && height > 0 ? width * height : 0
}

/** Intersection over union (Jaccard 1912). */
export function overlapOf(a: Box, b: Box): number {
  const shared = sharedArea(a, b)
  return shared === 0 ? 0 : shared / (areaOf(a) + areaOf(b) - shared)
}

/** At least half of the smaller one lies in the other. */
export const samePlace = (a: Box, b: Box): boolean => sharedArea(a, b) >= 0.5 * Math.min(areaOf(a), areaOf(b))

export function distanceBetween([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): number {
  return Math.hypot(ax + aw / 2 - bx - bw / 2, ay + ah / 2 - by - bh / 2)
}

/** The area inside any of `inside`, within any of `within` when given, and outside all of `outside`; overlaps count once. */
export function coveredArea(
  inside: readonly Box[],
  { within, outside = [] }: { within?: readonly Box[]; outside?: readonly Box[] } = {},
): number {
  const sets = [inside, ...(within === undefined ? [] : [within]), outside]
  const xs = edges(sets.flatMap((boxes) => boxes.flatMap(([x, , width]) => [x, x + width])))
  const ys = edges(sets.flatMap((boxes) => boxes.flatMap(([, y, , height]) => [y, y + height])))
  const marks = sets.map((boxes) => cellsOf(boxes, xs, ys))
  const excluded = marks.pop()
  let area = 0
  for (let row = 0; row + 1 < ys.length; row += 1)
    for (let column = 0; column + 1 < xs.length; column += 1) {
      const cell = row * xs.length + column
      if (excluded?.[cell] === 1 || marks.some((mark) => mark[cell] === 0)) continue
      area += ((xs[column + 1] ?? 0) - (xs[column] ?? 0)) * ((ys[row + 1] ?? 0) - (ys[row] ?? 0))
    }
  return area
}

const edges = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b)

function cellsOf(boxes: readonly Box[], xs: readonly number[], ys: readonly number[]): Uint8Array {
  const columnAt = new Map(xs.map((x, index) => [x, index]))
  const rowAt = new Map(ys.map((y, index) => [y, index]))
  const cells = new Uint8Array(xs.length * ys.length)
  for (const [x, y, width, height] of boxes) {
    const [left, right] = [columnAt.get(x) ?? 0, columnAt.get(x + width) ?? 0]
    for (let row = rowAt.get(y) ?? 0; row < (rowAt.get(y + height) ?? 0); row += 1)
      cells.fill(1, row * xs.length + left, row * xs.length + right)
  }
  return cells
}
