/**
 * Long thin runs of ink along one axis, followed through breaks and small slopes: what rules and frames are made of.
 * Works along rows; for columns the page is handed in turned.
 */
import type { InkMap } from '../image/raster.ts'

export interface Bar {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  /** For each place from `from`: first and last row of the bar there; -1 where it is broken. */
  readonly first: Int32Array
  readonly last: Int32Array
  readonly thickness: number
}

export interface BarLimits {
  /** A bar, with its breaks, is at least this long. */
  readonly length: number
  /** Pieces shorter than this are not followed. */
  readonly piece: number
  /** Thicker than this is no rule. */
  readonly thickness: number
  /** Widest break inside a piece. */
  readonly crack: number
  /** Widest gap between two pieces of one bar. */
  readonly gap: number
  /** A bar that is short may still run from one of these to another: the side of a table's cell. */
  readonly isAnchor?: (place: number, row: number) => boolean
}

export function findBars(ink: InkMap, limits: BarLimits): Bar[] {
  const pieces = findPieces(ink, limits)
  return chained(pieces, limits)
    .filter((chain) => isRule(chain, limits))
    .map((chain) => barOf(chain))
}

/** A stack of runs, one below the other, each overlapping the one above. */
interface Piece {
  from: number
  to: number
  top: number
  bottom: number
  readonly runs: number[]
  area: number
}

function findPieces(ink: InkMap, limits: BarLimits): Piece[] {
  const { height } = ink
  const done: Piece[] = []
  let open: Piece[] = []
  for (let y = 0; y < height; y++) {
    const still = open.filter((piece) => piece.bottom >= y - 1)
    for (const piece of open) if (piece.bottom < y - 1) done.push(piece)
    open = still
    forEachLongRun(ink, y, limits, (from, to) => {
      const touched = open.filter((piece) => touches(piece, y, from, to))
      const home = touched[0] ?? { from, to, top: y, bottom: y, runs: [], area: 0 }
      if (touched.length === 0) open.push(home)
      for (const other of touched.slice(1)) {
        home.runs.push(...other.runs)
        home.area += other.area
        home.from = Math.min(home.from, other.from)
        home.to = Math.max(home.to, other.to)
        home.top = Math.min(home.top, other.top)
        open.splice(open.indexOf(other), 1)
      }
      home.runs.push(y, from, to)
      home.area += to - from
      home.from = Math.min(home.from, from)
      home.to = Math.max(home.to, to)
      home.bottom = y
    })
    if (open.length > 0 && y === height - 1) done.push(...open)
  }
  const thin = ({ from, to, area }: Piece) => area <= limits.thickness * (to - from)
  return done.filter((piece) => thin(piece) && isBare(ink, piece, limits))
}

function touches(piece: Piece, y: number, from: number, to: number): boolean {
  for (let i = piece.runs.length - 3; i >= 0 && (piece.runs[i] as number) >= y - 1; i -= 3) {
    if ((piece.runs[i + 1] as number) < to && (piece.runs[i + 2] as number) > from) return true
  }
  return false
}

function forEachLongRun(
  { width, data }: InkMap,
  y: number,
  { piece, crack }: BarLimits,
  found: (from: number, to: number) => void,
) {
  const base = y * width
  const stop = base + width
  for (let i = base; i < stop; ) {
    while (i < stop && data[i] === 0) i++
    if (i === stop) return
    const from = i
    let end = i
    for (let blank = 0; i < stop && blank <= crack; i++) {
      if (data[i] === 0) blank++
      else {
        blank = 0
        end = i + 1
      }
    }
    if (end - from >= piece) found(from - base, end - base)
  }
}

/** Parts of a piece that are bare rule, by its length: a long rule may have letters standing on half of it. */
const BARE_LONG = 0.5
const BARE = 0.72
const BARE_SHORT = 0.95
const FILLED = 0.6

/** A rule is as thick as ever but where something touches it; a row of letters is of every thickness, or joins uprights. */
function isBare(ink: InkMap, piece: Piece, { length, thickness }: BarLimits): boolean {
  const whole = piece.to - piece.from
  // A short piece may end on rules that cross it.
  const ends = whole >= length ? 0 : thickness
  const through = thicknesses(ink, piece, thickness).subarray(ends, whole - ends)
  const thin = through.filter((value) => value <= thickness).sort()
  const usual = thin[thin.length >> 1] ?? 0
  // All rows of a rule are long; of a row of letters only the one in which they touch.
  if (whole < 4 * length && piece.area < FILLED * usual * whole) return false
  const bare = through.filter((value) => value > 0 && Math.abs(value - usual) <= 1).length
  return bare >= (whole >= 4 * length ? BARE_LONG : whole >= length ? BARE : BARE_SHORT) * through.length
}

/** How thick the ink is through each place of the piece, counted a little beyond `thickness`. */
function thicknesses({ width, height, data }: InkMap, piece: Piece, thickness: number): Int32Array {
  const { first, last } = profileOf([piece], piece.from, piece.to)
  return first.map((row, i) => {
    if (row < 0) return 0
    const x = piece.from + i
    let above = row - 1
    let below = (last[i] as number) + 1
    while (above >= 0 && data[above * width + x] === 1 && below - above <= 2 * thickness) above--
    while (below < height && data[below * width + x] === 1 && below - above <= 2 * thickness) below++
    return below - above - 1
  })
}

function chained(pieces: readonly Piece[], { gap, thickness }: BarLimits): Piece[][] {
  const sorted = [...pieces].sort((a, b) => a.from - b.from)
  const chains: Piece[][] = []
  for (const piece of sorted) {
    const before = chains.find((chain) => {
      const end = chain.at(-1) as Piece
      const y = edgeRow(end, 'to')
      const next = edgeRow(piece, 'from')
      return piece.from - end.to <= gap && piece.from > end.from && piece.to > end.to && Math.abs(y - next) <= thickness
    })
    if (before) before.push(piece)
    else chains.push([piece])
  }
  return chains
}

/** The middle row at one end of a piece. */
function edgeRow({ runs, from, to }: Piece, end: 'from' | 'to'): number {
  let sum = 0
  let count = 0
  for (let i = 0; i < runs.length; i += 3) {
    const near = end === 'from' ? (runs[i + 1] as number) - from : to - (runs[i + 2] as number)
    if (near > 8) continue
    sum += runs[i] as number
    count++
  }
  return sum / Math.max(1, count)
}

/** One long piece, a short one between two anchors, or so many in a line that they are a broken rule. */
function isRule(chain: readonly Piece[], { length, isAnchor }: BarLimits): boolean {
  const longest = Math.max(...chain.map((piece) => piece.to - piece.from))
  if (longest >= length) return true
  const [first, last] = [chain[0] as Piece, chain.at(-1) as Piece]
  if (isAnchor?.(first.from, edgeRow(first, 'from')) && isAnchor(last.to, edgeRow(last, 'to'))) return true
  const covered = chain.reduce((sum, piece) => sum + piece.to - piece.from, 0)
  return covered >= 1.5 * length && chain.length >= 3
}

function barOf(chain: readonly Piece[]): Bar {
  const from = Math.min(...chain.map((piece) => piece.from))
  const to = Math.max(...chain.map((piece) => piece.to))
  const { first, last } = profileOf(chain, from, to)
  const heights: number[] = []
  for (let i = 0; i < first.length; i++)
    if ((first[i] as number) >= 0) heights.push((last[i] as number) - (first[i] as number) + 1)
  heights.sort((a, b) => a - b)
  return { from, to, first, last, thickness: heights[heights.length >> 1] ?? 1 }
}

function profileOf(pieces: readonly Piece[], from: number, to: number): Pick<Bar, 'first' | 'last'> {
  const first = new Int32Array(to - from).fill(-1)
  const last = new Int32Array(to - from).fill(-1)
  for (const { runs } of pieces) {
    for (let i = 0; i < runs.length; i += 3) {
      const y = runs[i] as number
      for (let x = (runs[i + 1] as number) - from; x < (runs[i + 2] as number) - from; x++) {
        if (first[x] === -1 || (first[x] as number) > y) first[x] = y
        if ((last[x] as number) < y) last[x] = y
      }
    }
  }
  return { first, last }
}
