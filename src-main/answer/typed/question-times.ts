/**
 * The times that a question names, taken out of it: a stretch, a bound, a day to look back from, two days to compare. What
 * could be read two ways (03/04/2021, a month without a year) is left alone, and the question is then not put formally.
 */
import { MONTH, monthOf } from '../../retrieve/written-dates.ts'

export interface QuestionTimes {
  /** The question without its times. */
  readonly rest: string
  readonly from?: string
  readonly to?: string
  /** Asked as it stood on that day: `to` holds the day. */
  readonly isAsOf: boolean
  readonly days?: readonly [string, string]
  /** A time is named that cannot be read one way only. */
  readonly isUnclear: boolean
}

const YEAR = '(?:19|20)\\d\\d'
const ISO_DATE = `(${YEAR})-(\\d\\d)(?:-(\\d\\d))?(?!\\d)`
const DAY_MONTH = `(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}\\.?,? (${YEAR})`
const MONTH_DAY = `${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (${YEAR})`
const MONTH_YEAR = `${MONTH}\\.?,? (?:of )?(${YEAR})`
const NUMERIC = `(\\d{1,2})[./](\\d{1,2})[./](${YEAR})`
const MONTH_OF_YEAR = `(\\d{1,2})/(${YEAR})`
const DATE = new RegExp(
  `\\b(?:${ISO_DATE}|${NUMERIC}|(?<![\\d/.])${MONTH_OF_YEAR}|${DAY_MONTH}|${MONTH_DAY}|${MONTH_YEAR}|(?<![\\d./-])(${YEAR})(?![\\d./-]*\\d))`,
  'gi',
)

/** `2018-2024` is no date. */
const YEARS = new RegExp(`\\b(${YEAR})\\s?[-–]\\s?(${YEAR})\\b`, 'g')

/** Stands in the place of a date that was read. */
const MARK = '§'

/** Parts of a year, by the months they take in. */
const PARTS: Readonly<Record<string, readonly [first: string, last: string]>> = {
  ...{ early: ['01', '04'], 'start of': ['01', '04'], start: ['01', '04'], beginning: ['01', '04'] },
  ...{ mid: ['05', '08'], middle: ['05', '08'], late: ['09', '12'], end: ['09', '12'] },
  ...{ spring: ['03', '05'], summer: ['06', '08'], autumn: ['09', '11'], fall: ['09', '11'] },
}
const PART_OF_YEAR = new RegExp(
  `(?<!\\b(?:by|until|till|before|after|since) (?:the )?)(?:\\b(?:in|at|during|from|of|as of) )?(?:the )?\\b(early|mid|late|start of|beginning of|middle of|end of|spring|summer|autumn|fall)(?: of)?[ -](${YEAR})\\b`,
  'i',
)

/** `today`: what `last year` counts from, in local time. */
export function takeTimes(question: string, today: Date): QuestionTimes {
  const part = PART_OF_YEAR.exec(question)
  const [first, last] = PARTS[part?.[1]?.toLowerCase().replace(/\s+of$/, '') ?? ''] ?? []
  if (part !== null && first !== undefined && last !== undefined)
    return {
      rest: question.replace(PART_OF_YEAR, ' ').replace(/\s+/g, ' ').trim(),
      ...{ from: `${part[2]}-${first}`, to: `${part[2]}-${last}`, isAsOf: false, isUnclear: false },
    }
  const dates: (string | undefined)[] = []
  const spaced = question.replace(YEARS, '$1 - $2')
  const marked = spaced.replace(DATE, (...groups: unknown[]) => {
    dates.push(readDate(groups.slice(1, 19) as (string | undefined)[]))
    return ` ${MARK}${dates.length - 1} `
  })
  const isUnclear = dates.includes(undefined) || MONTH_ALONE.test(marked)
  const read = dates.flatMap((date) => date ?? [])
  const none = { rest: question, isAsOf: false, isUnclear }
  if (isUnclear) return none
  if (read.length === 0) return takeRelative(question, today)
  return takeMarked(marked, read) ?? { ...none, isUnclear: true }
}

const MONTH_ALONE =
  /\b(?:in|of|during|last|this|since|before|after|until) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i

function readDate(groups: readonly (string | undefined)[]): string | undefined {
  const [isoYear, isoMonth, isoDay, first, second, year, ofMonth, ofYear, d1, m1, y1, m2, d2, y2, m3, y3, alone] =
    groups
  if (isoYear !== undefined) return toDate(isoYear, isoMonth, isoDay)
  if (year !== undefined) {
    const [a, b] = [Number(first), Number(second)]
    if (a > 12 && b <= 12) return toDate(year, second, first)
    if (b > 12 && a <= 12) return toDate(year, first, second)
    return a === b ? toDate(year, first, second) : undefined
  }
  if (ofYear !== undefined) return Number(ofMonth) > 12 ? undefined : toDate(ofYear, ofMonth)
  if (y1 !== undefined) return toDate(y1, monthOf(m1), d1)
  if (y2 !== undefined) return toDate(y2, monthOf(m2), d2)
  if (y3 !== undefined) return toDate(y3, monthOf(m3))
  return alone
}

function toDate(year: string, month: string | undefined, day?: string): string | undefined {
  if (month === undefined) return year
  const text = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-')
  const time = new Date(text)
  // 31 April would become 1 May
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text) ? text : undefined
}

const at = (index: number) => `${MARK}${index}`
const HEADS = {
  between: new RegExp(`\\b(?:between|from)\\s+${at(0)}\\s+(?:and|to|until|through|till|-|–)\\s+${at(1)}`, 'i'),
  range: new RegExp(`${at(0)}\\s+-\\s+${at(1)}`, 'i'),
  compare: new RegExp(
    `(?:\\b(?:in|on|of|from)\\s+)?${at(0)}\\s+(?:and|to|vs\\.?|versus|with|compared? (?:to|with)|compares (?:to|with)|different (?:from|to|than)|against|than)\\s+(?:(?:in|on|of|that of|the one (?:in|from|of))\\s+)?${at(1)}`,
    'i',
  ),
  asOf: new RegExp(`\\b(?:as of|as at|as on|at the time of|at the time,? on)\\s+${at(0)}`, 'i'),
  since: new RegExp(
    `\\b(?:since|starting(?: in| from)?|from)\\s+${at(0)}(?:\\s+(?:on|onwards?|until now|to (?:now|today)))?`,
    'i',
  ),
  untilNow: new RegExp(
    `(?:\\b(?:in|on|of|from)\\s+)?${at(0)}\\s+(?:vs\\.?|versus|and|to|compared (?:to|with)|against)\\s+(?:now|today|current(?:ly)?)\\b`,
    'i',
  ),
  after: new RegExp(`\\b(?:after|later than)\\s+${at(0)}`, 'i'),
  before: new RegExp(`\\b(?:before|prior to|earlier than)\\s+${at(0)}`, 'i'),
  until: new RegExp(`\\b(?:until|till|up to|by|through)\\s+(?:the end of\\s+)?${at(0)}`, 'i'),
  within: new RegExp(
    `(?:\\b(?:back in|in|on|during|of|for|at|dated|from|the year|throughout)\\s+)*(?:the year\\s+)?${at(0)}`,
    'i',
  ),
}

function takeMarked(marked: string, dates: readonly string[]): QuestionTimes | undefined {
  const [first = '', second] = dates
  const cut = (head: RegExp) => marked.replace(head, ' ').replace(/\s+/g, ' ').trim()
  if (second !== undefined) {
    if (dates.length > 2) return undefined
    const [early, late] = first <= second ? [first, second] : [second, first]
    const comparing = COMPARING.test(marked)
    if (HEADS.range.test(marked))
      return comparing
        ? { rest: cut(HEADS.range), days: [early, late], isAsOf: false, isUnclear: false }
        : { rest: cut(HEADS.range), from: early, to: late, isAsOf: false, isUnclear: false }
    if (HEADS.between.test(marked))
      return comparing
        ? { rest: cut(HEADS.between), days: [early, late], isAsOf: false, isUnclear: false }
        : { rest: cut(HEADS.between), from: early, to: late, isAsOf: false, isUnclear: false }
    return HEADS.compare.test(marked)
      ? { rest: cut(HEADS.compare), days: [early, late], isAsOf: false, isUnclear: false }
      : undefined
  }
  const plain = { isAsOf: false, isUnclear: false }
  if (HEADS.untilNow.test(marked)) return { rest: cut(HEADS.untilNow), from: first, ...plain }
  if (HEADS.asOf.test(marked)) return { rest: cut(HEADS.asOf), to: first, isAsOf: true, isUnclear: false }
  if (HEADS.after.test(marked)) return { rest: cut(HEADS.after), from: dayAfter(first), ...plain }
  if (HEADS.before.test(marked)) return { rest: cut(HEADS.before), to: dayBefore(first), ...plain }
  if (HEADS.since.test(marked) && /\b(?:since|starting|onwards?|until now|to (?:now|today))\b/i.test(marked))
    return { rest: cut(HEADS.since), from: first, ...plain }
  if (HEADS.until.test(marked)) return { rest: cut(HEADS.until), to: first, ...plain }
  return { rest: cut(HEADS.within), from: first, to: first, ...plain }
}

const COMPARING =
  /\b(?:compare[ds]?|delta|comparison|differen(?:ce|t)|chang(?:e|ed|es)|higher|lower|rise|risen|rose|fall|fell|fallen|increas\w*|decreas\w*|drop(?:ped)?|better|worse|up|down|gain(?:ed)?|lost|versus|vs)\b/i

/** The day before a day, month or year begins. */
function dayBefore(date: string): string {
  if (date.length === 4) return String(Number(date) - 1)
  return stepped(date, -1)
}

function dayAfter(date: string): string {
  if (date.length === 4) return String(Number(date) + 1)
  return stepped(date, 1)
}

function stepped(date: string, by: 1 | -1): string {
  const time = new Date(date.length === 7 ? `${date}-01T00:00Z` : `${date}T00:00Z`)
  if (date.length === 7) time.setUTCMonth(time.getUTCMonth() + by)
  else time.setUTCDate(time.getUTCDate() + by)
  return time.toISOString().slice(0, date.length)
}

const COUNT = '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|couple of|few)'
const UNIT = '(day|week|month|year|decade)s?'
const WITHIN = new RegExp(
  `\\b(?:(?:in|over|during|within|for) )?(?:the |my |his |her )?(?:last|past|previous) (?:${COUNT} )?${UNIT}\\b`,
  'i',
)
const SINCE_AGO = new RegExp(`\\bsince ${COUNT} ${UNIT} ago\\b`, 'i')
const AGO = new RegExp(`\\b(?:about |around )?${COUNT} ${UNIT} ago\\b`, 'i')
const NAMED = /\b(?:in |during |of )?(last|this|previous) (month|year)(?:'s)?\b/i

function takeRelative(question: string, today: Date): QuestionTimes {
  const cut = (head: RegExp) => question.replace(head, ' ').replace(/\s+/g, ' ').trim()
  const plain = { isAsOf: false, isUnclear: false }
  const named = NAMED.exec(question)
  if (named) {
    const back = named[1]?.toLowerCase() === 'this' ? 0 : 1
    const year = today.getFullYear()
    const unit = named[2]?.toLowerCase()
    const date = unit === 'year' ? String(year - back) : isoDay(new Date(year, today.getMonth() - back, 15)).slice(0, 7)
    return { rest: cut(NAMED), from: date, to: date, ...plain }
  }
  const since = SINCE_AGO.exec(question) ?? WITHIN.exec(question)
  if (since) {
    const [whole, count = 'one', unit = ''] = since
    // `last 3 days` of nothing in particular; `the last day` alone is no stretch
    if (unit.toLowerCase() === 'day' && since[1] === undefined) return { rest: question, ...plain }
    return { rest: cut(new RegExp(whole, 'i')), from: isoDay(back(today, count, unit)), to: isoDay(today), ...plain }
  }
  const ago = AGO.exec(question)
  if (ago) {
    const [, count = '', unit = ''] = ago
    const day = isoDay(back(today, count, unit))
    const length = /year|decade/i.test(unit) ? 4 : /month/i.test(unit) ? 7 : 10
    return { rest: cut(AGO), from: day.slice(0, length), to: day.slice(0, length), ...plain }
  }
  return { rest: question, ...plain }
}

const COUNTS: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, 'couple of': 2, three: 3, few: 3, four: 4, five: 5, six: 6 },
  ...{ seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12 },
}

function back(today: Date, count: string, unit: string): Date {
  const by = COUNTS[count.toLowerCase()] ?? Number(count)
  const date = new Date(today)
  const kind = unit.toLowerCase()
  if (kind === 'day') date.setDate(date.getDate() - by)
  else if (kind === 'week') date.setDate(date.getDate() - 7 * by)
  else if (kind === 'month') date.setMonth(date.getMonth() - by)
  else date.setFullYear(date.getFullYear() - by * (kind === 'decade' ? 10 : 1))
  return date
}

const isoDay = (date: Date): string =>
  [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-')
