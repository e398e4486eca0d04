/**
 * Whether the dates of one paper put the day or the month first, where one of them can be read in one way only. Where two
 * of them disagree nothing is known, and a date that can be read two ways stays as it is written.
 */
import { findDates } from '../../extract/dates.ts'

export type DayOrder = 'day-first' | 'month-first'

const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(?:\d\d)?\d\d$/

export function dayOrderOf(text: string): DayOrder | undefined {
  const orders = new Set<DayOrder>()
  for (const { start, end } of findDates(text)) {
    const [, first = '', , second = ''] = NUMERIC.exec(text.slice(start, end)) ?? []
    if (Number(first) > 12) orders.add('day-first')
    if (Number(second) > 12) orders.add('month-first')
  }
  const [only] = orders
  return orders.size === 1 ? only : undefined
}

/** A date that can be read two ways, as its paper writes them. */
export function inOrder(written: string, on: string, order: DayOrder | undefined) {
  const [, first = '', , second = ''] = NUMERIC.exec(written) ?? []
  if (order === undefined || first === '' || !/^\d{4}/.test(on)) return { on, isAmbiguous: true }
  const [month, day] = order === 'month-first' ? [first, second] : [second, first]
  return { on: `${on.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, isAmbiguous: false }
}
