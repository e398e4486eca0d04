/**
 * What people filled into a form or typed over a page: pdf.js keeps it apart from the page's text. Boxes are within
 * the field's rectangle but guessed inside it, since a viewer lays such text out itself.
 */
import type { PositionedWord } from '../layout/positioned-word.ts'
import type { PageFrame } from './pdf-words.ts'

const USUAL_SIZE = 10
const USUAL_WIDTH = 0.5

export interface Field extends Rect {
  /** As pdf.js names the annotation when it draws it. */
  readonly id: string
  readonly words: readonly PositionedWord[]
}

/** Those with text in them; `annotations` as pdf.js gives them. */
export function fieldsOf(annotations: readonly unknown[], page: PageFrame): Field[] {
  return annotations.flatMap((annotation) => {
    if (typeof annotation !== 'object' || annotation === null) return []
    const it = annotation as Record<string, unknown>
    const rect = rectOf(it.rect, page)
    if (!rect || it.hidden === true || it.noView === true) return []
    const words = wordsIn(rect, textOf(it).split(/[\r\n]+/), sizeOf(it.defaultAppearanceData))
    return words.length > 0 ? [{ ...rect, id: String(it.id), words }] : []
  })
}

function textOf(it: Readonly<Record<string, unknown>>): string {
  if (it.subtype === 'FreeText') {
    const lines = it.textContent
    return Array.isArray(lines) ? lines.filter((line) => typeof line === 'string').join('\n') : ''
  }
  if (it.subtype !== 'Widget' || it.password === true || (it.fieldType !== 'Tx' && it.fieldType !== 'Ch')) return ''
  const values = Array.isArray(it.fieldValue) ? it.fieldValue : [it.fieldValue]
  return values.filter((value) => typeof value === 'string').join('\n')
}

function sizeOf(appearance: unknown): number {
  const size =
    typeof appearance === 'object' && appearance !== null && 'fontSize' in appearance ? appearance.fontSize : 0
  return typeof size === 'number' && size > 1 && size < 100 ? size : USUAL_SIZE
}

interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function rectOf(rect: unknown, page: PageFrame): Rect | undefined {
  const [x0, y0, x1, y1] = Array.isArray(rect) ? rect.map(Number) : []
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = page.transform
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return
  const xs = [a * x0 + c * y0 + e, a * x1 + c * y1 + e]
  const ys = [b * x0 + d * y0 + f, b * x1 + d * y1 + f]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - x, Math.max(...ys) - y]
  const isOnPage = x + width > 0 && y + height > 0 && x < page.width && y < page.height
  return width > 0 && height > 0 && isOnPage ? { x, y, width, height } : undefined
}

function wordsIn(rect: Rect, lines: readonly string[], wanted: number): PositionedWord[] {
  const pitch = Math.min(rect.height / lines.length, wanted * 1.2)
  const size = Math.min(wanted, pitch)
  const top = lines.length === 1 ? rect.y + (rect.height - pitch) / 2 : rect.y
  return lines.flatMap((line, index) => {
    const letter = Math.min(size * USUAL_WIDTH, rect.width / Math.max(1, line.length))
    return [...line.matchAll(/\S+/g)].map((found) => ({
      text: found[0],
      x: rect.x + found.index * letter,
      y: top + index * pitch,
      width: found[0].length * letter,
      height: size,
      size,
    }))
  })
}
