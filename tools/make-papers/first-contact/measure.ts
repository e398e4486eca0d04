/**
 * What the laboratories of these papers measure, as each of them names it, and results around its limits. The limits
 * only make plausible papers; nothing may be diagnosed with them.
 */
import type { FactFlag } from '#contract/facts.ts'
import type { Scale } from '../clinical/analytes.ts'
import type { StatedFact } from '../clinical/clinical-document.ts'
import { inventNumber } from '../clinical/results.ts'
import type { Random } from '../random.ts'
import { ucumFor } from './printed-units.ts'

export interface Measure {
  /** As in the clinical catalogue where it has the measure. */
  readonly id: string
  readonly name: string
  readonly unit: string
  /** What it is invented around. */
  readonly scale: Scale
  /** What the paper prints as its limits. */
  readonly limits: Pick<Scale, 'low' | 'high'>
  /** What else the paper prints of it, such as its method. */
  readonly note: string
}

type Side = 'low' | 'high'
type Standing = Side | 'normal' | 'unknown'

/** How a paper writes numbers, ranges and flags. */
export interface Writing {
  readonly hasComma?: boolean
  readonly range: (low: string | undefined, high: string | undefined) => string
  /** Empty where the paper has none; `isCritical` when the mark says more than low or high. */
  readonly flag: (side: Side, isFar: boolean) => { readonly text: string; readonly isCritical?: boolean }
}

export interface Outcome {
  readonly measure: Measure
  readonly value: string
  readonly range: string
  readonly flag: string
  readonly isOutside: boolean
  readonly fact: StatedFact
}

/**
 * One measure a line: `id | name | unit | low | high | decimals | note`; no limit is an empty place, and `~120` one
 * that the paper does not print.
 */
export function measuresFrom(rows: string): readonly Measure[] {
  return rows
    .trim()
    .split('\n')
    .map((row) => {
      const [id = '', name = '', unit = '', low = '', high = '', decimals = '0', note = ''] = row
        .split('|')
        .map((cell) => cell.trim())
      const [unprinted, printed] = [true, false].map((isMeant) => limitsOf(low, high, isMeant))
      return {
        ...{ id, name, unit, note, limits: printed ?? {} },
        scale: { unit, decimals: Number(decimals), ...unprinted },
      }
    })
}

function limitsOf(low: string, high: string, withUnprinted: boolean): Pick<Scale, 'low' | 'high'> {
  const has = (limit: string) => limit !== '' && (withUnprinted || !limit.startsWith('~'))
  const [from, to] = [low, high].map((limit) => Number(limit.replace('~', '')))
  return {
    ...(has(low) && from !== undefined ? { low: from } : {}),
    ...(has(high) && to !== undefined ? { high: to } : {}),
  }
}

export function inventOutcome(measure: Measure, writing: Writing, random: Random, on?: string): Outcome {
  const { scale, limits, unit, name, id } = measure
  const { text, number, comparator } = inventNumber(scale, random)
  const write = (plain: string) => (writing.hasComma ? plain.replace('.', ',') : plain)
  const limit = (at: number | undefined) => (at === undefined ? undefined : write(at.toFixed(scale.decimals)))
  const value = write(text)
  const isBounded = limits.low !== undefined || limits.high !== undefined
  const range = isBounded ? writing.range(limit(limits.low), limit(limits.high)) : ''
  const standing = standingOf(number, comparator, limits)
  const isOutside = standing === 'low' || standing === 'high'
  const { text: flag, isCritical = false } = isOutside ? writing.flag(standing, isFar(number, scale)) : { text: '' }
  return {
    ...{ measure, value, range, flag, isOutside },
    fact: {
      ...{ kind: 'observation', about: id, nameText: name, valueText: value, value: number, units: ucumFor(unit) },
      ...(comparator === undefined ? {} : { comparator }),
      ...(unit === '' ? {} : { unitText: unit }),
      ...(range === '' ? {} : { rangeText: range }),
      ...(flag === '' ? {} : { flagText: flag }),
      ...(on === undefined ? {} : { on }),
      flags: flagsSaid(standing, { flag, range, isCritical }),
      details: { category: 'laboratory' },
    },
  }
}

/** A result in words or crosses. */
export function worded(
  { id, name }: Pick<Measure, 'id' | 'name'>,
  value: string,
  more: Partial<StatedFact>,
): StatedFact {
  return {
    ...{ kind: 'observation', about: id, nameText: name, valueText: value, units: [] },
    ...{ flags: ['unknown', 'normal'], details: { category: 'laboratory' }, ...more },
  }
}

export const noFlag: Writing['flag'] = () => ({ text: '' })

/** Where `<5` stands against a range that it may reach into is said by nobody, nor what is exactly at a limit. */
function standingOf(number: number, comparator: '<' | '>' | undefined, { low, high }: Measure['limits']): Standing {
  if (low === undefined && high === undefined) return 'unknown'
  if (comparator === '<') return high !== undefined && number < high ? 'normal' : 'unknown'
  if (comparator === '>') return low !== undefined && number > low ? 'normal' : 'unknown'
  if (number === high || number === low) return 'unknown'
  if (high !== undefined && number > high) return 'high'
  return low !== undefined && number < low ? 'low' : 'normal'
}

function isFar(number: number, { low, high }: Scale): boolean {
  const reach = (high ?? (low ?? 0) * 1.8) - (low ?? (high ?? 0) * 0.2)
  return (high !== undefined && number > high + reach * 0.9) || (low !== undefined && number < low - reach * 0.35)
}

function flagsSaid(
  standing: Standing,
  { flag, range, isCritical }: { readonly flag: string; readonly range: string; readonly isCritical: boolean },
): FactFlag[] {
  if (standing === 'unknown') return range === '' ? ['unknown'] : ['unknown', 'normal', 'low', 'high']
  if (flag === '') return range === '' ? ['unknown'] : [standing]
  if (flag === '*') return ['abnormal', standing]
  return isCritical ? ['critical', standing] : [standing]
}
