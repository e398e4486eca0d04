/** Draws a page's marks into pixels under an affine mapping. The page is white; what lies around it is white too. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { EM, fontOf } from './faces.ts'
import {
  type AreaMark,
  type HandwritingMark,
  type LineMark,
  type Mark,
  type Page,
  type Point,
  TONER,
  type WordMark,
} from './page.ts'
import type { Plane } from './plane.ts'

/** Maps (x, y) in points to (a·x + c·y + e, b·x + d·y + f) in pixels. */
export interface Affine {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
}

export const mapped = ({ a, b, c, d, e, f }: Affine, { x, y }: Point): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
})

export const scaled = (m: Affine, by: number): Affine => ({
  a: m.a * by,
  b: m.b * by,
  c: m.c * by,
  d: m.d * by,
  e: m.e * by,
  f: m.f * by,
})

export function drawPage(page: Page, mapping: Affine, { width, height, channels }: Frame): Plane {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  const { a, b, c, d, e, f } = mapping
  context.setTransform(a, b, c, d, e, f)
  for (const mark of page.marks) drawMark(context, mark)
  const { data } = context.getImageData(0, 0, width, height)
  return { width, height, channels, data: channels === 3 ? colourOf(data) : greyOf(data) }
}

function drawMark(context: SKRSContext2D, mark: Mark) {
  if (mark.kind === 'word') drawWord(context, mark)
  else if (mark.kind === 'line') drawLine(context, mark)
  else if (mark.kind === 'area') drawArea(context, mark)
  else if (mark.kind === 'handwriting') drawHandwriting(context, mark)
  else for (const area of mark.areas) drawArea(context, area)
}

function drawWord(context: SKRSContext2D, { text, x, baseline, style, angle }: WordMark) {
  context.save()
  context.translate(x, baseline)
  if (angle !== undefined) context.rotate(angle)
  context.scale(style.size / EM, style.size / EM)
  context.font = fontOf(style)
  context.fillStyle = style.ink ?? TONER
  context.fillText(text, 0, 0)
  context.restore()
}

function drawLine(context: SKRSContext2D, { from, to, width, ink, dash }: LineMark) {
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.lineTo(to.x, to.y)
  context.setLineDash([...(dash ?? [])])
  context.lineWidth = width
  context.strokeStyle = ink
  context.stroke()
  context.setLineDash([])
}

function drawArea(context: SKRSContext2D, { corners, ink }: AreaMark) {
  context.beginPath()
  for (const { x, y } of corners) context.lineTo(x, y)
  context.closePath()
  context.fillStyle = ink
  context.fill()
}

function drawHandwriting(context: SKRSContext2D, { strokes, width, ink }: HandwritingMark) {
  context.lineWidth = width
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.strokeStyle = ink
  for (const stroke of strokes) {
    context.beginPath()
    for (const { x, y } of stroke) context.lineTo(x, y)
    context.stroke()
  }
  context.lineCap = 'butt'
}

/** Luma by ITU-R BT.601. */
function greyOf(rgba: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4)
  for (let i = 0; i < grey.length; i += 1)
    grey[i] = ((rgba[i * 4] ?? 0) * 77 + (rgba[i * 4 + 1] ?? 0) * 150 + (rgba[i * 4 + 2] ?? 0) * 29) >> 8
  return grey
}

export function colourOf(rgba: Uint8ClampedArray): Uint8Array {
  const colour = new Uint8Array((rgba.length / 4) * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    colour[to] = rgba[from] ?? 0
    colour[to + 1] = rgba[from + 1] ?? 0
    colour[to + 2] = rgba[from + 2] ?? 0
  }
  return colour
}
