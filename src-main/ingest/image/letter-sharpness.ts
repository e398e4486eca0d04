/** How tall letters are and how sharp their edges, measured where the writing is thickest, at the picture's full size. */
import { edgeWidth } from './edge-width.ts'
import { insideOf } from './inside.ts'
import type { Quad } from './quad.ts'
import type { PixelBox, Raster } from './raster.ts'
import { textBands } from './text-bands.ts'
import { isolateTile, type Tile } from './tile.ts'
import { findWriting, type PaperAndInk } from './writing.ts'

export interface LetterSharpness {
  /** Height of the small letters in pixels; 0 when there is no writing. */
  readonly height: number
  /** Width of the letters' edges as a share of their height, in the more blurred third of the writing. */
  readonly blur: number
}

const tileSide = 280
const mostTiles = 9
/** Fewer tiles than these prove nothing. */
const leastTiles = 2

/** What blur leaves of the letters' contrast in the small view, as a share of the paper's tone. */
const faint = 0.07
/** Fewer tiles than these: what is to be seen may be too blurred to be taken for writing at first sight. */
const enoughTiles = 5

/** `view`: the picture made small. */
export function measureLetters(picture: Raster, view: Raster, sheet: Quad | undefined): LetterSharpness {
  const clear = chooseTiles(picture, findWriting(view), sheet)
  const boxes = clear.length < enoughTiles ? chooseTiles(picture, findWriting(view, faint), sheet) : clear
  const tiles = boxes.map((box) => isolateTile(picture, box)).filter((tile): tile is Tile => tile !== undefined)
  const height = weightedMedian(textBands(tiles))
  const widths = tiles
    .map(edgeWidth)
    .filter((width) => width !== undefined)
    .sort((a, b) => a - b)
  if (widths.length < leastTiles || height === 0) return { height: 0, blur: 0 }
  return { height, blur: (widths[Math.floor(widths.length * 0.67)] as number) / height }
}

/** Every band counts by its height squared, so that rules and dashes between the lines count little. */
function weightedMedian(heights: number[]): number {
  heights.sort((a, b) => a - b)
  let left = heights.reduce((sum, height) => sum + height * height, 0) / 2
  for (const height of heights) {
    left -= height * height
    if (left <= 0) return height
  }
  return 0
}

/** Tiles of the full picture with most writing, no two overlapping, spread over the page: at most two from each ninth of it. */
function chooseTiles(picture: Raster, { ink }: PaperAndInk, sheet: Quad | undefined): PixelBox[] {
  const scale = picture.width / ink.width
  const side = Math.max(8, Math.round(tileSide / scale))
  const inside = insideOf(sheet, side * 0.1)
  const found: { box: PixelBox; ninth: number; ink: number }[] = []
  for (let top = 0; top + side <= ink.height; top += side)
    for (let left = 0; left + side <= ink.width; left += side) {
      if (
        !inside(left, top) ||
        !inside(left + side, top) ||
        !inside(left, top + side) ||
        !inside(left + side, top + side)
      )
        continue
      let count = 0
      for (let y = top; y < top + side; y += 1)
        for (let x = left; x < left + side; x += 1) count += ink.data[y * ink.width + x] as number
      const share = count / (side * side)
      if (share < 0.02 || share > 0.6) continue
      const ninth = Math.floor((3 * top) / ink.height) * 3 + Math.floor((3 * left) / ink.width)
      const full = Math.round(side * scale)
      found.push({
        box: { x: Math.round(left * scale), y: Math.round(top * scale), width: full, height: full },
        ninth,
        ink: share,
      })
    }
  found.sort((a, b) => b.ink - a.ink)
  const taken = new Map<number, number>()
  const spread = found.filter(({ ninth }) => {
    const before = taken.get(ninth) ?? 0
    taken.set(ninth, before + 1)
    return before < 2
  })
  return spread.slice(0, mostTiles).map(({ box }) => box)
}
