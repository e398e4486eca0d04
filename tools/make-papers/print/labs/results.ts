/** Invented results: measured values around their reference limits, with flags, ranges and earlier values as printed. */
import type { Random } from '../../random.ts'
import { type Analyte, analytesOf, panelNames } from './analytes.ts'

export interface Result extends Analyte {
  readonly value: string
  /** Empty when within the limits. */
  readonly flag: '' | 'H' | 'L'
  readonly range: string
  /** A laboratory's own number for the test. */
  readonly code: string
}

/** Whole panels in a random order, `count` results in all. */
export function makeResults(random: Random, count: number): Result[] {
  const order = shuffled(random, panelNames)
  return order
    .flatMap(analytesOf)
    .slice(0, count)
    .map((analyte) => measure(analyte, random))
}

export function measure(analyte: Analyte, random: Random): Result {
  const { low, high, decimals } = analyte
  const steps = 10 ** decimals
  const bottom = low ?? (high ?? 0) * 0.15
  const top = high ?? Math.max(bottom * 1.9, bottom + 1)
  const reach = top - bottom
  const bias = random.chance(0.3) ? (random.chance(0.6) ? reach * 0.6 : -reach * 0.45) : 0
  const raw = bottom + (reach * random.between(8, 92)) / 100 + bias
  const number = Math.round((bottom >= 0 ? Math.max(raw, 1 / steps) : raw) * steps) / steps
  const censored = low === undefined && random.chance(0.12)
  return {
    ...analyte,
    value: censored ? `<${(1 / steps).toFixed(decimals)}` : number.toFixed(decimals),
    flag: censored ? '' : high !== undefined && number > high ? 'H' : low !== undefined && number < low ? 'L' : '',
    range: rangeOf(analyte),
    code: String(random.between(1001, 9899)),
  }
}

/** An earlier value of the same test. */
export const earlier = ({ value, decimals }: Result, random: Random): string => {
  const number = Number(value.replace('<', ''))
  return ((number * random.between(80, 122)) / 100).toFixed(decimals)
}

/** `3.5-5.2` as `3.5 - 5.2`; a minus stays with its number. */
export const spaced = (range: string) => range.replace(/(\d)-/, '$1 - ')

export const withComma = (text: string) => text.replace(/(\d)\.(\d)/g, '$1,$2')

function rangeOf({ low, high, decimals }: Analyte): string {
  if (low === undefined) return `<${(high ?? 0).toFixed(decimals)}`
  if (high === undefined) return `>${low.toFixed(decimals)}`
  return `${low.toFixed(decimals)}${low < 0 ? ' to ' : '-'}${high.toFixed(decimals)}`
}

export function shuffled<T>(random: Random, things: readonly T[]): T[] {
  const rest = [...things]
  return things.map(() => rest.splice(random.between(0, rest.length - 1), 1)[0] as T)
}
