/** Printed pages as the scanner sees them, and how alike the ink of two prepared pages is. */
import type { InkMap, Raster } from '../../../src-main/ingest/image/raster.ts'
import type { PaperSize, Style } from '../../../tools/make-papers/print/page.ts'
import { createPen, type Pen } from '../../../tools/make-papers/print/pen.ts'
import { type ScanOptions, scanPage } from '../../../tools/make-papers/print/print-scan.ts'
import type { Truth } from '../../../tools/make-papers/print/truth.ts'
import { createRandom } from '../../../tools/make-papers/random.ts'

export interface Scanned {
  readonly raster: Raster
  readonly truth: Truth
}

const SLIP: PaperSize = { width: 420, height: 300 }
/** Dots per inch at which `plain` print is read at the size it was scanned in. */
export const NATIVE = 250

export const plain: Style = { face: 'sans', size: 10 }

export function scanned(
  write: (pen: Pen) => void,
  options: Partial<ScanOptions> = {},
  paper: PaperSize = SLIP,
): Scanned {
  const pen = createPen(paper)
  write(pen)
  const { plane, truth } = scanPage(pen.finish(), { dpi: 200, ...options }, createRandom(7))
  return { raster: { width: plane.width, height: plane.height, data: plane.data }, truth }
}

const SENTENCES =
  'Blood pressure 131/84 mmHg, pulse 72 per minute. The cough has improved since; there is no fever. Magnesium was 0.8 ' +
  'mmol/L on 4 May 2021, potassium was 4.1 mmol/L. Breathing has improved since the last visit. Continue Ramipril 5 mg ' +
  'once daily in the morning, and Metformin 500 mg twice daily with meals. Please come back in six weeks.'

export function paragraph(pen: Pen, top = 40, style: Style = plain): void {
  const lines = pen.wrap(SENTENCES, pen.width - 80, style)
  for (const [i, line] of lines.entries()) pen.text(line, 40, top + i * style.size * 1.6, style)
}

/** Which part of the ink of `one` has ink of `other` within a pixel, inside fractions of the page's height. */
export function shareOf(one: InkMap, other: InkMap, from = 0, to = 1): number {
  const { width, height } = one
  if (width !== other.width || height !== other.height) throw new RangeError('pages of different size')
  let ink = 0
  let shared = 0
  for (let y = Math.max(1, Math.floor(from * height)); y < Math.min(height - 1, to * height); y++) {
    for (let x = 1; x < width - 1; x++) {
      if (one.data[y * width + x] !== 1) continue
      ink++
      if (hasInkNear(other, x, y)) shared++
    }
  }
  return ink === 0 ? 1 : shared / ink
}

function hasInkNear({ width, data }: InkMap, x: number, y: number): boolean {
  for (let row = y - 1; row <= y + 1; row++) {
    const at = row * width + x
    if (data[at - 1] === 1 || data[at] === 1 || data[at + 1] === 1) return true
  }
  return false
}

export const inkCount = ({ data }: InkMap): number => data.reduce((sum, value) => sum + value, 0)
