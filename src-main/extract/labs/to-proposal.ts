/** A reading → what is proposed: its code, its unit, its judgement by the paper's own marks, its day, its doubts. */
import type { FactDoubt } from '#contract/facts.ts'
import type { Span } from '../../ingest/read-page.ts'
import { loincOf } from '../dictionaries/analytes.ts'
import type { Units } from '../dictionaries/units.ts'
import { judge } from '../flags.ts'
import type { Proposal } from '../proposal.ts'
import type { Named } from './names.ts'
import type { Dated, Reading } from './reading.ts'

export interface ProposalParts {
  readonly text: string
  readonly named: Named
  readonly unit: string | undefined
  /** Of the document or of the heading, for readings without a day of their own. */
  readonly date: Dated | undefined
  readonly category: 'laboratory' | 'vital-sign'
  /** Without it a value is compared with bounds in its own unit alone. */
  readonly convert?: Units['convert']
}

export function toProposal(reading: Reading, parts: ProposalParts): Proposal {
  const { text, named, unit, date, category } = parts
  const { quantity, valueSpan } = reading
  const valueText = text.slice(valueSpan.start, valueSpan.end).replace(/\s+/gu, ' ')
  const range = reading.range
  const judgement = judge({ ...quantity, valueText }, range, reading.flag)
  const day = reading.date === 'unknown' ? undefined : (reading.date ?? date)
  const code = named.analyte && loincOf(named.analyte, unit)
  const specimen = named.analyte ? named.analyte.specimen : (reading.specimen ?? named.specimen)
  const doubts: FactDoubt[] = [
    ...named.doubts,
    ...(reading.unitText !== undefined && unit === undefined && !named.doubts.includes('unknown-unit')
      ? (['unknown-unit'] as const)
      : []),
    ...(judgement.isContradicted ? (['flag-and-range-differ'] as const) : []),
    ...(isImplausible(reading, parts) ? (['implausible-value'] as const) : []),
    ...(day?.isAmbiguous ? (['ambiguous-date'] as const) : []),
    ...(day === undefined ? (['no-date'] as const) : []),
  ]
  return {
    kind: 'observation',
    name: named.name,
    nameText: reading.nameText,
    ...(code !== undefined && { code: { system: 'loinc', code } }),
    valueText,
    ...(quantity.value !== undefined && { value: quantity.value }),
    ...(quantity.comparator && { comparator: quantity.comparator }),
    ...(unit !== undefined && { unit }),
    ...(reading.unitText !== undefined && { unitText: reading.unitText }),
    ...(reading.rangeText !== undefined && { rangeText: reading.rangeText }),
    ...(range?.low !== undefined && { rangeLow: range.low }),
    ...(range?.high !== undefined && { rangeHigh: range.high }),
    flag: judgement.flag,
    isNoneKnown: false,
    ...(day && { happenedOn: day.on, datePrecision: day.precision, dateKind: day.dateKind }),
    details: {
      category,
      ...(specimen !== undefined && { specimen }),
      ...(quantity.secondValue !== undefined && { secondValue: quantity.secondValue }),
    },
    doubts,
    ...(named.correctedFrom !== undefined && { correctedFrom: named.correctedFrom }),
    suggestions: [...named.suggestions],
    page: reading.page,
    spans: spansOf(reading),
    valueSpan,
  }
}

/** Outside of what is possible, in its own unit or carried over to one that has bounds: a unit may be misread too. */
function isImplausible({ quantity }: Reading, { named: { analyte }, unit, convert }: ProposalParts): boolean {
  const { value } = quantity
  if (value === undefined || !analyte || quantity.form !== 'number') return false
  const usual = analyte.units.filter(({ measure }) => measure === undefined)
  const own = analyte.units.filter(({ ucum }) => ucum === unit)
  return (own.length > 0 ? own : usual).some(({ ucum, low, high }) => {
    const carried = ucum === unit ? value : unit === undefined ? undefined : convert?.(value, unit, ucum, analyte)
    if (carried === undefined) return false
    return (low !== undefined && carried < low && quantity.comparator !== '<') || (high !== undefined && carried > high)
  })
}

/** In order, each tight; what overlaps is one. */
function spansOf({ nameSpans, valueSpan, unitSpan, rangeSpan, flagSpan, dateSpan }: Reading): Span[] {
  const all = [...nameSpans, valueSpan, unitSpan, rangeSpan, flagSpan, dateSpan].filter((span) => span !== undefined)
  const spans: { start: number; end: number }[] = []
  for (const { start, end } of all.sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  return spans
}
