/** Days and minutes in the ways of these papers; each one written is known to the paper's calendar. */
import type { Calendar } from '../clinical/calendar.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

interface Parts {
  readonly year: string
  readonly month: string
  readonly day: string
  /** `Mar` */
  readonly name: string
}

const formats = {
  '14-Mar-2024': ({ year, day, name }: Parts) => `${day}-${name}-${year}`,
  '14/Mar/2024': ({ year, day, name }: Parts) => `${day}/${name}/${year}`,
  '14 Mar 24': ({ year, day, name }: Parts) => `${day} ${name} ${year.slice(2)}`,
  '14 Mar 2024': ({ year, day, name }: Parts) => `${Number(day)} ${name} ${year}`,
  'Mar 14, 2024': ({ year, day, name }: Parts) => `${name} ${day}, ${year}`,
  'MAR 14, 2024': ({ year, day, name }: Parts) => `${name.toUpperCase()} ${day}, ${year}`,
  '14.03.24': ({ year, month, day }: Parts) => `${day}.${month}.${year.slice(2)}`,
  '14.03.2024': ({ year, month, day }: Parts) => `${day}.${month}.${year}`,
  '14/03/24': ({ year, month, day }: Parts) => `${day}/${month}/${year.slice(2)}`,
  '14/03/2024': ({ year, month, day }: Parts) => `${day}/${month}/${year}`,
  '3/14/2024': ({ year, month, day }: Parts) => `${Number(month)}/${Number(day)}/${year}`,
  '2024-03-14': ({ year, month, day }: Parts) => `${year}-${month}-${day}`,
} as const
export type DayFormat = keyof typeof formats

/** `join` stands between the day and the time, where `on` has one. */
export function writeOn(calendar: Calendar, on: string, format: DayFormat, join = ' '): string {
  const [date = '', time] = on.split('T')
  // the calendar has to know which days are written with slashes and numbers alone
  calendar.write(date, format.startsWith('14/0') ? 'uk-slash' : format.startsWith('3/') ? 'us-slash' : 'iso')
  const [year = '', month = '', day = ''] = date.split('-')
  const written = formats[format]({ year, month, day, name: months[Number(month) - 1] ?? '' })
  return time === undefined ? written : `${written}${join}${time}`
}

/** `08:15` as `8:15 AM`. */
export function halfDay(time: string): string {
  const [hour = '', minute = ''] = time.split(':')
  return `${Number(hour) % 12 || 12}:${minute} ${Number(hour) < 12 ? 'AM' : 'PM'}`
}
