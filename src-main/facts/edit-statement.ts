/**
 * What a person writes → a statement: their words are kept as written and understood by the same rules as a paper's. A
 * flag is only ever changed by the range that the statement itself has; nothing else is judged.
 */
import { AppError } from '#contract/errors.ts'
import type { FactEdit, NewFact } from '#contract/facts.ts'
import { judge } from '../extract/flags.ts'
import { parseQuantity } from '../extract/quantities.ts'
import { parseRange } from '../extract/ranges.ts'
import type { Measures } from './measures.ts'
import type { Statement } from './statement.ts'

export function editStatement(statement: Statement, edit: FactEdit, measures: Measures): Statement {
  const { name, valueText, unit, rangeText, happenedOn, details } = edit
  let edited: Statement = { ...statement, suggestions: [], doubts: [] }
  if (details !== undefined) edited = { ...edited, details }
  if (name !== undefined && name !== edited.name) edited = { ...without(edited, ['code']), name, nameText: name }
  if (unit !== undefined) edited = withUnit(edited, unit)
  if (valueText !== undefined) edited = withValue(edited, valueText)
  if (rangeText !== undefined) edited = withRange(edited, rangeText)
  if (happenedOn !== undefined) edited = withDate(edited, happenedOn)
  if (edited.name !== statement.name || edited.unitText !== statement.unitText) edited = asMeasure(edited, measures)
  return valueText === undefined && rangeText === undefined ? edited : withFlag(edited)
}

export function newStatement(fact: NewFact, measures: Measures): Statement {
  const { kind, name, isNoneKnown, details, valueText, unit, rangeText, happenedOn } = fact
  const empty: Statement = {
    ...{ kind, name, nameText: name, valueText: '', flag: 'unknown', isNoneKnown, details },
    ...{ doubts: [], suggestions: [] },
  }
  const given = { valueText, ...(unit && { unit }), ...(rangeText && { rangeText }), ...(happenedOn && { happenedOn }) }
  return asMeasure(editStatement(empty, given, measures), measures)
}

/** By the dictionary's name and code and in UCUM, so that it is one with what papers say. */
function asMeasure(statement: Statement, measures: Measures): Statement {
  if (statement.kind !== 'observation') return statement
  const unit = statement.unit ?? measures.unitOf(statement.unitText ?? '', statement.name)
  const inUnit: Statement = unit === undefined ? statement : { ...statement, unit }
  const known = measures.find(inUnit.name, unit)
  if (known === undefined) return inUnit
  const { name, code, category } = known
  return { ...without(inUnit, ['code']), name, ...(code && { code }), details: { category, ...inUnit.details } }
}

function withValue(statement: Statement, valueText: string): Statement {
  const { secondValue: _, ...details } = statement.details
  const bare: Statement = { ...without(statement, ['value', 'comparator', 'correctedFrom']), details, valueText }
  if (statement.kind !== 'observation') return bare
  const quantity = parseQuantity(valueText)
  if (quantity === undefined) return bare
  const { value, secondValue, comparator, unitText } = quantity
  const number = { ...(value !== undefined && { value }), ...(comparator && { comparator }) }
  const pair = secondValue === undefined ? details : { ...details, secondValue }
  const read: Statement = { ...bare, ...number, details: pair }
  return unitText === undefined ? read : withUnit(read, unitText)
}

function withUnit(statement: Statement, unit: string | null): Statement {
  const bare = without(statement, ['unit', 'unitText'])
  return unit === null ? bare : { ...bare, unitText: unit }
}

function withRange(statement: Statement, rangeText: string | null): Statement {
  const bare = without(statement, ['rangeText', 'rangeLow', 'rangeHigh'])
  if (rangeText === null) return bare
  const range = parseRange(rangeText)
  const { low, high } = range ?? {}
  return {
    ...{ ...bare, rangeText },
    ...(low !== undefined && { rangeLow: low }),
    ...(high !== undefined && { rangeHigh: high }),
  }
}

/** Without a range of its own what the paper flagged stays flagged. */
function withFlag(statement: Statement): Statement {
  const { rangeText, valueText, value, comparator } = statement
  if (rangeText === undefined) return statement
  const range = parseRange(rangeText)
  const form = parseQuantity(valueText)?.form
  if (range === undefined || form === undefined) return statement
  const result = { form, valueText, ...(value !== undefined && { value }), ...(comparator && { comparator }) }
  return { ...statement, flag: judge(result, range, undefined).flag }
}

function withDate(statement: Statement, happenedOn: string | null): Statement {
  const bare = without(statement, ['happenedOn', 'datePrecision', 'dateKind'])
  if (happenedOn === null) return bare
  const datePrecision = precisionOf(happenedOn)
  if (datePrecision === undefined) throw new AppError('fact/invalid-value')
  return { ...bare, happenedOn, datePrecision, dateKind: 'stated' }
}

/** Undefined for what is no date: 2023-02-29 has the form of one. */
function precisionOf(on: string): NonNullable<Statement['datePrecision']> | undefined {
  const [, year, month, day, hour, minute] = DATE.exec(on) ?? []
  if (year === undefined) return undefined
  if (month === undefined) return 'year'
  if (Number(month) < 1 || Number(month) > 12) return undefined
  if (day === undefined) return 'month'
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (made.getUTCMonth() !== Number(month) - 1 || made.getUTCDate() !== Number(day)) return undefined
  if (hour === undefined) return 'day'
  return Number(hour) < 24 && Number(minute) < 60 ? 'minute' : undefined
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?$/

function without<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>
}
