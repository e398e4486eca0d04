/**
 * A result as it is written → what it says: number, pair, titer, ordinal or words. Dates, times, telephone numbers and
 * codes are no results. A number that can be read in two ways has no value; its text stays.
 */

export type DecimalStyle = 'point' | 'comma' | 'unknown'
export type Comparator = '<' | '<=' | '>' | '>=' | '~'

export interface Quantity {
  readonly form: 'number' | 'pair' | 'titer' | 'ordinal' | 'words'
  readonly value?: number
  /** The second number of a pair. */
  readonly secondValue?: number
  readonly comparator?: Comparator
  /** What follows and is shaped like a unit; whether it is one, a dictionary says. */
  readonly unitText?: string
  readonly flagText?: string
  /** Where the result itself stands in the text, comparator and sign included. */
  readonly start: number
  readonly end: number
}

/** The whole text must be a result, with at most a flag and a unit beside it. */
export function parseQuantity(text: string, style: DecimalStyle = 'unknown'): Quantity | undefined {
  const from = text.length - text.trimStart().length
  const leading = LEADING_FLAG.exec(text.slice(from))
  const at = from + (leading?.[0].length ?? 0)
  const quantity = quantityAt(text, at, style)
  if (!quantity) return
  const rest = restOf(text.slice(quantity.end), quantity)
  if (!rest) return
  const flagText = leading?.[1] ?? rest.flagText
  return {
    ...quantity,
    ...(rest.unitText !== undefined && { unitText: rest.unitText }),
    ...(flagText !== undefined && { flagText }),
  }
}

/** The result that begins exactly at `at`, without what may follow it. */
export function quantityAt(text: string, at: number, style: DecimalStyle = 'unknown'): Quantity | undefined {
  const ahead = text.slice(at, at + LONGEST)
  const comparison = COMPARATOR.exec(ahead)
  const comparator = comparison ? comparatorOf(comparison[0]) : undefined
  const skipped = comparison?.[0].length ?? 0
  const body = ahead.slice(skipped)
  const found =
    pairOf(body) ?? titerOf(body) ?? ordinalOf(body) ?? spanOf(body) ?? numberOf(body, style) ?? wordsOf(body)
  if (!found || (comparator && !['number', 'titer'].includes(found.form))) return
  const { length, ...quantity } = found
  return { ...quantity, ...(comparator && { comparator }), start: at, end: at + skipped + length }
}

/** From the numbers that can be read in one way only; both ways on one page leave it unknown. */
export function decimalStyleOf(texts: readonly string[]): DecimalStyle {
  let point = 0
  let comma = 0
  for (const text of texts) {
    for (const [, token = ''] of text.matchAll(PRINTED_NUMBER)) {
      const style = styleOfToken(token)
      if (style === 'point') point++
      if (style === 'comma') comma++
    }
  }
  if (point > 0 && point >= 8 * comma) return 'point'
  return comma > 0 && comma >= 8 * point ? 'comma' : 'unknown'
}

/** A number with nothing beside it: undefined when it is none, or when it can be read in two ways. */
export function parseNumber(text: string, style: DecimalStyle = 'unknown'): number | undefined {
  const match = NUMBER.exec(text)
  return match && match[0].length === text.length ? numberIn(match[0], style) : undefined
}

const LONGEST = 60
/** Nothing that is measured is written with more digits; a longer run is a number of something. */
const MOST_DIGITS = 9

const SIGN = '[-+\u2212\u2013]'
/** Thin, narrow and no-break spaces and apostrophes set groups apart; an ordinary space does not. */
const NUMBER = new RegExp(`^${SIGN}?(?:\\d+(?:[.,\u2009\u202f\u00a0'\u2019]\\d+)*|\\.\\d+)(?![\\d])`, 'u')
const PRINTED_NUMBER = /(?<=[^\n\d.,/:-][\s(<>=≤≥[-]|[\t(<>=≤≥[])(\d+(?:[.,]\d+)+)(?=[\s)\]%*;HL]|[-\u2013]\d|$)/gu
const COMPARATOR =
  /^(?:[<>]\s?(?:or\s?)?=|=[<>]|[<>≤≥\u2039\u203a~≈⩽⩾]|(?:less|greater|more) than(?: or equal to)?\b|approx(?:imately|\.)?|ca\.)\s*/iu
const LEADING_FLAG =
  /^(\(?(?:HH|LL|H|L|\*{1,3}|↑{1,2}|↓{1,2})\)?|(?:High|Low|Crit|Abnormal|Abn|A|C)(?=\s))\s*(?=[<>≤≥\d.-])/iu

function comparatorOf(text: string): Comparator {
  const plain = text.toLowerCase()
  if (/^(?:[~≈]|approx|ca)/u.test(plain)) return '~'
  const orEqual = /[=≤≥⩽⩾]|equal/u.test(plain)
  if (/^(?:=?<|[≤⩽\u2039]|less)/u.test(plain)) return orEqual ? '<=' : '<'
  return orEqual ? '>=' : '>'
}

type Found = Pick<Quantity, 'form' | 'value' | 'secondValue'> & { readonly length: number }

const PAIR = /^(\d{2,3})\s?\/\s?(\d{2,3})(?!\d|[.,:]\d|\s?\/)/u

/** Systolic over diastolic: the first is the larger, and neither is as small as a day or a month with it. */
function pairOf(body: string): Found | undefined {
  const match = PAIR.exec(body)
  if (!match) return
  const [value, secondValue] = [Number(match[1]), Number(match[2])]
  if (value < 50 || value > 300 || secondValue < 20 || secondValue >= value) return
  return { form: 'pair', value, secondValue, length: match[0].length }
}

const TITER = /^1\s?[:/]\s?(\d{1,2}[.,]\d{3}|\d{1,6})(?!\d|[:/.,]\d)/u

/** Dilutions double or grow tenfold: 1:2, 1:5, 1:10, 1:20, 1:40 …; 1:30 is a time. */
function titerOf(body: string): Found | undefined {
  const match = TITER.exec(body)
  if (!match) return
  let steps = Number(match[1]?.replace(/[.,]/u, ''))
  while (steps > 5 && steps % 2 === 0) steps /= 2
  const isDilution = [1, 2, 3, 4, 5, 25, 125, 625].includes(steps) && !/^1\s?[:/]\s?[0-3]?$/u.test(match[0])
  return isDilution && steps !== 3 ? { form: 'titer', length: match[0].length } : undefined
}

const ORDINAL = /^(?:[1-4]\s?\+(?![\d.])|\+\s?[1-4](?![\d.,])|\+{1,4}(?![\d+.])|\(\+\))/u

function ordinalOf(body: string): Found | undefined {
  const match = ORDINAL.exec(body)
  return match ? { form: 'ordinal', length: match[0].length } : undefined
}

const SPAN = /^(?:0|[1-9]\d{0,2})\s?[-\u2013]\s?(\d{1,3})(?!\d|[.,:/-]\d)/u

/** `0-5` cells in a field are a result that is no single number. */
function spanOf(body: string): Found | undefined {
  const match = SPAN.exec(body)
  if (!match || Number.parseInt(body, 10) >= Number(match[1])) return
  return { form: 'words', length: match[0].length }
}

function numberOf(body: string, style: DecimalStyle): Found | undefined {
  const match = NUMBER.exec(body)
  if (!match || !isWritten(match[0])) return
  const token = match[0]
  if (/^ \d{3}(?![\d.,])/u.test(body.slice(token.length)) && /^\d{1,3}$/u.test(token)) {
    const groups = /^(?: \d{3})+/u.exec(body.slice(token.length))
    return { form: 'number', length: token.length + (groups?.[0].length ?? 0) }
  }
  const value = numberIn(token, style)
  return { form: 'number', ...(value !== undefined && { value }), length: token.length }
}

const GROUPED = /^\d{1,3}(?:([.,\u2009\u202f\u00a0'\u2019])\d{3})(?:\1\d{3})*$/u
/** Thousands, then groups of two: 1,50,000 as written in India. */
const GROUPED_BY_TWO = /^\d{1,2}(?:,\d{2})+,\d{3}$/u
const DECIMAL = /^(\d*)([.,])(\d+)$/u

/** Whether it is a number at all, however it is to be read: no date, no version, no code with a leading zero. */
function isWritten(token: string): boolean {
  const digits = token.replace(/^[-+\u2212\u2013]/u, '')
  if (/^0\d/u.test(digits) || digits.replace(/\D/gu, '').length > MOST_DIGITS) return false
  if (/^\d+$/u.test(digits) || GROUPED.test(digits) || GROUPED_BY_TWO.test(digits) || DECIMAL.test(digits)) return true
  const [whole, fraction] = splitAtLast(digits)
  return fraction !== undefined && GROUPED.test(whole)
}

function numberIn(token: string, style: DecimalStyle): number | undefined {
  if (!isWritten(token)) return
  const isNegative = /^[-\u2212\u2013]/u.test(token)
  const digits = token.replace(/^[-+\u2212\u2013]/u, '')
  const value = magnitudeOf(digits, style)
  return value === undefined ? undefined : isNegative ? -value : value
}

function magnitudeOf(digits: string, style: DecimalStyle): number | undefined {
  if (/^\d+$/u.test(digits)) return Number(digits)
  if (GROUPED_BY_TWO.test(digits)) return Number(digits.replaceAll(',', ''))
  const decimal = DECIMAL.exec(digits)
  if (decimal) {
    const [, whole = '', mark, fraction = ''] = decimal
    const readAsDecimal = Number(`${whole || '0'}.${fraction}`)
    if (!GROUPED.test(digits) || whole === '0') return readAsDecimal
    if (style === 'unknown') return
    return (mark === '.') === (style === 'point') ? readAsDecimal : Number(whole + fraction)
  }
  if (GROUPED.test(digits)) return Number(digits.replace(/\D/gu, ''))
  const [whole, fraction] = splitAtLast(digits)
  return Number(`${whole.replace(/\D/gu, '')}.${fraction}`)
}

/** `1.234,5` → `1.234` and `5`; undefined when the last mark is of the kind that sets groups apart. */
function splitAtLast(digits: string): [string, string | undefined] {
  const at = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  const whole = digits.slice(0, at)
  return at < 0 || whole.includes(digits[at] ?? '') ? [digits, undefined] : [whole, digits.slice(at + 1)]
}

function styleOfToken(token: string): DecimalStyle {
  if (!isWritten(token)) return 'unknown'
  if (GROUPED_BY_TWO.test(token)) return 'point'
  const decimal = DECIMAL.exec(token)
  if (decimal) {
    if (GROUPED.test(token) && decimal[1] !== '0') return 'unknown'
    return decimal[2] === '.' ? 'point' : 'comma'
  }
  const grouped = GROUPED.exec(token)
  if (grouped) return grouped[1] === ',' ? 'point' : 'comma'
  return splitAtLast(token)[0].includes(',') ? 'point' : 'comma'
}

/** Longer wordings first. What was not measured (pending, cancelled) is no result. */
const WORDS = new RegExp(
  `^(?:${[
    'not detected|none detected|nondetected|not seen|none seen|not observed|non[- ]?reactive|non[- ]?immune|no growth',
    'undetectable|undetected|detected|weakly positive|weakly reactive|negative|neg\\.?|positive|pos\\.?|reactive|immune',
    'equivocal|indeterminate|borderline|inconclusive|within normal limits|abnormal|normal|absent|present|traces?',
    'slightly cloudy|slightly hazy|slightly turbid|cloudy|hazy|turbid|clear|pale yellow|light yellow|dark yellow|yellow',
    'straw|amber|colou?rless|brown|orange|occasional|moderate|rare|few|many|small|large|none|susceptible|intermediate',
    'resistant|(?:AB|A|B|O)\\s?(?:Rh\\s?)?(?:positive|negative|pos|neg)|Rh\\s?(?:positive|negative|pos|neg)',
    'nicht nachweisbar|nachweisbar|negativ|positiv|unauff[äa]llig|n[ée]gatif|positif|negativo|positivo|negativa|positiva',
    'non rilevato|assente|no detectado|ausente|presente|spuren|trazas|reactivo|no reactivo|non r[ée]actif|aantoonbaar',
  ].join('|')})(?![\\p{L}\\d])`,
  'iu',
)

function wordsOf(body: string): Found | undefined {
  const match = WORDS.exec(body)
  return match ? { form: 'words', length: match[0].length } : undefined
}

const TRAILING_FLAG =
  /^\s*(\((?:HH|LL|H|L|A|C|\+|-|\*|high|low|critical|abnormal)\)|HH|LL|H|L|\*{1,3}|↑{1,2}|↓{1,2}|▲|▼|(?:critical(?:ly)? )?(?:high|low)|critical|crit|abnormal|abn)(?![\p{L}\d/])/iu
/** After a number and set apart from it, as on many European papers. */
const SIGN_FLAG = /^(\s*)([+]{1,2}|[-\u2212]{1,2})\s*$/u

type Rest = Pick<Quantity, 'unitText' | 'flagText'>

function restOf(text: string, { form }: Quantity): Rest | undefined {
  if (text.trim() === '') return {}
  if (form === 'number' || form === 'pair') {
    const sign = SIGN_FLAG.exec(text)
    if (sign?.[2]) return { flagText: sign[2] }
  }
  const flag = TRAILING_FLAG.exec(text)
  const after = flag ? text.slice(flag[0].length) : text
  if (after.trim() === '') return flag?.[1] ? { flagText: flag[1] } : {}
  const last = /\s(\(?(?:HH|LL|H|L|\*{1,3}|↑{1,2}|↓{1,2}|high|low|\+|-)\)?)\s*$/iu.exec(after)
  const unitText = (flag || !last ? after : after.slice(0, last.index)).trim()
  if (!isShapedLikeUnit(unitText)) return
  const flagText = flag?.[1] ?? last?.[1]
  return { unitText, ...(flagText !== undefined && { flagText }) }
}

const UNIT_WORD =
  /^(?:[\p{L}%‰µμ°"/[{(][\p{L}\d%‰µμ°".*^/·×²³⁶⁹¹⁻⁰\-[\]{}()]*|[x×*]?\s?10[\^*eE⁰-⁹]?\d{0,2}[/\p{L}].*|1[.,]73.*|\/|100)$/u
const MONTH = /^(?:jan|feb|mar|m[äa]r|apr|ma[yi]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}*\.?$/iu

/** Letters, marks and powers of ten in at most five words; no month and no date. */
export function isShapedLikeUnit(text: string): boolean {
  if (text.length === 0 || text.length > 32 || /^\/\s?\d/u.test(text.replace(/^\/\s?100\b/u, '/ '))) return false
  const words = text.replace(/^[x×*]\s+10/u, 'x10').split(/\s+/u)
  return words.length <= 5 && words.every((word) => UNIT_WORD.test(word) && !MONTH.test(word))
}
