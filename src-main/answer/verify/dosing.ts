/**
 * The times, routes and forms of a medicine, and what is done with it, by what they mean. Two wordings are one only
 * where they are the same instruction: every 12 hours is not twice a day, bedtime is not night. The wordings are those
 * of resources/dictionaries/sig.csv that say one thing.
 */
import { numberOfWords } from './numbers.ts'
import type { Act } from './token.ts'

/** Lower-case patterns; the longest match wins. The first key is what it says, further ones are implied by it. */
const DOSING: readonly (readonly [keys: readonly string[], pattern: string])[] = [
  [['every:2:day'], 'every other day|every second day|on alternate days|alternate days|qod|q\\.o\\.d\\.'],
  ...times('twice-daily', 'twice|two times|2 times|2x|2 x|two', 'bid|b\\.i\\.d\\.?|bd|b\\.d\\.'),
  ...times('three-daily', 'three times|3 times|thrice|3x|3 x', 'tid|t\\.i\\.d\\.?|tds|t\\.d\\.s\\.'),
  ...times('four-daily', 'four times|4 times|4x|4 x', 'qid|q\\.i\\.d\\.?|qds|q\\.d\\.s\\.'),
  ...times('five-daily', 'five times|5 times|5x', ''),
  [['daily'], '(?:once|one time|1 time|1x|1 x)[ /](?:daily|a day|per day|every day|each day)|once/day'],
  [['daily'], 'every day|each day|daily|a day|per day|qd|q\\.d\\.|qday'],
  [
    ['bedtime', 'daily'],
    '(?:every night |once daily |nightly |daily )?(?:at bedtime|before bed|before bedtime)|qhs|q\\.h\\.s\\.',
  ],
  [['night', 'daily'], '(?:once daily |daily )?at night|every night|each night|once nightly|nightly|nocte'],
  [
    ['morning', 'daily'],
    '(?:once daily |daily )?in the morning|(?:once )?every morning|each morning|once daily in the morning|qam|q\\.a\\.m\\.',
  ],
  [['evening', 'daily'], '(?:once daily |daily )?in the evening|every evening|each evening|qpm'],
  [['twice-weekly'], '(?:twice|two times|2 times) (?:a week|weekly|per week|every week)'],
  [['three-weekly'], '(?:three times|3 times) (?:a week|weekly|per week|every week)'],
  [['weekly'], '(?:once |one time )?(?:weekly|a week|per week|every week|each week)'],
  [['monthly'], '(?:once |one time )?(?:monthly|a month|per month|every month|each month)'],
  [['yearly'], '(?:once )?(?:yearly|annually|a year|per year|every year)'],
  [
    ['prn'],
    'as needed|prn|p\\.r\\.n\\.?|as required|when required|when needed|if needed|if required|if necessary|as necessary',
  ],
  [['route:oral'], 'by mouth|per os|p\\.o\\.?|po|orally|oral(?! (?:cavity|mucosa|hygiene|surg))'],
  [['route:intravenous'], 'intravenously|intravenous|i\\.v\\.|iv'],
  [['route:intramuscular'], 'intramuscularly|intramuscular|i\\.m\\.|im'],
  [['route:subcutaneous'], 'subcutaneously|subcutaneous|under the skin|s\\.c\\.|subq|sub-q|subcut|sc'],
  [['route:sublingual'], 'sublingually|sublingual|under the tongue'],
  [['route:topical'], 'topically|topical|to the skin|on the skin'],
  [['route:inhaled'], 'by inhalation|inhaled|inhalation|via inhaler'],
  [['route:nasal'], 'intranasally|intranasal|into the nose'],
  [['route:rectal'], 'rectally|per rectum'],
  [['route:vaginal'], 'vaginally|per vagina'],
  [['form:tablet'], 'tablets?|tabs?|pills?'],
  [['form:capsule'], 'capsules?|caps?'],
  [['form:puff'], 'puffs?'],
  [['form:drop'], 'drops?|gtts?'],
  [['form:patch'], 'patch|patches'],
  [['form:injection'], 'injections?|injected'],
]

function times(key: string, often: string, short: string): [string[], string][] {
  const spelled = `(?:${often})(?: times)? (?:daily|a day|per day|each day|every day)|(?:${often})/day`
  return [[[key], short === '' ? spelled : `${spelled}|${short}`]]
}

const PERIODS: Readonly<Record<string, string>> = { h: 'hour', d: 'day', w: 'week', m: 'month', y: 'year' }

/** `q8h`, `every 8 hours`, `8-hourly`, `every two weeks` once its number is a digit. */
const EVERY =
  /(?:every (\d{1,2}|two|three|four|six|eight|twelve) (hour|hr|h|day|week|month|year)s?|q ?(\d{1,2}) ?(h|hr|hrs|hours|d|days|w|weeks|wk)|(\d{1,2})[- ](hour)ly)(?![\p{L}\p{N}])/uy

const ACTS: readonly (readonly [Act, string])[] = [
  [
    'stop',
    "no longer (?:taking|takes|taken|on|has|have|using)|stop(?:ped|ping|s)?|discontinu(?:ed|e|es|ing|ation)|dc'd|d/c'd|ceased|withdrawn|came off|taken off",
  ],
  ['start', 'start(?:ed|s|ing)?|commenc(?:ed|e|ing)|initiat(?:ed|e|ing|ion)|beg[aiu]n|placed on'],
  ['continue', 'continu(?:ed|e|es|ing)|remains? on|ongoing'],
  ['up', 'increas(?:ed|e|es|ing)|rose|risen|ris(?:es|ing)|raised|went up|gone up|climb(?:ed|s)?|higher'],
  [
    'down',
    'decreas(?:ed|e|es|ing)|reduc(?:ed|e|es|ing|tion)|fell|fallen|falls|falling|dropp(?:ed|ing)|drop|lowered|went down|gone down|come down|came down|lower(?= than)',
  ],
  ['same', 'unchanged|no change|not changed|did not change|remained the same|stayed the same|the same'],
]

/** Words that a pattern ends at: nothing of a longer word is taken. */
const edged = (source: string) => new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, 'uy')

const DOSING_RULES = DOSING.map(([keys, source]) => [keys, edged(source)] as const)
const ACT_RULES = ACTS.map(([act, source]) => [act, edged(source)] as const)

export interface DosingAt {
  readonly end: number
  readonly keys: readonly string[]
}

/** `lower` is the whole text in lower case; `at` begins a word. */
export function dosingAt(lower: string, at: number): DosingAt | undefined {
  EVERY.lastIndex = at
  const every = EVERY.exec(lower)
  if (every) {
    const [whole, n, unit = '', shortN, shortUnit = '', hours] = every
    const count = n ?? shortN ?? hours ?? ''
    const period = PERIODS[(unit || shortUnit || 'h').slice(0, 1)] ?? 'hour'
    return { end: at + whole.length, keys: [`every:${Number(count) || numberOfWords(count)}:${period}`] }
  }
  return longest(DOSING_RULES, lower, at, (keys) => keys)
}

export function actAt(lower: string, at: number): { readonly end: number; readonly act: Act } | undefined {
  const found = longest(ACT_RULES, lower, at, (act) => [act])
  return found && { end: found.end, act: found.keys[0] as Act }
}

function longest<T>(
  rules: readonly (readonly [T, RegExp])[],
  lower: string,
  at: number,
  keysOf: (value: T) => readonly string[],
): DosingAt | undefined {
  let best: DosingAt | undefined
  for (const [value, pattern] of rules) {
    pattern.lastIndex = at
    const match = pattern.exec(lower)
    if (match && at + match[0].length > (best?.end ?? at)) best = { end: at + match[0].length, keys: keysOf(value) }
  }
  return best
}
