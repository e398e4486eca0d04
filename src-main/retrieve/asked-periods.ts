/** The spans of time that a question names, for ranking and filtering: `in April`, `March 2023`, `last year`. */
import { MONTH, monthOf, type Period, takeDates } from './written-dates.ts'

const OPEN_ENDED = /\b(?:before|after|since|until|till|from|by)\s*$/i
const DAY_AND_MONTH = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(?:${MONTH})\\b(?: (\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?[a-z%/]))?`,
  'gi',
)
const BEFORE_MONTH = /\b(?:in|on|of|during|for|last|this|early|late|mid|the|dated)[ -]*$/i

/** What an answer must belong to; `since 2019` names only a bound and is left out. `today`: for `last year` and the like. */
export function askedPeriods(question: string, today: Date): Period[] {
  const relative = relativePeriods(question, today)
  if (relative.length > 0) return relative
  const bounded = question.replace(/\b(?:before|after|since|until|till|by)\s+[^,?]*\d{4}/gi, ' ')
  const { dates, rest } = takeDates(bounded)
  const periods: Period[] = dates.map(({ ambiguous: _, ...date }) => date)
  for (const match of rest.matchAll(DAY_AND_MONTH)) {
    const [whole, dayBefore, name, dayAfter] = match
    const before = rest.slice(0, match.index)
    // `may` and `mar` are words too: a month without a day needs a word that goes before months.
    if (OPEN_ENDED.test(before) || !(dayBefore ?? dayAfter ?? BEFORE_MONTH.test(before))) continue
    if (!/\p{Lu}/u.test(whole) && /^(?:may|mar)$/i.test(name ?? '')) continue
    const day = dayBefore ?? dayAfter
    periods.push({ month: Number(monthOf(name)), ...(day === undefined ? {} : { day: Number(day) }) })
  }
  return periods
}

const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  twelve: 12,
}
const WITHIN =
  /\b(?:in|over|during|within|for) the (?:last|past) (?:(\d{1,2}|two|three|four|five|six|twelve) )?(month|year)s?\b/i
const NAMED = /\b(last|this) (month|year)\b/i
const AGO = /\b(\d{1,2}|an?|one|two|three|four|five|six) (month|year)s? ago\b/i

/** Months or years, as many as the words name, counted back from today. */
function relativePeriods(question: string, today: Date): Period[] {
  const [year, month] = [today.getFullYear(), today.getMonth() + 1]
  const back = (unit: string | undefined, count: number): Period => {
    if (unit?.toLowerCase() === 'year') return { year: year - count }
    const months = year * 12 + (month - 1) - count
    return { year: Math.floor(months / 12), month: (months % 12) + 1 }
  }
  const within = WITHIN.exec(question)
  if (within) {
    const count = countOf(within[1] ?? 'one')
    return Array.from({ length: count + 1 }, (_, index) => back(within[2], index))
  }
  const ago = AGO.exec(question)
  if (ago) return [back(ago[2], countOf(ago[1]))]
  const named = NAMED.exec(question)
  return named ? [back(named[2], named[1]?.toLowerCase() === 'last' ? 1 : 0)] : []
}

const countOf = (word = ''): number => COUNTS[word.toLowerCase().replace(/^an$/, 'a')] ?? (Number(word) || 1)
