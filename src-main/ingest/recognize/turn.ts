/**
 * Which way is up. Latin print shows it by itself: far more strokes rise above its small letters than fall below. Where
 * that does not settle it, a few lines are recognised each way and the surer reading wins.
 */
import type { PixelBox, Raster } from '../image/raster.ts'
import type { Components } from './components.ts'
import { PAPER } from './even-light.ts'
import type { Line } from './lines.ts'
import type { PreparedPage } from './prepared-page.ts'
import type { Recognizer } from './recognizer.ts'
import { quarterTurned } from './resample.ts'
import type { Survey } from './survey.ts'

/** A prepared page with the letters that the decision looks at. */
export interface TurnedPage extends PreparedPage {
  readonly components: Components
  readonly lines: readonly Line[]
}

/** A reading must beat its rivals by this much to turn a page away from how it was given. */
const CLEAR_WIN = 1.3

/** `prepare` makes the page ready as given (0) or turned clockwise once (1); it is called for what is needed only. */
export async function uprightOf(
  { sideways, clear }: Pick<Survey, 'sideways' | 'clear'>,
  prepare: (turn: 0 | 1) => TurnedPage,
  recognizer: Recognizer | undefined,
): Promise<PreparedPage> {
  const likely = prepare(sideways && clear ? 1 : 0)
  if (!recognizer) return likely
  const strokes = strokesOf(likely.components, likely.lines)
  if (clear && clearlyUpright(strokes)) return likely
  const readings: { page: PreparedPage; score: number }[] = []
  for (const page of clear ? [likely] : [likely, prepare(1)]) {
    const sample = sampleOf(page.grey, page.lines, page.letterHeight)
    if (!sample) continue
    for (const turn of strokes.rising < strokes.falling ? ([2, 0] as const) : ([0, 2] as const)) {
      const { score, certain } = await readSample(sample, turn, recognizer)
      const turned = turn === 2 ? turnedRound(page) : page
      if (certain) return turned
      readings.push({ page: turned, score })
    }
  }
  readings.sort((a, b) => b.score - a.score)
  const [best, second] = readings
  return best && best.score > CLEAR_WIN * (second?.score ?? 0) ? best.page : likely
}

function turnedRound(page: TurnedPage): PreparedPage {
  const { width, height } = page.ink
  const mirror = (box: PixelBox): PixelBox => ({ ...box, x: width - box.x - box.width, y: height - box.y - box.height })
  return {
    grey: quarterTurned(page.grey, 2),
    ink: quarterTurned(page.ink, 2),
    rules: page.rules.map(mirror),
    pictures: page.pictures.map(mirror),
    letterHeight: page.letterHeight,
    turn: page.turn === 0 ? 2 : 3,
    toPage: (box) => page.toPage(mirror(box)),
  }
}

/** Letters that rise above the small ones of their line, and letters that fall below. */
export interface Strokes {
  readonly rising: number
  readonly falling: number
}

export function strokesOf({ top, bottom }: Components, lines: readonly Line[]): Strokes {
  let rising = 0
  let falling = 0
  for (const { letters } of lines) {
    if (letters.length < 8) continue
    const tops = letters.map((c) => top[c] as number)
    const bottoms = letters.map((c) => bottom[c] as number)
    // The lower half of the tops and the upper half of the bottoms lie at the two edges of the small letters.
    const upper = quantile(tops, 0.6)
    const lower = quantile(bottoms, 0.4)
    const slack = 0.2 * (lower - upper)
    rising += tops.filter((y) => y < upper - slack).length
    falling += bottoms.filter((y) => y > lower + slack).length
  }
  return { rising, falling }
}

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0

/** No reading is needed: hundreds of letters say the same. */
export const clearlyUpright = ({ rising, falling }: Strokes): boolean => rising >= 60 && rising >= 2.7 * falling

const MOST_LINES = 5
const LONGEST_LINE = 40

/** A few of the page's longest lines, one below the other; undefined when it has none. */
export function sampleOf(grey: Raster, lines: readonly Line[], letterHeight: number): Raster | undefined {
  const fits = ({ box, letters }: Line) =>
    letters.length >= 3 && box.height < 2.6 * letterHeight && box.width < LONGEST_LINE * letterHeight
  const chosen = lines
    .filter(fits)
    .sort((a, b) => b.letters.length - a.letters.length)
    .slice(0, MOST_LINES)
    .map(({ box }) => padded(box, Math.round(0.4 * letterHeight), grey))
  if (chosen.length === 0) return undefined
  const margin = Math.round(letterHeight)
  const width = Math.max(...chosen.map((box) => box.width)) + 2 * margin
  const height = chosen.reduce((sum, box) => sum + box.height + margin, margin)
  const data = new Uint8Array(width * height).fill(PAPER)
  let at = margin
  for (const { x, y, width: w, height: h } of chosen) {
    for (let row = 0; row < h; row++, at++) {
      const from = (y + row) * grey.width + x
      data.set(grey.data.subarray(from, from + w), at * width + margin)
    }
    at += margin
  }
  return { width, height, data }
}

function padded({ x, y, width, height }: PixelBox, pad: number, page: Raster): PixelBox {
  const left = Math.max(0, x - pad)
  const top = Math.max(0, y - pad)
  return {
    x: left,
    y: top,
    width: Math.min(page.width, x + width + pad) - left,
    height: Math.min(page.height, y + height + pad) - top,
  }
}

export interface Reading {
  /** Confidence times length, summed over what looks like words. */
  readonly score: number
  /** So sure that no other way of turning the page can read better. */
  readonly certain: boolean
}

export async function readSample(sample: Raster, turn: 0 | 2, recognizer: Recognizer): Promise<Reading> {
  const words = await recognizer.recognize(quarterTurned(sample, turn), { dpi: 200, layout: 'block' })
  let score = 0
  let letters = 0
  for (const { text, confidence } of words) {
    if (!/^[\p{L}\p{N}.,:;/()%+<>=-]{3,}$/u.test(text)) continue
    const length = Math.min(8, text.length)
    score += confidence * length
    letters += length
  }
  return { score, certain: letters >= 40 && score >= 0.85 * letters }
}
