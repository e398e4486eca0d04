import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodeAll, decodeOne } from './decode-all.ts'
import { expectCorners, HEIGHT, WIDTH } from './drawing.ts'
import { turnHeic } from './turn-heic.ts'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/images/${name}`, import.meta.url))

test('a HEIC photo is read, told from a scan, and not turned by the EXIF orientation that readers must ignore', async () => {
  const page = await decodeOne(fixture('photo.heic'))
  expect([page.raster.width, page.raster.height]).toEqual([WIDTH, HEIGHT])
  expectCorners(page.raster)
  expect(Object.keys(page).sort()).toEqual(['camera', 'damaged', 'number', 'pages', 'raster'])
  expect(page.camera).toBe(true)
})

test.each([
  [1, [128, 255, 255, 0]],
  [2, [255, 255, 0, 128]],
  [3, [255, 0, 128, 255]],
] as const)('a HEIC that asks for %i quarter turns is turned once', async (quarters, tones) => {
  const { raster } = await decodeOne(turnHeic(fixture('photo.heic'), quarters))
  expect([raster.width, raster.height]).toEqual(quarters === 2 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH])
  expectCorners(raster, tones)
})

test('each picture of a HEIC is a page, a thumbnail is none', async () => {
  const pages = await decodeAll(fixture('two-pictures.heic'))
  expect(pages).toMatchObject([
    { number: 1, pages: 2, camera: false },
    { number: 2, pages: 2, camera: false },
  ])
  for (const [i, page] of pages.entries()) {
    if ('failed' in page) throw new Error('failed')
    expectCorners(page.raster, i === 0 ? [0, 128, 255, 255] : [0, 128, 255, 0])
  }
})

test('ten bits, video range and transparency come out as grey on white', async () => {
  expectCorners((await decodeOne(fixture('limited-range-ten-bits.heic'))).raster)
  expectCorners((await decodeOne(fixture('see-through.heic'))).raster)
})
