/**
 * Where a phone held over a sheet sees each point of it: a pinhole camera, so a homography (Hartley and Zisserman,
 * Multiple View Geometry, 2004, §2.3).
 */
import type { PaperSize, Point } from './page.ts'

/** Rows of a 3 × 3 matrix, row after row. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number]

export interface Pose {
  /** How far the phone leans, in degrees: sideways, and towards or away from the person. */
  readonly leanDegrees: number
  readonly pitchDegrees: number
  /** How far the sheet lies turned in the picture, clockwise. */
  readonly rollDegrees: number
  /** The part of the picture's smaller side that the sheet takes. */
  readonly fill: number
  /** Where the sheet's middle lies, away from the picture's middle, as parts of its width and height. */
  readonly shift?: Point
}

/** A phone's main lens: the focal length is about 1.15 times the longer side of the picture. */
const FOCAL = 1.15

export function lookAt(sheet: PaperSize, picture: PaperSize, pose: Pose): Homography {
  const [lean, pitch, roll] = [pose.leanDegrees, pose.pitchDegrees, pose.rollDegrees].map(radians) as Three
  const focal = FOCAL * Math.max(picture.width, picture.height)
  const scale = Math.min(picture.width / sheet.width, picture.height / sheet.height) * pose.fill
  const distance = focal / scale
  // the sheet's axes as the phone sees them: roll in the plane, then lean about y, then pitch about x
  const turn = ([x, y]: [number, number]): Three => {
    const [rx, ry] = [x * Math.cos(roll) - y * Math.sin(roll), x * Math.sin(roll) + y * Math.cos(roll)]
    const [lx, lz] = [rx * Math.cos(lean), -rx * Math.sin(lean)]
    return [lx, ry * Math.cos(pitch) - lz * Math.sin(pitch), ry * Math.sin(pitch) + lz * Math.cos(pitch)]
  }
  const [across, down] = [turn([1, 0]), turn([0, 1])]
  const middle = turn([sheet.width / 2, sheet.height / 2])
  const [x, y, z] = [-middle[0], -middle[1], distance - middle[2]]
  const cx = picture.width * (0.5 + (pose.shift?.x ?? 0))
  const cy = picture.height * (0.5 + (pose.shift?.y ?? 0))
  const row = (axis: 0 | 1, centre: number, origin: number): Three => [
    focal * across[axis] + centre * across[2],
    focal * down[axis] + centre * down[2],
    focal * origin + centre * z,
  ]
  return [...row(0, cx, x), ...row(1, cy, y), across[2], down[2], z]
}

export function seen([a, b, c, d, e, f, g, h, i]: Homography, { x, y }: Point): Point {
  const depth = g * x + h * y + i
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth }
}

/** The way back, up to a factor that `seen` divides out. */
export function inverse([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}

type Three = [number, number, number]

const radians = (degrees: number) => (degrees * Math.PI) / 180
