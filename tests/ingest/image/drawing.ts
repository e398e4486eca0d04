/** The drawing that the fixtures show as well: white, a black block in the upper left corner, a grey one in the upper right. */
import sharp from 'sharp'
import { expect } from 'vitest'
import type { Raster } from '../../../src-main/ingest/image/raster.ts'

export const WIDTH = 240
export const HEIGHT = 160

export function drawGrey(width = WIDTH, height = HEIGHT): Raster {
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < height / 4; y += 1) {
    data.fill(0, y * width, y * width + Math.floor(width / 3))
    data.fill(128, y * width + Math.ceil((width * 2) / 3), (y + 1) * width)
  }
  return { width, height, data }
}

/** In colour, as most files have it; every channel alike. */
export const draw = (width = WIDTH, height = HEIGHT) =>
  sharp(drawGrey(width, height).data, { raw: { width, height, channels: 1 } }).toColourspace('srgb')

/** The tones in the four corners, clockwise from the upper left. */
export function corners({ width, height, data }: Raster): number[] {
  const at = (x: number, y: number) => data[Math.floor(height * y) * width + Math.floor(width * x)] as number
  return [at(0.05, 0.05), at(0.95, 0.05), at(0.95, 0.95), at(0.05, 0.95)]
}

/** `tones`: as they should be in the corners, clockwise from the upper left; lossy formats may be off by a few. */
export function expectCorners(raster: Raster, tones: readonly number[] = [0, 128, 255, 255], tolerance = 6): void {
  const off = corners(raster).map((tone, i) => Math.abs(tone - (tones[i] as number)))
  expect(Math.max(...off), `corners ${corners(raster)} instead of ${tones}`).toBeLessThanOrEqual(tolerance)
}
