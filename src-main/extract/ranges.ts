/**
 * A reference range as it is written → its bounds. What names several groups (men, women, ages) or says no numbers
 * is kept as text; a lower bound above the upper one is no range.
 */
import { type DecimalStyle, isShapedLikeUnit, parseNumber } from './quantities.ts'

export interface ReferenceRange {
  /** As written, without the brackets around it. */
  readonly text: string
  readonly low?: number
  readonly high?: number
  /** The bound itself is outside: `<200`, `less than 5`. */
  readonly isLowOpen?: true
  readonly isHighOpen?: true
  readonly unitText?: string
}

/** The whole text must be a range; bounds that can be read in two ways are left out. */
export function parseRange(text: string, style: DecimalStyle = 'unknown'): ReferenceRange | undefined {
  const bare = withoutBrackets(text.trim().replace(LABEL, ''))
  if (bare === '' || bare.length > 200) return
  return (
    between(bare, style) ??
    bounded(bare, style) ??
    (isWorded(bare) ? { text: bare } : undefined) ??
    (isWorded(text.trim()) ? { text: text.trim() } : undefined)
  )
}

const LABEL =
  /^(?:(?:normal|reference|ref\.?|standard|norm(?:al)?)(?:\s+(?:range|interval|values?))?|range|rr)\s*(?::\s*|(?=[<>≤≥\d]))/iu
const NUMBER = "[-+\u2212]?(?:\\d+(?:[.,'\u2009\u202f\u00a0]\\d+)*|\\.\\d+)"
const UNIT = '[\\p{L}%‰µμ°/][^\\s,;:]*(?:\\s[^\\s,;:\\d][^\\s,;:]*)*'
const BETWEEN = new RegExp(
  `^\\(?(${NUMBER})\\)?\\s?(${UNIT})??\\s*(?:[-\u2010-\u2015\u2212~]|\\.\\.\\.?|…|to|bis|a|à|til|tot|through)\\s*\\(?(${NUMBER})\\)?\\s*(.*)$`,
  'iu',
)

function between(text: string, style: DecimalStyle): ReferenceRange | undefined {
  const match = BETWEEN.exec(text)
  if (!match) return
  const [, first = '', firstUnit, second = '', rest = ''] = match
  const unitText = unitOf(rest) ?? firstUnit
  if (rest !== '' && unitOf(rest) === undefined) return
  if ([first, second].some(isCode)) return
  const low = boundOf(first, style)
  const high = boundOf(second, style)
  const unit = unitText ? { unitText } : {}
  if (low === undefined || high === undefined || low > high)
    return low !== undefined && high !== undefined ? undefined : { text, ...unit }
  return { text, low, high, ...unit }
}

const OR_EQUAL = '(?:\\s?or\\s?(?:=|equal(?:\\sto)?))'
const BELOW = `<\\s?=|=<|≤|⩽|<${OR_EQUAL}|less than or equal to|up to|upto|bis(?: zu)?|jusqu'à|hasta|max\\.?|maximum|at most|not more than`
const BELOW_OPEN = '<|\u2039|less than|lower than|under|below|inferior a|inf[ée]rieur à|unter|kleiner(?: als)?'
const ABOVE = `>\\s?=|=>|≥|⩾|>${OR_EQUAL}|(?:greater|more) than or equal to|ab|min\\.?|minimum|at least|not less than|desde`
const ABOVE_OPEN =
  '>|\u203a|greater than|more than|higher than|over|above|superior a|sup[ée]rieur à|über|größer(?: als)?'
const BOUNDED = new RegExp(`^(?:(${BELOW})|(${BELOW_OPEN})|(${ABOVE})|(${ABOVE_OPEN}))\\s*(${NUMBER})\\s*(.*)$`, 'iu')
const SUFFIXED = new RegExp(
  `^(${NUMBER})\\s*(?:(or less|or lower|or below)|(or more|or higher|or greater|or above))$`,
  'iu',
)

function bounded(text: string, style: DecimalStyle): ReferenceRange | undefined {
  const suffixed = SUFFIXED.exec(text)
  if (suffixed) {
    const bound = boundOf(suffixed[1] ?? '', style)
    if (bound === undefined) return { text }
    return suffixed[2] ? { text, high: bound } : { text, low: bound }
  }
  const match = BOUNDED.exec(orEqualFirst(text))
  if (!match) return
  const [, below, belowOpen, above, aboveOpen, number = '', rest = ''] = match
  const unitText = unitOf(rest)
  if ((rest !== '' && unitText === undefined) || isCode(number)) return
  const bound = boundOf(number, style)
  const unit = unitText ? { unitText } : {}
  if (bound === undefined) return { text, ...unit }
  if (below) return { text, high: bound, ...unit }
  if (belowOpen) return { text, high: bound, isHighOpen: true, ...unit }
  return { text, low: bound, ...(!above && aboveOpen ? { isLowOpen: true as const } : {}), ...unit }
}

/** The alternatives are tried in order, so `< or = 5` must not be taken for `<` first. */
const orEqualFirst = (text: string) =>
  text.replace(SAID_TWICE, '').replace(/^([<>])\s?or\s?(?:=|equal(?:\sto)?)\s*/iu, '$1=')

/** `above >=60`: the word says no more than the sign after it. */
const SAID_TWICE =
  /^(?:(?:above|over|(?:greater|more|higher) than)\s+(?=[>≥])|(?:below|under|(?:less|lower) than)\s+(?=[<≤]))/iu

function unitOf(rest: string): string | undefined {
  const text = rest.trim()
  return text !== '' && isShapedLikeUnit(text) ? text : undefined
}

/** A date or a code between dashes is no range: 2024-03, 01-02. */
const isCode = (number: string) => /^[-+\u2212]?0\d/u.test(number)

function boundOf(number: string, style: DecimalStyle): number | undefined {
  return parseNumber(number, style)
}

function withoutBrackets(text: string): string {
  const inner = /^\((?!\s*[-+\u2212]?\s*[\d.,]+\s*\)\s*\S)(.*)\)$|^\[(.*)\]$|^\{(.*)\}$/su.exec(text)
  const bare = (inner?.[1] ?? inner?.[2] ?? inner?.[3] ?? text).trim()
  return bare.replace(LABEL, '')
}

const WORDED =
  /^(?:(?:negative|neg\.?|non[- ]?reactive|not? ?detected|none (?:detected|seen)|absent|normal|clear|yellow|none|see (?:note|comment|below|report)|not? (?:est(?:ab(?:lished)?)?\.?|applicable|defined|seen|growth)|n\/a|negativ|négatif|negativo|negativa|nicht nachweisbar)(?:\s*[-/,]\s*(?:trace|negative|rare|few|yellow|amber|straw))?\.?)$/iu
const GROUPS =
  /^(?:(?:adults?|m|f|w|male|female|men|women|males|females|hombres?|mujeres?|männer|frauen|h|normal|desirable|optimal|fasting|pre|post|age|therapeutic|deficient|sufficient|low risk|high risk|\d{1,3}\s?[-–]\s?\d{1,3}\s?(?:y|yrs?|years?))\s*[:(]?\s*(?:[<>≤≥]\s?=?)?\s?\d)/iu

/** Words that say what is usual, or bounds for several groups of people. */
function isWorded(text: string): boolean {
  return WORDED.test(text) || (GROUPS.test(text) && !/[.!?]\s+\p{Lu}/u.test(text))
}
