/**
 * The parts of a question that only say when or on which occasion: `in April`, `at the clinic visit`. They choose
 * among the sentences that speak of the matter; no sentence has to repeat them.
 */
import { MONTH, monthOf, type Period, takeDates } from './written-dates.ts'

const OPEN_ENDED = /\b(?:before|after|since|until|till|from|by)\s*$/i
const DAY_AND_MONTH = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(?:${MONTH})\\b(?: (\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?[a-z%/]))?`,
  'gi',
)
const BEFORE_MONTH = /\b(?:in|on|of|during|for|last|this|early|late|mid|the|dated)[ -]*$/i

/** Named spans of time that the answer must belong to; `since 2019` names only a bound and is left out. */
export function askedPeriods(question: string): Period[] {
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

const ENCOUNTER =
  /^(?:visits?|clinics?|appointments?|consultations?|admissions?|admitted|attendance|encounters?|check-?ups?|hospital|hospitali[sz]ation|stay|ward|emergency|department|room|ed|er|a&e|discharge|inpatient|outpatient)$/
const TIME_WORD =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|evening|\d+(?:st|nd|rd|th)?)$/

export const isTimeWord = (token: string): boolean => TIME_WORD.test(token)

/** Tells which words of the question stand in `at the … visit`, `during the admission`, `in the emergency department`. */
export function createOccasionTest(question: string): (token: string) => boolean {
  const places = [...question.matchAll(/\b(?:at|during|in|on|from)\s+((?:[\w&-]+\s+){0,4}?)([\w&-]+)/gi)]
  const tails = places.map((match) => question.slice(match.index).toLowerCase().split(/\s+/).slice(1, 6))
  const words = new Set(tails.flatMap((tail) => tail.map((word) => word.replace(/[^\w&-]/g, ''))))
  return (token) => ENCOUNTER.test(token) && words.has(token)
}
