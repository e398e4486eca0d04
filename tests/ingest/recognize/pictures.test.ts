import { expect, test } from 'vitest'
import type { Box } from '../../../src-main/ingest/read-page.ts'
import { preparePage } from '../../../src-main/ingest/recognize/prepare-page.ts'
import { signByHand } from '../../../tools/make-papers/print/handwriting.ts'
import type { Mark } from '../../../tools/make-papers/print/page.ts'
import type { Pen } from '../../../tools/make-papers/print/pen.ts'
import { drawBarcode, drawLogo, drawPhotograph } from '../../../tools/make-papers/print/pictures.ts'
import { stamped } from '../../../tools/make-papers/print/stamp.ts'
import { createRandom } from '../../../tools/make-papers/random.ts'
import { inkCount, NATIVE, paragraph, plain, scanned, shareOf } from './scanned.ts'

const random = () => createRandom(3)

async function pageWith(...marks: readonly Mark[]) {
  const { raster, truth } = scanned((pen) => {
    paragraph(pen)
    pen.put(...marks)
  })
  return { page: await preparePage(raster), truth }
}

test.each([
  ['a logo', drawLogo({ x: 290, y: 180, width: 110, height: 40 })],
  ['a barcode', drawBarcode({ x: 60, y: 190, width: 150, height: 30 }, random())],
  ['a photograph', drawPhotograph({ x: 60, y: 160, width: 150, height: 110 }, random())],
])('%s is set apart, the letter beside it stays', async (_, picture) => {
  const { page: bare } = await pageWith()
  const { page, truth } = await pageWith(picture)
  expect(shareOf(bare.ink, page.ink)).toBeGreaterThan(0.995)
  expect(shareOf(page.ink, bare.ink)).toBeGreaterThan(0.98)
  const [box] = truth.pictures
  expect(covered(page.pictures.map(page.toPage), box as Box)).toBeGreaterThan(0.9)
})

function covered(boxes: readonly Box[], [x, y, width, height]: Box): number {
  let inside = 0
  for (let i = 0; i < 2500; i++) {
    const [px, py] = [x + (((i % 50) + 0.5) / 50) * width, y + ((Math.floor(i / 50) + 0.5) / 50) * height]
    if (boxes.some(([l, t, w, h]) => px >= l && px <= l + w && py >= t && py <= t + h)) inside++
  }
  return inside / 2500
}

test('headings, signatures, stamps and large figures are no pictures', async () => {
  const large = (pen: Pen) => {
    pen.text('St. Mary Hospital', 40, 180, { ...plain, size: 34, bold: true })
    pen.text('A 42', 300, 250, { ...plain, size: 52, bold: true })
  }
  const page = stamped(
    { width: 420, height: 300, marks: [signByHand({ x: 60, baseline: 250, width: 150, height: 12 }, random())] },
    { x: 220, y: 60 },
    random(),
  )
  const write = (pen: Pen) => {
    paragraph(pen)
    large(pen)
    pen.put(...page.marks)
  }
  const { raster } = scanned(write, { dpi: NATIVE })
  const { pictures, ink } = await preparePage(raster)
  expect(pictures).toEqual([])
  const dark = { ...raster, data: raster.data.map((value) => (value < 110 ? 1 : 0)) }
  expect(shareOf(dark, ink, 0, 0.1)).toBeGreaterThan(0.99)
  expect(shareOf(dark, ink, 0.4, 1)).toBeGreaterThan(0.99)
})

test('print under a stamp stays', async () => {
  const { page: bare } = await pageWith()
  const under = stamped({ width: 420, height: 300, marks: [] }, { x: 120, y: 70 }, random())
  const { page } = await pageWith(...under.marks)
  expect(page.pictures).toEqual([])
  expect(shareOf(bare.ink, page.ink)).toBeGreaterThan(0.98)
})

test('a panel of grey with print on it is no picture', async () => {
  const panel = (shade: string) => (pen: Pen) => {
    pen.area(30, 20, 360, 130, shade)
    pen.area(30, 20, 360, 16, '#303030')
    pen.text('Summary of the visit', 40, 32, { ...plain, bold: true, ink: '#ffffff' })
    paragraph(pen, 52)
  }
  const light = await preparePage(scanned(panel('#ffffff')).raster)
  for (const shade of ['#e0e0e0', '#b8b8b8']) {
    const { ink, pictures } = await preparePage(scanned(panel(shade)).raster)
    expect(pictures).toEqual([])
    expect(shareOf(light.ink, ink)).toBeGreaterThan(0.98)
  }
})

test('a photograph alone on a page leaves no ink', async () => {
  const { raster } = scanned((pen) => pen.put(drawPhotograph({ x: 30, y: 25, width: 360, height: 250 }, random())))
  const { ink } = await preparePage(raster)
  expect(inkCount(ink) / ink.data.length).toBeLessThan(0.01)
})
