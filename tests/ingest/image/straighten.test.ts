import { expect, test } from 'vitest'
import { findPageAspect } from '../../../src-main/ingest/image/page-aspect.ts'
import { flattenPhoto } from '../../../src-main/ingest/image/photo.ts'
import { straighten } from '../../../src-main/ingest/image/straighten.ts'
import { createRandom } from '../../../tools/make-papers/random.ts'
import { takePhoto } from './photographer.ts'
import { drawSheet } from './sheet-of-paper.ts'

const photo = takePhoto(21, {
  desk: 'dark',
  sheet: 'letter',
  clutter: false,
  longSide: 1000,
  fill: 0.85,
  shadow: false,
})

test('every point of the flat page leads back to where it is in the photo', () => {
  const { raster, toPhoto } = straighten(photo.raster, photo.corners)
  for (const u of [0, 0.3, 0.7, 1])
    for (const v of [0, 0.4, 1]) {
      const [x, y] = toPhoto(u * raster.width, v * raster.height)
      const [trueX, trueY] = photo.place(u, v)
      expect(Math.hypot(x - trueX, y - trueY)).toBeLessThan(0.01)
    }
})

test('the flat page shows at each point what the photo shows there', () => {
  const { raster, toPhoto } = straighten(photo.raster, photo.corners)
  for (let i = 1; i < 60; i += 1) {
    const [x, y] = [Math.floor((raster.width * i) / 60), Math.floor((raster.height * ((i * 7) % 60)) / 60)]
    if (x < 30 || y < 30 || x > raster.width - 30 || y > raster.height - 30) continue
    const [u, v] = toPhoto(x + 0.5, y + 0.5)
    const around = [-1, 0, 1].flatMap((dy) =>
      [-1, 0, 1].map((dx) => photo.raster.data[Math.floor(v + dy) * photo.raster.width + Math.floor(u + dx)] as number),
    )
    const here = raster.data[y * raster.width + x] as number
    expect(here).toBeGreaterThanOrEqual(Math.min(...around) - 1)
    expect(here).toBeLessThanOrEqual(Math.max(...around) + 1)
  }
})

test('letters keep their size: the flat page is as large as the sheet is in the photo', () => {
  const { raster } = straighten(photo.raster, photo.corners)
  const [tl, tr, br, bl] = photo.corners
  const widest = Math.max(Math.hypot(tr[0] - tl[0], tr[1] - tl[1]), Math.hypot(br[0] - bl[0], br[1] - bl[1]))
  expect(raster.width / widest).toBeGreaterThan(0.97)
  expect(raster.width / widest).toBeLessThan(1.1)
})

test('a sheet of A4 and one of US Letter come out in their own proportions, however the phone was held', () => {
  for (const ratio of [Math.SQRT2, 11 / 8.5])
    for (let seed = 1; seed <= 8; seed += 1) {
      const { corners, raster } = takePhoto(seed, { longSide: 200, desk: 'dark', clutter: false, ratio })
      expect([ratio, 1 / ratio], `seed ${seed}`).toContain(findPageAspect(corners, raster))
    }
})

test('a photo comes out flat, without its desk, and its boxes lead back into the photo', () => {
  const flat = flattenPhoto(photo.raster, { camera: false })
  expect(flat.isPhoto).toBe(true)
  expect(flat.raster).not.toBe(photo.raster)
  const rim = [...flat.raster.data.subarray(0, flat.raster.width), ...flat.raster.data.subarray(-flat.raster.width)]
  expect(Math.min(...rim)).toBeGreaterThan(90)
  const [x, y, width, height] = flat.toShown([0.25, 0.25, 0.5, 0.5])
  const [a, b] = [photo.place(0.25, 0.25), photo.place(0.75, 0.75)]
  expect(x * photo.raster.width).toBeLessThan(a[0] + 3)
  expect(y * photo.raster.height).toBeLessThan(a[1] + 3)
  expect((x + width) * photo.raster.width).toBeGreaterThan(b[0] - 3)
  expect((y + height) * photo.raster.height).toBeGreaterThan(b[1] - 3)
})

test('a scan comes through untouched, and nothing is said of it', () => {
  const canvas = drawSheet(createRandom(1), { kind: 'table', width: 1240, height: 1754, letters: 0.0125, paper: 250 })
  const rgba = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
  const scan = {
    width: canvas.width,
    height: canvas.height,
    data: Uint8Array.from({ length: rgba.length / 4 }, (_, i) => rgba[4 * i] ?? 0),
  }
  const flat = flattenPhoto(scan, { camera: false })
  expect(flat.raster).toBe(scan)
  expect(flat.isPhoto).toBe(false)
  expect(flat.notices).toEqual([])
  expect(flat.toShown([0.1, 0.2, 0.3, 0.4])).toEqual([0.1, 0.2, 0.3, 0.4])
})
