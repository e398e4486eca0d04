/** The points of a measure as they are drawn: which is the latest, which have a number and a day. Pure. */
import type { Series, SeriesPoint } from '#contract/facts.ts'
import type { SparkPoint } from '../components/chart/scale.ts'
import { middleOf, type Stretch, stretchOf } from './fact-dates.ts'
import { isOutOfRange } from './out-of-range.ts'

export interface DrawnPoint {
  readonly point: SeriesPoint
  readonly value: number
  readonly stretch: Stretch
}

/** By its date; a point without one is never the latest while another has one. */
export const latestPoint = ({ points }: Pick<Series, 'points'>): SeriesPoint | undefined =>
  points.findLast(({ happenedOn }) => happenedOn !== undefined) ?? points.at(-1)

/** With a number and a date, the oldest first. Limits such as `<5` are numbers too; how they are meant stands in the text. */
export const drawnPoints = ({ points }: Pick<Series, 'points'>): DrawnPoint[] =>
  points
    .flatMap((point) => {
      const stretch = stretchOf(point.happenedOn)
      return point.value === undefined || stretch === undefined ? [] : [{ point, value: point.value, stretch }]
    })
    .sort((a, b) => middleOf(a.stretch) - middleOf(b.stretch))

export const sparkPoints = (series: Pick<Series, 'points'>): SparkPoint[] =>
  drawnPoints(series).map(({ point, value, stretch }) => ({
    ...{ at: middleOf(stretch), value },
    isOut: isOutOfRange(point.flag),
  }))
