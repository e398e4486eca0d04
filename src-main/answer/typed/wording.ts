/** How a fact is put into words: as its paper writes it, never rounded and never judged. */
import type { Entry } from './find-facts.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** `2021-03-04T08:15` → `4 March 2021`; a year or a month stays one. */
export function sayDate(on: string): string {
  const [year = '', month, day] = on.slice(0, 10).split('-')
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  if (name === undefined) return year
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

export const onDate = (on: string | undefined): string =>
  on === undefined ? ' (without a date)' : ` ${on.length < 10 ? 'in' : 'on'} ${sayDate(on)}`

/** With its comparator, unit and second number as they stand on the paper. */
export function sayValue({ valueText, unitText }: Pick<Entry, 'valueText' | 'unitText'>): string {
  const isWithUnit = unitText === undefined || valueText.toLowerCase().endsWith(unitText.toLowerCase())
  return isWithUnit ? valueText : `${valueText} ${unitText}`
}

export const capital = (text: string): string =>
  // a name that begins with a short form keeps its own capitals
  /^\p{Ll}\p{Ll}/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text

/** `a, b and c`. */
export function sayList(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** What its own report says of the value; empty where it says nothing. */
export function sayFlag({ flag, rangeText }: Pick<Entry, 'flag' | 'rangeText'>): string {
  const range = rangeText === undefined ? '' : `range ${rangeText.replace(/^[([]\s*|\s*[)\]]$/g, '')}`
  if (flag === 'unknown') return range === '' ? '' : ` (${range})`
  const words = { low: 'low', high: 'high', normal: 'normal', critical: 'critical', abnormal: 'abnormal' }[flag]
  return ` (${flag === 'normal' && range !== '' ? `within its report's ${range}` : `${words} by its report${range && `, ${range}`}`})`
}

/** As many decimals as the most exact of the values has, and one more. */
export function roundMean(mean: number, values: readonly number[]): number {
  const decimals = Math.max(...values.map((value) => (String(value).split('.')[1] ?? '').length))
  return Number(mean.toFixed(Math.min(decimals + 1, 6)))
}

/** Differences of written numbers, without what binary fractions add. */
export function subtract(a: number, b: number): number {
  const decimals = Math.max(...[a, b].map((value) => (String(value).split('.')[1] ?? '').length))
  return Number((a - b).toFixed(decimals))
}
