/** Which pixels of a picture lie on the sheet: all of them when no outline of it was found. */
import { type Quad, sideOf } from './quad.ts'

/** `margin`: how far within the outline, in pixels. Corners run clockwise. */
export function insideOf(quad: Quad | undefined, margin = 0): (x: number, y: number) => boolean {
  if (!quad) return () => true
  const sides = [0, 1, 2, 3].map((i) => {
    const [[ax, ay], [bx, by]] = sideOf(quad, i)
    const length = Math.hypot(bx - ax, by - ay)
    return { nx: (ay - by) / length, ny: (bx - ax) / length, ax, ay }
  })
  return (x, y) => sides.every(({ nx, ny, ax, ay }) => (x - ax) * nx + (y - ay) * ny >= margin)
}
