import { describe, expect, test } from 'vitest'
import type { ExtractPage } from '../../src-main/extract/proposal.ts'
import { withoutSlips } from '../../src-main/extract/undo-slips.ts'

const page = (text: string, method: ExtractPage['method'] = 'ocr'): ExtractPage => ({
  ...{ number: 1, text, words: [], method },
})
const cleaned = (text: string) => withoutSlips(page(text)).page.text

describe('on a page read from its image', () => {
  test.each([
    ['Glucose\t99\t‘mg/dL\t70 - 99', 'Glucose\t99\t mg/dL\t70 - 99'],
    ['Prolactin\t6.7\tng/mL’\t4.8 - 23.3', 'Prolactin\t6.7\tng/mL \t4.8 - 23.3'],
    ['on Sep 23, ’ 2022: Zinc 58 ug/dL,’ TSH', 'on Sep 23,   2022: Zinc 58 ug/dL,  TSH'],
    ['Leukocytes\t5,5\tx1079/L', 'Leukocytes\t5,5\tx10^9/L'],
    ['Thrombocytes\t289\t10MN9/L\t150-370', 'Thrombocytes\t289\t10^9/L \t150-370'],
    ['Monocytes\t0.5\tHigh\t1073/uL\t0.1-0.9', 'Monocytes\t0.5\tHigh\t10^3/uL\t0.1-0.9'],
    ['Insulin\t12.0\tmclU/mL', 'Insulin\t12.0\tmcIU/mL'],
    ['AST\t28\tlU/L', 'AST\t28\tIU/L'],
    ['eGFR\t91\tmL/min/1.73 m?\t> 60', 'eGFR\t91\tmL/min/1.73 m2\t> 60'],
    ['BMI 28.12 kg/m?', 'BMI 28.12 kg/m2'],
    ['©\tHypertension\no\tAsthma', '•\tHypertension\n•\tAsthma'],
  ])('%j is %j', (read, printed) => expect(cleaned(read)).toBe(printed))

  test.each([
    'Neutrophils 1073/uL',
    'WBC\t9.1\tx10E3/uL\t3.4-10.8',
    'the patients’ rights, a height of 4’ 11” and O’Brien',
    'Osmolality\t1079\tmOsm/kg',
    'Is the value below 1.73? It is.',
    'on a diet',
  ])('%j stays', (read) => expect(cleaned(read)).toBe(read))

  test('every place stays where it was, and what a unit was read as is told', () => {
    const text = 'Thrombocytes\t289\t10MN9/L\t150-370\nInsulin\t12.0\tmclU/mL\t2.6-24.9'
    const { page: clean, undone } = withoutSlips(page(text))
    expect(clean.text).toHaveLength(text.length)
    expect(undone.map(({ start, end, written }) => [written, text.slice(start, end)])).toEqual([
      ['10MN9/L', '10MN9/L'],
      ['lU/mL', 'lU/mL'],
    ])
  })
})

test('a page with a text layer is as it was printed', () => {
  const printed = page('Thrombocytes\t289\t10MN9/L\n©\tHypertension', 'text')
  expect(withoutSlips(printed)).toEqual({ page: printed, undone: [] })
})
