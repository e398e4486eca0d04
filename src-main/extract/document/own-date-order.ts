/**
 * How a paper writes 11/03/2024, told by its own day: who was seen on 11/03/2024 in a letter of 14 March 2024 was not seen
 * in November. Only where just one reading is possible.
 */
import { findDates } from '../dates.ts'
import type { ExtractPage } from '../proposal.ts'
import type { DateOrder } from './date-forms.ts'
import { datedLinesOf } from './document-date.ts'

export function ownDateOrder(pages: readonly Pick<ExtractPage, 'text'>[]): DateOrder | undefined {
  const dated = datedLinesOf(pages, [], undefined)
  const written = dated
    .filter(({ kind, found }) => WRITTEN.has(kind) && !found.date.isAmbiguous)
    .map(({ found }) => found.date.on.slice(0, 10))
    .sort()
    .at(-1)
  if (written === undefined) return undefined
  const shown = new Set(
    dated
      .filter(({ kind, found }) => !WRITTEN.has(kind) && found.date.isAmbiguous)
      .flatMap(({ key }) => {
        const possible = ORDERS.filter((order) => (findDates(key, { order })[0]?.date.on ?? '') <= written)
        return possible.length === 1 ? possible : []
      }),
  )
  return shown.size === 1 ? [...shown][0] : undefined
}

const ORDERS: readonly DateOrder[] = ['day-first', 'month-first']
/** The day of the paper itself; of these nothing that it tells of as done lies later. */
const WRITTEN: ReadonlySet<string> = new Set(['dated', 'printed', 'reported'])
