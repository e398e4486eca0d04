/**
 * How much of a PDF page is pictures and outlines: the question behind "is there something to read that is not text?".
 * Follows the transformation matrix through the operators; draws nothing.
 */

import type { OperatorList } from './pdf-glyphs.ts'
import type { PageFrame } from './pdf-words.ts'

export interface Ink {
  /** Part of the page under images, 0..1; overlapping images count twice up to the whole. */
  readonly images: number
  /** Paths with as many points as the outline of a letter has. */
  readonly outlines: number
}

export interface InkOperators {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
  readonly paintImageXObject: number
  readonly paintImageXObjectRepeat: number
  readonly paintImageMaskXObject: number
  readonly paintImageMaskXObjectGroup: number
  readonly paintImageMaskXObjectRepeat: number
  readonly paintInlineImageXObject: number
  readonly paintInlineImageXObjectGroup: number
  readonly constructPath: number
}

type Matrix = readonly [number, number, number, number, number, number]

const OUTLINE_NUMBERS = 30

export function inkOf({ fnArray, argsArray }: OperatorList, op: InkOperators, page: PageFrame): Ink {
  const stack: Matrix[] = []
  let at = matrixOf(page.transform) ?? [1, 0, 0, 1, 0, 0]
  let area = 0
  let outlines = 0
  const single = new Set([op.paintImageXObject, op.paintImageMaskXObject, op.paintInlineImageXObject])
  const several = new Set([op.paintImageMaskXObjectGroup, op.paintInlineImageXObjectGroup])

  for (let i = 0; i < fnArray.length; i++) {
    const fn = fnArray[i] ?? -1
    const args = argsArray[i]
    if (fn === op.save) stack.push(at)
    else if (fn === op.restore || fn === op.paintFormXObjectEnd) at = stack.pop() ?? at
    else if (fn === op.transform) at = times(at, matrixOf(args))
    else if (fn === op.paintFormXObjectBegin) {
      stack.push(at)
      at = times(at, matrixOf(list(args)[0]))
    } else if (single.has(fn)) area += areaOn(page, at)
    else if (several.has(fn)) {
      const images = list(list(args).at(-1))
      for (const image of images) area += areaOn(page, times(at, matrixOf(transformOf(image))))
    } else if (fn === op.paintImageXObjectRepeat) {
      const [, w, h, places] = list(args)
      area += repeated(page, at, [Number(w), 0, 0, Number(h)], places)
    } else if (fn === op.paintImageMaskXObjectRepeat) {
      const [, a, b, c, d, places] = list(args)
      area += repeated(page, at, [Number(a), Number(b), Number(c), Number(d)], places)
    } else if (fn === op.constructPath && pointsOf(args) >= OUTLINE_NUMBERS) outlines++
  }
  return { images: Math.min(1, area / (page.width * page.height) || 0), outlines }
}

const list = (value: unknown): ArrayLike<unknown> & { at(i: number): unknown } & Iterable<unknown> =>
  Array.isArray(value) ? value : []

function transformOf(image: unknown): unknown {
  return typeof image === 'object' && image !== null && 'transform' in image ? image.transform : undefined
}

function pointsOf(args: unknown): number {
  const path = list(list(args)[1])[0]
  return ArrayBuffer.isView(path) && 'length' in path ? Number(path.length) : 0
}

function matrixOf(value: unknown): Matrix | undefined {
  const numbers =
    ArrayBuffer.isView(value) || Array.isArray(value) ? Array.from(value as ArrayLike<unknown>, Number) : []
  const [a, b, c, d, e, f] = numbers
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
    return
  return numbers.every(Number.isFinite) ? [a, b, c, d, e, f] : undefined
}

function times(m: Matrix, n: Matrix | undefined): Matrix {
  if (!n) return m
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

/** Area of the unit square's bounding box within the page. */
function areaOn(page: PageFrame, [a, b, c, d, e, f]: Matrix): number {
  const width =
    Math.min(page.width, Math.max(e, e + a, e + c, e + a + c)) - Math.max(0, Math.min(e, e + a, e + c, e + a + c))
  const height =
    Math.min(page.height, Math.max(f, f + b, f + d, f + b + d)) - Math.max(0, Math.min(f, f + b, f + d, f + b + d))
  return width > 0 && height > 0 ? width * height : 0
}

function repeated(
  page: PageFrame,
  at: Matrix,
  [a, b, c, d]: [number, number, number, number],
  places: unknown,
): number {
  const numbers =
    ArrayBuffer.isView(places) || Array.isArray(places) ? Array.from(places as ArrayLike<unknown>, Number) : []
  let area = 0
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    area += areaOn(page, times(at, [a, b, c, d, numbers[i] ?? 0, numbers[i + 1] ?? 0]))
  }
  return area
}
