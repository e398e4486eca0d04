/** A list whose entries begin with their date, `28-Oct-2020 | Essential hypertension`: which cell is the name. */
import type { Span } from '../../ingest/read-page.ts'
import type { ClinicalContext } from '../clinical-context.ts'
import { datesBeside } from './stated-dates.ts'

export interface DatedRow {
  readonly date: Span
  readonly name: Span
}

/** `row`: the cells of a row without a header, in `text`; undefined where the first is no date or nothing is named. */
export function datedRow(text: string, row: readonly Span[], order: ClinicalContext['order']): DatedRow | undefined {
  const [date, ...others] = row
  if (!date || !isDate(text.slice(date.start, date.end), order)) return undefined
  const name = others.find((cell) => {
    const written = text.slice(cell.start, cell.end)
    return /\p{L}{3}/u.test(written) && !isDate(written, order)
  })
  return name && { date, name }
}

function isDate(written: string, order: ClinicalContext['order']): boolean {
  const [found] = datesBeside(written, order)
  return found !== undefined && written.slice(0, found.start).trim() === '' && /^\W*$/.test(written.slice(found.end))
}
