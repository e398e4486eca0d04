/**
 * Whether an answer is right: by what it says for programs where it does, else by what its first sentence says (of lists:
 * all of its sentences).
 */
import type { AnswerValue } from '#contract/answers.ts'
import type { Got } from './got.ts'
import { datesIn, holds, normal, numbersIn, sameDay } from './in-words.ts'
import type { Expected, WantedValue } from './questions/question.ts'
import { converted } from './units.ts'

/** Says that nothing is known of it: by its finding, by a count of none, by an empty list, or by silence. */
export function isAbstained({ isNotInRecord, answer, sentences }: Got): boolean {
  if (isNotInRecord || sentences.length === 0) return true
  if (answer === undefined) return false
  if (answer.finding === 'not-stated') return true
  const isEmpty = answer.finding === undefined && answer.valueText === undefined && answer.on === undefined
  return isEmpty && (answer.items?.length === 0 || (answer.value === 0 && (answer.items ?? []).length === 0))
}

export function isRight(expected: Expected, got: Got): boolean {
  if (expected.is === 'unanswerable') return isAbstained(got)
  if (isAbstained(got)) return false
  const answer = got.answer
  return answer !== undefined && saysSomething(answer) ? answers(expected, answer, got) : says(expected, got)
}

const saysSomething = (answer: AnswerValue) => Object.keys(answer).length > 0
const firstOf = ({ sentences }: Got) => sentences[0]?.text ?? ''
const allOf = ({ sentences }: Got) => sentences.map(({ text }) => text).join('\n')

/** By `end.answer`; what it leaves out is looked for in the words. */
function answers(expected: Exclude<Expected, { is: 'unanswerable' }>, answer: AnswerValue, got: Got): boolean {
  if (expected.is === 'value') return isValue(expected.wanted, answer)
  if (expected.is === 'computed')
    return answer.value === undefined
      ? says(expected, got)
      : Math.abs(answer.value - expected.value) <= expected.tolerance
  if (expected.is === 'items')
    return answer.items === undefined ? says(expected, got) : areItems(expected.items, answer.items)
  if (expected.is === 'date') return answer.on === undefined ? says(expected, got) : isOneOf(expected.on, answer.on)
  if (expected.is === 'text')
    return expected.anyOf.some((text) => holds(answer.valueText ?? '', text)) || says(expected, got)
  if (expected.is === 'finding')
    return answer.finding === undefined ? says(expected, got) : expected.anyOf.some((one) => one === answer.finding)
  return says(expected, got)
}

function isValue(wanted: WantedValue, { value, valueText, unit, on }: AnswerValue): boolean {
  if (on !== undefined && !isOneOf(wanted.on, on)) return false
  if (wanted.valueText.includes('/')) return holds((valueText ?? '').replaceAll(' ', ''), wanted.valueText)
  const asWritten = numbersIn(valueText ?? '')[0]
  // a value may be given in a unit of choice beside the words in which it was written
  const isConverted = asWritten !== undefined && value !== undefined && !isNear(value, asWritten)
  if (isConverted && unit !== wanted.unit) return isNear(asWritten, wanted.value)
  const number = value ?? asWritten
  if (number === undefined) return false
  const inUnit = unit === undefined ? wanted.value : converted(wanted.value, wanted.unit, unit)
  return inUnit !== undefined && isNear(number, inUnit)
}

function areItems(wanted: readonly (readonly string[])[], items: readonly string[]): boolean {
  const fits = (names: readonly string[], item: string) =>
    names.some((name) => holds(item, name) || hasWords(item, name))
  return (
    wanted.every((names) => items.some((item) => fits(names, item))) &&
    items.every((item) => wanted.some((names) => fits(names, item)))
  )
}

/** All words of a name of several, in any order. */
const hasWords = (item: string, name: string) =>
  name.includes(' ') &&
  normal(name)
    .split(/[ ,()]+/)
    .filter((word) => word !== '')
    .every((word) => holds(item, word))

/** By the words that were shown. */
function says(expected: Exclude<Expected, { is: 'unanswerable' }>, got: Got): boolean {
  const first = firstOf(got)
  if (expected.is === 'value') return saysValue(first, expected.wanted)
  if (expected.is === 'values') return expected.wanted.every((one) => saysValue(allOf(got), one))
  if (expected.is === 'items') return expected.items.every((names) => names.some((name) => holds(allOf(got), name)))
  if (expected.is === 'date') return datesIn(first).dates.some((day) => isFull(day) && isOneOf(expected.on, day))
  if (expected.is === 'text') return expected.anyOf.some((text) => holds(first, text))
  if (expected.is === 'finding') return expected.anyOf.some((finding) => saysFinding(first, finding, expected.about))
  const numbers = numbersIn(datesIn(first).rest)
  const isSaid = numbers.some((number) => Math.abs(Math.abs(number) - Math.abs(expected.value)) <= expected.tolerance)
  return isSaid || (expected.from?.every((one) => saysValue(allOf(got), one)) ?? false)
}

function saysValue(text: string, { value, valueText }: WantedValue): boolean {
  const { rest } = datesIn(text)
  return valueText.includes('/')
    ? holds(rest.replace(/ ?\/ ?/g, '/'), valueText)
    : numbersIn(rest).some((one) => isNear(one, value))
}

const negated = /\b(?:no|not|denies|denied|without|negative for|excluded|ruled out|none|nkda)\b/i
const findingWords: Readonly<Record<string, RegExp>> = {
  'stated-none-known': /\bno known\b|\bnone known\b|\bnkda\b|\bno (?:drug )?allerg/i,
  'stated-ruled-out': negated,
  'in-range': /\b(?:within|inside|in)\b[^.;]{0,30}\b(?:range|interval|limits)\b|\bnormal\b/i,
  'out-of-range': /\b(?:above|below|outside|out of|high|low)\b|\b[HL]\b/,
  'no-range': /\bno (?:reference |printed )?(?:range|interval)|without a (?:range|reference)/i,
  stopped: /\b(?:stopped|discontinued?|stop|ended)\b/i,
  'not-on-last-list': /\bnot on the (?:last|latest|newest)|\bno longer (?:on|listed)/i,
}

function saysFinding(text: string, finding: string, about: readonly string[]): boolean {
  const isAbout = about.some((name) => holds(text, name))
  const words = findingWords[finding]
  if (finding === 'stated-none-known' || finding === 'in-range' || finding === 'out-of-range' || finding === 'no-range')
    return words?.test(text) ?? false
  if (words !== undefined) return isAbout && words.test(text)
  return isAbout && !negated.test(text) && !/\b(?:stopped|discontinued?)\b/i.test(text)
}

const isOneOf = (days: readonly string[], day: string) => days.some((one) => sameDay(one, day))
const isFull = (day: string) => day.length === 10
const isNear = (a: number, b: number) => Math.abs(a - b) <= Math.max(1e-9, Math.abs(b) * 1e-9)
