/** Reads analytes.csv (format: resources/dictionaries/README.md) into measures and the names that papers print for them. */
import type { Analyte, AnalyteUnit } from './analytes.ts'
import { tableLines, wordingsOf } from './table-lines.ts'

export interface AnalyteName {
  readonly text: string
  readonly analyte: Analyte
  /** The name is too short or has too many meanings to count without a unit of this measure beside it. */
  readonly needsUnit: boolean
  /** In other capitals it is an ordinary word, or another name: `PT` and `pt`, `ALC` and `Alc`. */
  readonly needsCapitals: boolean
}

export function readAnalyteRows(table: string): { analytes: Analyte[]; names: AnalyteName[] } {
  const rows = tableLines(table).map((cells) => ({ analyte: readAnalyte(cells), others: wordingsOf(cells[1] ?? '') }))
  const names = rows.flatMap(({ analyte, others }) =>
    [analyte.name, ...others].map((name) => ({
      text: name.replace(/[?!]$/, ''),
      analyte,
      needsUnit: name.endsWith('?'),
      needsCapitals: name.endsWith('!'),
    })),
  )
  return { analytes: rows.map(({ analyte }) => analyte), names }
}

function readAnalyte([name = '', , kind, specimen, loinc, molarMass, rule, units = '']: string[]): Analyte {
  const valence = rule?.match(/^valence (\d)$/)?.[1]
  return {
    name,
    category: kind === 'vital' ? 'vital-sign' : 'laboratory',
    ...(specimen && { specimen }),
    ...(loinc && { loinc }),
    ...(molarMass && { molarMass: Number(molarMass) }),
    ...(valence && { valence: Number(valence) }),
    ...(isRule(rule) && { rule }),
    units: units
      .split(' | ')
      .filter((unit) => unit !== '')
      .map(readUnit),
  }
}

const RULES: readonly NonNullable<Analyte['rule']>[] = ['enzyme', 'u-is-iu', 'hba1c', 'per-creatinine']

const isRule = (written: string | undefined): written is NonNullable<Analyte['rule']> =>
  RULES.some((rule) => rule === written)

/** `mmol/L 0.2..140 @14749-6 > Other measure`: the unit, its bounds, its own code, and whose unit it really is. */
function readUnit(written: string): AnalyteUnit {
  const [own = '', measure] = written.split(' > ')
  const [ucum = '', bounds = '', code] = own.split(' ')
  const [low, high] = bounds.split('..').map(Number)
  return {
    ucum,
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
    ...(code !== undefined && { loinc: code.slice(1) }),
    ...(measure !== undefined && { measure }),
  }
}
