/** From each system's scores, query by query, to means, their intervals, and what the hybrid gains over words alone. */
import { z } from 'zod'
import { bootstrapIntervals } from './bootstrap.ts'
import { metricNames, type Scores } from './metrics.ts'
import { type SystemName, systemNames } from './ranking-system.ts'

const perMetric = <T extends z.ZodType>(of: T) => z.strictObject({ ndcg10: of, mrr10: of, recall100: of })
const means = perMetric(z.number())
const intervals = perMetric(z.tuple([z.number(), z.number()]))

export const Comparison = z.strictObject({
  systems: z.strictObject({ bm25: means, vectors: means, hybrid: means }),
  ci95: z.strictObject({ bm25: intervals, vectors: intervals, hybrid: intervals, 'hybrid-minus-bm25': intervals }),
})
export type Comparison = z.infer<typeof Comparison>

/** One entry a query, the same queries in the same order for every system; at least one. */
export function compareSystems(scores: Readonly<Record<SystemName, readonly Scores[]>>, seed: number): Comparison {
  const series = Object.fromEntries(
    systemNames.map((name) => [name, metricNames.map((metric) => scores[name].map((of) => of[metric]))]),
  ) as Record<SystemName, number[][]>
  const gained = series.hybrid.map((values, metric) =>
    values.map((value, query) => value - (series.bm25[metric]?.[query] ?? Number.NaN)),
  )
  const columns = { ...series, 'hybrid-minus-bm25': gained }
  const found = bootstrapIntervals(Object.values(columns).flat(), { seed })
  return Comparison.parse({
    systems: Object.fromEntries(systemNames.map((name) => [name, byMetric(series[name].map(mean))])),
    ci95: Object.fromEntries(
      Object.keys(columns).map((name, at) => [name, byMetric(found.slice(at * metricNames.length))]),
    ),
  })
}

const byMetric = <T>(values: readonly T[]) => Object.fromEntries(metricNames.map((metric, at) => [metric, values[at]]))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
