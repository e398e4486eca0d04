/**
 * Handwriting is not guessed at, yet an engine finds short words in it. Leaves out words that the engine is not sure of
 * and whose ink looks written, not printed: joined up, tangled, or amid strokes that no word accounts for.
 */
import type { PixelBox } from '../image/raster.ts'
import { findComponents } from './components.ts'
import { penStrokes, type Stroke } from './pen-strokes.ts'
import type { PreparedPage } from './prepared-page.ts'
import { printCover } from './print-cover.ts'

interface Candidate {
  readonly text: string
  /** Tight round the ink, in pixels of the prepared page. */
  readonly box: PixelBox
  /** 0..1 */
  readonly confidence: number
}

/** A word of this confidence is print, whatever it looks like. */
const SURE = 0.85

/** Those of the words that are print, in their order. */
export function printedWords<W extends Candidate>(words: readonly W[], page: PreparedPage): W[] {
  if (words.every(({ confidence }) => confidence >= SURE)) return [...words]
  const components = findComponents(page.ink)
  let printed = [...words]
  for (let before = -1; before !== printed.length; ) {
    before = printed.length
    const boxes = printed.map(({ box }) => box)
    const { near } = printCover(boxes, page.ink, Math.max(1, Math.round(MARGIN * page.letterHeight)))
    const strokes = penStrokes(components, near, page.ink.width)
    printed = printed.filter((word) => word.confidence >= SURE || !isHandwriting(word, strokes, page.letterHeight))
  }
  return printed
}

/** In letters. */
const MARGIN = 0.3
const TALL = 2
/** The widest letters of print, m and W, are crossed three times by a row of pixels; rounded letters twice. */
const CROSSINGS_OF_LETTER = 2
/** Of print at most a few letters touch; a word written by hand is one stroke or two. */
const STROKES_OF_LETTER = 0.5
const SOME_UNREAD = 0.2
/** The less of what stands beside it could be read, the surer a word must be. */
const LEAST_CONFIDENCE = 0.5
const DOUBT = 0.4

function isHandwriting(
  { text, box, confidence }: Candidate,
  strokes: readonly Stroke[],
  letterHeight: number,
): boolean {
  const letters = [...text].filter((character) => /[\p{L}\p{N}]/u.test(character)).length
  const own = strokes.filter((stroke) => holdsMost(stroke.box, box) && stroke.box.height >= 0.35 * box.height)
  const unread = unreadBeside(box, strokes)
  if (confidence < LEAST_CONFIDENCE + DOUBT * unread) return true
  if (letters < 2) return false
  if (own.some(({ crossings }) => crossings > CROSSINGS_OF_LETTER * letters)) return true
  const isJoined = own.length > 0 && own.length <= STROKES_OF_LETTER * letters
  return isJoined && (box.height >= TALL * letterHeight || unread >= SOME_UNREAD)
}

/** Of the ink in the word's row, so many of its heights to either side, the part that no word accounts for. */
const BESIDE = 4

function unreadBeside(box: PixelBox, strokes: readonly Stroke[]): number {
  const reach = BESIDE * box.height
  const row = { ...box, x: box.x - reach, width: box.width + 2 * reach }
  let unread = 0
  let all = 0
  for (const stroke of strokes) {
    const shared = sharedArea(stroke.box, row)
    if (shared === 0) continue
    const ink = (stroke.area * shared) / areaOf(stroke.box)
    all += ink
    if (stroke.covered < 0.5 * stroke.area) unread += ink
  }
  return all === 0 ? 0 : unread / all
}

/** Half of the smaller one lies in the other. */
const holdsMost = (a: PixelBox, b: PixelBox): boolean => sharedArea(a, b) > 0.5 * Math.min(areaOf(a), areaOf(b))

const areaOf = ({ width, height }: PixelBox): number => width * height

function sharedArea(a: PixelBox, b: PixelBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}
