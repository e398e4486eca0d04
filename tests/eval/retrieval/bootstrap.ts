/** How far a mean over queries may be chance: percentile intervals of the paired bootstrap (Efron and Tibshirani 1993, 13.3). */
import { createRandom } from '../../../tools/make-papers/random.ts'

/** Low and high end. */
export type Interval = readonly [number, number]

const RESAMPLES = 10_000
const OUTSIDE = 0.05

/**
 * The 95 % interval of each series' mean. The series are one value a query, of the same queries in the same order, and
 * every resample draws the same queries for all of them: the difference of two systems is a series of differences.
 */
export function bootstrapIntervals(
  series: readonly (readonly number[])[],
  { seed, resamples = RESAMPLES }: { seed: number; resamples?: number },
): Interval[] {
  const queries = series[0]?.length ?? 0
  if (queries === 0 || series.some((values) => values.length !== queries))
    throw new RangeError('a bootstrap needs series of one length, and a query at least')
  const width = series.length
  // what is drawn together lies together
  const values = Float64Array.from(
    { length: queries * width },
    (_, at) => series[at % width]?.[Math.floor(at / width)] ?? 0,
  )
  const means = series.map(() => new Float64Array(resamples))
  const sums = new Float64Array(width)
  const random = createRandom(seed)
  for (let resample = 0; resample < resamples; resample += 1) {
    sums.fill(0)
    for (let drawn = 0; drawn < queries; drawn += 1) {
      const from = random.between(0, queries - 1) * width
      for (let column = 0; column < width; column += 1)
        sums[column] = (sums[column] ?? 0) + (values[from + column] ?? 0)
    }
    means.forEach((of, column) => {
      of[resample] = (sums[column] ?? 0) / queries
    })
  }
  return means.map(middle)
}

function middle(means: Float64Array): Interval {
  const sorted = means.sort()
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN
  return [at(OUTSIDE / 2), at(1 - OUTSIDE / 2)]
}
