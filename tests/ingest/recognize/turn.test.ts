import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { preparePage } from '../../../src-main/ingest/recognize/prepare-page.ts'
import type { RecognizedWord, Recognizer } from '../../../src-main/ingest/recognize/recognizer.ts'
import { createTesseract } from '../../../src-main/ingest/recognize/tesseract.ts'
import type { Pen } from '../../../tools/make-papers/print/pen.ts'
import { paragraph, plain, scanned } from './scanned.ts'

const quarters = [0, 1, 2, 3] as const
const dir = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')),
  '4.0.0_best_int',
)
const tesseract = await createTesseract({ languages: [{ code: 'eng', dir }], workers: 1 })
afterAll(() => tesseract.close())

function prescription(pen: Pen): void {
  pen.text('Ramipril 5 mg, one tablet daily', 60, 60, plain)
  pen.text('Metformin 850 mg with meals', 60, 80, plain)
  pen.text('Call 555-0142 if you feel unwell', 60, 100, plain)
}

function columns(pen: Pen): void {
  for (const [row, name] of ['SODIUM', 'POTASSIUM', 'CHLORIDE', 'CALCIUM', 'GLUCOSE', 'UREA', 'ALBUMIN'].entries()) {
    for (const [column, text] of [name, `${row + 3}.${row}`, 'MMOL', `${row}1 - ${row}5`].entries())
      pen.text(text, 40 + column * 80, 60 + row * 22, plain)
  }
}

test.each([
  ['a letter', (pen: Pen) => paragraph(pen)],
  ['a prescription of three lines', prescription],
  ['a table of capitals and numbers', columns],
] as const)('%s is stood upright from any of the four ways it may lie', async (_, write) => {
  for (const turn of quarters) {
    const { raster } = scanned(write, { turn, skewDegrees: 1.4, noise: 4 })
    const page = await preparePage(raster, { recognizer: tesseract })
    expect(page.turn).toBe((4 - turn) % 4)
  }
})

/** Counts the images it is shown, and reads nothing, or the same, in all of them. */
function deaf(words: readonly RecognizedWord[] = []) {
  const shown: number[] = []
  const recognizer: Recognizer = {
    recognize: async ({ width }) => {
      shown.push(width)
      return [...words]
    },
    close: async () => {},
  }
  return { recognizer, shown }
}

test('nothing need be recognised to see that a page of prose is upright', async () => {
  const { recognizer, shown } = deaf()
  const { raster } = scanned((pen) => paragraph(pen), { noise: 4 })
  expect((await preparePage(raster, { recognizer })).turn).toBe(0)
  expect(shown).toEqual([])
})

test('a page stays as it was given when no way of turning it reads better', async () => {
  const word = { text: 'words', box: { x: 0, y: 0, width: 9, height: 9 }, confidence: 0.6, baseline: 9, line: 0 }
  for (const words of [[], [word, word]]) {
    const { recognizer, shown } = deaf(words)
    const { raster } = scanned(columns)
    expect((await preparePage(raster, { recognizer })).turn).toBe(0)
    expect(shown.length).toBe(2)
  }
})

test('boxes of a page that was turned round lead back to where the words were', async () => {
  for (const turn of quarters) {
    const { raster, truth } = scanned(prescription, { turn })
    const { ink, toPage } = await preparePage(raster, { recognizer: tesseract })
    const rows = Array.from(
      { length: ink.height },
      (_, y) => ink.data.indexOf(1, y * ink.width) < (y + 1) * ink.width && ink.data.indexOf(1, y * ink.width) >= 0,
    )
    const [first, last] = [rows.indexOf(true), rows.lastIndexOf(true)]
    const [x, y, width, height] = toPage({ x: 0, y: first, width: ink.width, height: last - first + 1 })
    for (const [left, top, across, down] of truth.words.map(({ box }) => box)) {
      expect(left).toBeGreaterThan(x - 0.005)
      expect(top).toBeGreaterThan(y - 0.005)
      expect(left + across).toBeLessThan(x + width + 0.005)
      expect(top + down).toBeLessThan(y + height + 0.005)
    }
    expect(Math.min(width, height)).toBeLessThan(0.2)
  }
})
