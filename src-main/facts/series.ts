/**
 * The values of one measure over time, in one unit. Only what converts exactly is converted; every other unit is a series
 * of its own, and a number without a unit is never put among those that have one.
 */
import { AppError } from '#contract/errors.ts'
import type { Series, SeriesPoint } from '#contract/facts.ts'
import { listObservations } from '../store/fact-sums.ts'
import type { Store } from '../store/store.ts'
import type { FactRow } from '../store/tables.ts'
import type { FactContent } from './compose-fact.ts'
import { type AsKnown, knownOf } from './known.ts'
import type { Measures } from './measures.ts'

export type Convert = Measures['convert']

export interface SeriesDeps {
  readonly store: Store
  readonly convert: Convert
}

export function createSeries({ store, convert }: SeriesDeps) {
  return async ({ name, unit, ...query }: SeriesQuery): Promise<{ series: Series[] }> => {
    if (unit !== undefined && name === undefined) throw new AppError('input/invalid')
    const series = toSeries(await listObservations(store.db, knownOf(query), name), convert)
    return { series: unit === undefined ? series : series.map((one) => inUnit(one, unit, convert)) }
  }
}

interface SeriesQuery extends AsKnown {
  readonly name?: string | undefined
  readonly unit?: string | undefined
}

interface Observation {
  readonly row: FactRow
  readonly content: FactContent
}

/** Measures in the order of their names; of one measure the series with the most points first. */
export function toSeries(rows: readonly FactRow[], convert: Convert): Series[] {
  const observations = rows.map((row): Observation => ({ row, content: JSON.parse(row.data) as FactContent }))
  const byName = [...Map.groupBy(observations, ({ row }) => row.name.toLowerCase())]
  return byName
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofName]) => {
      const bySpecimen = [...Map.groupBy(ofName, ({ content }) => content.details.specimen?.toLowerCase() ?? '')]
      return bySpecimen.flatMap(([specimen, group]) => {
        const named = bySpecimen.length > 1 && specimen !== '' ? ` (${group[0]?.content.details.specimen})` : ''
        return clusters(group, convert).map((cluster) => toOne(cluster, named, convert))
      })
    })
}

interface Cluster {
  readonly unit: string | undefined
  readonly observations: Observation[]
}

/** By unit, the most used first; what converts exactly into one that is there joins it. Words go with the first. */
function clusters(group: readonly Observation[], convert: Convert): Cluster[] {
  const numbers = group.filter(({ content }) => content.value !== undefined)
  const byUnit = [...Map.groupBy(numbers, ({ content }) => content.unit)].toSorted(
    ([a, first], [b, second]) => second.length - first.length || (String(a) < String(b) ? -1 : 1),
  )
  const made: Cluster[] = []
  for (const [unit, observations] of byUnit) {
    const home = made.find((one) => unit !== undefined && observations.every((each) => fits(each, one.unit, convert)))
    if (home === undefined) made.push({ unit, observations: [...observations] })
    else home.observations.push(...observations)
  }
  const words = group.filter(({ content }) => content.value === undefined)
  const [first] = made
  if (first === undefined) return [{ unit: undefined, observations: words }]
  first.observations.push(...words)
  return made
}

const fits = ({ row, content }: Observation, unit: string | undefined, convert: Convert): boolean =>
  unit !== undefined && converted(content.value, content.unit, unit, row.name, convert) !== undefined

function toOne({ unit, observations }: Cluster, named: string, convert: Convert): Series {
  const points = observations.map((one) => toPoint(one, unit, convert)).toSorted(byDate)
  const [first] = observations as [Observation]
  const { category = 'laboratory' } = first.content.details
  const code = observations.find(({ content }) => content.code !== undefined)?.content.code
  const used = [...new Set(observations.flatMap(({ content }) => content.unit ?? []))]
  return {
    ...{ name: `${first.row.name}${named}`, category, points },
    ...(code !== undefined && { code }),
    ...(unit !== undefined && { unit }),
    units: used.filter((each) =>
      observations.every((one) => one.content.value === undefined || fits(one, each, convert)),
    ),
  }
}

function toPoint({ row, content }: Observation, unit: string | undefined, convert: Convert): SeriesPoint {
  const { valueText, comparator, unitText, rangeText, flag, doubts, happenedOn } = content
  const into = (value: number | undefined) => converted(value, content.unit, unit, row.name, convert)
  const [value, secondValue] = [into(content.value), into(content.details.secondValue)]
  const [rangeLow, rangeHigh] = [into(content.rangeLow), into(content.rangeHigh)]
  return {
    ...{
      factId: row.id,
      valueText,
      flag,
      state: row.state,
      doubts,
      isConverted: content.unit !== unit && value !== undefined,
    },
    ...(happenedOn !== undefined && { happenedOn }),
    ...(comparator !== undefined && { comparator }),
    ...(unitText !== undefined && { unitText }),
    ...(rangeText !== undefined && { rangeText }),
    ...(value !== undefined && { value }),
    ...(secondValue !== undefined && { secondValue }),
    ...(rangeLow !== undefined && { rangeLow }),
    ...(rangeHigh !== undefined && { rangeHigh }),
  }
}

function converted(
  value: number | undefined,
  from: string | undefined,
  to: string | undefined,
  name: string,
  convert: Convert,
): number | undefined {
  if (value === undefined || from === to) return value
  return from === undefined || to === undefined ? undefined : convert(value, from, to, name)
}

function inUnit(series: Series, unit: string, convert: Convert): Series {
  const into = (value: number | undefined) => {
    const after = converted(value, series.unit, unit, series.name, convert)
    if (value !== undefined && after === undefined) throw new AppError('fact/no-conversion')
    return after
  }
  const points = series.points.map((point): SeriesPoint => {
    const { value, secondValue, rangeLow, rangeHigh, ...rest } = point
    const numbers = {
      value: into(value),
      secondValue: into(secondValue),
      rangeLow: into(rangeLow),
      rangeHigh: into(rangeHigh),
    }
    return { ...rest, ...numbers, isConverted: point.isConverted !== (series.unit !== unit && value !== undefined) }
  })
  return { ...series, unit, points }
}

/** The oldest first; those without a date last. */
function byDate(a: SeriesPoint, b: SeriesPoint): number {
  const [first, second] = [a.happenedOn ?? '~', b.happenedOn ?? '~']
  if (first !== second) return first < second ? -1 : 1
  return a.factId < b.factId ? -1 : 1
}
