/** Dates, sizes and counts as people read them. Dates have the month in letters, so that no day is taken for a month. */
import { getI18n } from 'react-i18next'

/** British English shortens one month to four letters; no other month has four. */
const threeLetters = (date: string) => date.replace('Sept', 'Sep')

const locale = () => (getI18n().language.startsWith('en') ? 'en-GB' : getI18n().language)

/** An instant as the day it was here: "2 Mar 2024". */
export const formatDay = (at: string): string =>
  threeLetters(
    new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at)),
  )

/** An instant as the day and minute it was here: "2 Mar 2024, 14:05". */
export const formatMoment = (at: string): string =>
  `${formatDay(at)}, ${new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(at))}`

/** A date that may be partial, as it is known: "1961", "Apr 1961", "30 Apr 1961". */
export function formatPartialDate(date: string): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  const format = new Intl.DateTimeFormat(locale(), {
    ...(day !== undefined && { day: 'numeric' }),
    ...{ month: 'short', year: 'numeric', timeZone: 'UTC' },
  })
  return threeLetters(format.format(at))
}

/** Whole years lived on that day; undefined when the year of birth alone does not tell. */
export function ageOn(bornOn: string, today: Date): number | undefined {
  const [year, month, day] = bornOn.split('-').map(Number)
  if (year === undefined || month === undefined) return undefined
  const hadBirthday = today.getMonth() + 1 > month || (today.getMonth() + 1 === month && today.getDate() >= (day ?? 1))
  return today.getFullYear() - year - (hadBirthday ? 0 : 1)
}

export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: bytes / 1000 ** step < 10 && step > 0 ? 1 : 0,
  }).format(bytes / 1000 ** step)
}

export const formatCount = (count: number): string => new Intl.NumberFormat(locale()).format(count)

/** Two digits that count: "0.41 seconds". */
export const formatSeconds = (milliseconds: number): string =>
  new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'long',
    maximumSignificantDigits: 2,
  }).format(milliseconds / 1000)

/** Two digits that count, for scores that only compare. */
export const formatScore = (score: number): string =>
  new Intl.NumberFormat(locale(), { maximumSignificantDigits: 2 }).format(score)
