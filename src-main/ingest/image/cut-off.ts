/** Writing that runs out of the picture, or a part of the sheet where writing is to be expected that lies outside it. */
import { project, rectangleToQuad } from './homography.ts'
import { insideOf } from './inside.ts'
import type { Quad } from './quad.ts'
import type { PaperAndInk } from './writing.ts'

/** Depth of the strip along the picture's edge in which writing counts as cut, as a share of the long side. */
const strip = 0.012
/** Writing in the strip, against writing in the middle of the sheet, from which on it is cut. */
const leastDensity = 0.35
const leastStretch = 0.12
/** Share of the written part of the sheet that may lie outside the picture. */
const mostMissing = 0.01

export function isCutOff(view: PaperAndInk, sheet: Quad | undefined): boolean {
  return runsOut(view, sheet) || (sheet !== undefined && missingShare(view, sheet) > mostMissing)
}

function runsOut({ paper, ink }: PaperAndInk, sheet: Quad | undefined): boolean {
  const { width, height, data } = ink
  const inside = insideOf(sheet, 2)
  const depth = Math.max(3, Math.round(strip * Math.max(width, height)))
  const usual = densityInMiddle(ink, sheet)
  if (usual < 0.01) return false
  const strips = [
    { along: width, at: (i: number, deep: number) => [i, deep] },
    { along: width, at: (i: number, deep: number) => [i, height - 1 - deep] },
    { along: height, at: (i: number, deep: number) => [deep, i] },
    { along: height, at: (i: number, deep: number) => [width - 1 - deep, i] },
  ]
  return strips.some(({ along, at }) => {
    let [pixels, written] = [0, 0]
    const tones: number[] = []
    for (let i = 0; i < along; i += 1)
      for (let deep = 1; deep <= depth; deep += 1) {
        const [x, y] = at(i, deep) as [number, number]
        if (!inside(x, y)) continue
        pixels += 1
        written += data[y * width + x] as number
        tones.push(paper.data[y * width + x] as number)
      }
    if (pixels < leastStretch * along * depth || written < leastDensity * usual * pixels) return false
    return sheet !== undefined || isOnePaper(tones)
  })
}

/** Without an outline it may be the desk that reaches the edge, and its pattern that looks like writing. */
function isOnePaper(tones: number[]): boolean {
  tones.sort((a, b) => a - b)
  return (tones[Math.floor(tones.length * 0.1)] as number) > 0.75 * (tones[Math.floor(tones.length * 0.9)] as number)
}

function densityInMiddle({ width, height, data }: PaperAndInk['ink'], sheet: Quad | undefined): number {
  const inside = insideOf(sheet, 0.06 * Math.min(width, height))
  let [pixels, written] = [0, 0]
  for (let y = Math.round(height * 0.08); y < height * 0.92; y += 2)
    for (let x = Math.round(width * 0.08); x < width * 0.92; x += 2) {
      if (!inside(x, y)) continue
      pixels += 1
      written += data[y * width + x] as number
    }
  return pixels === 0 ? 0 : written / pixels
}

const grid = 40

/** Of the rectangle that the writing takes up on the sheet, the share that the picture does not show. */
function missingShare({ ink }: PaperAndInk, sheet: Quad): number {
  const { width, height, data } = ink
  const isShown = sheet.every(([x, y]) => x >= 0 && y >= 0 && x <= width && y <= height)
  if (isShown) return 0
  const toView = rectangleToQuad(grid, grid, sheet)
  const state = (column: number, row: number) => {
    const [x, y] = project(toView, column + 0.5, row + 0.5)
    if (x < 0 || y < 0 || x >= width || y >= height) return 'missing'
    for (let dy = -2; dy <= 2; dy += 1)
      for (let dx = -2; dx <= 2; dx += 1)
        if (data[Math.floor(y + dy) * width + Math.floor(x + dx)] === 1) return 'written'
    return 'blank'
  }
  const states = Array.from({ length: grid * grid }, (_, at) => state(at % grid, Math.floor(at / grid)))
  const written = states.flatMap((one, at) => (one === 'written' ? [at] : []))
  if (written.length < 4) return 0
  const columns = written.map((at) => at % grid)
  const rows = written.map((at) => Math.floor(at / grid))
  const [left, right, top, bottom] = [Math.min(...columns), Math.max(...columns), Math.min(...rows), Math.max(...rows)]
  let missing = 0
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) if (states[row * grid + column] === 'missing') missing += 1
  return missing / ((right - left + 1) * (bottom - top + 1))
}
