/** Reads the tables of measures, units and vaccines. The only file here that touches the disk for them. */
import { readFileSync } from 'node:fs'
import { createAnalytes } from './analytes.ts'
import { createUnits } from './units.ts'
import { createVaccines } from './vaccines.ts'

export type MeasureDictionaries = ReturnType<typeof readMeasureDictionaries>

let builtIn: MeasureDictionaries | undefined

/** Those that come with the program, read once in a process: more than a tenth of a second each time otherwise. */
export function builtInMeasureDictionaries(): MeasureDictionaries {
  builtIn ??= readMeasureDictionaries()
  return builtIn
}

/** `folder` ends in a slash. */
export function readMeasureDictionaries(folder = new URL('../../../resources/dictionaries/', import.meta.url)) {
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  return {
    analytes: createAnalytes(read('analytes.csv')),
    units: createUnits(read('units.csv')),
    vaccines: createVaccines(read('vaccines.csv')),
  }
}
