/**
 * Text items of a PDF page → words with boxes on the page as it is shown. Left out: text of no size, text beyond the
 * page's edge, and text drawn a second time in place to look bold. The order of the items is not to be relied on.
 */
import type { PageSize, PositionedWord, Turn } from '../layout/positioned-word.ts'
import type { GlyphWidths } from './pdf-glyphs.ts'
import { cleaned, hasInk, isPlain, isSpace, isSpacedOut } from './pdf-text.ts'
import { lettersOf } from './text-quality.ts'

export interface TextItem {
  readonly str: string
  readonly dir: string
  readonly width: number
  readonly height: number
  readonly transform: readonly number[]
  readonly fontName: string
}

export interface TextStyle {
  readonly ascent: number
  readonly descent: number
  readonly vertical: boolean
}

/** A page's upright size and the matrix from PDF space to it, /Rotate included. */
export interface PageFrame extends PageSize {
  readonly transform: readonly number[]
}

/** Where one item's baseline starts and how it runs, in shown units. */
interface Line {
  readonly x: number
  readonly y: number
  /** Unit vector along the text. */
  readonly ux: number
  readonly uy: number
  readonly turn: Turn
  readonly length: number
  readonly size: number
  /** Horizontal size: differs from `size` in condensed or stretched text. */
  readonly em: number
  readonly ascent: number
  readonly descent: number
}

const SMALLEST = 0.8
const TURN_TOLERANCE = 0.17
/** How many earlier places of the same text are compared. */
const MOST_REPEATS = 32

export function wordsOfItems(
  items: readonly TextItem[],
  styles: Readonly<Record<string, TextStyle>>,
  glyphs: GlyphWidths,
  page: PageFrame,
): PositionedWord[] {
  const words: PositionedWord[] = []
  const drawn = new Map<string, Line[]>()
  const widthOf = new Map<string, (code: number) => number>()
  for (const item of items) {
    if (!hasInk(item.str)) continue
    const line = lineOf(item, styles[item.fontName], page)
    if (!line || isDrawnTwice(item.str, line, drawn)) continue
    let width = widthOf.get(item.fontName)
    if (!width) {
      width = glyphs.of(item.fontName)
      widthOf.set(item.fontName, width)
    }
    splitItem(item, line, width, page, words)
  }
  return words
}

/** Letters of items that lie wholly beyond the page's edge or are too small to be placed: wordsOfItems leaves them out. */
export function outsideLetters(items: readonly TextItem[], page: PageFrame): number {
  let letters = 0
  for (const item of items) {
    const line = lineOf(item, undefined, page)
    const isOutside = line ? isBeyond(line, page) : item.height > 0 && item.width > 0
    if (isOutside) letters += lettersOf(item.str)
  }
  return letters
}

function isBeyond({ x, y, ux, uy, length, size }: Line, { width, height }: PageSize): boolean {
  const [ex, ey] = [x + ux * length, y + uy * length]
  return (
    Math.max(x, ex) < -size ||
    Math.max(y, ey) < -size ||
    Math.min(x, ex) > width + size ||
    Math.min(y, ey) > height + size
  )
}

function lineOf(item: TextItem, style: TextStyle | undefined, page: PageFrame): Line | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform
  const [A = 1, B = 0, C = 0, D = -1, E = 0, F = 0] = page.transform
  const scale = Math.hypot(A, B)
  const ax = A * a + C * b
  const ay = B * a + D * b
  const size = Math.hypot(A * c + C * d, B * c + D * d)
  const em = Math.hypot(ax, ay)
  const vertical = style?.vertical === true
  const length = (vertical ? item.height : item.width) * scale
  if (!(size >= SMALLEST && em > 0 && length > 0 && Number.isFinite(size + em + length))) return
  const x = A * e + C * f + E
  const y = B * e + D * f + F
  if (!Number.isFinite(x + y)) return
  if (vertical) return { x, y, ux: 0, uy: 1, turn: 1, length, size, em: size, ascent: size / 2, descent: size / 2 }
  const ux = ax / em
  const uy = ay / em
  return { x, y, ux, uy, turn: turnOf(ux, uy), length, size, em, ...extents(style, size) }
}

function extents(style: TextStyle | undefined, size: number): { ascent: number; descent: number } {
  const ascent = style?.ascent ?? 0
  const descent = style?.descent ?? 0
  return {
    ascent: (ascent > 0.3 && ascent < 1.5 ? ascent : 0.8) * size,
    descent: (descent < 0 && descent > -0.8 ? -descent : 0.2) * size,
  }
}

function turnOf(ux: number, uy: number): Turn {
  if (Math.abs(uy) < TURN_TOLERANCE) return ux > 0 ? 0 : 2
  if (Math.abs(ux) < TURN_TOLERANCE) return uy > 0 ? 1 : 3
  return 4
}

function isDrawnTwice(text: string, line: Line, drawn: Map<string, Line[]>): boolean {
  const before = drawn.get(text)
  if (!before) {
    drawn.set(text, [line])
    return false
  }
  const near = 0.15 * line.size
  if (before.slice(-MOST_REPEATS).some((it) => Math.abs(it.x - line.x) < near && Math.abs(it.y - line.y) < near))
    return true
  before.push(line)
  return false
}

/** Steps along the item's characters and closes a word at each white space. */
function splitItem(
  item: TextItem,
  line: Line,
  widthOf: (code: number) => number,
  page: PageSize,
  words: PositionedWord[],
) {
  const text = isSpacedOut(item.str) ? item.str.replaceAll(' ', '') : item.str
  const fit = fitWidths(text, line, widthOf)
  const backward = item.dir === 'rtl'
  let at = 0
  let from = -1
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32
    if (isSpace(code)) {
      if (from >= 0) {
        const end = at - fit.extra
        const word = backward
          ? wordAt(text.slice(from, i), line, line.length - end, line.length - start, page)
          : wordAt(text.slice(from, i), line, start, end, page)
        if (word) words.push(word)
        from = -1
      }
      at += fit.space + fit.extra
      continue
    }
    if (from < 0) {
      from = i
      start = at
    }
    at += advance(code, widthOf) * fit.scale + fit.extra
  }
}

interface Fit {
  /** From thousandths of the font size to shown units. */
  readonly scale: number
  readonly space: number
  /** Added after every character. */
  readonly extra: number
}

/**
 * Glyph widths are exact, but spacing is known only as a whole. What the glyphs leave of the item's width goes to the
 * spaces as long as that makes believable spaces, else to all characters alike.
 */
function fitWidths(text: string, line: Line, widthOf: (code: number) => number): Fit {
  let sum = 0
  let spaces = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isSpace(code)) spaces++
    else sum += advance(code, widthOf)
  }
  const { em, length } = line
  const scale = em / 1000
  if (spaces > 0) {
    const space = (length - sum * scale) / spaces
    if (space >= 0.1 * em && space <= 0.75 * em) return { scale, space, extra: 0 }
  }
  const space = spaces > 0 ? 0.28 * em : 0
  const natural = sum * scale + spaces * space
  const extra = (length - natural) / Math.max(1, text.length - 1)
  if (text.length > 1 && Math.abs(extra) <= 0.5 * em && extra > (-0.3 * natural) / text.length)
    return { scale, space, extra }
  const stretch = natural > 0 ? length / natural : 0
  return { scale: scale * stretch, space: space * stretch, extra: 0 }
}

const isCombining = (code: number) => code >= 0x300 && code <= 0x36f
const advance = (code: number, widthOf: (code: number) => number) => (isCombining(code) ? 0 : widthOf(code))

function wordAt(raw: string, line: Line, from: number, to: number, page: PageSize): PositionedWord | undefined {
  const text = isPlain(raw) ? raw : cleaned(raw)
  if (text === '') return
  const { x, y, ux, uy, ascent, descent, size, turn } = line
  const ax = x + ux * from
  const ay = y + uy * from
  const bx = x + ux * to
  const by = y + uy * to
  // Up from the baseline is (uy, -ux) where y grows down the page.
  const x0 = Math.min(ax, bx) + Math.min(uy * ascent, -uy * descent)
  const x1 = Math.max(ax, bx) + Math.max(uy * ascent, -uy * descent)
  const y0 = Math.min(ay, by) + Math.min(-ux * ascent, ux * descent)
  const y1 = Math.max(ay, by) + Math.max(-ux * ascent, ux * descent)
  const cx = (x0 + x1) / 2
  const cy = (y0 + y1) / 2
  if (cx < 0 || cy < 0 || cx > page.width || cy > page.height) return
  return { text, x: x0, y: y0, width: x1 - x0, height: y1 - y0, size, descent, turn }
}
