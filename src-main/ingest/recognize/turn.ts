/**
 * Which way is up. Latin print shows it by itself; where it does not settle it, a few lines are recognised each way and
 * the surer reading wins. A page is turned away from how it was given only when that is clear.
 */
import type { PixelBox } from '../image/raster.ts'
import type { CleanPage } from './clean-page.ts'
import type { PreparedPage } from './prepared-page.ts'
import type { Recognizer } from './recognizer.ts'
import { quarterTurned } from './resample.ts'
import { clearlyUpright, strokesOf } from './strokes.ts'
import type { Survey } from './survey.ts'
import { readSample, sampleOf } from './turn-sample.ts'

/** A prepared page with the letters that the decision looks at. */
export interface TurnedPage extends PreparedPage, Pick<CleanPage, 'components' | 'lines'> {}

/** A reading must beat its rivals by this much. */
const CLEAR_WIN = 1.3

/** `prepare` makes the page ready as given (0) or turned clockwise once (1); it is called for what is needed only. */
export async function uprightOf(
  { sideways, clear }: Pick<Survey, 'sideways' | 'clear'>,
  prepare: (turn: 0 | 1) => TurnedPage,
  recognizer: Recognizer | undefined,
): Promise<PreparedPage> {
  const likely = prepare(sideways && clear ? 1 : 0)
  const strokes = strokesOf(likely.components, likely.lines)
  if (!recognizer || (clear && clearlyUpright(strokes))) return asGiven(likely)
  const order = strokes.rising < strokes.falling ? ([2, 0] as const) : ([0, 2] as const)
  const readings: { page: PreparedPage; score: number }[] = []
  for (const page of clear ? [likely] : [likely, prepare(1)]) {
    const sample = sampleOf(page.grey, page.lines, page.letterHeight)
    if (!sample) continue
    for (const turn of order) {
      const { score, certain } = await readSample(sample, turn, recognizer)
      const turned = turn === 2 ? turnedRound(page) : asGiven(page)
      if (certain) return turned
      readings.push({ page: turned, score })
    }
  }
  readings.sort((a, b) => b.score - a.score)
  const [best, second] = readings
  return best && best.score > CLEAR_WIN * (second?.score ?? 0) ? best.page : asGiven(likely)
}

const asGiven = ({ components: _, lines: __, ...page }: TurnedPage): PreparedPage => page

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
