/** Exact conversion between units, by the tables of the program; they are read when first needed. */
import { readMeasureDictionaries } from '../extract/dictionaries/read-dictionaries.ts'
import type { Convert } from './series.ts'

export function createConversion(): Convert {
  let tables: ReturnType<typeof readMeasureDictionaries> | undefined
  return (value, from, to, name) => {
    tables ??= readMeasureDictionaries()
    return tables.units.convert(value, from, to, tables.analytes.find(name, { unit: from })?.analyte)
  }
}
