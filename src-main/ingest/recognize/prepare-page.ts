/**
 * A page's raster made ready for recognition: stood upright, straightened, brought to scale, evenly lit, two-tone, free
 * of rules, specks and pictures. Knows nothing of words; asks the recognizer only which way is up.
 */
import type { PixelBox, Raster } from '../image/raster.ts'
import { findBarcodes } from './barcodes.ts'
import { binarise } from './binarise.ts'
import { eraseComponents, findComponents } from './components.ts'
import { evenLight } from './even-light.ts'
import { percentile, shrink } from './grey.ts'
import { findLeaders } from './leaders.ts'
import { findLines } from './lines.ts'
import { pageMap } from './page-map.ts'
import { findPictures } from './pictures.ts'
import type { PreparedPage } from './prepared-page.ts'
import type { Recognizer } from './recognizer.ts'
import { placementOf, quarterTurned, resample } from './resample.ts'
import { turnReverseVideo } from './reverse-video.ts'
import { removeRules } from './rules.ts'
import { scaleFor } from './scale.ts'
import { findSolids } from './solids.ts'
import { findSpecks } from './specks.ts'
import { type Survey, survey } from './survey.ts'
import { type TurnedPage, uprightOf } from './turn.ts'
import { wipe } from './wipe.ts'

export interface PrepareOptions {
  /** Without one the page is taken to be upright, or turned clockwise once when its lines run down it. */
  readonly recognizer?: Recognizer
  /** Of the raster, when the file tells; used when the page shows no letters. */
  readonly dpi?: number
}

export async function preparePage(raster: Raster, { recognizer, dpi }: PrepareOptions = {}): Promise<PreparedPage> {
  const seen = survey(raster)
  return uprightOf(seen, (turn) => prepareTurned(seen, turn, dpi), recognizer)
}

/** Print of 10 points at 200 dots per inch, where a page shows no letters to measure. */
const USUAL_LETTER = 16
/** One pixel over a page's width at most. */
const LEAST_SKEW = 0.0005

function prepareTurned({ page, measure }: Survey, turn: 0 | 1, dpi: number | undefined): TurnedPage {
  const { letterHeight, skew } = measure(turn)
  const scale = scaleFor(page, letterHeight, dpi)
  const coarse = Math.max(1, Math.floor(1 / scale))
  const reduced = shrink(quarterTurned(page, turn), coarse)
  const placement = placementOf(reduced, scale * coarse, Math.abs(skew) < LEAST_SKEW ? 0 : skew)
  const straight = resample(reduced, placement, percentile(reduced, 0.8, 17))
  const height = letterHeight * scale
  return { ...cleaned(straight, height || USUAL_LETTER), letterHeight: height, turn, toPage: pageMap(placement, turn) }
}

function cleaned(straight: Raster, letterHeight: number) {
  const evened = evenLight(straight, letterHeight)
  const { page: grey, shade, cell } = evened
  const ink = binarise(evened)
  const { bars, others } = turnReverseVideo(grey, ink, findSolids(ink, letterHeight).boxes, letterHeight)
  const before = { ...ink, data: Uint8Array.from(ink.data) }
  const stripes = findBarcodes(findComponents(ink), letterHeight)
  for (const box of stripes) blank(ink, box)
  const rules = removeRules(ink, letterHeight)
  const components = findComponents(ink)
  const lines = findLines(components, letterHeight)
  const pictures = findPictures({ components, lines, bars, solids: others, shade, cell, letterHeight })
  const dirt = findSpecks(components, letterHeight, ink.width, ink.height)
  findLeaders(components, ink, letterHeight).forEach((mark, c) => {
    if (mark === 1) dirt[c] = 1
  })
  eraseComponents(ink, components, dirt, 0)
  for (const box of pictures) blank(ink, box)
  wipe(grey, before, ink, Math.max(1, Math.round(letterHeight / 10)))
  return { grey, ink, rules, pictures: [...stripes, ...pictures], components, lines }
}

function blank({ width, data }: Raster, box: PixelBox): void {
  for (let y = box.y; y < box.y + box.height; y++) data.fill(0, y * width + box.x, y * width + box.x + box.width)
}
