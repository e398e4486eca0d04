/** Pages of a PDF drawn by pdf.js in memory, whole or in part, with or without their text. Nothing leaves the process. */
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import type { Raster } from '../image/raster.ts'
import type { OperatorList } from './pdf-glyphs.ts'
import { type OpenPdf, type PDFPageProxy, pdfjsFolder } from './pdfjs.ts'

/** One 32-bit number a pixel, red in its lowest byte. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly pixels: Uint32Array
  readonly operators: OperatorList
}

export interface DrawOptions {
  readonly viewport: ReturnType<PDFPageProxy['getViewport']>
  /** What is drawn of the viewport, from its top left corner; all of it when absent. */
  readonly size?: { readonly width: number; readonly height: number }
  /** Asked in drawing order; what it returns false for is left out. */
  readonly keep?: (operator: number, args: unknown) => boolean
}

const WHITE = 0xffffffff
/** Rows fetched from the canvas at once: a page at full size would otherwise be in memory twice more. */
const BAND = 256

/** In colour, with the operators that were drawn: for comparing one drawing with another. */
export async function drawPage(pdf: OpenPdf, page: PDFPageProxy, options: DrawOptions): Promise<Drawing> {
  return draw(pdf, page, options, (context, { width, height }, operators) => {
    const { data } = context.getImageData(0, 0, width, height)
    return { width, height, pixels: new Uint32Array(data.buffer, data.byteOffset, width * height), operators }
  })
}

/** In grey: for recognition. */
export async function rasterizePage(pdf: OpenPdf, page: PDFPageProxy, options: DrawOptions): Promise<Raster> {
  return draw(pdf, page, options, (context, { width, height }) => {
    const data = new Uint8Array(width * height)
    for (let y = 0; y < height; y += BAND) {
      const rows = Math.min(BAND, height - y)
      const band = context.getImageData(0, y, width, rows).data
      greyInto(data.subarray(y * width), new Uint32Array(band.buffer, band.byteOffset, width * rows))
    }
    return { width, height, data }
  })
}

export function greyOf({ width, height, pixels }: Drawing): Raster {
  const data = new Uint8Array(width * height)
  greyInto(data, pixels)
  return { width, height, data }
}

/** Luma by ITU-R BT.601. */
function greyInto(data: Uint8Array, pixels: Uint32Array): void {
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i] as number
    data[i] =
      pixel === WHITE ? 255 : ((pixel & 255) * 77 + ((pixel >>> 8) & 255) * 150 + ((pixel >>> 16) & 255) * 29) >> 8
  }
}

interface Sheet {
  readonly canvas: Canvas
  readonly context: SKRSContext2D
}
interface CanvasFactory {
  create(width: number, height: number): Sheet
  destroy(sheet: Sheet): void
}

async function draw<T>(
  { document }: OpenPdf,
  page: PDFPageProxy,
  { viewport, size = viewport, keep }: DrawOptions,
  take: (context: SKRSContext2D, size: { width: number; height: number }, operators: OperatorList) => T,
): Promise<T> {
  await haveFonts()
  const factory = document.canvasFactory as CanvasFactory
  const whole = { width: Math.max(1, Math.round(size.width)), height: Math.max(1, Math.round(size.height)) }
  const canvas = factory.create(whole.width, whole.height)
  let operators: OperatorList = { fnArray: [], argsArray: [] }
  try {
    await page.render({
      canvas: canvas.canvas,
      viewport,
      background: '#fff',
      operationsFilter: (index, list: OperatorList) => {
        operators = list
        return keep?.(list.fnArray[index] ?? -1, list.argsArray[index]) ?? true
      },
    }).promise
    return take(canvas.context, whole, operators)
  } finally {
    factory.destroy(canvas)
  }
}

/**
 * Text in a font that the file lacks is drawn in the canvas's own sans-serif. Without one, on a bare system, it would be
 * drawn as nothing at all and taken for hidden.
 */
async function haveFonts(): Promise<void> {
  const { GlobalFonts } = await import('@napi-rs/canvas')
  if (GlobalFonts.has(FALLBACK)) return
  const file = `${pdfjsFolder('standard_fonts')}LiberationSans-Regular.ttf`
  for (const name of [FALLBACK, 'sans-serif', 'serif', 'monospace']) GlobalFonts.registerFromPath(file, name)
}
const FALLBACK = 'MedMemory fallback'
