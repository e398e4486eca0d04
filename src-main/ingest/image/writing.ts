/** Where a small view of a picture shows writing: what is clearly darker than the paper round it, and thin. */
import { closing } from './closing.ts'
import type { InkMap, Raster } from './raster.ts'

export interface PaperAndInk {
  /** The picture without its writing. */
  readonly paper: Raster
  /** 1 where there is writing, or something as fine. */
  readonly ink: InkMap
}

/** Wipes out strokes up to 8 pixels thick: letters of all common sizes when a sheet is some 600 pixels tall. */
const closingRadius = 4
const leastContrast = 0.22
const leastDifference = 12

/** `contrast`: least share of the paper's tone by which writing is darker. */
export function findWriting(view: Raster, contrast = leastContrast): PaperAndInk {
  const paper = closing(view, closingRadius)
  const data = new Uint8Array(view.data.length)
  for (let i = 0; i < data.length; i += 1) {
    const tone = paper.data[i] as number
    data[i] =
      tone - (view.data[i] as number) > Math.max(leastDifference * (contrast / leastContrast), contrast * tone) ? 1 : 0
  }
  return { paper, ink: { width: view.width, height: view.height, data } }
}
