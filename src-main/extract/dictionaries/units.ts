/**
 * Units: from what a paper prints to UCUM, and the exact conversions between them. What no row of units.csv and none of
 * the rules here covers has no conversion; a factor is never guessed from the look of a unit.
 */
import type { Analyte } from './analytes.ts'
import { tableLines, wordingsOf } from './table-lines.ts'
import { unitSpelling } from './unit-spelling.ts'

export type Units = ReturnType<typeof createUnits>

interface Unit {
  readonly ucum: string
  readonly dimension: string
  /** To the base unit of the dimension: value * factor + offset. */
  readonly factor: number
  readonly offset: number
}

export function createUnits(table: string) {
  const rows = tableLines(table).map(readRow)
  const byUcum = new Map<string, Unit>(rows.map(({ unit }) => [unit.ucum, unit]))
  const spellings = indexSpellings(rows)

  /** UCUM. A single letter counts only as written: H and L are flags. Where a spelling stands for several units (`U/L`, `G/L`), the measure's own units decide. */
  function find(unitText: string, analyte?: Pick<Analyte, 'units'>): string | undefined {
    const written = unitSpelling(unitText)
    const asWritten = spellings.exact.get(written)
    const inAnyCase = written.length > 1 ? spellings.anyCase.get(written.toLowerCase()) : asWritten
    const fitting = [...(inAnyCase?.all ?? [])].filter((ucum) => analyte?.units.some((unit) => unit.ucum === ucum))
    return onlyOne(fitting) ?? onlyOne([...(asWritten?.usual ?? inAnyCase?.usual ?? [])])
  }

  function convert(value: number, from: string, to: string, analyte?: Analyte): number | undefined {
    if (!Number.isFinite(value)) return undefined
    if (from === to) return byUcum.has(from) ? value : undefined
    const [source, target] = [byUcum.get(from), byUcum.get(to)]
    if (source === undefined || target === undefined) return undefined
    const base = carryOver(value * source.factor + source.offset, source, target, analyte)
    return base === undefined ? undefined : withoutNoise((base - target.offset) / target.factor)
  }

  return {
    find,
    isUnit: (text: string) => find(text) !== undefined,
    convert,
    canConvert: (from: string, to: string, analyte?: Analyte) => convert(1, from, to, analyte) !== undefined,
    /** Every UCUM code of the table. */
    all: rows.map(({ unit }) => unit.ucum) as readonly string[],
  }
}

const onlyOne = (ucums: readonly string[]) => (ucums.length === 1 ? ucums[0] : undefined)

/** What the binary arithmetic adds behind the twelfth digit is no part of any result. */
const withoutNoise = (value: number) => Number(value.toPrecision(12))

/** From the base unit of one dimension to that of another, where the measure allows it. */
function carryOver(base: number, source: Unit, target: Unit, analyte?: Analyte): number | undefined {
  if (source.dimension === target.dimension) return base
  if (analyte?.rule === 'hba1c') return convertHba1c(base, source.dimension, target.dimension)
  const factor = factorBetween(source.dimension, target.dimension, analyte)
  if (factor !== undefined) return base * factor
  const inverse = factorBetween(target.dimension, source.dimension, analyte)
  return inverse === undefined ? undefined : base / inverse
}

/** From the first dimension's base unit to the second's; the sources are in resources/dictionaries/README.md. */
function factorBetween(from: string, to: string, analyte?: Analyte): number | undefined {
  const { molarMass, valence, rule } = analyte ?? {}
  switch (`${from} to ${to}`) {
    case 'amount/volume to mass/volume':
    case 'amount/time to mass/time':
    case 'amount to mass':
      return molarMass
    case 'amount/volume to equivalents/volume':
    case 'amount/time to equivalents/time':
      return valence
    case 'equivalents/volume to mass/volume':
    case 'equivalents/time to mass/time':
      return molarMass === undefined || valence === undefined ? undefined : molarMass / valence
    // An enzyme's international unit is U, 1 umol of substrate a minute; of some others papers write U for IU.
    case 'catalytic/volume to arbitrary/volume':
      return rule === 'enzyme' || rule === 'u-is-iu' ? 1 : undefined
    // mg per mmol of creatinine to mg per g of it.
    case 'mass/amount to mass/mass':
      return rule === 'per-creatinine' ? 1000 / CREATININE_MOLAR_MASS : undefined
    default:
      return undefined
  }
}

const CREATININE_MOLAR_MASS = 113.12

/**
 * The IFCC-NGSP master equation, NGSP % = 0.09148 * IFCC mmol/mol + 2.152 (Weykamp et al., Clin Chem 2008;54:240-248).
 * Bases: a fraction of 1, and mmol/mol.
 */
function convertHba1c(base: number, from: string, to: string): number | undefined {
  if (from === 'fraction' && to === 'amount/amount') return (base * 100 - 2.152) / 0.09148
  if (from === 'amount/amount' && to === 'fraction') return (0.09148 * base + 2.152) / 100
  return undefined
}

interface UnitRow {
  readonly unit: Unit
  readonly spellings: readonly { readonly text: string; readonly isUsual: boolean }[]
}

/** `factor` or `factor + offset`; a spelling with `?` stands for this unit only where the measure has it. */
function readRow([ucum = '', dimension = '', factor = '', written = '']: string[]): UnitRow {
  const [scale, offset] = factor.split(' + ')
  const spellings = wordingsOf(written).map((text) => ({
    text: text.replace(/\?$/, ''),
    isUsual: !text.endsWith('?'),
  }))
  return {
    unit: { ucum, dimension, factor: Number(scale), offset: Number(offset ?? 0) },
    spellings: [{ text: ucum, isUsual: true }, ...spellings],
  }
}

interface Spelled {
  readonly all: Set<string>
  readonly usual: Set<string>
}

/** Capitals decide where they can; a spelling in other capitals counts only if it has one usual meaning. */
function indexSpellings(rows: readonly UnitRow[]) {
  const exact = new Map<string, Spelled>()
  const anyCase = new Map<string, Spelled>()
  for (const { unit, spellings } of rows)
    for (const { text, isUsual } of spellings) {
      const written = unitSpelling(text)
      add(exact, written, unit.ucum, isUsual)
      add(anyCase, written.toLowerCase(), unit.ucum, isUsual)
    }
  return { exact, anyCase }
}

function add(index: Map<string, Spelled>, written: string, ucum: string, isUsual: boolean) {
  const spelled = index.get(written) ?? { all: new Set(), usual: new Set() }
  spelled.all.add(ucum)
  if (isUsual) spelled.usual.add(ucum)
  index.set(written, spelled)
}
