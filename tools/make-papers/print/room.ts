/** Finds room on a printed page for something to be added without covering a word. */

import type { Page, Point } from './page.ts'
import { wordOutline } from './truth.ts'

interface Size {
  readonly width: number
  readonly height: number
}

const STEP = 6
const MARGIN = 18

/** The upper left corner of the lowest, then rightmost place that is free; undefined when there is none. */
export function findRoom(page: Page, { width, height }: Size): Point | undefined {
  const taken = page.marks.flatMap((mark) => {
    if (mark.kind === 'line') return [extentOf([mark.from, mark.to])]
    if (mark.kind === 'word') return [extentOf(wordOutline(mark))]
    if (mark.kind === 'handwriting') return [extentOf(mark.strokes.flat())]
    return [extentOf(mark.kind === 'area' ? mark.corners : mark.areas.flatMap(({ corners }) => corners))]
  })
  for (let y = page.height - MARGIN - height; y > MARGIN; y -= STEP)
    for (let x = page.width - MARGIN - width; x > MARGIN; x -= STEP)
      if (!taken.some((box) => box.x0 < x + width && box.x1 > x && box.y0 < y + height && box.y1 > y)) return { x, y }
  return undefined
}

function extentOf(points: readonly Point[]) {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return { x0: Math.min(...xs) - 4, x1: Math.max(...xs) + 4, y0: Math.min(...ys) - 4, y1: Math.max(...ys) + 4 }
}
