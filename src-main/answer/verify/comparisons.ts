/**
 * Words that compare are true by the values themselves: of the points of a series, of two values that are cited with
 * their days, or of a value and the range that the same line prints. Arithmetic on what is written, nothing else.
 */
import type { Candidate } from './candidates.ts'
import type { Checked } from './check-claim.ts'
import type { Claim } from './claim.ts'
import { isName } from './segments.ts'
import { isDate, type Part } from './statements.ts'
import { type SupportOptions, supportOf } from './support.ts'
import { wordKey } from './word-key.ts'

type Change = 'up' | 'down' | 'same' | 'doubled' | 'halved'
type Extreme = 'highest' | 'lowest' | 'latest' | 'earliest'
type Side = 'above' | 'below' | 'within' | 'outside'

const CHANGES = new Map<string, Change>([
  [wordKey('doubled'), 'doubled'],
  [wordKey('halved'), 'halved'],
  [wordKey('up'), 'up'],
  [wordKey('down'), 'down'],
])
const EXTREMES = new Map<string, Extreme>(
  Object.entries({
    highest: 'highest',
    maximum: 'highest',
    lowest: 'lowest',
    minimum: 'lowest',
    latest: 'latest',
    recent: 'latest',
    last: 'latest',
    newest: 'latest',
    earliest: 'earliest',
    oldest: 'earliest',
  } as const).map(([word, extreme]) => [wordKey(word), extreme]),
)
const SIDES = new Map<string, Side>(
  (['above', 'below', 'within', 'outside'] as const).map((side) => [wordKey(side), side]),
)
const RANGE_WORDS = new Set(
  ['reference', 'range', 'ranges', 'limit', 'limits', 'interval', 'upper', 'normal', 'printed'].map(wordKey),
)

/** Undefined: nothing is compared. */
export function checkComparison(
  parts: readonly Part[],
  candidates: readonly Candidate[],
  options: SupportOptions,
): Checked | undefined {
  const inRange = parts.findIndex((_, at) => isInRange(parts, at))
  if (inRange >= 0) return checkSide('within', inRange, parts, candidates, options)
  const side = findWord(parts, SIDES)
  if (side && parts.some(isRange))
    return checkSide(
      side,
      parts.findIndex((part) => SIDES.has(keyOf(part))),
      parts,
      candidates,
      options,
    )
  const extreme = findWord(parts, EXTREMES)
  if (extreme) return checkExtreme(extreme, parts, candidates, options)
  const change = changeIn(parts)
  return change && checkChange(change, parts, candidates, { ...options, ignoresFormer: true })
}

const keyOf = ({ token }: Part) => (token.kind === 'word' ? token.key : '')

function findWord<T>(parts: readonly Part[], words: ReadonlyMap<string, T>): T | undefined {
  return parts.map((part) => words.get(keyOf(part))).find((word) => word !== undefined)
}

function changeIn(parts: readonly Part[]): Change | undefined {
  for (const part of parts) {
    const { token } = part
    if (token.kind === 'act' && (token.key === 'up' || token.key === 'down' || token.key === 'same')) return token.key
  }
  return findWord(parts, CHANGES)
}

/** A claim and all statements that say it. */
function supportersOf(claim: Claim, candidates: readonly Candidate[], options: SupportOptions): Supporter[] {
  return candidates.flatMap((candidate) => {
    const { missing, numbers } = supportOf(claim, candidate, options)
    if (missing.length > 0) return []
    const value = numbers.find(isAmount) ?? onlyAmount(candidate)
    const dates = candidate.dates.length > 0 ? candidate.dates : candidate.fallbackDates
    const date = dates[0]?.token
    return [
      {
        candidate,
        value: value && amountOf(value),
        unit: value && unitOf(value),
        on: date?.kind === 'date' && !date.isAmbiguous ? date.on : undefined,
      },
    ]
  })
}

interface Supporter {
  readonly candidate: Candidate
  readonly value: number | undefined
  readonly unit: string | undefined
  readonly on: string | undefined
}

const isAmount = ({ token }: Part) => token.kind === 'number' && token.quantity.label === ''
const unitOf = ({ token }: Part) => (token.kind === 'number' ? token.quantity.unit : undefined)

function amountOf({ token }: Part): number | undefined {
  if (token.kind !== 'number' || token.quantity.comparator !== '') return undefined
  const value = Number(token.quantity.value)
  return Number.isFinite(value) ? value : undefined
}

function onlyAmount({ own }: Candidate): Part | undefined {
  const amounts = own.filter(isAmount)
  return amounts.length === 1 ? amounts[0] : undefined
}

const failed = (word: string): Checked => ({ reasons: [`"${word}" does not follow from the values cited`], used: [] })
const held = (supporters: readonly Supporter[]): Checked => ({
  reasons: [],
  used: supporters.map(({ candidate }) => candidate.evidence.n),
})

const isRange = ({ token }: Part) => /^(?:ranges?|limits?|interval)$/i.test(token.text)

/** `in range`, `in the reference range`; not `in the range 3.5 to 5.1`, which is looked for as it stands. */
function isInRange(parts: readonly Part[], at: number): boolean {
  if (!/^in(?:side)?$/i.test(parts[at]?.token.text ?? '')) return false
  const to = parts.findIndex(
    (part, index) => index > at && !isArticle(part) && !RANGE_WORDS.has(wordKey(part.token.text)),
  )
  const end = to < 0 ? parts.length : to
  return parts.slice(at + 1, end).some(isRange) && parts[end]?.token.kind !== 'range'
}

/** Its words claim nothing elsewhere, so that it must be looked for before they are. */
export const saysInRange = (parts: readonly Part[]): boolean => parts.some((_, at) => isInRange(parts, at))

function checkSide(
  side: Side,
  from: number,
  parts: readonly Part[],
  candidates: readonly Candidate[],
  options: SupportOptions,
): Checked {
  const to = parts.findIndex((part, at) => at > from && !RANGE_WORDS.has(wordKey(part.token.text)) && !isArticle(part))
  const rest = parts.filter((_, at) => at < from || (to >= 0 && at >= to))
  const isTurned = rest.some(({ token }) => token.kind === 'cue')
  const true_ = supportersOf({ parts: rest }, candidates, options).filter(({ value, candidate }) => {
    const range = rangeIn(candidate)
    if (value === undefined || range === undefined || !rest.some(({ token }) => isName(token))) return false
    const isBelow = range.low !== undefined && value < range.low
    const isAbove = range.high !== undefined && value > range.high
    if (side === 'above') return isAbove
    if (side === 'below') return isBelow
    return side === 'outside' ? isBelow || isAbove : !isBelow && !isAbove
  })
  return true_.length > 0 && !isTurned ? held(true_) : failed(`${side} range`)
}

const isArticle = ({ token }: Part) => /^(?:the|its|their|of)$/i.test(token.text)

/** What the same line prints; of one-sided ranges one end. */
function rangeIn({ own }: Candidate): { readonly low?: number; readonly high?: number } | undefined {
  for (const { token } of own) {
    if (token.kind === 'range') return { low: Number(token.low), high: Number(token.high) }
    if (token.kind !== 'number' || token.quantity.label !== 'reference') continue
    const bound = Number(token.quantity.value)
    if (/^<|^<=/.test(token.quantity.comparator)) return { high: bound }
    if (/^>|^>=/.test(token.quantity.comparator)) return { low: bound }
  }
  return undefined
}

function checkExtreme(
  extreme: Extreme,
  parts: readonly Part[],
  candidates: readonly Candidate[],
  options: SupportOptions,
): Checked {
  const rest = parts.filter((part) => !EXTREMES.has(keyOf(part)) && !(keyOf(part) === wordKey('most')))
  const true_ = supportersOf({ parts: rest }, candidates, options).filter(({ value, on, candidate }) => {
    const points = candidate.evidence.series ?? []
    if (value === undefined || points.length < 2) return false
    const values = points.map((point) => (point.comparator === undefined ? point.value : undefined))
    const days = points.map((point) => point.happenedOn)
    if (extreme === 'highest' || extreme === 'lowest') {
      const known = values.filter((other): other is number => other !== undefined)
      if (known.length < points.length) return false
      return value === (extreme === 'highest' ? Math.max(...known) : Math.min(...known))
    }
    const known = days.filter((other): other is string => other !== undefined).sort()
    if (known.length < points.length || on === undefined) return false
    const wanted = extreme === 'latest' ? known.at(-1) : known[0]
    return on === wanted && days.filter((other) => other === wanted).length === 1
  })
  return true_.length > 0 ? held(true_) : failed(extreme)
}

function checkChange(
  change: Change,
  parts: readonly Part[],
  candidates: readonly Candidate[],
  options: SupportOptions,
): Checked {
  const amounts = parts.filter(isAmount)
  const dates = parts.filter(isDate)
  const names = parts.filter(
    (part) => !isAmount(part) && !isDate(part) && part.token.kind !== 'act' && !CHANGES.has(keyOf(part)),
  )
  const word = parts.find(({ token }) => token.kind === 'act')?.token.text ?? change
  if (!names.some(({ token }) => isName(token))) return failed(word)
  const claims = claimsOfChange(names, amounts, dates)
  if (claims === undefined) return failed(word)
  const found = claims.map((claim) => supportersOf(claim, candidates, options))
  const isThan = parts.some(({ token }) => token.text.toLowerCase() === 'than')
  const [first = [], second] = found
  if (second === undefined) return checkInSeries(change, first, amounts.length === 1, word)
  const isReversed = !isThan && isFormer(amounts[1])
  const [earlier, later] = isReversed || isThan ? [second, first] : [first, second]
  for (const one of earlier)
    for (const other of later)
      if (
        one.unit === other.unit &&
        (isThan || isBefore(one.on, other.on)) &&
        hasChanged(change, one.value, other.value)
      )
        return held([one, other])
  return failed(word)
}

const isFormer = (part: Part | undefined) => part?.token.kind === 'number' && part.token.quantity.isFormer

/** One for each value, or for each day; undefined where it is not clear which belong together. */
function claimsOfChange(names: readonly Part[], amounts: readonly Part[], dates: readonly Part[]): Claim[] | undefined {
  if (amounts.length === 2 && (dates.length === 2 || dates.length === 0))
    return amounts.map((amount, at) => ({ parts: [...names, amount, ...dates.slice(at, at + 1)] }))
  if (amounts.length === 1 && dates.length < 2) return [{ parts: [...names, ...amounts, ...dates] }]
  if (amounts.length === 0 && dates.length === 2) return dates.map((date) => ({ parts: [...names, date] }))
  return amounts.length === 0 && dates.length === 0 ? [{ parts: [...names] }] : undefined
}

/** Only where one day is surely before the other: `2021` is not before `2021-03`. */
function isBefore(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) < other.slice(0, length)
}

function hasChanged(change: Change, from: number | undefined, to: number | undefined): boolean {
  if (from === undefined || to === undefined) return false
  switch (change) {
    case 'up':
      return to > from
    case 'down':
      return to < from
    case 'same':
      return to === from
    case 'doubled':
      return from > 0 && to === from * 2
    case 'halved':
      return from > 0 && to * 2 === from
  }
}

/** A value against the one before it; without a value every step of the series. */
function checkInSeries(change: Change, found: readonly Supporter[], hasValue: boolean, word: string): Checked {
  const true_ = found.filter(({ candidate, value, on }) => {
    const points = candidate.evidence.series ?? []
    if (points.length < 2 || points.some((point) => point.happenedOn === undefined || point.comparator !== undefined))
      return false
    const ordered = [...points].sort((one, other) => ((one.happenedOn ?? '') < (other.happenedOn ?? '') ? -1 : 1))
    if (!hasValue)
      return ordered
        .slice(1)
        .every(
          (point, at) =>
            isBefore(ordered[at]?.happenedOn, point.happenedOn) && hasChanged(change, ordered[at]?.value, point.value),
        )
    const at = ordered.findIndex((point) => point.happenedOn === on && point.value === value)
    return at > 0 && isBefore(ordered[at - 1]?.happenedOn, on) && hasChanged(change, ordered[at - 1]?.value, value)
  })
  return true_.length > 0 ? held(true_) : failed(word)
}
