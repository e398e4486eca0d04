/**
 * A page's raster made ready for recognition: stood upright, straightened, brought to scale, cleaned. Knows nothing of
 * words; asks the recognizer only which way is up. The raster given is never changed.
 */
import type { Raster } from '../image/raster.ts'
import { cleanPage } from './clean-page.ts'
import { percentile, shrink } from './grey.ts'
import { letterHeightOf } from './letters.ts'
import { pageMap } from './page-map.ts'
import type { PreparedPage } from './prepared-page.ts'
import type { Recognizer } from './recognizer.ts'
import { placementOf, quarterTurned, resample } from './resample.ts'
import { scaleFor } from './scale.ts'
import { type Survey, survey } from './survey.ts'
import { type TurnedPage, uprightOf } from './turn.ts'

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
/** Radians: one pixel over a page's width at most. */
const LEAST_SKEW = 0.0005

function prepareTurned({ page, measure }: Survey, turn: 0 | 1, dpi: number | undefined): TurnedPage {
  const { letterHeight, skew } = measure(turn)
  const scale = scaleFor(page, letterHeight, dpi)
  const coarse = Math.max(1, Math.floor(1 / scale))
  const turned = quarterTurned(page, turn)
  const reduced = shrink(turned, coarse)
  const placement = placementOf(reduced, scale * coarse, Math.abs(skew) < LEAST_SKEW ? 0 : skew)
  const straight = resample(reduced, placement, percentile(reduced, 0.8, 17))
  const clean = cleanPage(straight, letterHeight * scale || USUAL_LETTER)
  return {
    ...clean,
    letterHeight: letterHeight === 0 ? 0 : letterHeightOf(clean.components, straight.height),
    turn,
    toPage: pageMap(placement, turn, { width: turned.width / coarse, height: turned.height / coarse }),
  }
}
