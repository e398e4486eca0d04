/**
 * Looks at the pages of a PDF as they are shown: what of the text layer is really there, what else there is to read, and
 * the page's image for recognition. Drawings stay in this process and are gone with the page.
 */
import { createHash } from 'node:crypto'
import type { Raster } from '../image/raster.ts'
import type { PageSize, PositionedWord } from '../layout/positioned-word.ts'
import type { Recognizer } from '../recognize/recognizer.ts'
import { BLOB_DPI, type Blob, blobsOf } from './pdf-blobs.ts'
import { type Drawing, drawPage, greyOf, rasterizePage } from './pdf-draw.ts'
import type { Field } from './pdf-fields.ts'
import { createGlyphWidths, type GlyphWidths } from './pdf-glyphs.ts'
import { type ImagePlace, imagesOf } from './pdf-ink.ts'
import { fontsOf, type LoadedPage, loadPage } from './pdf-page.ts'
import { mustRecognize, type PageLayer, type PageMarks } from './pdf-reading.ts'
import { createFontTrust, type FontTrust } from './pdf-samples.ts'
import { scaleForDpi, scaleForReading, unitsPerPoint } from './pdf-scale.ts'
import { showsText, sortByShown } from './pdf-shown.ts'
import { allButText, annotationsWithText, mayShowText } from './pdf-without-text.ts'
import { outsideLetters, wordsOfItems } from './pdf-words.ts'
import { type OpenPdf, openPdf } from './pdfjs.ts'
import { qualityOf } from './text-quality.ts'

export type PdfLook = SeenPdfPage | { readonly kind: 'failed'; readonly number: number }

export interface SeenPdfPage {
  readonly kind: 'seen'
  readonly number: number
  /** The page as shown, in the unit of the layer's words. */
  readonly frame: PageSize
  readonly layer: PageLayer
  readonly marks: PageMarks
  readonly needsRecognition: boolean
  /** An earlier page of this run that needs recognition and looks the very same. */
  readonly repeatOf?: number
  /** The whole page in grey, annotations included; works until the next page is asked for. */
  rasterize(): Promise<{ readonly raster: Raster; readonly dpi: number }>
}

export interface LookAtPdfOptions {
  /** 1-based, in the order in which they are to be seen. */
  readonly pages: readonly number[] | 'all'
  readonly password?: string
  /** Reads a line of each font, to find fonts that draw other letters than they say. */
  readonly recognizer?: Recognizer
}

/** Throws AppError('document/wrong-password' | 'pdf/damaged'); a page that cannot be drawn costs only itself. */
export async function* lookAtPdf(bytes: Uint8Array, options: LookAtPdfOptions): AsyncGenerator<PdfLook> {
  const pdf = await openPdf(bytes, options.password)
  const looker: Looker = {
    pdf,
    glyphs: createGlyphWidths(pdf.pdfjs.OPS),
    fonts: createFontTrust(pdf, options.recognizer),
    firstByLook: new Map(),
  }
  try {
    const all = Array.from({ length: pdf.document.numPages }, (_, index) => index + 1)
    for (const number of options.pages === 'all' ? all : options.pages) {
      const loaded = await loadPage(pdf.document, number)
      yield loaded ? await lookAt(looker, loaded, number) : { kind: 'failed', number }
      loaded?.page.cleanup()
    }
  } finally {
    await pdf.close()
  }
}

interface Looker {
  readonly pdf: OpenPdf
  readonly glyphs: GlyphWidths
  readonly fonts: FontTrust
  readonly firstByLook: Map<string, number>
}

async function lookAt(looker: Looker, loaded: LoadedPage, number: number): Promise<PdfLook> {
  try {
    return await look(looker, loaded, number)
  } catch {
    return { kind: 'failed', number }
  }
}

async function look(looker: Looker, loaded: LoadedPage, number: number): Promise<SeenPdfPage> {
  const { pdf } = looker
  const { page, frame } = loaded
  const { scale } = scaleForDpi(BLOB_DPI, frame)
  const viewport = page.getViewport({ scale })
  const drawn = await drawPage(pdf, page, { viewport })
  const bare = mayShowText(drawn.operators, pdf.pdfjs.OPS)
    ? await drawPage(pdf, page, {
        viewport,
        keep: allButText(pdf.pdfjs.OPS, new Set(loaded.fields.map((field) => field.id))),
      })
    : drawn
  const images = imagesOf(drawn.operators, pdf.pdfjs.OPS, frame)
  const layer = await layerOf(looker, loaded, [drawn, bare], { scale, images })
  const marks = marksOf(blobsOf(greyOf(bare)), layer, scale, drawn)
  const needsRecognition = mustRecognize(layer, marks)
  return {
    kind: 'seen',
    number,
    frame: { width: frame.width, height: frame.height },
    layer,
    marks,
    needsRecognition,
    ...(needsRecognition ? repeatOf(looker.firstByLook, drawn, number) : {}),
    async rasterize() {
      const reading = scaleForReading(frame, images)
      const whole = page.getViewport({ scale: reading.scale })
      return { raster: await rasterizePage(pdf, page, { viewport: whole }), dpi: Math.round(reading.dpi) }
    },
  }
}

type Drawings = readonly [whole: Drawing, withoutText: Drawing]

async function layerOf(
  { pdf, glyphs, fonts }: Looker,
  { page, frame, items, styles, fields }: LoadedPage,
  drawings: Drawings,
  { scale, images }: { scale: number; images: readonly ImagePlace[] },
): Promise<PageLayer> {
  glyphs.learn(drawings[0].operators, fontsOf(page))
  const placed = wordsOfItems(items, styles, glyphs, frame)
  const { grade } = qualityOf(placed)
  const sorted = sortByShown(placed, drawings, { scale, point: unitsPerPoint(frame), images })
  const drawnFields = annotationsWithText(drawings[0].operators, pdf.pdfjs.OPS)
  // A field without an appearance of its own is for the viewer to draw: ours does not, which hides nothing.
  const isHidden = (field: Field) => drawnFields.has(field.id) && !showsText(field, drawings, scale)
  const shown = new Set(sorted.shown.map(keyOf))
  const linesOf = (font: string) =>
    items
      .filter((item) => item.fontName === font)
      .map((item) => wordsOfItems([item], styles, glyphs, frame))
      .filter((words) => words.length > 0 && words.every((word) => shown.has(keyOf(word))))
  const used = new Set(items.map((item) => item.fontName))
  return {
    shown: [...sorted.shown, ...fields.flatMap((field) => (isHidden(field) ? [] : field.words))],
    unsure: sorted.unsure,
    hidden: [...sorted.hidden, ...fields.flatMap((field) => (isHidden(field) ? field.words : []))],
    grade,
    outside: outsideLetters(items, frame),
    isSwapped: grade === 'good' && (await fonts.isSwapped(page, used, linesOf)),
  }
}

const keyOf = ({ x, y, text }: PositionedWord) => `${x} ${y} ${text}`

/** Part of the page's width and height at which a scanner shows its lid or the paper's edge. */
const EDGE = 0.02

function marksOf(blobs: readonly Blob[], layer: PageLayer, scale: number, { width, height }: Drawing): PageMarks {
  const inner = blobs.filter((blob) => {
    const isLeftOrTop = blob.x + blob.width < EDGE * width || blob.y + blob.height < EDGE * height
    return !isLeftOrTop && blob.x < (1 - EDGE) * width && blob.y < (1 - EDGE) * height
  })
  const said = [...layer.shown, ...layer.unsure]
  const isSaid = (blob: Blob) => {
    const [x, y] = [(blob.x + blob.width / 2) / scale, (blob.y + blob.height / 2) / scale]
    return said.some((w) => x >= w.x && y >= w.y && x <= w.x + w.width && y <= w.y + w.height)
  }
  const left = inner.reduce((sum, blob) => sum + (blob.letters > 0 && !isSaid(blob) ? blob.letters : 0), 0)
  return { left, isBlank: inner.length === 0 && said.length === 0 }
}

function repeatOf(firstByLook: Map<string, number>, { pixels }: Drawing, number: number): { repeatOf?: number } {
  const key = createHash('sha1').update(pixels).digest('hex')
  const first = firstByLook.get(key)
  if (first === undefined) firstByLook.set(key, number)
  return first === undefined ? {} : { repeatOf: first }
}
