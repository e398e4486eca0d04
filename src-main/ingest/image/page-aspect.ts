/**
 * Height over width of a sheet from its four corners in a photo, after Zhang & He, "Whiteboard scanning and image
 * enhancement" (2007): the sheet's corners are right angles, so its projection tells focal length and proportions.
 */
import type { Point, Quad } from './quad.ts'

const a4 = Math.SQRT2
const letter = 11 / 8.5
/** Within this share of a common format the sheet is taken to have it. */
const tolerance = 0.06
/** Focal lengths of telephones and compact cameras, of the picture's long side; the middle one when the corners do not tell. */
const [shortest, usual, longest] = [0.6, 0.85, 1.5]

export function findPageAspect(quad: Quad, picture: { width: number; height: number }): number {
  const aspect = projectedAspect(quad, picture)
  const common = [a4, letter, 1 / a4, 1 / letter].map((one) => ({ one, off: Math.abs(Math.log(aspect / one)) }))
  const nearest = common.reduce((best, next) => (next.off < best.off ? next : best))
  return nearest.off < tolerance ? nearest.one : aspect
}

type Vector = readonly [number, number, number]

function projectedAspect(quad: Quad, { width, height }: { width: number; height: number }): number {
  const long = Math.max(width, height)
  const centred = ([x, y]: Point): Vector => [(x - width / 2) / long, (y - height / 2) / long, 1]
  const [tl, tr, br, bl] = [centred(quad[0]), centred(quad[1]), centred(quad[2]), centred(quad[3])]
  const diagonal = cross(tl, br)
  const right = minus(scaled(tr, dot(diagonal, bl) / dot(cross(tr, br), bl)), tl)
  const down = minus(scaled(bl, dot(diagonal, tr) / dot(cross(bl, br), tr)), tl)
  const squared = -(right[0] * down[0] + right[1] * down[1]) / (right[2] * down[2])
  const told = Math.sqrt(squared)
  const focal = told >= shortest && told <= longest ? told : usual
  const length = ([x, y, z]: Vector) => Math.hypot(x / focal, y / focal, z)
  return length(down) / length(right)
}

function cross([a, b, c]: Vector, [d, e, f]: Vector): Vector {
  return [b * f - c * e, c * d - a * f, a * e - b * d]
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const scaled = ([x, y, z]: Vector, by: number): Vector => [x * by, y * by, z * by]
const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
