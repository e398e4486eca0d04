/** Where on a page the words lie that were read: exact for single pixels, in small squares for boxes. */
import type { InkMap, PixelBox } from '../image/raster.ts'

export interface PrintCover {
  /** 1 where a word lies, its margin with it; rows of the ink map. */
  readonly near: Uint8Array
  /** Squares in the box that lie well inside a word. */
  readonly squaresIn: (box: PixelBox) => number
}

/** How far inside the box of a word its print is certain, as part of its height. */
const INSET = 0.2

export function printCover(words: readonly PixelBox[], { width, height }: InkMap, margin: number): PrintCover {
  const near = new Uint8Array(width * height)
  for (const box of words) {
    // a box may lie between pixels: its ink then lies in those that it touches
    const left = Math.max(0, Math.floor(box.x - margin))
    const right = Math.min(width, Math.ceil(box.x + box.width + margin))
    const bottom = Math.min(height, box.y + box.height + margin)
    for (let y = Math.max(0, Math.floor(box.y - margin)); y < bottom; y++)
      near.fill(1, y * width + left, y * width + right)
  }
  return { near, squaresIn: summedSquares(words, width, height, Math.max(2, margin)) }
}

/** Summed over all squares above and to the left (Crow 1984), so that a box costs four look-ups. */
function summedSquares(words: readonly PixelBox[], width: number, height: number, side: number) {
  const columns = Math.ceil(width / side) + 1
  const rows = Math.ceil(height / side) + 1
  const sums = new Int32Array(columns * rows)
  for (const box of words) {
    const inset = INSET * box.height
    const [left, right] = [first(box.x + inset), first(box.x + box.width - inset)]
    for (let row = first(box.y + inset); row < Math.min(rows, first(box.y + box.height - inset)); row++)
      sums.fill(1, row * columns + Math.max(1, left), row * columns + Math.max(1, Math.min(columns, right)))
  }
  for (let row = 1; row < rows; row++)
    for (let at = row * columns + 1, line = 0; at < (row + 1) * columns; at++) {
      line += sums[at] as number
      sums[at] = line + (sums[at - columns] as number)
    }
  return (box: PixelBox): number => {
    const [left, right] = [column(box.x), column(box.x + box.width)]
    const [top, bottom] = [row(box.y), row(box.y + box.height)]
    const at = (r: number, c: number) => sums[r * columns + c] as number
    return at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left)
  }

  /** The first square whose middle lies at or behind the place; squares count from 1. */
  function first(place: number): number {
    return Math.max(1, Math.ceil(place / side + 0.5))
  }
  function column(x: number): number {
    return Math.min(columns, first(x)) - 1
  }
  function row(y: number): number {
    return Math.min(rows, first(y)) - 1
  }
}
