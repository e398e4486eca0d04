/**
 * Writes days as papers write them and remembers each one written. A day like 03/04/2021 stays ambiguous unless another
 * day of the same paper, written the same way, shows which number is the month.
 */
export const dateStyles = [
  'us-slash',
  'us-slash-short',
  'us-long',
  'us-short',
  'iso',
  'day-month',
  'day-mon-dash',
  'dots',
  'uk-slash',
] as const
export type DateStyle = (typeof dateStyles)[number]

export interface Calendar {
  /** `on` is YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM. */
  write(on: string, style?: DateStyle): string
  written(): string[]
  isAmbiguous(on: string): boolean
}

export function createCalendar(style: DateStyle): Calendar {
  const days = new Set<string>()
  const slashed = new Set<string>()
  return {
    write(on, as = style) {
      const day = on.slice(0, 10)
      days.add(day)
      if (isSlash(as) && day.length === 10) slashed.add(day)
      return writeDate(on, as)
    },
    written: () => [...days],
    isAmbiguous(on) {
      const day = on.slice(0, 10)
      return slashed.has(day) && couldBeEither(day) && ![...slashed].some(dayAfterTwelve)
    },
  }
}

const isSlash = (style: DateStyle) => style.includes('slash')
const dayAfterTwelve = (day: string) => Number(day.slice(8)) > 12
const couldBeEither = (day: string) => !dayAfterTwelve(day) && day.slice(5, 7) !== day.slice(8)

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

function writeDate(on: string, style: DateStyle): string {
  const [day = '', time] = on.split('T')
  const [year = '', month, date] = day.split('-')
  const written = month === undefined ? year : date === undefined ? writeMonth(year, month) : writeDay(day, style)
  return time === undefined ? written : `${written} ${style.startsWith('us-') ? halfDay(time) : time}`
}

function halfDay(time: string): string {
  const [hour = '', minute = ''] = time.split(':')
  return `${Number(hour) % 12 || 12}:${minute} ${Number(hour) < 12 ? 'AM' : 'PM'}`
}

const writeMonth = (year: string, month: string) => `${monthNames[Number(month) - 1]} ${year}`

function writeDay(day: string, style: DateStyle): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const name: string = monthNames[Number(month) - 1] ?? ''
  if (style === 'us-slash') return `${month}/${date}/${year}`
  if (style === 'us-slash-short') return `${Number(month)}/${Number(date)}/${year.slice(2)}`
  if (style === 'uk-slash') return `${date}/${month}/${year}`
  if (style === 'us-long') return `${name} ${Number(date)}, ${year}`
  if (style === 'us-short') return `${name.slice(0, 3)} ${Number(date)}, ${year}`
  if (style === 'day-month') return `${Number(date)} ${name} ${year}`
  if (style === 'day-mon-dash') return `${date}-${name.slice(0, 3)}-${year}`
  if (style === 'dots') return `${date}.${month}.${year}`
  return day
}

/** Moves a day; the calendar of the machine is not asked. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}
