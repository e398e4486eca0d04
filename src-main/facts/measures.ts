/** What the program's tables know of measures and units: names, codes, exact conversion. Read when first needed. */
import type { Fact } from '#contract/facts.ts'
import { loincOf } from '../extract/dictionaries/analytes.ts'
import { builtInMeasureDictionaries } from '../extract/dictionaries/read-dictionaries.ts'

export interface KnownMeasure {
  readonly name: string
  readonly code?: Fact['code']
  readonly category: 'laboratory' | 'vital-sign'
}

export interface Measures {
  /** Exactly, or undefined. `name`: the dictionary's, where the conversion depends on the substance. */
  readonly convert: (value: number, from: string, to: string, name: string) => number | undefined
  /** Only a whole name counts; `unit` in UCUM. */
  readonly find: (nameText: string, unit: string | undefined) => KnownMeasure | undefined
  /** UCUM. */
  readonly unitOf: (unitText: string, nameText: string) => string | undefined
}

export function createMeasures(): Measures {
  const tables = builtInMeasureDictionaries
  const analyteOf = (name: string, unit?: string) =>
    tables().analytes.find(name, unit === undefined ? {} : { unit })?.analyte

  return {
    convert: (value, from, to, name) => tables().units.convert(value, from, to, analyteOf(name, from)),
    unitOf: (unitText, nameText) => tables().units.find(unitText, analyteOf(nameText)),
    find(nameText, unit) {
      const match = tables().analytes.find(nameText, unit === undefined ? {} : { unit })
      // a name with a slip in it is the person's to correct
      if (match === undefined || match.correctedFrom !== undefined) return undefined
      const { analyte } = match
      const code = loincOf(analyte, unit)
      const { name, category } = analyte
      return { name, category, ...(code !== undefined && { code: { system: 'loinc', code } }) }
    },
  }
}
