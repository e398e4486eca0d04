/** What kind of sentence would answer a question: one with a date, an amount, the newest, a whole list. */
import { isWithin, type WrittenDate, writtenDates } from './written-dates.ts'

export interface Intent {
  readonly when: boolean
  readonly amount: boolean
  readonly order?: 'latest' | 'earliest'
  /** Several sentences are expected. */
  readonly all: boolean
  /** What did an examination show: its conclusion answers, though it may not name the examination again. */
  readonly finding: boolean
  readonly future: boolean
  /** Dates named in the question: the answer must belong to one of them. */
  readonly periods: readonly WrittenDate[]
}

const WHEN =
  /\bwhen\b|\b(?:what|which|on what)\s+(?:date|day|year|month)\b|\bdate of\b|\bhow long ago\b|\bsince when\b/i
const AMOUNT =
  /\bhow (?:much|many|high|low|big|large|heavy|tall|often|long)\b|\bdos(?:e|es|age)\b|\b(?:value|level|reading|count|result|strength|size)s?\b|\bwhat (?:was|is|were|are) (?:the|his|her|my|their)?\s*(?:latest|last|most recent|current)\b/i
const LATEST = /\b(?:latest|last|most recent|newest|recent|current|currently)\b/i
const EARLIEST = /\b(?:first|earliest|oldest)\b/i
const ALL =
  /\b(?:all|list|every|any|each|history of|summari[sz]e)\b|\b(?:what|which)\s+(?:\w+\s+)?\w+s\b|\bwhat (?:is|was) \w+ (?:taking|on|allergic to)\b/i
const FINDING =
  /\b(?:show(?:s|ed|n)?|find(?:ings?)?|found|reveal(?:s|ed)?|demonstrate[sd]?|results?|conclusions?|impressions?|say|said)\b/i
const FUTURE = /\b(?:next|upcoming|scheduled|due)\b/i

export function intentOf(question: string): Intent {
  const order = LATEST.test(question) ? 'latest' : EARLIEST.test(question) ? 'earliest' : undefined
  return {
    when: WHEN.test(question),
    amount: AMOUNT.test(question),
    ...(order ? { order } : {}),
    all: ALL.test(question),
    finding: FINDING.test(question),
    future: FUTURE.test(question),
    periods: writtenDates(question),
  }
}

const QUANTITY =
  /\d\s*(?:%|°|mm|cm|kg|mg|mcg|µg|μg|ug|ng|pg|g|ml|l|dl|iu|u|units?|mmol|µmol|μmol|umol|meq|bpm|kpa|x?10|\/|tablets?|capsules?|puffs?|drops?|times|days?|weeks?|months?|years?|hours?)(?![a-z])|\d+\.\d+/i
const VAGUE_TIME =
  /\b(?:\d+|one|two|three|four|five|six|several|few)\s+(?:days?|weeks?|months?|years?)\b|\btoday\b|\byesterday\b/i

export const holdsQuantity = (text: string): boolean => QUANTITY.test(text)
export const holdsNumber = (text: string): boolean => /\d/.test(text)
export const holdsTime = (text: string): boolean => writtenDates(text).length > 0 || VAGUE_TIME.test(text)

/** Whether any of the dates belongs to any of the periods asked about. */
export const isInPeriods = (dates: readonly WrittenDate[], periods: readonly WrittenDate[]): boolean =>
  periods.some((period) => dates.some((date) => isWithin(date, period)))
