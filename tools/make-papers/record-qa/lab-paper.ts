/** Laboratory reports in four layouts: a table with flags, one with value and unit together, lines, and one of several dates. */

import { addDays } from '../clinical/calendar.ts'
import { shuffled } from '../clinical/results.ts'
import type { Random } from '../random.ts'
import { headOf } from './head.ts'
import { type Life, measure } from './life.ts'
import { measureOf } from './measures.ts'
import type { Scribe } from './scribe.ts'
import type { Observed } from './truth.ts'

export function writeLabReport(scribe: Scribe, life: Life, on: string, random: Random): void {
  headOf(scribe, life, on, `${life.laboratory}`, 'Laboratory report')
  const layout = random.pick(['flags', 'together', 'lines', 'dates'] as const)
  const measured = shuffled(random, life.measures)
    .slice(0, random.between(3, 5))
    .map((one) => measure(life, one, on, random))
  const results = layout === 'lines' && random.chance(0.4) ? measured.map(withoutRange) : measured
  scribe.lines(
    `${random.pick(['Collected', 'Date collected', 'Specimen collected'])}: ${scribe.date(on)}`,
    `Reported: ${scribe.date(addDays(on, random.between(0, 2)))}`,
    `Ordered by: ${life.familyDoctor(on).name}`,
  )
  const earlier = life.results.filter(({ measure: id }) => results.some((one) => one.measure === id))
  if (layout === 'dates' && earlier.length > 0) writeDates(scribe, results, earlier)
  else if (layout === 'flags') writeFlags(scribe, results, random)
  else if (layout === 'lines') writeLines(scribe, results, random)
  else writeTogether(scribe, results, random)
  scribe.paragraph(random.pick(['Results released electronically.', 'End of report.', 'Sample: venous blood.']))
  life.results.push(...results)
}

function writeFlags(scribe: Scribe, results: readonly Observed[], random: Random) {
  scribe.table(
    ['Test', 'Result', 'Flag', 'Units', 'Reference interval'],
    results.map((one) => [
      nameOf(one, random),
      scribe.state(one)(one.valueText),
      flagOf(one),
      one.unit,
      rangeText(one),
    ]),
  )
}

function writeTogether(scribe: Scribe, results: readonly Observed[], random: Random) {
  scribe.table(
    ['Component', 'Your value', 'Standard range'],
    results.map((one) => [
      nameOf(one, random),
      `${scribe.state(one)(one.valueText)} ${one.unit}`.trim(),
      `${rangeText(one)} ${one.unit}`.trim(),
    ]),
  )
}

function writeLines(scribe: Scribe, results: readonly Observed[], random: Random) {
  scribe.lines(
    ...results.map((one) => {
      const range = one.range === undefined ? '' : ` (reference ${rangeText(one)})`
      return `${nameOf(one, random)}: ${scribe.state(one)(one.valueText)} ${one.unit}`.trimEnd() + range
    }),
  )
}

/** The three last dates before it stand beside what is new; what is in another unit stays away. */
function writeDates(scribe: Scribe, results: readonly Observed[], earlier: readonly Observed[]) {
  const days = [...new Set(earlier.map(({ on }) => on))].toSorted().slice(-3)
  const rows = results.map((one) => [
    measureOf(one.measure).names[0] ?? '',
    one.unit,
    rangeText(one),
    ...days.map((day) => {
      const then = earlier.find((past) => past.on === day && past.measure === one.measure && past.unit === one.unit)
      return then === undefined ? '' : scribe.state(withRangeOf(one, then))(then.valueText)
    }),
    scribe.state(one)(one.valueText),
  ])
  const head = ['Test', 'Units', 'Reference', ...days.map(scribe.date), scribe.date(results[0]?.on ?? '')]
  scribe.table(head, rows)
}

const withoutRange = ({ range: _, ...one }: Observed): Observed => one
const withRangeOf = ({ range }: Observed, one: Observed): Observed =>
  range === undefined ? withoutRange(one) : { ...one, range }

const nameOf = ({ measure: id }: Observed, random: Random) => random.pick(measureOf(id).names)

function rangeText({ range, measure: id }: Observed): string {
  if (range === undefined) return ''
  const decimals = measureOf(id).scale.decimals
  const text = (limit: number) => (Number.isInteger(limit) ? String(limit) : limit.toFixed(Math.max(decimals, 1)))
  if (range.low === undefined) return `<${text(range.high ?? 0)}`
  if (range.high === undefined) return `>=${text(range.low)}`
  return `${text(range.low)} - ${text(range.high)}`
}

function flagOf({ value, range }: Observed): string {
  if (range?.low !== undefined && value < range.low) return 'L'
  if (range?.high !== undefined && (range.low === undefined ? value >= range.high : value > range.high)) return 'H'
  return ''
}
