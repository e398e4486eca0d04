/**
 * Whether a font draws the letters it says: a line of each font is recognised once in a document and compared with what
 * the text layer says there. A file can be made to show one text and hand out another.
 */
import type { PositionedWord } from '../layout/positioned-word.ts'
import type { RecognizedWord, Recognizer } from '../recognize/recognizer.ts'
import { similarity } from './pdf-agreement.ts'
import { rasterizePage } from './pdf-draw.ts'
import type { OpenPdf, PDFPageProxy } from './pdfjs.ts'
import { lettersOf } from './text-quality.ts'

export interface FontTrust {
  /**
   * True when one of these fonts draws other letters than it says. `linesOf` gives words of one font, line by line, all
   * of them shown on this page; it is asked only for fonts that have not been judged yet.
   */
  isSwapped(
    page: PDFPageProxy,
    fonts: Iterable<string>,
    linesOf: (font: string) => readonly FontLine[],
  ): Promise<boolean>
}

export type FontLine = readonly PositionedWord[]

/** Fewer letters than this cannot be told from slips of recognition. */
const LEAST = 8
const ENOUGH = 24
const MOST_LINES = 3
/** Height of the font in the samples, in pixels. */
const EM = 40
const MARGIN = 0.3

/** Without a recognizer every font is believed. */
export function createFontTrust(pdf: OpenPdf, recognizer: Recognizer | undefined): FontTrust {
  const judged = new Map<string, boolean>()
  return {
    async isSwapped(page, fonts, linesOf) {
      let found = false
      for (const font of recognizer ? fonts : []) {
        const sample = judged.has(font) ? undefined : sampleOf(linesOf(font))
        if (sample && recognizer) judged.set(font, await drawsOtherLetters(pdf, page, sample, recognizer))
        found ||= judged.get(font) === true
      }
      return found
    },
  }
}

/** The lines with the most different letters and digits, until there are enough of them. */
function sampleOf(lines: readonly FontLine[]): FontLine[] | undefined {
  const rich = lines
    .filter((words) => words.every((word) => word.turn !== 4) && isLatin(textOf(words)))
    .map(cut)
    .map((words) => ({ words, letters: new Set(textOf(words).toLowerCase()).size }))
    .sort((a, b) => b.letters - a.letters)
  const sample: FontLine[] = []
  let letters = 0
  for (const { words } of rich) {
    if (letters >= ENOUGH || sample.length >= MOST_LINES) break
    sample.push(words)
    letters += lettersOf(textOf(words))
  }
  return letters >= LEAST ? sample : undefined
}

/** The first words of a long line are sample enough. */
function cut(words: FontLine): FontLine {
  let letters = 0
  const end = words.findIndex((word) => {
    letters += lettersOf(word.text)
    return letters >= 2 * ENOUGH
  })
  return end < 0 ? words : words.slice(0, end + 1)
}

const textOf = (words: readonly { text: string }[]) => words.map((word) => word.text).join(' ')

function isLatin(text: string): boolean {
  const all = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const latin = text.match(/[\p{Script=Latin}0-9]/gu)?.length ?? 0
  return all > 0 && latin >= 0.8 * all
}

async function drawsOtherLetters(pdf: OpenPdf, page: PDFPageProxy, lines: readonly FontLine[], recognizer: Recognizer) {
  const read: RecognizedWord[] = []
  for (const line of lines) {
    const { raster, dpi } = await rasterizeLine(pdf, page, line)
    const words = await recognizer.recognize(raster, { dpi, layout: 'line' })
    read.push(...words)
  }
  const said = lines.map(textOf).join(' ')
  return isSure(read, said) && agreement(said, textOf(read)) < 0.5
}

/** Barcodes, symbols and signatures are letters too, to the layer; recognition makes little of them. */
function isSure(read: readonly RecognizedWord[], said: string): boolean {
  const letters = read.reduce((sum, word) => sum + lettersOf(word.text), 0)
  const confidence = read.reduce((sum, word) => sum + word.confidence * lettersOf(word.text), 0)
  return letters >= 0.5 * lettersOf(said) && confidence >= 0.7 * letters
}

/** Swapping digits alone is enough to do harm. */
function agreement(said: string, read: string): number {
  const digits = said.replace(/\D/g, '')
  const whole = similarity(said, read)
  return digits.length < 4 ? whole : Math.min(whole, similarity(digits, read.replace(/\D/g, '')))
}

async function rasterizeLine(pdf: OpenPdf, page: PDFPageProxy, line: FontLine) {
  const shown = page.getViewport({ scale: 1 })
  const turn = line[0]?.turn ?? 0
  const size = line[0]?.size ?? 1
  const scale = EM / size
  const rotation = (shown.rotation + 360 - 90 * turn) % 360
  const upright = page.getViewport({ scale, rotation })
  const corners = line.flatMap((word) => [place(word.x, word.y), place(word.x + word.width, word.y + word.height)])
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const margin = MARGIN * EM
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin]
  const box = { width: Math.max(...xs) + margin - left, height: Math.max(...ys) + margin - top }
  const viewport = page.getViewport({ scale, rotation, offsetX: -left, offsetY: -top })
  return { raster: await rasterizePage(pdf, page, { viewport, size: box }), dpi: Math.round(scale * 72) }

  function place(x: number, y: number): [number, number] {
    const [px, py] = shown.convertToPdfPoint(x, y)
    const [ux = 0, uy = 0] = upright.convertToViewportPoint(Number(px), Number(py))
    return [Number(ux), Number(uy)]
  }
}
