/**
 * Dates as they stand in running text, only to rank and to filter sentences: nothing here becomes a fact. Where day
 * and month cannot be told apart, the day is taken to come first.
 */
export interface WrittenDate {
  readonly year: number
  readonly month?: number
  readonly day?: number
  /** Month and day could as well be read the other way round (`06/04/2024`). */
  readonly ambiguous?: true
}

/** A stretch of time asked about: `in April` is April of any year. */
export interface Period {
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
export const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const YEAR = '((?:19|20)\\d\\d)'

const ISO = new RegExp(`\\b${YEAR}-(\\d\\d)(?:-(\\d\\d))?(?!\\d)`, 'g')
const NUMERIC = /\b(\d{1,2})([./-])(\d{1,2})\2((?:19|20)?\d\d)\b/g
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\.?[ -](?:of )?${MONTH}\\.?,?[ -]${YEAR}\\b`, 'gi')
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}\\b`, 'gi')
const MONTH_YEAR = new RegExp(`\\b${MONTH}\\.?,? (?:of )?${YEAR}\\b`, 'gi')
const YEAR_ALONE = new RegExp(`(?<![\\d./-])${YEAR}(?![\\d./-]*\\d)`, 'g')

export const writtenDates = (text: string): WrittenDate[] => takeDates(text).dates

/** The dates of a text, and the text with a blank in the place of each. */
export function takeDates(text: string): { dates: WrittenDate[]; rest: string } {
  let rest = text
  const dates: WrittenDate[] = []
  const take = (pattern: RegExp, read: (groups: string[]) => WrittenDate | undefined) => {
    rest = rest.replace(pattern, (whole: string, ...groups: string[]) => {
      const date = read(groups)
      if (!date) return whole
      dates.push(date)
      return ' '
    })
  }
  // Most sentences hold no two digits side by side, hence no date, and are passed over at once.
  if (!/\d\d/.test(text)) return { dates, rest }
  take(ISO, ([year, month, day]) => dateOf(year, month, day))
  take(NUMERIC, ([first, separator, second, year]) => {
    if (Number(second) > 12) return dateOf(year, first, second)
    const date = dateOf(year, second, first)
    return date && separator !== '.' && Number(first) <= 12 ? { ...date, ambiguous: true } : date
  })
  if (!/(?:19|20)\d\d/.test(rest)) return { dates, rest }
  take(DAY_FIRST, ([day, month, year]) => dateOf(year, monthOf(month), day))
  take(MONTH_FIRST, ([month, day, year]) => dateOf(year, monthOf(month), day))
  take(MONTH_YEAR, ([month, year]) => dateOf(year, monthOf(month)))
  take(YEAR_ALONE, ([year]) => dateOf(year))
  return { dates, rest }
}

/** Comparable: larger is later. */
export const dateKey = ({ year, month = 0, day = 0 }: WrittenDate): number => (year * 100 + month) * 100 + day

/** Either reading of an ambiguous date counts. */
export const isWithin = (date: WrittenDate, period: Period): boolean =>
  agrees(date.year, date.month, date.day, period) ||
  (date.ambiguous === true && agrees(date.year, date.day, date.month, period))

const agrees = (year: number, month: number | undefined, day: number | undefined, period: Period) =>
  (period.year === undefined || year === period.year) &&
  (period.month === undefined || month === period.month) &&
  (period.day === undefined || day === period.day)

export const monthOf = (name = ''): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)

function dateOf(year = '', month?: string, day?: string): WrittenDate | undefined {
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year)
  if (month === undefined) return { year: fullYear }
  if (Number(month) < 1 || Number(month) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) return undefined
  return { year: fullYear, month: Number(month), ...(day === undefined ? {} : { day: Number(day) }) }
}
