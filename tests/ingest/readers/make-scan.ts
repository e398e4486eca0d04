/** Pages as images with text in them, and the words that stand there: for PDFs that hold scans. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import type { Pdf } from './make-pdf.ts'

const fonts = `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/standard_fonts`
export const sansFile = `${fonts}/LiberationSans-Regular.ttf`
GlobalFonts.registerFromPath(sansFile, 'Paper')

export interface Line {
  readonly text: string
  /** In points from the top left of an A4 page, to the baseline. */
  readonly x: number
  readonly y: number
}

export const A4 = { width: 595.28, height: 841.89 }
const SIZE = 11

export const linesAt = (texts: readonly string[], x = 60, y = 90): Line[] =>
  texts.map((text, index) => ({ text, x, y: y + index * 20 }))

/** An A4 page as a scanner would give it, as JPEG. */
export function scanOf(lines: readonly Line[], dpi = 150): Buffer {
  const scale = dpi / 72
  const canvas = createCanvas(Math.round(A4.width * scale), Math.round(A4.height * scale))
  const context = canvas.getContext('2d')
  context.fillStyle = '#f2f2f0'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#1a1a1a'
  context.font = `${SIZE * scale}px Paper`
  for (const { text, x, y } of lines) context.fillText(text, x * scale, y * scale)
  return canvas.toBuffer('image/jpeg', 85)
}

export const paintScan = (pdf: Pdf, picture: Buffer) => pdf.image(picture, 0, 0, { width: A4.width, height: A4.height })

/** Text in a rendering mode of the format: 0 is filled, 3 invisible. */
export function write(pdf: Pdf, lines: readonly Line[], mode: number): void {
  pdf.font(sansFile).fontSize(SIZE)
  for (const { text, x, y } of lines) {
    pdf.addContent(`${mode} Tr`)
    pdf.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
    pdf.addContent('0 Tr')
  }
}

/** The same file with a text layer that says other letters than are drawn: each of `which` becomes the one after it. */
export function withSwappedLetters(uncompressed: Uint8Array, which = /[a-zA-Z0-9]/): Uint8Array {
  const text = Buffer.from(uncompressed).toString('latin1')
  const swapped = text.replace(/(?<=beginbfrange\n<\w+> <\w+> )\[[^\]]*\]/g, (map) =>
    map.replace(/<00(\w\w)>/g, (same, code: string) => {
      const letter = String.fromCharCode(Number.parseInt(code, 16))
      if (!which.test(letter)) return same
      const next = NEXT[letter] ?? String.fromCharCode(letter.charCodeAt(0) + 1)
      return `<00${next.charCodeAt(0).toString(16)}>`
    }),
  )
  return new Uint8Array(Buffer.from(swapped, 'latin1'))
}

const NEXT: Readonly<Record<string, string>> = { z: 'a', Z: 'A', 9: '0' }
