/** The values of one measure over time, in one unit. */
import type { Series, SeriesPoint } from '#contract/facts.ts'
import type { Call, Result } from '../call.ts'
import { columns, screenWidth, wrap } from '../layout.ts'
import { getPerson } from '../person.ts'
import { safeLine } from '../terminal-text.ts'

export async function trend({ api, words, options, io }: Call): Promise<Result> {
  const { id: personId } = await getPerson(api, options.person)
  const name = words.join(' ')
  const { unit, asKnownOn } = options
  const known = { personId, ...(asKnownOn !== undefined && { asKnownOn }) }
  const { series } = await api.facts.series({ ...known, name, ...(unit !== undefined && { unit }) })
  if (series.length > 0) return { json: { series }, lines: series.flatMap(describe) }
  const near = (await api.facts.series(known)).series
    .map((one) => one.name)
    .filter((known) => known.toLowerCase().includes(name.toLowerCase()))
  const hint = near.length === 0 ? '' : ` There is ${near.map((known) => `"${safeLine(known)}"`).join(', ')}.`
  return {
    json: { series: [] },
    lines: wrap(`There are no values of "${safeLine(name)}".${hint}`, screenWidth(io.stdout)),
  }
}

function describe({ name, unit, points }: Series, at: number): string[] {
  const title = unit === undefined ? safeLine(name) : `${safeLine(name)}, ${unit}`
  return [...(at > 0 ? [''] : []), title, ...columns(points.map(toRow), '  ')]
}

/** A number that was converted is shown beside what the paper says. */
function toRow(point: SeriesPoint): string[] {
  const { happenedOn, valueText, comparator, value, secondValue, isConverted, unitText, rangeText, flag, state } = point
  const pair = secondValue === undefined ? '' : `/${secondValue}`
  const written = safeLine([valueText, unitText].filter(Boolean).join(' '))
  return [
    happenedOn ?? 'no date',
    value === undefined ? safeLine(valueText) : `${comparator ?? ''}${value}${pair}`,
    flag === 'unknown' || flag === 'normal' ? '' : flag,
    rangeText === undefined ? '' : `range ${safeLine(rangeText)}`,
    isConverted ? `from ${written}` : '',
    state === 'proposed' ? 'not confirmed' : '',
  ]
}
