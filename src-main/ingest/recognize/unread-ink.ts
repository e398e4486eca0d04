/**
 * The ledger of a page: ink that no word that was read accounts for, as few boxes as hold it without holding print that
 * was read. Handwriting, stamps, faint or broken print: none of it is guessed at. Pictures and straight rules were taken
 * out before, so that a page with nothing but a logo is a page that was read.
 */
import type { PageReading } from '#contract/documents.ts'
import type { PixelBox } from '../image/raster.ts'
import { type Components, findComponents } from './components.ts'
import { joinPieces, type Piece } from './join-pieces.ts'
import { isFrame, isSweep, penStrokes, type Stroke } from './pen-strokes.ts'
import type { PreparedPage } from './prepared-page.ts'
import { type PrintCover, printCover } from './print-cover.ts'

export interface UnreadInk {
  /** In pixels of the prepared page. */
  readonly boxes: readonly PixelBox[]
  /** Of all ink that is writing, 0..1. */
  readonly share: number
}

/** All in letter heights. A word's box may miss a descender, its full stop, or a comma by this much. */
const AROUND_WORD = 0.3
/** Strokes nearer than this are one piece of writing. */
const NEAR_ACROSS = 1.6
const NEAR_DOWN = 0.6
/** Smaller pieces are bullets, empty tick boxes, loose points and dirt. */
const LEAST_LENGTH = 1.6
const LEAST_INK = 0.5
/** A stroke of which less than this part lies on words that were read is not part of them, however it crosses them. */
const READ_PART = 0.5

/** In pixels: print of ten points at the usual scale, for a page that shows no letters. */
const USUAL_LETTER = 16

export function unreadInk(page: PreparedPage, readBoxes: readonly PixelBox[]): UnreadInk {
  const { ink } = page
  const letterHeight = page.letterHeight || USUAL_LETTER
  const components = findComponents(ink)
  const cover = printCover(readBoxes, ink, Math.max(1, Math.round(AROUND_WORD * letterHeight)))
  const strokes = penStrokes(components, cover.near, ink.width)
  const left = strokes.filter(({ area, covered }) => covered < READ_PART * area)
  const writing = left.filter((stroke) => !isFrame(stroke, letterHeight))
  const pieces = joinPieces(piecesOf(writing, components, cover, letterHeight), {
    across: NEAR_ACROSS * letterHeight,
    down: NEAR_DOWN * letterHeight,
    printIn: cover.squaresIn,
  }).filter((piece) => isWriting(piece, letterHeight))
  const unread = inkOf(pieces)
  const read = inkOf(strokes) - inkOf(left)
  return { boxes: pieces.map(({ box }) => box), share: unread === 0 ? 0 : unread / (unread + read) }
}

/** Traces of ink beside a page full of words do not make it partly read. */
const TRACE = 0.004

/** `words`: how many were read. A page without ink is read. */
export function readingOf({ share, boxes }: UnreadInk, words: number): PageReading {
  if (boxes.length === 0 || (words > 0 && share < TRACE)) return 'read'
  return words === 0 ? 'image-only' : 'partly-read'
}

function isWriting({ box, writing, strokes }: Piece, letterHeight: number): boolean {
  const [short, long] = [Math.min(box.width, box.height) / letterHeight, Math.max(box.width, box.height) / letterHeight]
  const isTick = strokes === 1 && short >= TICK[0] && long <= TICK[1]
  return long >= LEAST_LENGTH && writing >= LEAST_INK * letterHeight ** 2 && !isTick
}

/** Sides of a tick box with the tick in it: taller than a capital, and one stroke. */
const TICK = [1.5, 2.2] as const

const inkOf = (parts: readonly { readonly area: number }[]): number => parts.reduce((sum, { area }) => sum + area, 0)

/** A stroke whose box holds print that was read goes in small parts, so that the print stays between them. */
function piecesOf(
  strokes: readonly Stroke[],
  components: Components,
  cover: PrintCover,
  letterHeight: number,
): Piece[] {
  const speck = SPECK * letterHeight
  const whole: Piece[] = []
  const winding = new Map<number, Stroke>()
  for (const stroke of strokes) {
    const { box, area, component } = stroke
    if (cover.squaresIn(box) > 0 && !isSweep(stroke, letterHeight)) winding.set(component, stroke)
    else if (Math.max(box.width, box.height) >= speck)
      whole.push({ box, area, writing: writingOf(stroke, area, letterHeight), strokes: 1 })
  }
  return [...whole, ...parts(components, winding, letterHeight)]
}

const SPECK = 0.3
/** Dots and crumbs, as of a grey area on a fax, make no writing of their own. */
const LEAST_STROKE = 0.5

function writingOf(stroke: Stroke, area: number, letterHeight: number): number {
  const length = Math.max(stroke.box.width, stroke.box.height)
  return length < LEAST_STROKE * letterHeight || isSweep(stroke, letterHeight) ? 0 : area
}

/** Squares of a letter's size, each with the box of the ink in it. */
function parts({ runs }: Components, winding: ReadonlyMap<number, Stroke>, letterHeight: number): Piece[] {
  const side = Math.max(1, Math.round(letterHeight))
  const found = new Map<
    string,
    { stroke: Stroke; left: number; right: number; top: number; bottom: number; area: number }
  >()
  for (let i = 0; winding.size > 0 && i < runs.count; i++) {
    const stroke = winding.get(runs.component[i] as number)
    if (stroke === undefined) continue
    const y = runs.row[i] as number
    const end = runs.end[i] as number
    for (let x = runs.start[i] as number; x < end; ) {
      const stop = Math.min(end, (Math.floor(x / side) + 1) * side)
      const key = `${stroke.component} ${Math.floor(x / side)} ${Math.floor(y / side)}`
      const part = found.get(key)
      if (part === undefined) found.set(key, { stroke, left: x, right: stop, top: y, bottom: y, area: stop - x })
      else {
        part.left = Math.min(part.left, x)
        part.right = Math.max(part.right, stop)
        part.bottom = y
        part.area += stop - x
      }
      x = stop
    }
  }
  return [...found.values()].map(({ stroke, left, right, top, bottom, area }) => ({
    box: { x: left, y: top, width: right - left, height: bottom - top + 1 },
    area,
    writing: writingOf(stroke, area, letterHeight),
    strokes: 1,
  }))
}
