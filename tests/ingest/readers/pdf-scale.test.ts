import { describe, expect, test } from 'vitest'
import type { ImagePlace } from '../../../src-main/ingest/readers/pdf-ink.ts'
import { scaleForDpi, scaleForReading, unitsPerPoint } from '../../../src-main/ingest/readers/pdf-scale.ts'

const a4 = { width: 595, height: 842 }
const scan = (dpi: number, part: Partial<ImagePlace> = {}): ImagePlace => ({
  x: 0,
  y: 0,
  ...a4,
  density: dpi / 72,
  ...part,
})
const dpiOf = (images: readonly ImagePlace[], page = a4) => Math.round(scaleForReading(page, images).dpi)

describe('a page is drawn for reading', () => {
  test('at 200 dpi when it is no scan', () => {
    expect(dpiOf([])).toBe(200)
    expect(dpiOf([scan(600, { width: 100, height: 100 })])).toBe(200)
  })

  test('at the resolution of its scan, within 150 and 300 dpi', () => {
    expect([72, 150, 204, 300, 600].map((dpi) => dpiOf([scan(dpi)]))).toEqual([150, 150, 204, 300, 300])
  })

  test('at that of its strips, and of the finer layer of two', () => {
    const strips = Array.from({ length: 10 }, (_, i) => scan(240, { y: i * 84.2, height: 84.2 }))
    expect(dpiOf(strips)).toBe(240)
    expect(dpiOf([scan(100), scan(300)])).toBe(300)
  })

  test('as if it were A4 when a scanner took its pixels for points', () => {
    const page = { width: 1654, height: 2339 }
    const { scale, dpi } = scaleForReading(page, [{ x: 0, y: 0, ...page, density: 1 }])
    expect(scale).toBeCloseTo(1, 2)
    expect(Math.round(dpi)).toBe(200)
    expect(unitsPerPoint(page)).toBeCloseTo(2339 / 842)
  })

  test('with no more than forty million pixels', () => {
    for (const page of [
      { width: 1290, height: 1290 },
      { width: 20_000, height: 400 },
      { width: 3, height: 2 },
    ]) {
      const { scale } = scaleForDpi(600, page)
      expect(page.width * page.height * scale * scale).toBeLessThan(40_000_001)
    }
  })
})
