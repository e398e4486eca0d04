/**
 * Whether a result is low, normal or high: from the paper's own flag and its own range alone. Nothing here knows what
 * is usual for a measure.
 */
import type { FactFlag } from '#contract/facts.ts'
import type { Quantity } from './quantities.ts'
import type { ReferenceRange } from './ranges.ts'

export interface PrintedFlag {
  readonly flag: Exclude<FactFlag, 'unknown'>
  /** On which side of the range it says the result lies; absent where it does not say. */
  readonly side?: 'low' | 'normal' | 'high'
}

export interface Judgement {
  readonly flag: FactFlag
  /** The paper's flag and the paper's range contradict each other. */
  readonly isContradicted: boolean
}

/** What a printed mark says; undefined when it is no flag. */
export function parseFlag(text: string): PrintedFlag | undefined {
  const plain = text
    .trim()
    .replace(/^[([](.*)[)\]]$/u, '$1')
    .trim()
    .toLowerCase()
  return FLAGS.get(plain.replace(/\s+/gu, ' '))
}

const high: PrintedFlag = { flag: 'high', side: 'high' }
const low: PrintedFlag = { flag: 'low', side: 'low' }
const normal: PrintedFlag = { flag: 'normal', side: 'normal' }
const abnormal: PrintedFlag = { flag: 'abnormal' }
const critical: PrintedFlag = { flag: 'critical' }
const criticalHigh: PrintedFlag = { flag: 'critical', side: 'high' }
const criticalLow: PrintedFlag = { flag: 'critical', side: 'low' }

const FLAGS: ReadonlyMap<string, PrintedFlag> = new Map([
  ...marks(
    high,
    'h|high|hi|above range|above high normal|above normal|elevated|↑|▲|+|h *|*h|h*|erhöht|hoch|élevé|alto|alta',
  ),
  ...marks(
    low,
    'l|low|lo|below range|below low normal|below normal|↓|▼|-|\u2212|\u2013|l *|*l|l*|erniedrigt|niedrig|bas|bajo|baja|basso',
  ),
  ...marks(normal, 'n|normal|wnl|within range|in range'),
  ...marks(abnormal, '*|**|a|abn|abnormal|abnl|!|out of range|outside range|anormal|auffällig|aa'),
  ...marks(critical, 'c|crit|critical|critical value|panic|!!|***|c*|alert'),
  ...marks(
    criticalHigh,
    'hh|ch|h!|hc|critical high|critically high|high critical|panic high|high panic|↑↑|++|▲▲|high alert',
  ),
  ...marks(
    criticalLow,
    'll|cl|l!|lc|critical low|critically low|low critical|panic low|low panic|↓↓|--|\u2212\u2212|▼▼|low alert',
  ),
])

function marks(flag: PrintedFlag, texts: string): [string, PrintedFlag][] {
  return texts.split('|').map((text) => [text, flag])
}

/** `valueText` as written: words are compared with a range of words. */
export function judge(
  result: Pick<Quantity, 'form' | 'value' | 'comparator'> & { readonly valueText: string },
  range: ReferenceRange | undefined,
  printed: PrintedFlag | undefined,
): Judgement {
  const side = range && sideOf(result, range)
  if (!printed) return { flag: side ?? 'unknown', isContradicted: false }
  return { flag: printed.flag, isContradicted: side !== undefined && contradicts(printed, side) }
}

type Side = 'low' | 'normal' | 'high' | 'abnormal'

function contradicts(printed: PrintedFlag, side: Side): boolean {
  if (printed.side) return side === 'abnormal' ? printed.side === 'normal' : printed.side !== side
  return side === 'normal'
}

function sideOf(result: Parameters<typeof judge>[0], range: ReferenceRange): Side | undefined {
  if (result.form === 'number' && result.value !== undefined)
    return sideOfNumber(result.value, result.comparator, range)
  if (range.low !== undefined || range.high !== undefined || !ABSENT.test(range.text)) return
  if (result.form === 'ordinal') return 'abnormal'
  if (result.form !== 'words') return
  if (ABSENT.test(result.valueText)) return 'normal'
  return PRESENT.test(result.valueText) ? 'abnormal' : undefined
}

const ABSENT =
  /^(?:negative|neg\.?|non[- ]?reactive|not detected|none detected|none seen|absent|negativ|n[ée]gatif|negativo|nicht nachweisbar)$/iu
const PRESENT = /^(?:positive|pos\.?|reactive|detected|present|positiv|positif|positivo|nachweisbar)$/iu

/** `<5` lies where all that is below 5 lies; where that is on both sides of a bound, nothing is known. */
function sideOfNumber(value: number, comparator: Quantity['comparator'], range: ReferenceRange): Side | undefined {
  const { low: from = Number.NEGATIVE_INFINITY, high: to = Number.POSITIVE_INFINITY } = range
  if (from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY) return
  const isBelow = (x: number) => x < from || (range.isLowOpen === true && x === from)
  const isAbove = (x: number) => x > to || (range.isHighOpen === true && x === to)
  if (comparator === '~') return
  if (comparator === undefined) return isBelow(value) ? 'low' : isAbove(value) ? 'high' : 'normal'
  const isUnder = comparator === '<' || comparator === '<='
  if (isUnder) {
    if (value < from || (comparator === '<' && value <= from && from > 0) || isBelow(value)) return 'low'
    return from <= 0 && (value <= to || (comparator === '<' && value === to)) ? 'normal' : undefined
  }
  if (value > to || (comparator === '>' && value >= to) || isAbove(value)) return 'high'
  return to === Number.POSITIVE_INFINITY && !isBelow(value) ? 'normal' : undefined
}
