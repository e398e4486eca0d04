/** The day that a row bears beside its result, `04 Mar 2024  Creatinine  89 umol/L` or `Creatinine 89 04/03/2024`. */
import type { Span } from '../../ingest/read-page.ts'
import { findDates } from '../dates.ts'
import type { PageRow } from '../page-rows.ts'
import type { Reading, ReadingContext } from './reading.ts'

type Day = Pick<Reading, 'date' | 'dateSpan'>

/** A cell that is a day and nothing else; of two days nobody says which one it is. */
export function dayOfRow({ cells }: PageRow, context: ReadingContext): Day {
  const days = cells.flatMap((cell) => dayIn(cell.text, cell.start, context) ?? [])
  return days.length > 1 ? { date: 'unknown' } : (days[0] ?? {})
}

/** All that is left behind a value. */
export const dayAfter = (text: string, { start, end }: Span, context: ReadingContext): Day | undefined =>
  dayIn(text.slice(start, end), start, context)

function dayIn(text: string, from: number, { order }: ReadingContext): Day | undefined {
  const [found, ...more] = findDates(text, { order })
  if (!found || more.length > 0 || (found.date.precision === 'year' && !found.date.isAmbiguous)) return undefined
  const isAlone = /^\s*$/u.test(text.slice(0, found.start)) && /^\s*(?:\d{4})?\s*$/u.test(text.slice(found.end))
  const dateSpan = { start: from + found.start, end: from + found.end }
  return isAlone ? { date: { ...found.date, dateKind: 'collected' }, dateSpan } : undefined
}
