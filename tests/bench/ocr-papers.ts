/** PDFs made of the corpus' scans, as a scanner's software writes them: one JPEG a page. Their truth is kept beside them. */
import PDFDocument from 'pdfkit'
import { makeLetterTexts } from '../../tools/make-papers/letter-texts.ts'
import type { ReadingItem } from '../../tools/make-papers/print/reading-corpus.ts'

export interface BenchPdf {
  readonly bytes: Uint8Array
  /** The words of each page. */
  readonly truth: readonly (readonly string[])[]
}

interface Scan {
  readonly image: Buffer
  readonly words: readonly string[]
}

const A4 = { width: 595.3, height: 841.9 }
const MARGIN = 60

export function makeScanPdf(items: readonly ReadingItem[]): Promise<BenchPdf> {
  const scans = items.map(asScan)
  return writePdf((pdf) => scans.map((scan) => drawScan(pdf, scan)))
}

/** Half of it needs no recognition: pages with their own text, an empty sheet, and sheets that went through twice. */
export function makeMixedPdf(items: readonly ReadingItem[], seed: number): Promise<BenchPdf> {
  const scans = items.map(asScan)
  const letters = makeLetterTexts(3, seed)
  return writePdf((pdf) => [
    ...letters.map(({ text }) => drawText(pdf, text)),
    ...scans.map((scan) => drawScan(pdf, scan)),
    drawEmpty(pdf),
    ...scans.slice(0, 2).map((scan) => drawScan(pdf, scan)),
  ])
}

const asScan = ({ image, truth }: ReadingItem): Scan => ({ image, words: truth.words.map(({ text }) => text) })

async function writePdf(draw: (pdf: PDFKit.PDFDocument) => string[][]): Promise<BenchPdf> {
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0 })
  const parts: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (part: Uint8Array) => parts.push(part))
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  const truth = draw(pdf)
  pdf.end()
  await ended
  return { bytes: Buffer.concat(parts), truth }
}

function drawScan(pdf: PDFKit.PDFDocument, { image, words }: Scan): string[] {
  pdf.addPage({ size: [A4.width, A4.height], margin: 0 })
  pdf.image(image, 0, 0, { fit: [A4.width, A4.height] })
  return [...words]
}

function drawText(pdf: PDFKit.PDFDocument, text: string): string[] {
  pdf.addPage({ size: [A4.width, A4.height], margin: MARGIN })
  pdf
    .font('Helvetica')
    .fontSize(9)
    .text(text, MARGIN, MARGIN, { width: A4.width - 2 * MARGIN })
  return text.split(/\s+/u)
}

function drawEmpty(pdf: PDFKit.PDFDocument): string[] {
  pdf.addPage({ size: [A4.width, A4.height], margin: 0 })
  return []
}
