/** The real dictionaries, and pages from texts, for tests of laboratory values and vital signs. */
import { readFileSync } from 'node:fs'
import { createAnalytes } from '../../../src-main/extract/dictionaries/analytes.ts'
import { createUnits } from '../../../src-main/extract/dictionaries/units.ts'
import type { LabContext } from '../../../src-main/extract/labs/extract-labs.ts'
import type { ExtractPage } from '../../../src-main/extract/proposal.ts'

const table = (name: string) =>
  readFileSync(new URL(`../../../resources/dictionaries/${name}.csv`, import.meta.url), 'utf8')

export const labContext: LabContext = {
  analytes: createAnalytes(table('analytes')),
  units: createUnits(table('units')),
}

export const pagesOf = (...texts: readonly string[]): ExtractPage[] =>
  texts.map((text, index) => ({ number: index + 1, text, words: [], method: 'text' }))
