/**
 * The side of a sheet that lies beyond the picture's edge, from the three sides that are seen: so much of the sheet as
 * is in the picture can still be straightened. It runs where a right-angled sheet's fourth side must under a camera of
 * common focal length: its vanishing point is on the opposite side and at right angles to that of its neighbours.
 */
import { distance, type Point } from './quad.ts'
import { crossing, type Side, shareSeen } from './sheet-sides.ts'
import type { StraightLine } from './straight-lines.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Of the picture's long side: telephones have 0.7 to 1. */
const focalLength = 0.85
const leastSeen = 0.7
/** Share of the picture's short side that the neighbours must be seen over. */
const leastLength = 0.3

/** `undefined` when the neighbours `a` and `b` are not seen from `opposite` to the picture's edge. */
export function findMissingSide(a: Side, b: Side, opposite: Side, away: 1 | -1, size: Size): Side | undefined {
  const ends = [a, b].map((side) => followToEdge(side, opposite, away, size))
  if (!ends[0] || !ends[1]) return undefined
  const beyond = [ends[0], ends[1], ...cornersBetween(a, b, opposite, away, size)]
  const toLine = pencilThroughVanishingPoint(a, b, opposite, size)
  const line = beyond.map(toLine).find((one) => one && holdsAll(one, beyond, opposite, away))
  return line && { ...line, level: Math.abs(line.normal[1]) > Math.abs(line.normal[0]), ...nothingSeen }
}

const nothingSeen = { seen: new Float32Array(1), lighter: new Float32Array(1), darker: new Float32Array(1) }

export function isMissing({ seen }: Side): boolean {
  return seen.length === 1
}

/** Where the side leaves the picture, when it is seen until there. */
function followToEdge(side: Side, opposite: Side, away: 1 | -1, { width, height }: Size): Point | undefined {
  const from = crossing(side, opposite)
  const [ux, uy]: Point = [-side.normal[1], side.normal[0]]
  const way = Math.sign(ux * opposite.normal[0] + uy * opposite.normal[1]) * away
  const reachX = ((way * ux > 0 ? width : 0) - from[0]) / (way * ux)
  const reachY = ((way * uy > 0 ? height : 0) - from[1]) / (way * uy)
  const reach = Math.min(reachX, reachY)
  const to: Point = [from[0] + way * ux * reach, from[1] + way * uy * reach]
  const near: Point = [from[0] + way * ux * reach * 0.85, from[1] + way * uy * reach * 0.85]
  const isSeen =
    reach > leastLength * Math.min(width, height) &&
    shareSeen(side, from, to) > leastSeen &&
    shareSeen(side, near, to) > leastSeen
  return isSeen ? to : undefined
}

function cornersBetween(a: Side, b: Side, opposite: Side, away: 1 | -1, { width, height }: Size): Point[] {
  const middle: Point = [width / 2, height / 2]
  const corners: Point[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  const sides = [a, b].map((side) => [side, Math.sign(offsetOf(side, middle))] as const)
  return corners.filter(
    (corner) =>
      away * offsetOf(opposite, corner) > 0 && sides.every(([side, inward]) => inward * offsetOf(side, corner) > 0),
  )
}

const offsetOf = ({ normal, offset }: StraightLine, [x, y]: Point) => normal[0] * x + normal[1] * y - offset

type Vector = readonly [number, number, number]

/** Makes the line through a point and the sheet's other vanishing point, in the picture's own pixels. */
function pencilThroughVanishingPoint(a: Side, b: Side, opposite: Side, { width, height }: Size) {
  const [cx, cy, f] = [width / 2, height / 2, focalLength * Math.max(width, height)]
  const toPlane = ({ normal: [nx, ny], offset }: StraightLine): Vector => [nx * f, ny * f, nx * cx + ny * cy - offset]
  const vanishing = cross(toPlane(opposite), cross(toPlane(a), toPlane(b)))
  return ([x, y]: Point): StraightLine | undefined => {
    const [lx, ly, lz] = cross(vanishing, [(x - cx) / f, (y - cy) / f, 1])
    const norm = Math.hypot(lx, ly)
    if (norm === 0) return undefined
    return { normal: [lx / norm, ly / norm], offset: (lx * cx + ly * cy - lz * f) / norm, weight: 0 }
  }
}

function cross([a, b, c]: Vector, [d, e, f]: Vector): Vector {
  return [b * f - c * e, c * d - a * f, a * e - b * d]
}

/** Whether all points lie on the line or between it and the opposite side. */
function holdsAll(line: StraightLine, points: readonly Point[], opposite: Side, away: 1 | -1): boolean {
  const inner: Point = [opposite.normal[0] * (opposite.offset - away), opposite.normal[1] * (opposite.offset - away)]
  const nearest = points.reduce((best, p) => (distance(p, inner) < distance(best, inner) ? p : best))
  const foot = offsetOf(opposite, nearest)
  const onOpposite: Point = [nearest[0] - foot * opposite.normal[0], nearest[1] - foot * opposite.normal[1]]
  const inward = Math.sign(offsetOf(line, onOpposite))
  return points.every((point) => inward * offsetOf(line, point) > -0.5)
}
