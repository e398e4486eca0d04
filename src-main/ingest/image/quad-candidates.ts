/** Four-sided figures that candidate sides make, the likelier first, judged by their shape and by how much of their sides is seen. */
import { findMissingSide, isMissing } from './missing-side.ts'
import { distance, hasAnglesWithin, type Point, type Quad, quadArea } from './quad.ts'
import { crossing, type Side, shareSeen } from './sheet-sides.ts'

export interface QuadCandidate {
  readonly quad: Quad
  /** Of top, right, bottom, left. */
  readonly lines: readonly [Side, Side, Side, Side]
  /** Made of its shape and of how much of its sides is seen: 0 … about 1.7. */
  readonly score: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Share of the picture that a sheet takes up at least. */
const leastArea = 0.14
/** Corners may lie outside the picture by this share of its size; those of a side beyond its edge, further. */
const outside = 0.14
const farOutside = 0.4
const leastSeen = 0.25
const leastMeanSeen = 0.5
/** What a side beyond the picture's edge counts for. */
const trustInMissing = 0.6
const cosParallel = Math.cos((38 * Math.PI) / 180)
const cosAcross = Math.cos((52 * Math.PI) / 180)

export function listQuads(sides: readonly Side[], size: Size, most: number): QuadCandidate[] {
  const pairs = oppositePairs(sides, size)
  const found: QuadCandidate[] = []
  const keep = (candidate: QuadCandidate | undefined) => candidate && found.push(candidate)
  pairs.forEach((one, i) => {
    for (const other of pairs.slice(i + 1)) if (isAcross(one, other)) keep(judge(one.a, one.b, other.a, other.b, size))
    for (const opposite of sides)
      if (isAcross(one, { x: opposite.normal[0], y: opposite.normal[1] }))
        for (const away of [1, -1] as const) {
          const missing = findMissingSide(one.a, one.b, opposite, away, size)
          if (missing) keep(judge(one.a, one.b, opposite, missing, size))
        }
  })
  return found.sort((a, b) => b.score - a.score).slice(0, most)
}

interface Pair {
  readonly a: Side
  readonly b: Side
  /** Their mean normal. */
  readonly x: number
  readonly y: number
}

type Direction = Pick<Pair, 'x' | 'y'>

const isAcross = (one: Direction, other: Direction) => Math.abs(one.x * other.x + one.y * other.y) <= cosAcross

function oppositePairs(sides: readonly Side[], { width, height }: Size): Pair[] {
  const pairs: Pair[] = []
  const apart = 0.2 * Math.min(width, height)
  sides.forEach((a, i) => {
    for (const b of sides.slice(i + 1)) {
      const dot = a.normal[0] * b.normal[0] + a.normal[1] * b.normal[1]
      if (Math.abs(dot) < cosParallel) continue
      const sign = Math.sign(dot)
      const away = (side: Side) => (side.normal[0] * width + side.normal[1] * height) / 2 - side.offset
      if (Math.abs(away(a) - sign * away(b)) < apart) continue
      const [x, y] = [a.normal[0] + sign * b.normal[0], a.normal[1] + sign * b.normal[1]]
      const norm = Math.hypot(x, y)
      pairs.push({ a, b, x: x / norm, y: y / norm })
    }
  })
  return pairs
}

/** `a` and `b` are opposite each other, and so are `c` and `d`. */
function judge(a: Side, b: Side, c: Side, d: Side, size: Size): QuadCandidate | undefined {
  const reach = isMissing(d) ? farOutside : outside
  const p = crossing(a, c)
  const q = crossing(c, b)
  if (!isNear(p, size, outside) || !isNear(q, size, outside)) return undefined
  const r = crossing(b, d)
  const s = crossing(d, a)
  if (!isNear(r, size, reach) || !isNear(s, size, reach)) return undefined
  const seen = [
    shareSeen(c, p, q),
    shareSeen(b, q, r),
    isMissing(d) ? trustInMissing : shareSeen(d, r, s),
    shareSeen(a, s, p),
  ]
  const least = Math.min(...seen)
  const mean = seen.reduce((sum, one) => sum + one, 0) / 4
  if (least < leastSeen || mean < leastMeanSeen) return undefined
  const share = quadArea([p, q, r, s]) / (size.width * size.height)
  if (share < leastArea) return undefined
  const turned = toClockwise([p, q, r, s], [c, b, d, a])
  if (!hasAnglesWithin(turned.quad, 55, 125) || !isSheetLike(turned.quad)) return undefined
  return { ...turned, score: mean + 0.5 * least + 0.25 * Math.sqrt(Math.min(1, share)) }
}

function isNear([x, y]: Point, { width, height }: Size, reach: number): boolean {
  return x > -reach * width && x < (1 + reach) * width && y > -reach * height && y < (1 + reach) * height
}

/** Longest side at most four times the shortest: till receipts are not sheets, and thin slivers are accidents. */
function isSheetLike([a, b, c, d]: Quad): boolean {
  const lengths = [distance(a, b), distance(b, c), distance(c, d), distance(d, a)]
  return Math.max(...lengths) < 4 * Math.min(...lengths)
}

/** Puts corners, and with them the sides, clockwise from the top left. */
function toClockwise(corners: Quad, lines: readonly Side[]): Pick<QuadCandidate, 'quad' | 'lines'> {
  const [p, q, r] = corners
  const clockwise = (q[0] - p[0]) * (r[1] - q[1]) - (q[1] - p[1]) * (r[0] - q[0]) > 0
  const order = clockwise ? [0, 1, 2, 3] : [0, 3, 2, 1]
  const start = order.reduce((best, at, i) => (sum(corners[at]) < sum(corners[order[best] as number]) ? i : best), 0)
  const rank = [0, 1, 2, 3].map((i) => order[(start + i) & 3] as number)
  const sideRank = clockwise ? rank : rank.map((at) => (at + 3) & 3)
  return {
    quad: rank.map((at) => corners[at]) as unknown as Quad,
    lines: sideRank.map((at) => lines[at] as Side) as unknown as QuadCandidate['lines'],
  }
}

const sum = (point: Point | undefined) => (point?.[0] ?? 0) + (point?.[1] ?? 0)
