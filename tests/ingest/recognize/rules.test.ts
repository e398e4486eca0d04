import { expect, test } from 'vitest'
import { preparePage } from '../../../src-main/ingest/recognize/prepare-page.ts'
import type { Pen } from '../../../tools/make-papers/print/pen.ts'
import { NATIVE, paragraph, plain, scanned, shareOf } from './scanned.ts'

const cells = [
  ['Sodium', '138', 'mmol/L', '135 - 145'],
  ['Potassium', '4.1', 'mmol/L', '3.5 - 5.1'],
  ['Base excess', '-2.4', 'mmol/L', '-2.0 to 3.0'],
  ['Illness', '1', 'I', 'l | 11'],
  ['eGFR', '>90', 'mL/min', '>= 60'],
]

function table(pen: Pen): void {
  for (const [row, texts] of cells.entries())
    for (const [column, text] of texts.entries()) pen.text(text, 46 + column * 80, 172 + row * 15, plain)
}

function grid(pen: Pen, thick: number): void {
  for (let row = 0; row <= cells.length; row++)
    pen.line({ x: 42, y: 161 + row * 15 }, { x: 362, y: 161 + row * 15 }, thick)
  for (let column = 0; column <= 4; column++)
    pen.line({ x: 42 + column * 80, y: 161 }, { x: 42 + column * 80, y: 161 + cells.length * 15 }, thick)
}

async function inkOf(...write: ((pen: Pen) => void)[]) {
  const { raster } = scanned((pen) => {
    paragraph(pen)
    for (const part of write) part(pen)
  })
  return preparePage(raster)
}

test.each([0.4, 0.8, 1.4])('the grid of a table with lines of %d points goes, its values stay', async (thick) => {
  const bare = await inkOf(table)
  const ruled = await inkOf(table, (pen) => grid(pen, thick))
  expect(ruled.rules.length).toBeGreaterThanOrEqual(11)
  expect(shareOf(bare.ink, ruled.ink)).toBeGreaterThan(0.99)
  expect(shareOf(ruled.ink, bare.ink)).toBeGreaterThan(0.99)
})

test('a grid scanned askew goes too', async () => {
  const pages = [false, true].map((ruled) =>
    scanned(
      (pen) => {
        paragraph(pen)
        table(pen)
        if (ruled) grid(pen, 0.7)
      },
      { skewDegrees: 2.3, noise: 4, blur: 0.6 },
    ),
  )
  const [bare, ruled] = await Promise.all(pages.map(({ raster }) => preparePage(raster)))
  if (!bare || !ruled) throw new Error('two pages were scanned')
  expect(shareOf(ruled.ink, bare.ink)).toBeGreaterThan(0.98)
  expect(shareOf(bare.ink, ruled.ink)).toBeGreaterThan(0.98)
})

/** Where that line of words is, in heights of the page. */
const LINE = [0.62, 0.7] as const

test.each([
  ['stand on it', 0.6],
  ['lie a little in it', -0.2],
  ['are crossed by it below the line', 1.6],
  ['hang from it', -8.2],
])('letters keep their strokes when they %s', async (_, below) => {
  const words = (pen: Pen) => pen.text('2 EDGED 1.7 jogging Apply 0.5 zebra', 40, 200, { ...plain, size: 11 })
  const line = (pen: Pen) => pen.line({ x: 30, y: 200 + below }, { x: 330, y: 200 + below }, 0.8)
  const bare = await inkOf(words)
  const ruled = await inkOf(words, line)
  expect(ruled.rules.length).toBe(1)
  expect(shareOf(bare.ink, ruled.ink, ...LINE)).toBeGreaterThan(0.95)
  expect(shareOf(ruled.ink, bare.ink, ...LINE)).toBeGreaterThan(0.95)
})

test('dashes, minus signs, signs of equality and points in text are no rules', async () => {
  const write = (pen: Pen) => {
    paragraph(pen)
    pen.text('-5.6 – 7.1 — 8 = 9 --- ... 1.1.2021 +/- 2.16.840.1.113883 +++ ***', 40, 200, plain)
    for (let row = 0; row < 6; row++) pen.text(`${row}.${row}`, 60, 215 + row * 11.6, plain)
    for (let row = 0; row < 6; row++) pen.text('-', 120, 215 + row * 11.6, plain)
    for (let row = 0; row < 6; row++) pen.text(row % 2 ? 'I' : '1', 160, 215 + row * 11.6, plain)
  }
  const { raster } = scanned(write, { dpi: NATIVE })
  const { rules, ink } = await preparePage(raster)
  expect(rules).toEqual([])
  const dark = { ...raster, data: raster.data.map((value) => (value < 130 ? 1 : 0)) }
  expect(shareOf(dark, ink)).toBeGreaterThan(0.999)
})

test('leaders of dots and lines of dashes go, the numbers beside them keep their points', async () => {
  const words = (pen: Pen) => {
    for (const [row, value] of ['4.1', '0.82', '138.0'].entries()) {
      pen.text('Creatinine', 40, 180 + row * 16, plain)
      pen.text(value, 260, 180 + row * 16, plain)
    }
  }
  const bare = await inkOf(words)
  const led = await inkOf(words, (pen) => {
    for (let row = 0; row < 3; row++) pen.text('.'.repeat(60), 92, 180 + row * 16, plain)
    pen.line({ x: 40, y: 225 }, { x: 340, y: 225 }, 0.8, '#151515', [4, 3])
    pen.text('- '.repeat(40), 40, 240, plain)
  })
  expect(shareOf(bare.ink, led.ink)).toBeGreaterThan(0.999)
  expect(shareOf(led.ink, bare.ink)).toBeGreaterThan(0.99)
})
