/**
 * Takes lines and frames of tables and forms out of the ink. A stroke that crosses a rule keeps its pixels; of a letter
 * that stands on one or hangs from it only what lies in the rule goes.
 */
import type { InkMap, PixelBox } from '../image/raster.ts'
import { type Bar, findBars } from './bars.ts'
import { paintOut } from './paint-out.ts'
import { quarterTurned } from './resample.ts'

/** Changes `ink`; says where the rules were. */
export function removeRules(ink: InkMap, letterHeight: number): PixelBox[] {
  const { width, height, data } = ink
  const limits = {
    length: Math.round(3.5 * letterHeight),
    piece: Math.round(1.4 * letterHeight),
    thickness: Math.max(4, Math.round(0.32 * letterHeight)),
    crack: Math.max(2, Math.round(0.1 * letterHeight)),
    gap: Math.round(1.5 * letterHeight),
  }
  const across = findBars(ink, limits)
  // Down the page letters are long and thin themselves: what is shorter than several of them must join two rules.
  const down = findBars(quarterTurned(ink, 3), {
    ...limits,
    length: 6 * letterHeight,
    piece: Math.round(1.7 * letterHeight),
    gap: Math.round(2.5 * letterHeight),
    isAnchor: (y, row) => across.some((bar) => meets(bar, width - 1 - Math.round(row), y, limits.thickness)),
  }).map((bar) => flipped(bar, width))
  for (const bar of across) paintOut({ data, along: 1, over: width, depth: height }, bar, letterHeight)
  for (const bar of down) paintOut({ data, along: width, over: 1, depth: width }, bar, letterHeight)
  return [
    ...across.map((bar) => boxOf(bar)),
    ...down.map((bar) => boxOf(bar)).map(({ x, y, width, height }) => ({ x: y, y: x, width: height, height: width })),
  ]
}

/** The bar passes within `near` pixels of the place. */
function meets({ from, to, first, last }: Bar, x: number, y: number, near: number): boolean {
  const at = Math.min(to - from - 1, Math.max(0, x - from))
  if (x < from - near || x > to + near || (first[at] as number) < 0) return false
  return y >= (first[at] as number) - near && y <= (last[at] as number) + near
}

/** After a quarter turn anticlockwise row r is column width - 1 - r. */
function flipped({ first, last, ...bar }: Bar, width: number): Bar {
  const mirror = (row: number) => (row < 0 ? -1 : width - 1 - row)
  return { ...bar, first: last.map(mirror), last: first.map(mirror) }
}

function boxOf({ from, to, first, last }: Bar): PixelBox {
  let top = Number.POSITIVE_INFINITY
  let bottom = 0
  for (let i = 0; i < first.length; i++) {
    if ((first[i] as number) < 0) continue
    top = Math.min(top, first[i] as number)
    bottom = Math.max(bottom, last[i] as number)
  }
  return { x: from, y: top, width: to - from, height: bottom - top + 1 }
}
