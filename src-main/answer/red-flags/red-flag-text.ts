/** A value past a level, as one calm sentence: what is written, its date, the level and who published it. Never what to do. */
import type { Fact } from '#contract/facts.ts'
import type { Level, Past, RedFlagRule } from './red-flag-rules.ts'

export interface Passed {
  readonly rule: RedFlagRule
  readonly level: Level
  readonly isFirstPast: boolean
  readonly isSecondPast: boolean
}

export function redFlagText(fact: Fact, { rule, level, isFirstPast, isSecondPast }: Passed): string {
  const unit = [fact.unitText ?? printed(fact.unit ?? '')].filter((text) => text !== '')
  const value = [fact.name, fact.valueText, ...unit].join(' ')
  const against = level.unit === fact.unit || printed(level.unit) === '' ? '' : ` ${printed(level.unit)}`
  const words = PAST_WORDS[rule.comparator]
  const isPair = fact.details.secondValue !== undefined
  const numbers =
    isFirstPast && isSecondPast ? `${level.first}/${level.second}` : isFirstPast ? level.first : level.second
  const which = isPair && !(isFirstPast && isSecondPast) ? `has its ${isFirstPast ? 'first' : 'second'} number` : 'is'
  return `${value}${when(fact.happenedOn)} ${which} ${words} ${numbers}${against}, ${rule.note}.`
}

const PAST_WORDS: Readonly<Record<Past, string>> = {
  '<': 'below',
  '<=': 'at or below',
  '>': 'above',
  '>=': 'at or above',
}

function when(happenedOn: string | undefined): string {
  if (happenedOn === undefined) return ' (no date stated)'
  const [day = '', time] = happenedOn.split('T')
  return `${day.length < 10 ? ' in ' : ' on '}${day}${time === undefined ? '' : ` at ${time}`}`
}

/** UCUM as papers print it. */
const printed = (unit: string): string => PRINTED.get(unit) ?? unit.replace(/\{.*?\}/g, '')

const PRINTED: ReadonlyMap<string, string> = new Map([
  ['mm[Hg]', 'mmHg'],
  ['Cel', '\u00b0C'],
  ['[degF]', '\u00b0F'],
  ['10*9/L', '\u00d7 10\u2079/L'],
  ['/uL', '/\u00b5L'],
  ['kg/m2', 'kg/m\u00b2'],
  ['mL/min/{1.73_m2}', 'mL/min/1.73 m\u00b2'],
])
