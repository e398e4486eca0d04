/** From pixels of the prepared page back to the page as it is shown. */
import type { PixelBox } from '../image/raster.ts'
import type { Box } from '../read-page.ts'
import type { PreparedPage } from './prepared-page.ts'
import { type Placement, toOldPage } from './resample.ts'

/** `turn`: quarter turns clockwise made before the placement; `whole`: the turned page in pixels of the placement's `from`. */
export function pageMap(
  placement: Placement,
  turn: PreparedPage['turn'],
  { width, height }: Placement['from'] = placement.from,
): PreparedPage['toPage'] {
  return ({ x, y, width: w, height: h }: PixelBox): Box => {
    const corners = [
      [x, y],
      [x + w, y],
      [x, y + h],
      [x + w, y + h],
    ].map(([cx, cy]) => {
      const [ox, oy] = toOldPage(placement, cx ?? 0, cy ?? 0)
      return turnedBack(ox / width, oy / height, turn)
    })
    const left = clamp(Math.min(...corners.map(([cx]) => cx)))
    const top = clamp(Math.min(...corners.map(([, cy]) => cy)))
    const right = clamp(Math.max(...corners.map(([cx]) => cx)))
    const bottom = clamp(Math.max(...corners.map(([, cy]) => cy)))
    return [left, top, right - left, bottom - top]
  }
}

function turnedBack(x: number, y: number, turn: PreparedPage['turn']): readonly [x: number, y: number] {
  if (turn === 1) return [y, 1 - x]
  if (turn === 2) return [1 - x, 1 - y]
  if (turn === 3) return [1 - y, x]
  return [x, y]
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value))
