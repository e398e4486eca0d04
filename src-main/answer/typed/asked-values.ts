/**
 * The values of a typed query, by measure and unit: what converts exactly is one series, the two numbers of a pressure can
 * be asked one by one, and a bound is compared in the values' own unit.
 */
import type { SeriesPoint } from '#contract/facts.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import { type Convert, toSeries } from '../../facts/series.ts'
import type { Entry } from './find-facts.ts'

export interface Point extends Entry {
  /** In the unit of its series. */
  readonly number: number | undefined
  readonly second: number | undefined
}

export interface Values {
  readonly name: string
  readonly unit: string | undefined
  /** The oldest first, those without a date last. */
  readonly points: readonly Point[]
}

/** Series with a value that was asked for; the one with the newest first. */
export function askedValues(query: TypedQuery, entries: readonly Entry[], convert: Convert): Values[] {
  const series = toValues(query, entries, convert)
  const asked = query.beyond === undefined ? series : series.map((one) => beyondOnly(one, query, convert))
  return asked.filter(({ points }) => points.length > 0)
}

/** The series with the newest value first: what has not been measured for long is not what is asked. */
function toValues(query: TypedQuery, entries: readonly Entry[], convert: Convert): Values[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const part = PART[query.name ?? '']
  const series = toSeries(
    entries.map(({ row }) => row),
    convert,
  )
  const values = series.map(({ name, unit, points }): Values => {
    const numbered = points.flatMap((point) => toPoint(point, byId.get(point.factId), part))
    return { name: part === undefined ? name : (query.name ?? name), unit, points: numbered }
  })
  return joinUnitless(values).toSorted((a, b) => (newest(a) > newest(b) ? -1 : 1))
}

/** A pressure's two numbers, asked one by one. */
const PART: Readonly<Record<string, 'first' | 'second'>> = {
  'Systolic blood pressure': 'first',
  'Diastolic blood pressure': 'second',
}

function toPoint(point: SeriesPoint, entry: Entry | undefined, part: 'first' | 'second' | undefined): Point[] {
  if (entry === undefined) return []
  const isPair = point.secondValue !== undefined
  const number = part === 'second' && isPair ? point.secondValue : point.value
  const isPart = part !== undefined && isPair && number !== undefined
  const own = isPart ? { valueText: String(number), value: number } : {}
  return [{ ...entry, ...own, number, second: point.secondValue }]
}

/** Values that were written without a unit stand beside those of the only unit, to be shown and never to be calculated with. */
function joinUnitless(values: readonly Values[]): Values[] {
  const byName = [...Map.groupBy(values, ({ name }) => name).values()]
  return byName.flatMap((group) => {
    const [bare, others] = [
      group.filter(({ unit }) => unit === undefined),
      group.filter(({ unit }) => unit !== undefined),
    ]
    const [main] = others
    const isPair = bare.some(({ points }) => points.some(({ second }) => second !== undefined))
    if (main === undefined || bare.length === 0 || others.length > 1 || !(isPair || bare.every(hasNoNumbers)))
      return group
    const points = [main, ...bare].flatMap((one) => one.points).toSorted(byDate)
    return [{ ...main, points }]
  })
}

const hasNoNumbers = ({ points }: Values) => points.every(({ number }) => number === undefined)

function byDate(a: Point, b: Point): number {
  const [first, second] = [a.happenedOn ?? '~', b.happenedOn ?? '~']
  return first === second ? a.row.seq - b.row.seq : first < second ? -1 : 1
}

export const dated = ({ points }: Values) => points.filter(({ happenedOn }) => happenedOn !== undefined)
const newest = (values: Values) => dated(values).at(-1)?.happenedOn ?? ''

function beyondOnly(values: Values, { beyond }: TypedQuery, convert: Convert): Values {
  if (beyond === undefined) return values
  const { side, value, unit } = beyond
  const limit =
    unit === undefined || unit === values.unit
      ? value
      : values.unit === undefined
        ? undefined
        : convert(value, unit, values.unit, values.name)
  const isBeyond = ({ number, comparator }: Point) => {
    if (number === undefined || limit === undefined) return false
    if (side === 'above') return number > limit || (number === limit && comparator === '>')
    return number < limit || (number === limit && comparator === '<')
  }
  return { ...values, points: values.points.filter(isBeyond) }
}
