/**
 * Invents a result around its limits and writes it as a paper would: value, flag, unit and range, with what each of
 * them says. Papers differ in the `Manner` in which they write.
 */
import type { FactFlag } from '#contract/facts.ts'
import type { Random } from '../random.ts'
import { type Analyte, analytes, type Scale } from './analytes.ts'
import type { StatedFact } from './clinical-document.ts'
import { type Finding, findings } from './findings.ts'
import { ucumOf, waysToPrint } from './units.ts'

export interface Manner {
  readonly system: 'us' | 'european'
  readonly hasComma: boolean
  readonly flags: 'letters' | 'words' | 'brackets' | 'star' | 'plus-minus' | 'arrows' | 'none'
  readonly ranges: 'hyphen' | 'spaced' | 'dash' | 'square' | 'round'
  /** `<` and `>` stand alone, are followed by a space, or are said in words. */
  readonly limits: 'tight' | 'spaced' | 'or-equal' | 'sign' | 'words'
  readonly hasCapitals?: boolean
}

/** A result before it is on a page: what stands in each cell, and the fact they state together. */
export interface Result {
  readonly analyte: Pick<Analyte, 'id' | 'panel'>
  readonly name: string
  readonly value: string
  readonly flag: string
  readonly unit: string
  readonly range: string
  readonly fact: StatedFact
}

export function inventManner(random: Random, fixed: Partial<Manner> = {}): Manner {
  return {
    system: 'us',
    hasComma: false,
    flags: random.pick(['letters', 'words', 'brackets', 'star', 'arrows'] as const),
    ranges: random.pick(['hyphen', 'spaced', 'dash', 'square', 'round'] as const),
    limits: random.pick(['tight', 'spaced', 'or-equal', 'sign', 'words'] as const),
    ...fixed,
  }
}

/** Whole panels in random order until there are `count`; `pick` gives single ones from all over instead. */
export function choosePanels(random: Random, count: number, pick = false): (Analyte | Finding)[] {
  const all: readonly (Analyte | Finding)[] = [...analytes, ...findings]
  if (pick) return shuffled(random, analytes).slice(0, count)
  const byPanel = [...Map.groupBy(all, ({ panel }) => panel).values()]
  return shuffled(random, byPanel).flat().slice(0, count)
}

/** `on` is the day or minute that the paper gives the result. */
export function inventResult(of: Analyte | Finding, manner: Manner, random: Random, on?: string): Result {
  return 'usual' in of ? inventFinding(of, manner, random, on) : inventMeasure(of, manner, random, on)
}

function inventMeasure(analyte: Analyte, manner: Manner, random: Random, on?: string): Result {
  const scale = analyte[manner.system]
  const name = nameOf(random.pick(manner.system === 'us' ? analyte.names : analyte.europeanNames), manner)
  const { text, number, comparator } = inventNumber(scale, random)
  const value = manner.hasComma ? text.replace('.', ',') : text
  const unit = random.pick(waysToPrint(scale.unit))
  const range = writeRange(scale, manner)
  const standing = standingOf(number, comparator, scale)
  const isExtreme = standing !== 'normal' && standing !== 'unknown' && isFar(number, scale)
  const flag = writeFlag(standing, isExtreme, manner)
  return {
    ...{ analyte, name, value, flag, unit, range },
    fact: {
      kind: 'observation',
      about: analyte.id,
      nameText: name,
      valueText: value,
      value: number,
      ...(comparator === undefined ? {} : { comparator }),
      ...(unit === '' ? {} : { unitText: unit }),
      units: ucumOf(unit),
      ...(range === '' ? {} : { rangeText: range }),
      ...(flag === '' ? {} : { flagText: flag }),
      flags: flagsSaid(flag, standing, range),
      ...(on === undefined ? {} : { on }),
      details: { category: 'laboratory' },
    },
  }
}

function inventFinding(finding: Finding, manner: Manner, random: Random, on?: string): Result {
  const isUsual = random.chance(0.7)
  const value = random.pick(isUsual ? finding.usual : finding.unusual)
  const name = nameOf(random.pick(finding.names), manner)
  const range = finding.usual[0] ?? ''
  const flag = isUsual || manner.flags === 'none' ? '' : manner.flags === 'star' ? '*' : 'Abnormal'
  const flags: FactFlag[] = isUsual
    ? ['normal', 'unknown']
    : ['abnormal', 'high', ...(flag === '' ? (['unknown'] as const) : [])]
  return {
    ...{ analyte: finding, name, value, flag, unit: '', range },
    fact: {
      kind: 'observation',
      about: finding.id,
      nameText: name,
      valueText: value,
      units: [],
      rangeText: range,
      ...(flag === '' ? {} : { flagText: flag }),
      flags,
      ...(on === undefined ? {} : { on }),
      details: { category: 'laboratory' },
    },
  }
}

const nameOf = (name: string, { hasCapitals }: Manner) => (hasCapitals ? name.toUpperCase() : name)

export function inventNumber({ low, high, decimals }: Scale, random: Random) {
  const steps = 10 ** decimals
  const bottom = low ?? (high ?? 0) * 0.2
  const top = high ?? bottom * 1.8
  const reach = top - bottom
  const bias = random.chance(0.3) ? random.pick([0.45, 0.8, 1.6, -0.55]) * reach : 0
  const raw = bottom + (reach * random.between(6, 94)) / 100 + bias
  // what cannot be below zero is not
  const number = Math.round((bottom >= 0 ? Math.max(raw, bottom * 0.6, 1 / steps) : raw) * steps) / steps
  if (low === undefined && random.chance(0.12)) {
    const least = Math.max(1, Math.round((high ?? 1) * 0.1 * steps)) / steps
    return { text: `<${least.toFixed(decimals)}`, number: least, comparator: '<' as const }
  }
  if (high === undefined && random.chance(0.15)) {
    const most = Math.round(bottom * 1.5 * steps) / steps
    return { text: `>${most.toFixed(decimals)}`, number: most, comparator: '>' as const }
  }
  return { text: number.toFixed(decimals), number: Number(number.toFixed(decimals)), comparator: undefined }
}

function writeRange({ low, high, decimals }: Scale, { hasComma, ranges, limits }: Manner): string {
  const write = (limit: number) => limit.toFixed(decimals).replace('.', hasComma ? ',' : '.')
  if (low === undefined && high === undefined) return ''
  if (low === undefined)
    return `${{ tight: '<', spaced: '< ', 'or-equal': '<=', sign: '≤ ', words: 'up to ' }[limits]}${write(high ?? 0)}`
  if (high === undefined)
    return `${{ tight: '>', spaced: '> ', 'or-equal': '>=', sign: '≥ ', words: '>' }[limits]}${write(low)}`
  if (low < 0) return `${write(low)} to ${write(high)}`
  if (ranges === 'hyphen') return `${write(low)}-${write(high)}`
  if (ranges === 'dash') return `${write(low)}–${write(high)}`
  const spaced = `${write(low)} - ${write(high)}`
  return ranges === 'square' ? `[${spaced}]` : ranges === 'round' ? `(${spaced})` : spaced
}

type Standing = 'low' | 'normal' | 'high' | 'unknown'

/** Where a value such as `<5` stands against a range that it may reach into is not said by anybody. */
function standingOf(number: number, comparator: '<' | '>' | undefined, { low, high }: Scale): Standing {
  if (low === undefined && high === undefined) return 'unknown'
  if (comparator === '<') return high !== undefined && number <= high ? 'normal' : 'unknown'
  if (comparator === '>') return low !== undefined && number >= low ? 'normal' : 'unknown'
  // at the limit itself papers differ: `<200` means that 200 is too much, `<=200` that it is not
  if (high !== undefined && number > high) return 'high'
  if (low !== undefined && number < low) return 'low'
  return low === undefined || high === undefined ? (number === high || number === low ? 'unknown' : 'normal') : 'normal'
}

function isFar(number: number, { low, high }: Scale): boolean {
  const reach = (high ?? (low ?? 0) * 1.8) - (low ?? (high ?? 0) * 0.2)
  return (high !== undefined && number > high + reach * 0.9) || (low !== undefined && number < low - reach * 0.35)
}

function writeFlag(standing: Standing, isExtreme: boolean, { flags }: Manner): string {
  if (standing === 'normal' || standing === 'unknown' || flags === 'none') return ''
  const isHigh = standing === 'high'
  if (flags === 'star') return '*'
  if (flags === 'words') return isHigh ? 'High' : 'Low'
  if (flags === 'arrows') return isHigh ? '↑' : '↓'
  const mark = flags === 'plus-minus' ? (isHigh ? '+' : '-') : isHigh ? 'H' : 'L'
  const strong = isExtreme ? mark + mark : mark
  return flags === 'brackets' ? `(${strong})` : strong
}

function flagsSaid(flag: string, standing: Standing, range: string): FactFlag[] {
  if (flag === '' && range === '') return ['unknown']
  if (flag === '') return standing === 'unknown' ? ['unknown', 'normal', 'low', 'high'] : [standing]
  const side: FactFlag = standing === 'high' ? 'high' : 'low'
  if (flag === '*') return range === '' ? ['abnormal'] : ['abnormal', side]
  return /HH|LL|\+\+|--/.test(flag) ? ['critical', side] : [side]
}

export function shuffled<T>(random: Random, things: readonly T[]): T[] {
  const rest = [...things]
  return things.map(() => rest.splice(random.between(0, rest.length - 1), 1)[0] as T)
}
