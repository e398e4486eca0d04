/**
 * Paints one rule out of the ink and leaves the strokes of letters that meet it. A stroke that comes out on both sides
 * stays whole. Of letters that stand on the rule or hang from it the rule's near half stays, in case their own stroke
 * lies in it; all of it where the strokes on which they would stand are nowhere to be seen, and so must be in it.
 */
import type { Bar } from './bars.ts'

/** The page as seen along a rule: `along` and `over` are the steps in `data` along it and across it. */
export interface Lane {
  readonly data: Uint8Array
  readonly along: number
  readonly over: number
  /** The page's size across the rule. */
  readonly depth: number
}

export function paintOut(lane: Lane, bar: Bar, letterHeight: number): void {
  const track = trackOf(lane, bar, Math.max(bar.thickness + 2, Math.round(0.4 * letterHeight)))
  const body = Math.round(BODY * letterHeight)
  const inkFrom = (i: number, row: number) => hasInk(lane, (bar.from + i) * lane.along, row, row + body)
  const isBodyAbove = (i: number) => inkFrom(i, (track.first[i] as number) - body)
  const isBodyBelow = (i: number) => inkFrom(i, (track.last[i] as number) + 1)
  const above = { reach: track.up, hidden: hiddenStrokes(track.up, isBodyAbove, letterHeight) }
  const below = { reach: track.down, hidden: hiddenStrokes(track.down, isBodyBelow, letterHeight) }
  for (let i = 0; i < bar.first.length; i++) {
    if ((bar.first[i] as number) < 0) continue
    const first = track.first[i] as number
    const last = track.last[i] as number
    const up = above.reach[i] as number
    const down = below.reach[i] as number
    const fromAbove = up > 1 || above.hidden[i] === 1
    const fromBelow = down > 1 || below.hidden[i] === 1
    if (fromAbove && fromBelow) continue
    const middle = (first + last) >> 1
    const start = fromAbove ? (above.hidden[i] === 1 ? last + 1 : middle + 1) : first - up
    const end = fromBelow ? (below.hidden[i] === 1 ? first - 1 : middle) : last + down
    for (let row = start; row <= end; row++) lane.data[(bar.from + i) * lane.along + row * lane.over] = 0
  }
}

function hasInk({ data, over, depth }: Lane, at: number, from: number, to: number): boolean {
  for (let row = Math.max(0, from); row < Math.min(depth, to); row++) if (data[at + row * over] === 1) return true
  return false
}

/** The rule's two edges, and how far ink goes on beyond them at each place. */
interface Track {
  readonly first: Int32Array
  readonly last: Int32Array
  readonly up: Int32Array
  readonly down: Int32Array
}

function trackOf({ data, along, over, depth }: Lane, bar: Bar, far: number): Track {
  const first = straightened(bar.first)
  const last = straightened(bar.last)
  const up = new Int32Array(first.length)
  const down = new Int32Array(first.length)
  for (let i = 0; i < first.length; i++) {
    if ((bar.first[i] as number) < 0) continue
    const at = (bar.from + i) * along
    let top = first[i] as number
    let bottom = last[i] as number
    while (top > 0 && data[at + (top - 1) * over] === 1 && (first[i] as number) - top <= far) top--
    while (bottom < depth - 1 && data[at + (bottom + 1) * over] === 1 && bottom - (last[i] as number) <= far) bottom++
    up[i] = (first[i] as number) - top
    down[i] = bottom - (last[i] as number)
  }
  return { first, last, up, down }
}

const STRETCH = 32

/** Rules are straight: what most places of a stretch say holds for all of them. */
function straightened(rows: Int32Array): Int32Array {
  const straight = new Int32Array(rows.length)
  for (let from = 0; from < rows.length; from += STRETCH) {
    const stretch = rows
      .subarray(from, from + STRETCH)
      .filter((row) => row >= 0)
      .sort()
    straight.fill(stretch[stretch.length >> 1] ?? -1, from, from + STRETCH)
  }
  return straight
}

/** In letters: the stretch that is judged together, how long a stroke along the rule is at least, and how tall a letter. */
const JUDGED = 8
const LYING = 0.3
const BODY = 1.1
/** Of the places where letters meet a rule so many are strokes along it, or they lie hidden in it. */
const SEEN = 0.15
/** Letters meet it in so much of their width, or they only touch it here and there; of fewer letters nothing is known. */
const LEAST_MEETING = 0.2
const LEAST_BODY = 1.5

/**
 * Marks (1) where the rule also carries strokes of letters: where letters meet it with their uprights only, the strokes
 * they stand on must lie in it, and what of the rule is under a letter's body is kept as these.
 */
function hiddenStrokes(reach: Int32Array, isBody: (i: number) => boolean, letterHeight: number): Uint8Array {
  const hidden = new Uint8Array(reach.length)
  const step = Math.round(JUDGED * letterHeight)
  for (let from = 0; from < reach.length; from += step) {
    const to = Math.min(reach.length, from + step)
    let upright = 0
    let lying = 0
    let bodies = 0
    for (let i = from; i < to; i++) if (isBody(i)) bodies++
    for (let i = from; i < to; i++) {
      const start = i
      while (i < to && (reach[i] as number) > 1) i++
      if (i - start >= LYING * letterHeight) lying += i - start
      else upright += i - start
    }
    if (bodies < LEAST_BODY * letterHeight || upright < LEAST_MEETING * bodies || lying > SEEN * (upright + lying))
      continue
    for (let i = from; i < to; i++) if (isBody(i)) hidden[i] = 1
  }
  return hidden
}
