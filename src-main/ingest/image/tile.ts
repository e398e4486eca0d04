/** A small square of a picture, taken apart into paper and ink. */
import type { PixelBox, Raster } from './raster.ts'

export interface Tile extends Raster {
  /** Grey levels of its ink and its paper, each as most of it is. */
  readonly ink: number
  readonly paper: number
}

/** Less contrast than this share of the paper's tone is not writing. */
const leastContrast = 0.08

export function isolateTile(picture: Raster, box: PixelBox): Tile | undefined {
  const [right, bottom] = [Math.min(picture.width, box.x + box.width), Math.min(picture.height, box.y + box.height)]
  const [width, height] = [right - box.x, bottom - box.y]
  if (width < 24 || height < 24) return undefined
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const row = (box.y + y) * picture.width + box.x
    data.set(picture.data.subarray(row, row + width), y * width)
  }
  const sorted = Uint8Array.from(data).sort()
  const ink = sorted[Math.floor(sorted.length * 0.02)] as number
  const paper = sorted[Math.floor(sorted.length * 0.8)] as number
  return paper - ink < Math.max(12, leastContrast * paper) ? undefined : { width, height, data, ink, paper }
}
