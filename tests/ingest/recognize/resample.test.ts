import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Raster } from '../../../src-main/ingest/image/raster.ts'
import { placementOf, quarterTurned, resample, toOldPage } from '../../../src-main/ingest/recognize/resample.ts'

const hills = (x: number, y: number) => 128 + 60 * Math.sin(x / 9) + 50 * Math.cos(y / 11)

const hilly = (width: number, height: number): Raster => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => hills((i % width) + 0.5, Math.floor(i / width) + 0.5)),
})

test('the new page shows at each place what the old one shows where that place came from', () => {
  const page = hilly(160, 120)
  fc.assert(
    fc.property(
      fc.double({ min: 0.4, max: 2, noNaN: true }),
      fc.double({ min: -0.16, max: 0.16, noNaN: true }),
      (scale, skew) => {
        const placement = placementOf(page, scale, skew)
        const { width, height, data } = resample(page, placement, 200)
        let off = 0
        let count = 0
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            const [ox, oy] = toOldPage(placement, x + 0.5, y + 0.5)
            if (ox < 6 || oy < 6 || ox > 154 || oy > 114) continue
            off += Math.abs((data[y * width + x] as number) - hills(ox, oy))
            count++
          }
        expect(off / count).toBeLessThan(1.6)
      },
    ),
    { numRuns: 40 },
  )
})

test('what lies outside the old page is paper', () => {
  const page = { width: 80, height: 60, data: new Uint8Array(80 * 60) }
  const { data } = resample(page, placementOf(page, 1, 0.1), 222)
  expect(data[0]).toBe(222)
  expect(data.at(-1)).toBe(222)
})

test('four quarter turns lead back, and each moves every pixel where it belongs', () => {
  const page = hilly(37, 70)
  let turned: Raster = page
  for (const _ of [1, 2, 3, 4]) {
    const before: Raster = turned
    turned = quarterTurned(before, 1)
    expect(turned.data[0]).toBe(before.data[(before.height - 1) * before.width])
    expect([turned.width, turned.height]).toEqual([before.height, before.width])
  }
  expect(turned).toEqual(page)
  expect(quarterTurned(quarterTurned(page, 1), 3)).toEqual(page)
  expect(quarterTurned(quarterTurned(page, 1), 1)).toEqual(quarterTurned(page, 2))
})
