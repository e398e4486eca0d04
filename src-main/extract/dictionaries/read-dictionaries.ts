/** Reads the tables of measures, units and vaccines. The only file here that touches the disk for them. */
import { readFileSync } from 'node:fs'
import { createAnalytes } from './analytes.ts'
import { createUnits } from './units.ts'
import { createVaccines } from './vaccines.ts'

/** `folder` ends in a slash. */
export function readMeasureDictionaries(folder = new URL('../../../resources/dictionaries/', import.meta.url)) {
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  return {
    analytes: createAnalytes(read('analytes.csv')),
    units: createUnits(read('units.csv')),
    vaccines: createVaccines(read('vaccines.csv')),
  }
}
