/**
 * What a printed image says and where: every visible word with the box of its ink, and the boxes of what was written
 * by hand. Boxes are fractions of the image, the smallest upright rectangle round the mapped ink.
 */
import { inkOf } from './faces.ts'
import type { HandwritingMark, Mark, Page, Point, WordMark } from './page.ts'

/** x, y, width, height as fractions (0..1) of the image, origin top left. */
export type Box = readonly [x: number, y: number, width: number, height: number]

export interface TrueWord {
  readonly text: string
  readonly box: Box
}

export interface Truth {
  readonly words: readonly TrueWord[]
  /** Ink that has to be reported as unread, one box for each piece of handwriting. */
  readonly handwriting: readonly Box[]
  /** Logos, photographs and barcodes: neither to be read nor to be reported as unread. */
  readonly pictures: readonly Box[]
}

/** From points of the page to pixels of the image. */
type Mapping = (point: Point) => Point

/** A word that loses more than this part of itself at the image's edge cannot be asked for. */
const CUT_OFF = 0.2

export function truthOf(page: Page, mapping: Mapping, image: { width: number; height: number }): Truth {
  const boxOf = (points: readonly Point[]) => boxInside(points.map(mapping), image)
  const boxes = (outlines: readonly Point[][]) => outlines.map(boxOf).filter((box) => box !== undefined)
  return {
    words: page.marks.filter(isWord).flatMap((mark) => {
      const box = boxOf(wordOutline(mark))
      return box === undefined ? [] : [{ text: mark.text, box }]
    }),
    handwriting: boxes(page.marks.filter(isHandwriting).map(strokesOutline)),
    pictures: boxes(page.marks.filter(isPicture).map(({ areas }) => areas.flatMap(({ corners }) => corners))),
  }
}

const isWord = (mark: Mark) => mark.kind === 'word'
const isHandwriting = (mark: Mark) => mark.kind === 'handwriting'
const isPicture = (mark: Mark) => mark.kind === 'picture'

/** The corners of the ink of all its letters, in points. */
export function wordOutline({ text, x, baseline, style, angle = 0 }: WordMark): Point[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return inkOf(text, style).map((point) => ({
    x: x + cos * point.x - sin * point.y,
    y: baseline + sin * point.x + cos * point.y,
  }))
}

function strokesOutline({ strokes, width }: HandwritingMark): Point[] {
  const half = width / 2
  return strokes.flat().flatMap(({ x, y }) => [
    { x: x - half, y: y - half },
    { x: x + half, y: y + half },
  ])
}

function boxInside(points: readonly Point[], image: { width: number; height: number }): Box | undefined {
  const xs = points.map(({ x }) => x / image.width)
  const ys = points.map(({ y }) => y / image.height)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [x0, x1, y0, y1] = [left, right, top, bottom].map((value) => Math.min(1, Math.max(0, value))) as Four
  const seen = ((x1 - x0) * (y1 - y0)) / ((right - left) * (bottom - top))
  return seen < 1 - CUT_OFF ? undefined : [x0, y0, x1 - x0, y1 - y0]
}

type Four = [number, number, number, number]
