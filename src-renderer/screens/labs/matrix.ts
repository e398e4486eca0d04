/** Measures by day: the columns are the days on which anything was measured, the latest first. Pure. */
import type { Series, SeriesPoint } from '#contract/facts.ts'
import { laterFirst } from '../../facts/fact-dates.ts'

export interface MatrixRow {
  readonly key: string
  readonly series: Series
  /** By column. */
  readonly cells: ReadonlyMap<string, readonly SeriesPoint[]>
}

export interface Matrix {
  /** Days, months or years as they are known; `''` is the column of those without a date, always last. */
  readonly columns: readonly string[]
  readonly rows: readonly MatrixRow[]
}

export const keyOfSeries = ({ name, unit }: Pick<Series, 'name' | 'unit'>): string => `${name}\n${unit ?? ''}`

/** A time of day makes no column of its own. */
const columnOf = ({ happenedOn }: SeriesPoint): string => happenedOn?.split('T')[0] ?? ''

export function matrixOf(series: readonly Series[]): Matrix {
  const columns = [...new Set(series.flatMap(({ points }) => points.map(columnOf)))]
  return {
    columns: columns.sort((a, b) => laterFirst(a, b)),
    rows: series.map((one) => ({
      key: keyOfSeries(one),
      series: one,
      cells: Map.groupBy(one.points, columnOf),
    })),
  }
}

export interface LabFilter {
  /** A word of the name. */
  readonly name: string
  readonly category: Series['category'] | 'any'
}

export const fits = ({ name, category }: LabFilter, series: Series): boolean =>
  (category === 'any' || series.category === category) &&
  series.name.toLocaleLowerCase().includes(name.trim().toLocaleLowerCase())
