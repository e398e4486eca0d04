import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createAnalytes } from '../../../src-main/extract/dictionaries/analytes.ts'
import { printedNames } from './printed-names.ts'

const table = readFileSync(new URL('../../../resources/dictionaries/analytes.csv', import.meta.url), 'utf8')
const analytes = createAnalytes(table)

describe('names as record systems and analysers print them', () => {
  test.each(printedNames)('%s in %s is %s', (written, unit, name) => {
    expect(analytes.find(written, unit === undefined ? {} : { unit })?.analyte.name).toBe(name)
  })

  test('that are short count only beside their unit', () => {
    expect(analytes.find('BM')).toBeUndefined()
    expect(analytes.find('CBG')).toBeUndefined()
    expect(analytes.find('Lac', { unit: '%' })).toBeUndefined()
  })
})
