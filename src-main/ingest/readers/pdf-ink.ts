/**
 * Which parts of a PDF page are pictures and outlines: the question behind "is there something to read that is not text?".
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

/** The upright rectangle round an image, cut at the page's edges, in the page's unit. */
export interface ImagePlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Pixels of the image per unit of the page, on its finer side; 0 when the operator does not say. */
  readonly density: number
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

export function inkOf(operators: OperatorList, op: InkOperators, page: PageFrame): Ink {
  let outlines = 0
  let area = 0
  for (const { width, height } of imagesOf(operators, op, page)) area += width * height
  for (let i = 0; i < operators.fnArray.length; i++) {
    if (operators.fnArray[i] === op.constructPath && pointsOf(operators.argsArray[i]) >= OUTLINE_NUMBERS) outlines++
  }
  return { images: Math.min(1, area / (page.width * page.height) || 0), outlines }
}

export function imagesOf({ fnArray, argsArray }: OperatorList, op: InkOperators, page: PageFrame): ImagePlace[] {
  const stack: Matrix[] = []
  let at = matrixOf(page.transform) ?? [1, 0, 0, 1, 0, 0]
  const places: ImagePlace[] = []
  const put = (to: Matrix, size: readonly [number, number]) => {
    const place = placeOf(page, to, size)
    if (place) places.push(place)
  }
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
    } else if (single.has(fn)) put(at, sizeOf(args))
    else if (several.has(fn)) {
      for (const image of list(list(args).at(-1))) put(times(at, matrixOf(transformOf(image))), sizeOf([image]))
    } else if (fn === op.paintImageXObjectRepeat) {
      const [, w, h, where] = list(args)
      for (const [x, y] of pairs(where)) put(times(at, [Number(w), 0, 0, Number(h), x, y]), [0, 0])
    } else if (fn === op.paintImageMaskXObjectRepeat) {
      const [, a, b, c, d, where] = list(args)
      for (const [x, y] of pairs(where)) put(times(at, [Number(a), Number(b), Number(c), Number(d), x, y]), [0, 0])
    }
  }
  return places
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

/** Where the unit square comes to lie on the page. */
function placeOf(
  page: PageFrame,
  [a, b, c, d, e, f]: Matrix,
  [w, h]: readonly [number, number],
): ImagePlace | undefined {
  const x = Math.max(0, Math.min(e, e + a, e + c, e + a + c))
  const y = Math.max(0, Math.min(f, f + b, f + d, f + b + d))
  const width = Math.min(page.width, Math.max(e, e + a, e + c, e + a + c)) - x
  const height = Math.min(page.height, Math.max(f, f + b, f + d, f + b + d)) - y
  if (!(width > 0 && height > 0)) return
  const density = Math.max(w / Math.hypot(a, b), h / Math.hypot(c, d))
  return { x, y, width, height, density: Number.isFinite(density) ? density : 0 }
}

/** Width and height in pixels: `[name, width, height]`, or an object that says them. */
function sizeOf(args: unknown): [number, number] {
  const [image, width, height] = list(args)
  if (typeof width === 'number' && typeof height === 'number') return [width, height]
  const said = (key: 'width' | 'height') => {
    const value: unknown = typeof image === 'object' && image !== null ? Reflect.get(image, key) : 0
    return typeof value === 'number' ? value : 0
  }
  return [said('width'), said('height')]
}

function pairs(places: unknown): [number, number][] {
  const numbers =
    ArrayBuffer.isView(places) || Array.isArray(places) ? Array.from(places as ArrayLike<unknown>, Number) : []
  return Array.from({ length: numbers.length >> 1 }, (_, i) => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0])
}
