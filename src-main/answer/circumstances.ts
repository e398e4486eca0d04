/**
 * The parts of a question that only say when or on which occasion: `in April`, `at the clinic visit`. They choose
 * among the sentences that speak of the matter; no sentence has to repeat them.
 */
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
