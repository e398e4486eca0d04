/**
 * Text at the place of a vital sign's value → value and unit. A pressure is a pair; a value without its unit counts only
 * where nothing else can be meant.
 */
import type { Span } from '../../ingest/read-page.ts'
import { type DecimalStyle, type Quantity, quantityAt } from '../quantities.ts'
import type { Measure } from './measures.ts'

export interface VitalValue {
  readonly quantity: Quantity
  readonly valueSpan: Span
  readonly unit?: string
  readonly unitText?: string
  readonly unitSpan?: Span
}

/** `headedUnit`: what the column's heading says. */
export function readVital(
  text: string,
  at: number,
  to: number,
  measure: Measure,
  style: DecimalStyle,
  headedUnit?: string,
): VitalValue | undefined {
  const feet = measure.key === 'height' ? feetAndInches(text, at, to) : undefined
  const metric = feet && /^\s?[([]/.exec(text.slice(feet.valueSpan.end, to))
  if (feet && metric) return readVital(text, feet.valueSpan.end + metric[0].length, to, measure, style) ?? feet
  if (feet) return feet
  const line = text.slice(0, to)
  const quantity = quantityAt(line, at, style)
  if (!quantity || quantity.comparator || quantity.form !== (measure.key === 'pressure' ? 'pair' : 'number')) return
  const after = line.slice(quantity.end)
  if (/^(?:[-\u2013/:.,]\d|\s?(?:-|\u2013|to)\s?\d|\p{L}*\d)/u.test(after)) return
  const gap = /^[\s[(]*/u.exec(after)?.[0].length ?? 0
  const unitStart = quantity.end + gap
  const valueSpan = { start: quantity.start, end: quantity.end }
  for (const [pattern, unit] of measure.units) {
    const match = pattern.exec(line.slice(unitStart, unitStart + 24))
    const unitText = match?.[0].trimEnd()
    if (!unitText) continue
    return { quantity, valueSpan, unit, unitText, unitSpan: { start: unitStart, end: unitStart + unitText.length } }
  }
  const below = UNIT_BELOW.exec(after)?.[1]
  const told = below && measure.units.find(([pattern]) => pattern.test(below))
  if (below && told) return { quantity, valueSpan, unit: told[1], unitText: below }
  const headed = headedUnit === undefined ? undefined : measure.units.find(([pattern]) => pattern.test(headedUnit))
  if (headed && headedUnit !== undefined) return { quantity, valueSpan, unit: headed[1], unitText: headedUnit }
  return isPlausibleBare(measure, quantity, after) ? { quantity, valueSpan } : undefined
}

/** A form may say the unit on the next line. */
const UNIT_BELOW = /^[ \t]*\n[ \t]*(?:measure|units?)[ \t]*:[ \t]*(\p{L}+)/iu

function isPlausibleBare({ bare }: Measure, { value }: Quantity, after: string): boolean {
  if (!bare || value === undefined || value < bare[0] || value > bare[1]) return false
  return (
    /^[ ]*(?:$|[,;.()[\]|*\t\n]|\p{L}{3,}|[LR]\b|(?:BP|HR|PR|RR|SpO2|O2|[PTRW]|Wt|Ht)\b)/u.test(after) &&
    !/^[ ]*(?:years?|days?|weeks?|months?|hours?|minutes?|points?|times?|mg|mcg|ml)\b/iu.test(after)
  )
}

const FEET = /^(\d)\s?(?:'|\u2019|ft\.?|feet|foot)\s?(\d{1,2}(?:\.\d+)?)?\s?(?:"|\u201d|''|in\.?|inch(?:es)?)?/iu

/** 5'6" is kept as it is written; two units are no single number. */
function feetAndInches(text: string, at: number, to: number): VitalValue | undefined {
  const match = FEET.exec(text.slice(at, Math.min(to, at + 20)))
  if (!match) return
  const valueSpan = { start: at, end: at + match[0].trimEnd().length }
  return { quantity: { form: 'words', ...valueSpan }, valueSpan }
}
