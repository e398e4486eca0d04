import { afterAll, describe, expect, test } from 'vitest'
import { englishFolder } from '../../../src-main/ingest/languages/built-in-models.ts'
import { preparePage } from '../../../src-main/ingest/recognize/prepare-page.ts'
import { type PageWord, recognizePage } from '../../../src-main/ingest/recognize/recognize-page.ts'
import { createTesseract } from '../../../src-main/ingest/recognize/tesseract.ts'
import type { Pen } from '../../../tools/make-papers/print/pen.ts'
import type { ScanOptions } from '../../../tools/make-papers/print/print-scan.ts'
import { paragraph, plain, scanned } from './scanned.ts'

const tesseract = await createTesseract({ languages: [{ code: 'eng', dir: englishFolder() }], workers: 1 })
afterAll(() => tesseract.close())

async function read(write: (pen: Pen) => void, options: Partial<ScanOptions> = {}) {
  const { raster, truth } = scanned(write, options)
  const page = await preparePage(raster, { recognizer: tesseract })
  const { words } = await recognizePage(page, tesseract)
  return { words, truth, page }
}

const texts = (words: readonly PageWord[]) => words.map(({ text }) => text)

const rows = [
  ['Sodium', '139', 'mmol/L', '136 - 145'],
  ['Potassium', '4.1', 'mmol/L', '3.5 - 5.1'],
  ['Glucose', '7.8 H', 'mmol/L', '3.9 - 5.5'],
  ['Creatinine', '0.92', 'mg/dL', '0.57 - 1.25'],
  ['Base excess', '-2.1', 'mmol/L', '-3.0 - 3.0'],
] as const

/** Small print in columns, with a rule under each row. */
function table(pen: Pen): void {
  for (const [row, cells] of rows.entries()) {
    for (const [column, text] of cells.entries()) pen.text(text, 40 + column * 92, 60 + row * 18, { ...plain, size: 8 })
    pen.line({ x: 36, y: 65 + row * 18 }, { x: 390, y: 65 + row * 18 }, 0.5)
  }
}

describe('a page that was scanned', () => {
  test('prose is read word for word, with its box round the ink of each word', async () => {
    const { words, truth, page } = await read((pen) => paragraph(pen), { skewDegrees: 0.8, noise: 3 })
    const said = texts(words).join(' ')
    const missed = truth.words.filter(({ text }) => !said.includes(text))
    expect(missed.length).toBeLessThanOrEqual(2)
    const placed = truth.words.flatMap(({ text, box }) => {
      const boxes = words.filter((word) => word.text === text).map((word) => page.toPage(word.box))
      return boxes.length === 0 ? [] : [Math.max(...boxes.map((other) => overlap(box, other)))]
    })
    expect(placed.filter((share) => share >= 0.5).length).toBeGreaterThanOrEqual(0.98 * placed.length)
  })

  test('cells of a table keep their points, their signs and the dash of their range', async () => {
    const { words } = await read(table, { noise: 3 })
    const wanted = rows.flatMap((cells) => cells.flatMap((cell) => cell.split(' '))).filter((word) => word !== '-')
    const said = texts(words)
    const missed = wanted.filter((word) => !said.includes(word))
    expect(missed.length, `missed ${missed.join(' ')}`).toBeLessThanOrEqual(1)
    expect(said.filter((word) => word === '-').length).toBeGreaterThanOrEqual(3)
  })

  test('a figure that was misread is never sure', async () => {
    const { words, truth } = await read(
      (pen) => {
        for (let row = 0; row < 9; row++)
          for (let column = 0; column < 5; column++)
            pen.text(`${row + 1}.${(row * 7 + column * 3) % 10}${column}`, 40 + column * 70, 50 + row * 22, {
              ...plain,
              size: 7,
            })
      },
      { dpi: 150, blur: 0.8, noise: 8 },
    )
    const right = new Set(truth.words.map(({ text }) => text))
    const wrong = words.filter(({ text }) => /\d/.test(text) && !right.has(text))
    expect(wrong.filter(({ doubtful }) => !doubtful).length).toBeLessThanOrEqual(1)
  })

  test('A1c read as Alc is in doubt, and stays as it was read', async () => {
    const { words } = await read((pen) => {
      for (let row = 0; row < 4; row++) pen.text('Hemoglobin A1c was measured', 40, 60 + row * 24, plain)
    })
    for (const { text, doubtful } of words.filter((word) => /^A[l1I]c$/.test(word.text)))
      expect(doubtful).toBe(text !== 'A1c')
  })

  test('a page without ink has no words', async () => {
    const { words } = await read(() => {})
    expect(words).toEqual([])
  })
})

type Fraction = readonly [number, number, number, number]

/** Intersection over union. */
function overlap([ax, ay, aw, ah]: Fraction, [bx, by, bw, bh]: Fraction): number {
  const across = Math.min(ax + aw, bx + bw) - Math.max(ax, bx)
  const down = Math.min(ay + ah, by + bh) - Math.max(ay, by)
  const shared = across > 0 && down > 0 ? across * down : 0
  return shared / (aw * ah + bw * bh - shared)
}
