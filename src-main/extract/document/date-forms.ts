/**
 * One written date at one place of a text: its forms, the calendar, the time that goes with it. What could be read as
 * another date stays ambiguous; what is no day of the calendar is a match without a date, so that no part of it is
 * taken for one.
 */
import { MONTH_NAME, monthNumber } from './month-names.ts'

export type DateOrder = 'day-first' | 'month-first'

export interface DateParts {
  readonly year: number
  readonly month?: number
  readonly day?: number
  readonly isAmbiguous?: true
  /** How day and month must stand for the date to be one. */
  readonly shows?: DateOrder
}

export interface DateMatch {
  readonly end: number
  /** Absent: written as a date, and none. */
  readonly parts: DateParts | undefined
  readonly form: 'full' | 'month' | 'year'
}

interface Form {
  readonly pattern: RegExp
  readonly form: DateMatch['form']
  /** May be part of a longer number, or a number of another kind, after certain words. */
  readonly isNumeric?: true
  readonly read: (groups: readonly string[], order: DateOrder | undefined) => DateParts | undefined | 'other'
}

/** The date that begins at `at`, if one does; the character before it has been looked at by the caller. */
export function readDateAt(text: string, at: number, order: DateOrder | undefined): DateMatch | undefined {
  for (const { pattern, form, isNumeric, read } of FORMS) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) continue
    const end = at + match[0].length
    if (!endsAt(text, end, form)) continue
    if (isNumeric && NUMBERED.test(text.slice(Math.max(0, at - 24), at))) return { end, form, parts: undefined }
    if (match[0].includes('\n') && isInTable(text, at, end)) continue
    const parts = read(match.slice(1), order)
    if (parts !== 'other') return { end, form, parts: parts && inCalendar(parts) }
  }
  return undefined
}

/** `08:15`, `8:15 am`, `T08:15:00Z`, `0815 hrs`; the time as written, of no time zone. */
export function readTimeAt(text: string, at: number): { readonly end: number; readonly time: string } | undefined {
  TIME.lastIndex = at
  const match = TIME.exec(text)
  if (!match) return undefined
  const [whole, hour = '', minute = '', half = '', hourOfFour = '', minuteOfFour = ''] = match
  const isAfternoon = /^p/i.test(half)
  const hours = Number(hour || hourOfFour)
  // A lone digit before the colon may be a titre, 1:40.
  if (half === '' && hour.length === 1) return undefined
  if (half !== '' && (hours < 1 || hours > 12)) return undefined
  const ofDay = half === '' ? hours : (hours % 12) + (isAfternoon ? 12 : 0)
  return { end: at + whole.length, time: `${String(ofDay).padStart(2, '0')}:${minute || minuteOfFour}` }
}

const YEAR = '((?:19|20)\\d\\d)'
const DAY = '(\\d{1,2})'
const GAP = '(?:[ \\u00a0]{1,3}|[ \\u00a0]?\\n)'
/** After a name of a month two digits are a year only where nothing follows that they could count. */
const YEAR_AFTER_NAME = `((?:19|20)\\d\\d|['’]\\d\\d|\\d\\d(?=[ ]?(?:[\\t\\n,;)]|$| at | \\d\\d:\\d\\d)))`
const ORDINAL = '(?:st|nd|rd|th|er|\\.)?'

const named = (source: string): RegExp => new RegExp(source.replaceAll('MONTH', `(${MONTH_NAME})\\.?`), 'iy')

const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(`${YEAR}([-‐‑/.])(\\d{1,2})\\2(\\d{1,2})`, 'y'),
    form: 'full',
    isNumeric: true,
    read: ([year, , month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  },
  {
    pattern: /(\d{1,2})( ?\/ ?|\. ?|[-‐‑])(\d{1,2})\2((?:19|20)\d\d|\d\d)/y,
    form: 'full',
    isNumeric: true,
    read: readNumeric,
  },
  {
    pattern: named(`${DAY}${ORDINAL}(?:${GAP}|[-‐‑/])?(?:of |de |d')?MONTH(?:,?${GAP}|[-‐‑/])?(?:of |de )?${YEAR}`),
    form: 'full',
    read: ([day, month, year]) => ofName(year, month, day),
  },
  {
    pattern: named(`${DAY}${ORDINAL}${GAP}MONTH,?${GAP}${YEAR_AFTER_NAME}`),
    form: 'full',
    read: ([day, month, year]) => ofName(year, month, day),
  },
  {
    pattern: named(`${DAY}[-‐‑/]MONTH[-‐‑/](\\d\\d)`),
    form: 'full',
    read: ([day, month, year]) => ofName(year, month, day),
  },
  {
    pattern: named(`MONTH(?:${GAP}|[-‐‑/])${DAY}(?:st|nd|rd|th)?(?:,?${GAP}|,|[-‐‑/])${YEAR_AFTER_NAME}`),
    form: 'full',
    read: ([month, day, year]) => ofName(year, month, day),
  },
  {
    pattern: named(`${YEAR}(?:[ ]|[-‐‑/])MONTH(?:[ ]|[-‐‑/])${DAY}`),
    form: 'full',
    read: ([year, month, day]) => ofName(year, month, day),
  },
  {
    pattern: named(`MONTH(?:,?${GAP}|[-‐‑/])(?:of |de )?${YEAR}`),
    form: 'month',
    read: ([month, year]) => ofName(year, month),
  },
  {
    pattern: new RegExp(`(\\d\\d) ?/ ?${YEAR}`, 'y'),
    form: 'month',
    isNumeric: true,
    read: ([month, year]) => ({ year: Number(year), month: Number(month) }),
  },
  {
    pattern: new RegExp(`${YEAR}[-‐‑](\\d\\d)`, 'y'),
    form: 'month',
    isNumeric: true,
    // 2011-12 is as well the winter of two years.
    read: ([year, month]) =>
      Number(month) === (Number(year) + 1) % 100 ? undefined : { year: Number(year), month: Number(month) },
  },
  { pattern: new RegExp(YEAR, 'y'), form: 'year', isNumeric: true, read: ([year]) => ({ year: Number(year) }) },
]

/** Words after which a number with points, strokes or dashes is the number of something. */
const NUMBERED =
  /(?:\b(?:version|ver|rev|v|tel|telephone|phone|fax|mobile|number|nr|id|code|ref|reference|lot|batch|mrn|acc|accession|extn?|zip|plz|section|chapter|serial|sn|iban)|\bno\.|#|§)[.:#)]{0,2}[ \t]{0,3}$/i

const TIME =
  /(?:[ \u00a0]?T|,?[ \u00a0]{1,4}(?:(?:at|um|@|à)[ \u00a0])?|[ \u00a0]?\t)(?:([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?(?:[ \u00a0]?([ap])\.?m\b\.?)?|([01]\d|2[0-3])([0-5]\d)[ \u00a0]?(?:hrs?|hours|h)\b)(?![\p{L}\p{N}:/]|[.,-]\d)/iuy

/**
 * Written with points the day comes first (DIN 5008, Unicode CLDR for the languages that write so); with strokes or
 * dashes either may, unless one part can be no month or the document shows its order elsewhere.
 */
function readNumeric(
  [first = '', separator = '', second = '', year = '']: readonly string[],
  order: DateOrder | undefined,
): DateParts | undefined | 'other' {
  const mark = separator.trim()
  const isShort = year.length === 2
  if (isShort && mark !== '/' && (first.length < 2 || second.length < 2)) return 'other'
  if (isShort && separator.length > 1) return 'other'
  const [one, two] = [Number(first), Number(second)]
  // 21-03-04 may begin with its year.
  if (isShort && mark !== '/' && mark !== '.' && one > 12 && Number(year) <= 31 && order !== 'day-first')
    return undefined
  const dayFirst = { year: fullYear(year), month: two, day: one }
  const monthFirst = { year: fullYear(year), month: one, day: two }
  if (one === two) return dayFirst
  if (one > 12) return { ...dayFirst, shows: 'day-first' }
  if (two > 12) return { ...monthFirst, shows: 'month-first' }
  if (order === 'day-first' || (mark === '.' && order === undefined)) return dayFirst
  if (order === 'month-first' && mark !== '.') return monthFirst
  return { year: fullYear(year), isAmbiguous: true }
}

const ofName = (year = '', month = '', day?: string): DateParts => ({
  year: fullYear(year.replace(/^['’]/, '')),
  month: monthNumber(month),
  ...(day !== undefined && { day: Number(day) }),
})

/** Two digits are a year from 1950 to 2049. */
function fullYear(year: string): number {
  if (year.length !== 2) return Number(year)
  return Number(year) < 50 ? 2000 + Number(year) : 1900 + Number(year)
}

function inCalendar(parts: DateParts): DateParts | undefined {
  const { year, month = 1, day = 1 } = parts
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day <= last ? parts : undefined
}

/** Nothing follows that makes it part of something longer; after a dash another date may. */
function endsAt(text: string, end: number, form: DateMatch['form']): boolean {
  const rest = text.slice(end, end + 12)
  if (/^T\d\d:/.test(rest)) return form === 'full'
  if (/^[\p{L}\p{N}_%°]/u.test(rest)) return false
  if (/^[-‐‑]\d/.test(rest)) return form === 'full' && /^.(?:\d{4}[-/.]\d|\d{1,2}[-/. ]\w)/.test(rest)
  return !/^[./:‐‑]\d|^[-‐‑/]\p{L}/u.test(rest)
}

/** Two lines of a table have nothing to do with each other by standing one after the other. */
function isInTable(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start)
  const after = text.slice(end, end + 200)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return line.includes('\t') || (after.split('\n', 1)[0] ?? '').includes('\t')
}
