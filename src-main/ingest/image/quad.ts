/** Four corners of a sheet in a picture and their geometry. Points are continuous: pixel (0, 0) covers 0..1 both ways. */

export type Point = readonly [x: number, y: number]

/** Clockwise as seen: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point]

export function quadArea(quad: Quad): number {
  let twice = 0
  for (let i = 0; i < 4; i += 1) {
    const [[x0, y0], [x1, y1]] = sideOf(quad, i)
    twice += x0 * y1 - x1 * y0
  }
  return Math.abs(twice) / 2
}

/** The i-th side clockwise, starting with the top. */
export function sideOf(quad: Quad, i: number): readonly [Point, Point] {
  return [quad[i & 3] as Point, quad[(i + 1) & 3] as Point]
}

/** Whether all four inner angles lie within the range, in degrees; a quad that is not convex never does. */
export function hasAnglesWithin(quad: Quad, low: number, high: number): boolean {
  for (let i = 0; i < 4; i += 1) {
    const [ax, ay] = quad[(i + 3) & 3] as Point
    const [bx, by] = quad[i] as Point
    const [cx, cy] = quad[(i + 1) & 3] as Point
    const turn = (bx - ax) * (cy - by) - (by - ay) * (cx - bx)
    const along = (ax - bx) * (cx - bx) + (ay - by) * (cy - by)
    const angle = (Math.atan2(turn, along) * 180) / Math.PI
    if (!(angle >= low && angle <= high)) return false
  }
  return true
}

export function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by)
}
