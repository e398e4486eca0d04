import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Raster } from '../../../src-main/ingest/image/raster.ts'
import type { Box } from '../../../src-main/ingest/read-page.ts'
import { findComponents } from '../../../src-main/ingest/recognize/components.ts'
import { preparePage } from '../../../src-main/ingest/recognize/prepare-page.ts'
import type { PreparedPage } from '../../../src-main/ingest/recognize/prepared-page.ts'
import type { AreaMark } from '../../../tools/make-papers/print/page.ts'
import type { Pen } from '../../../tools/make-papers/print/pen.ts'
import type { ScanOptions } from '../../../tools/make-papers/print/print-scan.ts'
import { inkCount, paragraph, plain, type Scanned, scanned, shareOf } from './scanned.ts'

const blot = (x: number, y: number): AreaMark => ({
  kind: 'area',
  corners: [
    { x, y },
    { x: x + 5, y },
    { x: x + 5, y: y + 5 },
    { x, y: y + 5 },
  ],
  ink: '#000000',
})

const blots = [blot(30, 50), blot(380, 50), blot(30, 240), blot(385, 240), blot(200, 250)]

function withBlots(options: Partial<ScanOptions>): Scanned {
  return scanned((pen) => {
    paragraph(pen, 80)
    pen.put(...blots.map((area) => ({ kind: 'picture' as const, areas: [area] })))
  }, options)
}

test('boxes on the prepared page lead back to the page as shown within a pixel, however it lay in the scanner', async () => {
  const seed = Date.now() % 1_000_000
  console.log(`prepare seed ${seed}`)
  const lie = fc.record({
    skewDegrees: fc.integer({ min: -70, max: 70 }).map((tenths) => tenths / 10),
    dpi: fc.constantFrom(100, 150, 250),
    turn: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
  })
  await fc.assert(
    fc.asyncProperty(lie, async (options) => {
      const { raster, truth } = withBlots(options)
      const found = centresOf(await preparePage(raster), raster)
      for (const [x, y, width, height] of truth.pictures) {
        const [trueX, trueY] = [(x + width / 2) * raster.width, (y + height / 2) * raster.height]
        const nearest = Math.min(...found.map((centre) => Math.hypot(centre.x - trueX, centre.y - trueY)))
        expect(nearest).toBeLessThan(1)
      }
    }),
    { seed, numRuns: 8 },
  )
}, 120_000)

/** Of all components, in pixels of the page as shown. */
function centresOf({ ink, toPage }: PreparedPage, { width, height }: Raster) {
  const { count, left, right, top, bottom } = findComponents(ink)
  return Array.from({ length: count }, (_, c) => {
    const [x, y] = [left[c] as number, top[c] as number]
    const box = toPage({ x, y, width: (right[c] as number) - x + 1, height: (bottom[c] as number) - y + 1 })
    return { x: (box[0] + box[2] / 2) * width, y: (box[1] + box[3] / 2) * height }
  })
}

test('a page comes out straight, whatever its slope up to eight degrees', async () => {
  for (const skewDegrees of [-8, -3.3, -0.4, 0.9, 5.7]) {
    const { raster } = withBlots({ skewDegrees, noise: 4 })
    const page = await preparePage(raster)
    const [left, right] = [300, 900].map((x) => page.toPage({ x, y: 400, width: 1, height: 1 })) as [Box, Box]
    const [dx, dy] = [(right[0] - left[0]) * raster.width, (right[1] - left[1]) * raster.height]
    expect(Math.abs((Math.atan2(dy, dx) * 180) / Math.PI - skewDegrees)).toBeLessThan(0.06)
  }
})

test.each([
  ['7 point print at 200 dots per inch', 7, 200],
  ['10 point print at 100 dots per inch', 10, 100],
  ['9 point print at 150 dots per inch', 9, 150],
  ['12 point print at 300 dots per inch', 12, 300],
])('%s is brought to a height at which it can be read', async (_, size, dpi) => {
  const { raster } = scanned((pen) => paragraph(pen, 40, { ...plain, size }), { dpi })
  const { letterHeight } = await preparePage(raster, { dpi })
  expect(letterHeight).toBeGreaterThan(12)
  expect(letterHeight).toBeLessThan(32)
})

const values = (pen: Pen) => {
  for (let row = 0; row < 8; row++)
    pen.text(`${row}.${row}   ${row},5   -1.${row}   8:3${row}   i.v.   ;`, 60, 170 + row * 13, plain)
}

test('shadow, yellow paper and grey rows go, print stays', async () => {
  const bare = scanned((pen) => {
    paragraph(pen)
    values(pen)
  })
  const shaded = scanned((pen) => {
    for (let row = 0; row < 8; row += 2) pen.area(40, 160.5 + row * 13, 340, 13, row % 4 ? '#c8c8c8' : '#dedede')
    paragraph(pen)
    values(pen)
  })
  const { width, height, data } = shaded.raster
  const dim = data.map(
    (value, i) => value * (0.55 + 0.45 * ((i % width) / width)) * (0.8 + (0.2 * i) / (width * height)),
  )
  const clean = await preparePage(bare.raster)
  for (const page of [await preparePage(shaded.raster), await preparePage({ width, height, data: dim })]) {
    expect(shareOf(clean.ink, page.ink)).toBeGreaterThan(0.99)
    expect(shareOf(page.ink, clean.ink)).toBeGreaterThan(0.985)
  }
})

test('dust goes where no letter is near; points, commas and colons stay', async () => {
  const write = (pen: Pen) => {
    paragraph(pen)
    values(pen)
  }
  const clean = await preparePage(scanned(write).raster)
  const dusty = await preparePage(scanned(write, { specks: 0.0004, noise: 6 }).raster)
  expect(shareOf(clean.ink, dusty.ink)).toBeGreaterThan(0.995)
  const blank = [0.93, 1] as const
  expect(shareOf(dusty.ink, clean.ink, ...blank)).toBe(1)
})

test('faint print stays, what shines through from the other side goes', async () => {
  const write = (ink: string, behind: string) => (pen: Pen) => {
    paragraph(pen, 190, { ...plain, ink: behind })
    paragraph(pen, 40, { ...plain, ink })
  }
  const black = await preparePage(scanned(write('#151515', '#ffffff')).raster)
  const through = await preparePage(scanned(write('#151515', '#e6e6e6'), { noise: 3 }).raster)
  expect(shareOf(through.ink, black.ink)).toBeGreaterThan(0.99)
  const faint = await preparePage(scanned(write('#b4b4b4', '#ffffff'), { noise: 4 }).raster)
  expect(shareOf(black.ink, faint.ink)).toBeGreaterThan(0.97)
  const mixed = await preparePage(scanned(write('#151515', '#a0a0a0'), { noise: 4 }).raster)
  expect(shareOf(mixed.ink, black.ink)).toBeLessThan(0.6)
})

test('light print on dark bars comes out dark on light', async () => {
  const table = (bar: string | undefined, ink: string) => (pen: Pen) => {
    paragraph(pen)
    if (bar) pen.area(36, 160, 330, 17, bar)
    pen.text('Component      Result  Range', 42, 172, { ...plain, bold: true, ink })
    pen.text('Sodium         138     135 - 145', 42, 192, plain)
  }
  const dark = await preparePage(scanned(table(undefined, '#151515')).raster)
  for (const bar of ['#101010', '#27496d', '#5a5a5a']) {
    const { ink } = await preparePage(scanned(table(bar, '#ffffff')).raster)
    expect(shareOf(dark.ink, ink)).toBeGreaterThan(0.98)
    expect(shareOf(ink, dark.ink)).toBeGreaterThan(0.97)
  }
})

test('the black edge of a scanner goes, the page in it stays', async () => {
  const { raster } = scanned((pen) => paragraph(pen))
  const clean = await preparePage(raster)
  const data = raster.data.map((value, i) => {
    const [x, y] = [i % raster.width, Math.floor(i / raster.width)]
    return x < 30 + (y % 7) || y > raster.height - 45 - (x % 5) ? 14 : value
  })
  const edged = await preparePage({ ...raster, data })
  expect(shareOf(clean.ink, edged.ink)).toBeGreaterThan(0.99)
  expect(shareOf(edged.ink, clean.ink)).toBeGreaterThan(0.98)
})

test('a negative is read as if it were not', async () => {
  const { raster } = scanned((pen) => paragraph(pen))
  const clean = await preparePage(raster)
  const negative = await preparePage({ ...raster, data: raster.data.map((value) => 255 - value) })
  expect(shareOf(clean.ink, negative.ink)).toBeGreaterThan(0.99)
  expect(shareOf(negative.ink, clean.ink)).toBeGreaterThan(0.99)
})

test('pages without writing come out blank, whatever their size', async () => {
  const sizes = [
    [1, 1],
    [3, 200],
    [200, 3],
    [40, 40],
    [1240, 1754],
  ] as const
  for (const [width, height] of sizes) {
    for (const grey of [255, 128, 0]) {
      const page = await preparePage({ width, height, data: new Uint8Array(width * height).fill(grey) })
      expect(inkCount(page.ink)).toBe(0)
      expect(page.letterHeight).toBe(0)
      expect(page.toPage({ x: 0, y: 0, width: page.ink.width, height: page.ink.height })).toEqual([0, 0, 1, 1])
    }
  }
})

test('a single line cut out of a page, and a strip twenty times as wide as high, keep their letters', async () => {
  const line = scanned((pen) => pen.text('Potassium 4.1 mmol/L', 6, 11, plain), {}, { width: 120, height: 16 })
  const strip = scanned(
    (pen) => pen.text('Rx: Ramipril 5 mg, 0.5 tablets daily, 28 days', 6, 14, plain),
    {},
    { width: 420, height: 20 },
  )
  for (const { raster } of [line, strip]) {
    const { ink } = await preparePage(raster)
    const dark = raster.data.reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0)
    const scale = ink.width / raster.width
    expect(inkCount(ink) / scale ** 2 / dark).toBeGreaterThan(0.8)
    expect(inkCount(ink) / scale ** 2 / dark).toBeLessThan(1.5)
  }
})

test('the raster that is given stays as it is', async () => {
  const { raster } = withBlots({ skewDegrees: 1 })
  const copy = Uint8Array.from(raster.data)
  await preparePage(raster)
  expect(raster.data).toEqual(copy)
})
