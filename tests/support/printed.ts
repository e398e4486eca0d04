/** Small pages of large clean print, as pictures and inside files, for tests to which reading them well is not the point. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'

const fonts = `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/standard_fonts`
GlobalFonts.registerFromPath(`${fonts}/LiberationSans-Regular.ttf`, 'Print')

const WIDTH = 900
const MARGIN = 60
const LINE = 44

/** A page as a picture, in PNG. `rows`: as high as a page of so many lines. */
export function printPage(lines: readonly string[], rows = lines.length): Buffer {
  const canvas = createCanvas(WIDTH, heightOf(rows))
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#101010'
  context.font = '28px Print'
  for (const [row, text] of lines.entries()) context.fillText(text, MARGIN, baselineOf(row))
  return canvas.toBuffer('image/png')
}

/** Where a line of a page of so many lines stands: from the tops of its letters to its baseline, as parts of the height. */
export const bandOf = (row: number, rows: number) => ({
  top: (baselineOf(row) - 24) / heightOf(rows),
  bottom: (baselineOf(row) + 2) / heightOf(rows),
})

/** One file of several pages, which are all as high as the highest. */
export function printTiff(pages: readonly (readonly string[])[]): Promise<Buffer> {
  const rows = Math.max(...pages.map((lines) => lines.length))
  return sharp(
    pages.map((lines) => printPage(lines, rows)),
    { join: { animated: true } },
  )
    .toColourspace('b-w')
    .tiff({ compression: 'deflate' })
    .toBuffer()
}

/** A PDF of pages that are text, and of pages that are pictures of text. */
export async function printPdf(pages: readonly { lines: readonly string[]; scanned?: boolean }[]): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise((resolve) => pdf.on('end', resolve))
  for (const { lines, scanned = false } of pages) {
    const size: [number, number] = [WIDTH / 2, heightOf(lines.length) / 2]
    pdf.addPage({ size, margin: 0 })
    if (scanned) pdf.image(printPage(lines), 0, 0, { width: size[0], height: size[1] })
    else
      for (const [row, text] of lines.entries())
        pdf.fontSize(14).text(text, MARGIN / 2, baselineOf(row) / 2, { lineBreak: false, baseline: 'alphabetic' })
  }
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

const heightOf = (rows: number) => 2 * MARGIN + rows * LINE
const baselineOf = (row: number) => MARGIN + 32 + row * LINE
