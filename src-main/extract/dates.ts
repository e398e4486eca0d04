/**
 * Dates as papers write them, each with its place. Never guessed: what may be read as another date keeps its year
 * alone and says so, an impossible day is no date, and a number that is something else (a phone, a ratio, a version)
 * is none.
 */
import { type DateMatch, type DateOrder, type DateParts, readDateAt, readTimeAt } from './document/date-forms.ts'
import { MONTH_NAME } from './document/month-names.ts'
import { isYear, joinsYears } from './document/year-alone.ts'
import type { StatedDate } from './proposal.ts'

export interface FoundDate {
  readonly start: number
  /** With the time that goes with it. */
  readonly end: number
  readonly date: StatedDate
}

/** In the order of the text. `order`: how the same document writes 03/04/2021, from dateOrderOf. */
export function findDates(text: string, options: { readonly order?: DateOrder | undefined } = {}): FoundDate[] {
  return scan(text, options.order).map(({ start, end, parts, time }) => ({ start, end, date: statedDate(parts, time) }))
}

/** By the dates of a document that can be read one way only; undefined when there are none, or they contradict. */
export function dateOrderOf(texts: readonly string[]): DateOrder | undefined {
  const shown = new Set(texts.flatMap((text) => scan(text, undefined).flatMap(({ parts }) => parts.shows ?? [])))
  return shown.size === 1 ? [...shown][0] : undefined
}

interface Scanned {
  readonly start: number
  readonly end: number
  readonly form: DateMatch['form']
  readonly parts: DateParts
  readonly time: string | undefined
}

/** Where a date may begin: at a number of up to four digits, or at the name of a month. */
const BEGINNING = new RegExp(`(?<![\\p{L}\\p{N}_])(?:\\d{1,4}(?!\\d)|${MONTH_NAME}(?![\\p{L}]))`, 'giu')

function scan(text: string, order: DateOrder | undefined): Scanned[] {
  const found: Scanned[] = []
  BEGINNING.lastIndex = 0
  for (let match = BEGINNING.exec(text); match; match = BEGINNING.exec(text)) {
    const start = match.index
    const before = text.slice(Math.max(0, start - 16), start)
    const last = found.at(-1)
    const date = isJoined(before, last?.end === start - 1) ? undefined : readDateAt(text, start, order)
    if (!date) continue
    if (date.form === 'year' && !isYearHere(text, start, date.end, last)) continue
    const timed = date.form === 'full' ? readTimeAt(text, date.end) : undefined
    const end = timed?.end ?? date.end
    if (date.parts) found.push({ start, end, form: date.form, parts: date.parts, time: timed?.time })
    BEGINNING.lastIndex = end
  }
  return found
}

/** What stands right before makes it part of something longer; two dates may be joined by a dash. */
function isJoined(before: string, followsDate: boolean): boolean {
  if (followsDate && /[-‐‑–/,]$/.test(before)) return false
  return /[\p{L}\p{N}][-‐‑/_#+]$|[\p{N}][.,:–]$|[$€£+]$/u.test(before) || /(?:^|[^\p{L}\p{N}])\.$/u.test(before)
}

function isYearHere(text: string, start: number, end: number, last: Scanned | undefined): boolean {
  const after = text.slice(end, end + 16)
  if (isYear(text.slice(Math.max(0, start - 16), start), after)) return true
  if (last?.form !== 'year' || start - last.end > 8) return false
  return joinsYears(text.slice(last.end, start)) && isYear('in ', after)
}

function statedDate({ year, month, day, isAmbiguous }: DateParts, time: string | undefined): StatedDate {
  const two = (part: number) => String(part).padStart(2, '0')
  if (isAmbiguous || month === undefined)
    return { on: String(year), precision: 'year', isAmbiguous: isAmbiguous ?? false }
  if (day === undefined) return { on: `${year}-${two(month)}`, precision: 'month', isAmbiguous: false }
  const on = `${year}-${two(month)}-${two(day)}`
  if (time === undefined) return { on, precision: 'day', isAmbiguous: false }
  return { on: `${on}T${time}`, precision: 'minute', isAmbiguous: false }
}
