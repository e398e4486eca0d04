import { expect, test } from 'vitest'
import { extractLabs } from '../../../src-main/extract/labs/extract-labs.ts'
import type { ExtractPage } from '../../../src-main/extract/proposal.ts'
import { labContext, pagesOf } from './lab-context.ts'

const only = (row: string, method: ExtractPage['method'] = 'ocr') => {
  const text = `Collected: 14 March 2024\n\nTest\tResult\tUnits\tReference range\nSodium\t137\tmmol/L\t135 - 145\n${row}`
  const found = extractLabs(
    pagesOf(text).map((page) => ({ ...page, method })),
    labContext,
  )
  return found.at(-1)
}

test.each([
  ['Creatinine\t93\tpmol/L\t53 - 115', 'umol/L', 'pmol/L'],
  ['TSH\t0.855\tpIU/mL\t0.450 - 4.500', 'u[IU]/mL', 'pIU/mL'],
  ['Procalcitonin\t0.05\tpg/L\t< 0.05', 'ug/L', 'pg/L'],
  ['Cortisol\t16.6\tHg/dL\t6.2 - 19.4', 'ug/dL', 'Hg/dL'],
])('%s is in millionths, and says that it was read otherwise', (row, unit, read) => {
  expect(only(row)).toMatchObject({ unit, correctedFrom: read, doubts: ['slip-corrected'] })
})

test.each([
  ['Vitamin B12\t536\tpg/mL\t232 - 1245', 'pg/mL'],
  ['Free T4\t13.7\tpmol/L\t12.0 - 22.0', 'pmol/L'],
  ['PTH\t3.5\tpmol/L\t1.6 - 6.9', 'pmol/L'],
])('%s is given in what stands there', (row, unit) => {
  expect(only(row)).toMatchObject({ unit })
  expect(only(row)?.doubts).not.toContain('slip-corrected')
})

test('a text layer is never thought to be misread', () => {
  expect(only('Creatinine\t93\tpmol/L\t53 - 115', 'text')).toMatchObject({ unit: 'pmol/L' })
})
