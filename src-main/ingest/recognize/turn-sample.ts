/** A few lines of a page, enough to hear from a recognizer whether they make sense this way up. */
import type { PixelBox, Raster } from '../image/raster.ts'
import { PAPER } from './even-light.ts'
import type { Line } from './lines.ts'
import type { Recognizer } from './recognizer.ts'
import { quarterTurned } from './resample.ts'

const MOST_LINES = 5
/** Of longer lines the beginning serves. */
const LONGEST = 40

/** A few of the page's longest lines, one below the other; undefined when it has none. */
export function sampleOf(grey: Raster, lines: readonly Line[], letterHeight: number): Raster | undefined {
  const fits = ({ box, letters }: Line) => letters.length >= 3 && box.height < 2.6 * letterHeight
  const chosen = lines
    .filter(fits)
    .sort((a, b) => b.letters.length - a.letters.length)
    .slice(0, MOST_LINES)
    .map(({ box }) => ({ ...box, width: Math.min(box.width, Math.round(LONGEST * letterHeight)) }))
    .map((box) => padded(box, Math.round(0.4 * letterHeight), grey))
  if (chosen.length === 0) return undefined
  const margin = Math.round(letterHeight)
  const width = Math.max(...chosen.map((box) => box.width)) + 2 * margin
  const height = chosen.reduce((sum, box) => sum + box.height + margin, margin)
  const data = new Uint8Array(width * height).fill(PAPER)
  let at = margin
  for (const { x, y, width: w, height: h } of chosen) {
    for (let row = 0; row < h; row++, at++) {
      const from = (y + row) * grey.width + x
      data.set(grey.data.subarray(from, from + w), at * width + margin)
    }
    at += margin
  }
  return { width, height, data }
}

function padded({ x, y, width, height }: PixelBox, pad: number, page: Raster): PixelBox {
  const left = Math.max(0, x - pad)
  const top = Math.max(0, y - pad)
  return {
    x: left,
    y: top,
    width: Math.min(page.width, x + width + pad) - left,
    height: Math.min(page.height, y + height + pad) - top,
  }
}

export interface Reading {
  /** Confidence times length, summed over what looks like words. */
  readonly score: number
  /** So sure that no other way of turning the page can read better. */
  readonly certain: boolean
}

export async function readSample(sample: Raster, turn: 0 | 2, recognizer: Recognizer): Promise<Reading> {
  const words = await recognizer.recognize(quarterTurned(sample, turn), { dpi: 200, layout: 'block' })
  let score = 0
  let letters = 0
  for (const { text, confidence } of words) {
    if (!/^[\p{L}\p{N}.,:;/()%+<>=-]{3,}$/u.test(text)) continue
    const length = Math.min(8, text.length)
    score += confidence * length
    letters += length
  }
  return { score, certain: letters >= 40 && score >= 0.85 * letters }
}
