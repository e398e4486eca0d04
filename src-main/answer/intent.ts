/** What kind of sentence would answer a question: one with a date, an amount, a name, the newest, a whole list. */
import { askedPeriods } from '../retrieve/asked-periods.ts'
import { isWithin, type Period, type WrittenDate, writtenDates } from '../retrieve/written-dates.ts'
import { asksForClinician } from './clinicians.ts'

export interface Intent {
  readonly when: boolean
  readonly amount: boolean
  /** How much of a medicine: a laboratory value is no answer. */
  readonly dose: boolean
  /** Which doctor or nurse: the answer holds a name. */
  readonly who: boolean
  readonly order?: 'latest' | 'earliest'
  /** Several sentences are expected. */
  readonly all: boolean
  /** What did an examination show: its conclusion answers, though it may not name the examination again. */
  readonly finding: boolean
  readonly future: boolean
  /** Something that has happened is asked about; a plan is not. */
  readonly past: boolean
  /** A whole question, not a few words as for a search. */
  readonly whole: boolean
  /** Dates named in the question: the answer must belong to one of them. */
  readonly periods: readonly Period[]
}

const WHEN =
  /\bwhen\b|\b(?:what|which|on what)\s+(?:date|day|year|month)\b|\bdate of\b|\bhow long ago\b|\bsince when\b/i
const AMOUNT =
  /\bhow (?:much|many|high|low|big|large|heavy|tall|often|long)\b|\bdos(?:e|es|age)\b|\b(?:value|level|reading|count|result|strength|size)s?\b|\bwhat (?:was|is|were|are) (?:the|his|her|my|their)?\s*(?:latest|last|most recent|current)\b/i
const DOSE = /\b(?:what|which|how much|how many)\b.*\bdos(?:e|es|age)\b/i
const LATEST = /\b(?:latest|last|most recent|newest|recent|current|currently)\b/i
const EARLIEST = /\b(?:first|earliest|oldest)\b/i
const ALL =
  /\b(?:all|list|every|any|each|history of|summari[sz]e)\b|\b(?:what|which)\s+(?:\w+\s+)?\w+s\b|\bwhat (?:is|was) \w+ (?:taking|on|allergic to)\b/i
const FINDING =
  /\b(?:show(?:s|ed|n)?|find(?:ings?)?|found|reveal(?:s|ed)?|demonstrate[sd]?|results?|conclusions?|impressions?|say|said)\b/i
const FUTURE = /\b(?:next|upcoming|scheduled|due)\b/i
const PLAN =
  /\b(?:plan\w*|will|should|recommend\w*|advi[sc]\w*|suggest\w*|propos\w*|arrang\w*|follow[- ]?up|refer\w*|prescrib\w*|booked|say|said)\b/i
const WHOLE =
  /^\s*(?:what|when|who|whom|whose|which|how|why|where|is|are|was|were|do|does|did|has|have|had|can|could|should|will|would|may|any|list|show|tell|name)\b/i
const PAST = /\b(?:was|were|did|had|been|last|latest|first|previous(?:ly)?|most recent|results?|findings?)\b/i

/** `today`: what `last year` counts from. */
export function intentOf(question: string, today: Date): Intent {
  const order = LATEST.test(question) ? 'latest' : EARLIEST.test(question) ? 'earliest' : undefined
  const when = WHEN.test(question)
  const future = FUTURE.test(question)
  return {
    when,
    amount: AMOUNT.test(question),
    dose: DOSE.test(question) && !when,
    who: asksForClinician(question),
    ...(order ? { order } : {}),
    all: ALL.test(question),
    finding: FINDING.test(question),
    future,
    past: PAST.test(question) && !future && !PLAN.test(question),
    whole: WHOLE.test(question),
    periods: askedPeriods(question, today),
  }
}

const QUANTITY =
  /\d\s*(?:%|°|mm|cm|kg|mg|mcg|µg|μg|ug|ng|pg|g|ml|l|dl|iu|u|units?|mmol|µmol|μmol|umol|meq|bpm|kpa|x?10|\/|tablets?|capsules?|puffs?|drops?|times|days?|weeks?|months?|years?|hours?)(?![a-z])|\d+\.\d+/i
const PER_VOLUME = /\d\s*\p{L}+\s*\/\s*(?:d?l|ml|min|24 ?h)\b/iu
const VAGUE_TIME =
  /\b(?:\d+|one|two|three|four|five|six|several|few)\s+(?:days?|weeks?|months?|years?)\b|\btoday\b|\byesterday\b/i

export const holdsQuantity = (text: string): boolean => QUANTITY.test(text)
export const holdsConcentration = (text: string): boolean => PER_VOLUME.test(text)
export const holdsNumber = (text: string): boolean => /\d/.test(text)
export const holdsTime = (text: string): boolean => VAGUE_TIME.test(text) || writtenDates(text).length > 0

/** Whether any of the dates belongs to any of the periods asked about. */
export const isInPeriods = (dates: readonly WrittenDate[], periods: readonly Period[]): boolean =>
  periods.some((period) => dates.some((date) => isWithin(date, period)))
