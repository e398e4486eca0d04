/** Draws a sheet of paper as it lies on the photographer's desk: made-up words in the layouts that doctors' letters have. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../../tools/make-papers/random.ts'

export type SheetKind = 'letter' | 'dense' | 'table' | 'form' | 'sparse' | 'banner'
export const sheetKinds: readonly SheetKind[] = ['letter', 'dense', 'table', 'form', 'sparse', 'banner']

export interface SheetOptions {
  readonly kind: SheetKind
  readonly width: number
  readonly height: number
  /** Size of the letters as a share of the height; 11 points on A4 are .013. */
  readonly letters?: number
  readonly paper?: number
}

const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts')
GlobalFonts.registerFromPath(join(fonts, 'LiberationSans-Regular.ttf'), 'Paper')
GlobalFonts.registerFromPath(join(fonts, 'LiberationSans-Bold.ttf'), 'Paper Bold')

const syllables = [
  'hae',
  'mo',
  'glo',
  'bin',
  'car',
  'dio',
  'ren',
  'al',
  'thy',
  'ro',
  'id',
  'pla',
  'te',
  'let',
  'su',
  'gar',
]
const word = (random: Random) => Array.from({ length: random.between(1, 4) }, () => random.pick(syllables)).join('')

export function drawSheet(random: Random, { kind, width, height, letters = 0.0125, paper = 238 }: SheetOptions) {
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  pen.fillStyle = `rgb(${paper},${paper},${paper})`
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#181818'
  pen.strokeStyle = '#202020'
  const size = letters * height
  const sheet: Sheet = { pen, random, width, height, size, left: width * 0.1, right: width * 0.9 }
  pen.font = `${size}px Paper`
  layouts[kind](sheet)
  return canvas
}

interface Sheet {
  readonly pen: SKRSContext2D
  readonly random: Random
  readonly width: number
  readonly height: number
  readonly size: number
  readonly left: number
  readonly right: number
}

const layouts: Record<SheetKind, (sheet: Sheet) => void> = {
  letter(sheet) {
    const after = heading(sheet, sheet.height * 0.08)
    lines(sheet, after + sheet.size * 4, sheet.height * sheet.random.pick([0.6, 0.75, 0.9]))
  },
  dense(sheet) {
    lines(sheet, sheet.height * 0.05, sheet.height * 0.95)
  },
  table(sheet) {
    rows(sheet, heading(sheet, sheet.height * 0.07) + sheet.size * 2)
  },
  form(sheet) {
    const { pen, size, left, right } = sheet
    for (let y = heading(sheet, sheet.height * 0.07) + size; y < sheet.height * 0.85; y += size * 7) {
      pen.strokeRect(left, y, right - left, size * 5.5)
      lines({ ...sheet, left: left + size, right: right - size }, y + size * 1.6, y + size * 4)
    }
  },
  sparse(sheet) {
    lines(sheet, sheet.height * 0.25, sheet.height * 0.34)
    lines({ ...sheet, right: sheet.width * 0.5 }, sheet.height * 0.55, sheet.height * 0.6)
  },
  banner(sheet) {
    const { pen, width, height } = sheet
    pen.fillStyle = '#303a60'
    pen.fillRect(0, 0, width, height * 0.09)
    pen.fillStyle = '#181818'
    lines(sheet, height * 0.16, height * 0.8)
  },
}

function heading({ pen, random, size, left }: Sheet, top: number): number {
  pen.font = `${size * 1.8}px Paper Bold`
  pen.fillText(`${word(random)} ${word(random)}`, left, top)
  pen.font = `${size}px Paper`
  return top + size * 2
}

function lines({ pen, random, size, left, right }: Sheet, top: number, bottom: number): void {
  for (let y = top; y < bottom; y += size * 1.45) {
    const end = random.chance(0.15) ? left + (right - left) * 0.5 : right
    let x = left
    for (;;) {
      const text = word(random)
      const width = pen.measureText(text).width
      if (x + width > end) break
      pen.fillText(text, x, y)
      x += width + size * 0.3
    }
  }
}

function rows({ pen, random, size, left, right, height }: Sheet, top: number): void {
  const columns = [0, 0.38, 0.55, 0.7]
  const framed = random.chance(0.5)
  for (let y = top, row = 0; y < height * 0.85; y += size * 1.9, row += 1) {
    if (row % 2 === 1 && framed) {
      pen.fillStyle = '#d4d4d4'
      pen.fillRect(left, y - size * 1.3, right - left, size * 1.9)
      pen.fillStyle = '#181818'
    }
    if (framed) pen.strokeRect(left, y - size * 1.3, right - left, size * 1.9)
    for (const column of columns) {
      const text = column === 0 ? `${word(random)} ${word(random)}` : `${random.between(1, 99)}.${random.between(0, 9)}`
      pen.fillText(text, left + size * 0.4 + column * (right - left), y)
    }
  }
}
