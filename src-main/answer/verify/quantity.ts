/** Numbers as they stand in a text, with what belongs to them: comparator, unit or what is counted, and what they number. */
import type { Units } from '../../extract/dictionaries/units.ts'
import { NUMBER_WORD, numberOfWords, numberText, ORDINAL_WORD, ordinalNumber } from './numbers.ts'
import type { Quantity, Token } from './token.ts'

const DIGITS = '\\d{1,3}(?:[,\\u00a0\\u202f ]\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:[.,]\\d+)?|\\.\\d+'
const COMPARATORS: readonly (readonly [string, string])[] = [
  ['<=', '<=|≤|up to|at most|no more than|not more than'],
  ['>=', '>=|≥|at least|no less than'],
  ['<', '<|less than|under|below|fewer than'],
  ['>', '>|more than|greater than|over|above|exceeding'],
  ['~', '~|≈|about|approximately|approx\\.?|around|roughly|nearly|almost|ca\\.'],
]
const COMPARATOR = new RegExp(COMPARATORS.map(([, source]) => `(${source})`).join('|'), 'uy')
const COMPARED = /\s*/uy
const RANGE = new RegExp(
  `(${DIGITS})\\s*([^\\s\\d,;:()-]{1,12})?\\s*(?:-|to|and(?= \\d))\\s*(${DIGITS})(?![\\p{L}\\p{N}]|-\\d)`,
  'uy',
)
const PAIR = /(\d{1,3})\s?\/\s?(\d{1,3})(?![\d/.])/uy
const PLAIN = new RegExp(`(?:${DIGITS})(?![\\p{N}])`, 'uy')
/** `one of the` counts nothing. */
const IN_WORDS = new RegExp(`(?!one of )${NUMBER_WORD}(?![\\p{L}\\p{N}])`, 'uy')
const ORDINAL = new RegExp(`${ORDINAL_WORD}(?![\\p{L}\\p{N}])`, 'uy')
const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5', vi: '6' }
const ROMAN_NUMBER = /(?:iii|ii|iv|i|vi|v)(?![\p{L}\p{N}])/uy

/** Words before a number that make it the number of something. */
const LABELS = new Set(
  'type grade stage dose class phase category group trimester cycle number no nr age aged level visit step'.split(' '),
)
const FORMER = /(?:from|previously|formerly|was before|earlier)\s*(?:of\s*)?$/u
const LEVEL_WORD = /^(?:reference|normal|range|target|goal|limit)/

/** The number that begins at `at`, if one does. `before`: what was read up to there. */
export function readQuantity(
  text: string,
  lower: string,
  at: number,
  units: Units,
  before: readonly Token[],
): Token | undefined {
  const compared = comparatorAt(lower, at)
  const from = compared?.end ?? at
  return (
    (compared ? undefined : rangeAt(text, lower, from, units)) ??
    numberAt(text, lower, { at, from, comparator: compared?.comparator ?? '' }, units, before)
  )
}

function comparatorAt(lower: string, at: number) {
  COMPARATOR.lastIndex = at
  const match = COMPARATOR.exec(lower)
  if (!match) return undefined
  COMPARED.lastIndex = at + match[0].length
  const end = COMPARED.lastIndex + (COMPARED.exec(lower)?.[0].length ?? 0)
  if (!startsNumber(lower, end)) return undefined
  return { end, comparator: COMPARATORS[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? '' }
}

function startsNumber(lower: string, at: number): boolean {
  for (const pattern of [PLAIN, IN_WORDS]) {
    pattern.lastIndex = at
    if (pattern.test(lower)) return true
  }
  return false
}

function rangeAt(text: string, lower: string, at: number, units: Units): Token | undefined {
  RANGE.lastIndex = at
  const match = RANGE.exec(lower)
  if (!match) return undefined
  const [whole, low = '', between, high = ''] = match
  if (between !== undefined && unitAt(between, 0, units) === undefined) return undefined
  // `1 and 2`, and `from 10 to 20`, name two values.
  if (/\d\s*and\s*\d/.test(whole) && !/between\s*$/.test(lower.slice(0, at))) return undefined
  if (/\d[^\d-]*\bto\b/.test(whole) && FORMER.test(lower.slice(Math.max(0, at - 24), at))) return undefined
  const unit = unitAt(text, at + whole.length, units)
  const end = unit?.end ?? at + whole.length
  return {
    kind: 'range',
    low: numberText(low),
    high: numberText(high),
    unit: unit?.unit ?? '',
    text: text.slice(at, end),
    start: at,
    end,
  }
}

interface Start {
  readonly at: number
  /** Behind the comparator. */
  readonly from: number
  readonly comparator: string
}

function numberAt(
  text: string,
  lower: string,
  start: Start,
  units: Units,
  before: readonly Token[],
): Token | undefined {
  const { at, from, comparator } = start
  const label = labelBefore(before)
  const plain = digitsAt(lower, from) ?? wordsAt(lower, from) ?? (label ? romanAt(lower, from) : undefined)
  if (!plain) return ordinalAt(text, lower, at)
  // `1O.1` and `10mgs` are words; `10mg` is a number with its unit.
  const unit = unitAt(text, plain.end, units)
  if (unit === undefined && /^[\p{L}\p{N}_]/u.test(text.slice(plain.end, plain.end + 1))) return undefined
  const age = ageAt(lower, plain.end)
  if (
    /^(?:19|20)\d\d$/.test(plain.value) &&
    comparator === '' &&
    label === '' &&
    unit === undefined &&
    age === undefined
  )
    return yearToken(text, at, plain.end)
  const quantity: Quantity = {
    value: plain.value,
    comparator,
    unit: age === undefined && label !== 'age' ? (unit?.unit ?? '') : '',
    label: age === undefined ? label : 'age',
    isFormer: FORMER.test(lower.slice(Math.max(0, at - 24), at)),
  }
  const end = age ?? unit?.end ?? plain.end
  return { kind: 'number', quantity, text: text.slice(at, end), start: at, end }
}

/** Four digits that can be a year and have no unit are one. */
function yearToken(text: string, start: number, end: number): Token {
  const written = text.slice(start, end)
  return { kind: 'date', on: written, written, isAmbiguous: false, text: written, start, end }
}

function digitsAt(lower: string, at: number) {
  PAIR.lastIndex = at
  const pair = PAIR.exec(lower)
  if (pair) return { value: `${Number(pair[1])}/${Number(pair[2])}`, end: at + pair[0].length }
  // A sign counts only where nothing stands before it that it could join.
  const isNegative = lower[at] === '-' && !/[\p{L}\p{N})]/u.test(lower[at - 1] ?? '')
  PLAIN.lastIndex = isNegative ? at + 1 : at
  const plain = PLAIN.exec(lower)
  if (!plain) return undefined
  const end = PLAIN.lastIndex
  const plus = lower[end] === '+' ? '+' : ''
  return { value: `${isNegative ? '-' : ''}${numberText(plain[0])}${plus}`, end: end + plus.length }
}

function wordsAt(lower: string, at: number) {
  IN_WORDS.lastIndex = at
  const match = IN_WORDS.exec(lower)
  return match ? { value: numberOfWords(match[0]), end: at + match[0].length } : undefined
}

function romanAt(lower: string, at: number) {
  ROMAN_NUMBER.lastIndex = at
  const match = ROMAN_NUMBER.exec(lower)
  return match ? { value: ROMAN[match[0]] ?? '', end: at + match[0].length } : undefined
}

/** `second dose`, `3rd trimester`; alone it numbers nothing known. */
function ordinalAt(text: string, lower: string, at: number): Token | undefined {
  ORDINAL.lastIndex = at
  const match = ORDINAL.exec(lower)
  if (!match) return undefined
  const after = /^ ([a-z]+)/.exec(lower.slice(at + match[0].length))
  const label = after?.[1] !== undefined && LABELS.has(after[1]) ? after[1] : 'ordinal'
  const end = at + match[0].length + (label === 'ordinal' ? 0 : (after?.[0].length ?? 0))
  const quantity = { value: ordinalNumber(match[0]), comparator: '', unit: '', label, isFormer: false }
  return { kind: 'number', quantity, text: text.slice(at, end), start: at, end }
}

function labelBefore(before: readonly Token[]): string {
  const last = before.at(-1)
  const word = last?.kind === 'closed' && last.key === 'of' ? before.at(-2) : last
  const text = word && word.kind !== 'mark' ? word.text.toLowerCase() : ''
  if (LEVEL_WORD.test(text)) return ''
  if (text === 'aged' || text === 'age') return 'age'
  return LABELS.has(text) && text !== 'level' && text !== 'age' ? text.replace(/^(?:no|nr)$/, 'number') : ''
}

const AGE = /[- ]?(?:years?|yrs?)[- ]old|[- ]?y\/?o(?![\p{L}\p{N}])|[- ]?years of age/uy

function ageAt(lower: string, at: number): number | undefined {
  AGE.lastIndex = at
  const match = AGE.exec(lower)
  return match ? at + match[0].length : undefined
}

/** What is counted, and stretches of time: no units of a measure. */
const COUNTED: readonly (readonly [string, string])[] = [
  ['tablet', 'tablets?|tabs?|pills?'],
  ['capsule', 'capsules?|caps?'],
  ['puff', 'puffs?'],
  ['drop', 'drops?|gtts?'],
  ['unit', 'units?|iu|u'],
  ['dose', 'doses?'],
  ['refill', 'refills?'],
  ['day', 'days?'],
  ['week', 'weeks?|wks?'],
  ['month', 'months?|mos?'],
  ['year', 'years?|yrs?'],
  ['hour', 'hours?|hrs?'],
  ['minute', 'minutes?|mins?'],
  ['time', 'times'],
  ['pack-year', 'pack[- ]years?'],
  ['cigarette', 'cigarettes?'],
  ['percent', 'per ?cent'],
]
const COUNTED_RULES = [
  ...COUNTED.map(([key, source]) => [key, new RegExp(`[- ]?(?:${source})(?![\\p{L}\\p{N}/])`, 'uiy')] as const),
  // In capitals a letter behind a value is its flag.
  ['hour', / ?h(?![\p{L}\p{N}/])/uy] as const,
  ['day', / ?d(?![\p{L}\p{N}/])/uy] as const,
]
const SPELLED_UNITS: readonly (readonly [RegExp, string])[] = [
  [/ ?milligrams?(?![\p{L}/])/iuy, 'mg'],
  [/ ?micrograms?(?![\p{L}/])/iuy, 'ug'],
  [/ ?grams?(?![\p{L}/])/iuy, 'g'],
  [/ ?kilograms?(?![\p{L}/])/iuy, 'kg'],
  [/ ?millilit(?:er|re)s?(?![\p{L}/])/iuy, 'mL'],
  [/ ?centimet(?:er|re)s?(?![\p{L}/])/iuy, 'cm'],
  [/ ?millimet(?:er|re)s?(?![\p{L}/])/iuy, 'mm'],
  [/ ?beats (?:per|a) minute/iuy, '/min'],
  [/ ?breaths (?:per|a) minute/iuy, '/min'],
]
const CHUNKS = /[- ]?([^\s,;:()]{1,16})(?: ([^\s,;:()]{1,12}))?/uy

/** The unit that begins at `at`, with or without a blank before it: the longest that is known. */
function unitAt(text: string, at: number, units: Units): { readonly unit: string; readonly end: number } | undefined {
  for (const [unit, pattern] of [...COUNTED_RULES, ...SPELLED_UNITS.map(([p, u]) => [u, p] as const)]) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return { unit: unit === 'percent' ? '%' : unit, end: at + match[0].length }
  }
  CHUNKS.lastIndex = at
  const match = CHUNKS.exec(text)
  if (!match) return undefined
  const first = (match[1] ?? '').replace(/\.$/, '')
  const end =
    at + match[0].length - (match[2] === undefined ? 0 : match[2].length + 1) - ((match[1] ?? '').length - first.length)
  if (match[2] !== undefined) {
    const second = match[2].replace(/\.$/, '')
    const unit = second.length > 0 && !/^\d/.test(first) ? units.find(`${first} ${second}`) : undefined
    if (unit !== undefined && !isOrdinaryWord(second)) return { unit, end: end + 1 + second.length }
  }
  const unit = isOrdinaryWord(first) ? undefined : units.find(first)
  return unit === undefined ? undefined : { unit, end }
}

/** Words of running text that are spelled like a unit. */
const isOrdinaryWord = (word: string) =>
  /^(?:in|at|as|an|is|to|on|of|or|and|[A-BD-EG-Za-z])$/.test(word) && word !== 'g'
