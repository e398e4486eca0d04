/** Dates as far as they are known, `2021` to `2021-03-04T08:15`: what stretch of time they cover, and how they are read. Pure. */
import { formatPartialDate } from '../app/format.ts'

export interface Stretch {
  /** Milliseconds, as if the clock stood on UTC. */
  readonly from: number
  /** Not included. */
  readonly until: number
}

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?/

/** Undefined: there is no date, or none that can be. */
export function stretchOf(on: string | undefined): Stretch | undefined {
  const [, year, month, day, hour, minute] = pattern.exec(on ?? '') ?? []
  if (year === undefined) return undefined
  const at = (plus: 'year' | 'month' | 'day' | 'minute' | 'none') =>
    Date.UTC(
      Number(year) + (plus === 'year' ? 1 : 0),
      Number(month ?? 1) - 1 + (plus === 'month' ? 1 : 0),
      Number(day ?? 1) + (plus === 'day' ? 1 : 0),
      Number(hour ?? 0),
      Number(minute ?? 0) + (plus === 'minute' ? 1 : 0),
    )
  const precision = month === undefined ? 'year' : day === undefined ? 'month' : hour === undefined ? 'day' : 'minute'
  return { from: at('none'), until: at(precision) }
}

/** Where it is drawn: the middle of what it covers. */
export const middleOf = ({ from, until }: Stretch): number => (from + until) / 2

/** "2021", "Mar 2021", "4 Mar 2021"; the time of day only where it is asked for. */
export function formatFactDate(on: string, { withTime = false } = {}): string {
  const [date = '', time] = on.split('T')
  const day = formatPartialDate(date)
  return withTime && time !== undefined ? `${day}, ${time}` : day
}

/** The latest first; what has no date comes last. */
export const laterFirst = (a: string | undefined, b: string | undefined): number => {
  const [left, right] = [stretchOf(a), stretchOf(b)]
  if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? 1 : -1
  return right.until - left.until || right.from - left.from
}

/** What a person types: a year, a month or a day that there is, with a time or without. Empty is right too. */
export function isFactDate(typed: string): boolean {
  const date = typed.trim()
  if (date === '') return true
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?$/.exec(date)
  if (match === null) return false
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00'] = match
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isDay = made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(day)
  return isDay && Number(hour) < 24 && Number(minute) < 60
}
