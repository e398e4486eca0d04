/**
 * A straight page of grey → evenly lit, two-tone, and free of what is not writing: rules, leaders, specks, pictures.
 * What goes from the ink goes from the grey too, so that recognition may read either.
 */
import type { InkMap, PixelBox, Raster } from '../image/raster.ts'
import { findBarcodes } from './barcodes.ts'
import { binarise } from './binarise.ts'
import { type Components, eraseComponents, findComponents } from './components.ts'
import { evenLight } from './even-light.ts'
import { findLeaders } from './leaders.ts'
import { findLines, type Line } from './lines.ts'
import { findPictures } from './pictures.ts'
import { turnReverseVideo } from './reverse-video.ts'
import { removeRules } from './rules.ts'
import { findSolids } from './solids.ts'
import { findSpecks } from './specks.ts'
import { wipe } from './wipe.ts'

export interface CleanPage {
  readonly grey: Raster
  readonly ink: InkMap
  readonly rules: readonly PixelBox[]
  readonly pictures: readonly PixelBox[]
  /** Of the ink when its rules were gone; specks, leaders and pictures among them. */
  readonly components: Components
  readonly lines: readonly Line[]
}

export function cleanPage(straight: Raster, letterHeight: number): CleanPage {
  const evened = evenLight(straight, letterHeight)
  const { page: grey, shade, cell } = evened
  const ink = binarise(evened)
  const { bars, others } = turnReverseVideo(grey, ink, findSolids(ink, letterHeight).blocks, letterHeight)
  const before = { ...ink, data: Uint8Array.from(ink.data) }
  const barcodes = findBarcodes(findComponents(ink), letterHeight)
  for (const box of barcodes) blank(ink, box)
  const rules = removeRules(ink, letterHeight)
  const components = findComponents(ink)
  const lines = findLines(components, letterHeight)
  const pictures = findPictures({ components, lines, bars, solids: others, shade, cell, letterHeight })
  eraseComponents(ink, components, findSpecks(components, ink, letterHeight), 0)
  eraseComponents(ink, components, findLeaders(components, ink, letterHeight), 0)
  for (const box of pictures) blank(ink, box)
  wipe(grey, before, ink, Math.max(1, Math.round(letterHeight / 10)))
  return { grey, ink, rules, pictures: [...barcodes, ...pictures], components, lines }
}

function blank({ width, data }: InkMap, { x, y, width: across, height }: PixelBox): void {
  for (let row = y; row < y + height; row++) data.fill(0, row * width + x, row * width + x + across)
}
