/**
 * Every measure with three values or more in one unit: the first and the last, the lowest and the highest, and what lies outside
 * its own report's range. Direction is said of numbers alone; what is written as a limit (`<5`) is not compared.
 */
import type { Series, SeriesPoint } from '#contract/facts.ts'
import { capital, onDate, sayDate, sayFlag, sayValue, subtract } from '../answer/typed/wording.ts'
import { type DraftLine, type DraftSection, type Step, section, stated, stepDraft } from './draft.ts'
import type { ReviewRecord } from './review-record.ts'

export const trendReview: readonly Step[] = [
  { name: 'compare-values', run: compareValues },
  { name: 'list-short-series', run: listShortSeries },
]

const FEWEST = 3

/** A number on a day, in the unit of its series. */
interface Dated extends SeriesPoint {
  readonly value: number
  readonly happenedOn: string
}

const isDated = (point: SeriesPoint): point is Dated =>
  point.value !== undefined && point.happenedOn !== undefined && point.comparator === undefined

async function compareValues(record: ReviewRecord) {
  const long = (await record.series()).filter((series) => series.points.filter(isDated).length >= FEWEST)
  const facts = long.flatMap(({ points }) => points.map(({ factId }) => ({ id: factId })))
  const sections = long.map((series, at) => describeSeries(series, `trend-${at + 1}`))
  const none = section('trends', 'Trends', [], 'There is no measure with three dated values in one unit.')
  return stepDraft({ facts }, ...(sections.length > 0 ? sections : [none]))
}

function describeSeries({ name, unit, points }: Series, id: string): DraftSection {
  const dated = points.filter(isDated)
  const apart = points.filter((point) => !isDated(point))
  const shownUnit = dated.find(({ isConverted }) => !isConverted)?.unitText ?? unit
  const title = `${capital(name)}${shownUnit === undefined ? '' : `, ${shownUnit}`}`
  const lines = [
    ...ends(dated),
    ...numbersOf(dated).flatMap((numbers) => extremes(numbers)),
    ...outside(points),
    ...apart.map((point) => stated(`Not compared: ${say(point)}.`, [point.factId])),
  ]
  return { id, title, lines }
}

/** As its paper writes it, and converted where that is in another unit. */
const say = (point: SeriesPoint) => `${sayValue(point)}${onDate(point.happenedOn)}`

function ends(dated: readonly Dated[]): DraftLine[] {
  const [first, last] = [dated[0], dated.at(-1)]
  if (first === undefined || last === undefined) return []
  const span = `${dated.length} values from ${sayDate(first.happenedOn)} to ${sayDate(last.happenedOn)}`
  const ways = numbersOf(dated).map(({ label, numbers }) => `${label}${direction(numbers)}`)
  return [stated(`${span}. First ${say(first)}; last ${say(last)}: ${ways.join('; ')}.`, [first.factId, last.factId])]
}

interface Numbered {
  readonly point: Dated
  readonly number: number
}

interface Numbers {
  /** Which of the two numbers of a pair; empty for one. */
  readonly label: string
  readonly numbers: readonly Numbered[]
}

/** The numbers of pairs one by one. */
function numbersOf(dated: readonly Dated[]): Numbers[] {
  const first = dated.map((point) => ({ point, number: point.value }))
  const second = dated.flatMap((point) =>
    point.secondValue === undefined ? [] : [{ point, number: point.secondValue }],
  )
  if (second.length === 0) return [{ label: '', numbers: first }]
  const named = [
    { label: 'the first number ', numbers: first },
    { label: 'the second number ', numbers: second },
  ]
  return named.filter(({ numbers }) => numbers.length >= FEWEST)
}

function direction(numbers: readonly Numbered[]): string {
  const [first, last] = [numbers[0], numbers.at(-1)]
  if (first === undefined || last === undefined || first.number === last.number) return 'the same'
  const way = last.number > first.number ? 'higher' : 'lower'
  // a converted number has more decimals than its paper says
  const isWritten = !first.point.isConverted && !last.point.isConverted
  return isWritten ? `${way} by ${Math.abs(subtract(last.number, first.number))}` : way
}

function extremes({ label, numbers }: Numbers): DraftLine[] {
  const [lowest, highest] = [Math.min, Math.max].map((pick) => {
    const number = pick(...numbers.map((one) => one.number))
    return numbers.filter((one) => one.number === number)
  })
  const [low, high] = [lowest?.[0], highest?.[0]]
  if (low === undefined || high === undefined) return []
  const of = label === '' ? '' : ` of ${label.trim()}`
  return [
    stated(`Lowest${of}: ${say(low.point)}. Highest${of}: ${say(high.point)}.`, [low.point.factId, high.point.factId]),
  ]
}

const outside = (points: readonly SeriesPoint[]): DraftLine[] =>
  points
    .filter(({ flag }) => flag !== 'normal' && flag !== 'unknown')
    .map((point) => stated(`Outside: ${say(point)}${sayFlag(point)}.`, [point.factId]))

async function listShortSeries(record: ReviewRecord) {
  const short = (await record.series()).filter((series) => series.points.filter(isDated).length < FEWEST)
  const facts = short.flatMap(({ points }) => points.map(({ factId }) => ({ id: factId })))
  const lines = short.map(({ name, points }) =>
    stated(
      `${capital(name)}: ${points.length === 1 ? '1 value' : `${points.length} values`}.`,
      points.map(({ factId }) => factId),
    ),
  )
  const ifNone = 'Every measure in the record has three dated values in one unit.'
  return stepDraft({ facts }, section('short', 'Fewer than three dated values in one unit', lines, ifNone))
}
