/** Slips of analysers and devices, labelled lines, marks and units that are written in other ways. */
import { expect, test } from 'vitest'
import { extractLabs } from '../../../src-main/extract/labs/extract-labs.ts'
import type { ExtractPage } from '../../../src-main/extract/proposal.ts'
import { labContext } from './lab-context.ts'
import { lines, read, row, short } from './written.ts'

const shorts = (...texts: readonly string[]) => read([lines(...texts)]).map(short)

test('an arrow before the name is the paper’s flag', () => {
  expect(shorts(row('↑ pO2', '125.8 mmHg'), row('↓ ctHb', '11.4 g/dL'))).toEqual([
    'Oxygen partial pressure | 125.8 | mm[Hg] | - | high | -',
    'Hemoglobin | 11.4 | g/dL | - | low | -',
  ])
})

test('a star before the name is a flag only where the page says what it stands for', () => {
  const strip = (...texts: readonly string[]) =>
    shorts('URINALYSIS', ...texts, row('* KET', '2+'), row('BIL', 'NEGATIVE'))
  expect(strip('* = abnormal')[0]).toBe('Urine ketones | 2+ | - | - | abnormal | -')
  expect(strip()[0]).toBe('Urine ketones | 2+ | - | - | unknown | -')
})

test('short names of a urine strip are those of urine under its heading alone', () => {
  const strip = [row('PRO', 'TRACE'), row('NIT', 'NEGATIVE'), row('LEU', '1+'), row('URO', '0.7 E.U./dL')]
  expect(shorts('URINALYSIS', ...strip).map((each) => each.split(' | ')[0])).toEqual([
    'Urine protein',
    'Urine nitrite',
    'Leukocyte esterase',
    'Urine urobilinogen',
  ])
  expect(shorts('CONTACTS', ...strip).join()).not.toMatch(/Leukocyte|Urine protein/u)
})

test('potassium of a gas analyser is no creatine kinase', () => {
  expect(shorts(row('cK+', '4.0 mmol/L', '[ 3.4 - 4.5 ]'))).toEqual([
    'Potassium | 4.0 | mmol/L | 3.4 - 4.5 | normal | -',
  ])
  expect(shorts(row('CK', '140 U/L', '[ 30 - 200 ]'))).toEqual(['Creatine kinase | 140 | U/L | 30 - 200 | normal | -'])
})

test('what is hoped for beside a value is neither its range nor part of it', () => {
  expect(
    shorts('Total Chol', row('6.03 mmol/L', 'HIGH', 'target under 5.00'), 'INR', row('2.6', 'target 2.0 to 3.0')),
  ).toEqual(['Total cholesterol | 6.03 | mmol/L | - | high | -', 'INR | 2.6 | - | - | unknown | -'])
})

test('labelled lines below running text are results', () => {
  expect(
    shorts(
      'Imaging and tests: an ECG was done on the day of the visit and showed nothing of note.',
      'Lab results:',
      'Potassium: 4.7 mmol/L (Ref Range: 3.5 - 5.1)',
      'Glucose: 115 (H) mg/dL (Ref Range: 70 - 99)',
      'Troponin I, High Sensitivity: <1 ng/L (Ref Range: < 14)',
    ),
  ).toEqual([
    'Potassium | 4.7 | mmol/L | 3.5 - 5.1 | normal | -',
    'Glucose | 115 | mg/dL | 70 - 99 | high | -',
    'Troponin I (high sensitivity) | <1 | ng/L | < 14 | normal | -',
  ])
})

test.each(['++', '--', '+', '-', '**'])('%s beside a number marks it and is no value', (mark) => {
  const found = shorts(
    row('Analyse', 'Referenzbereich', 'Einheit', 'Ergebnis', 'Vorwert'),
    row('Kalium', '3,5 - 5,1', 'mmol/l', mark, '6,4', '4,4'),
  )
  expect(found[0]).toMatch(/^Potassium \| 6,4 \| mmol\/L \| 3,5 - 5,1 \| (?!normal|unknown)/u)
  expect(found).toHaveLength(1)
})

test('++ alone in its row is the result', () => {
  expect(shorts('Urine', row('Test', 'Result', 'Reference'), row('Protein', '++', 'negative'))).toEqual([
    'Urine protein | ++ | - | negative | abnormal | -',
  ])
})

test('a unit with a decimal comma is the unit', () => {
  expect(shorts('GFR (CKD-EPI)\t92\tml/min/1,73m²')).toEqual([
    'eGFR (CKD-EPI) | 92 | mL/min/{1.73_m2} | - | unknown | -',
  ])
})

test('a remark printed below a name is no part of it', () => {
  const text = row(
    'Haemoglobin A1c level - IFCC standardised HbA1c 42-47 mmol/mol: high risk of diabetes.',
    '26 mmol/mol',
    '(20 - 41)',
  )
  const words: ExtractPage['words'][number][] = [...text.matchAll(/\S+/gu)].map((match) => {
    const isRemark = match.index >= 42 && match.index < text.indexOf('\t')
    const box = [(match.index % 42) / 100, isRemark ? 0.12 : 0.1, match[0].length / 100, 0.012] as const
    return { start: match.index, length: match[0].length, box }
  })
  expect(extractLabs([{ number: 1, text, words, method: 'text' }], labContext).map(short)).toEqual([
    'Hemoglobin A1c | 26 | mmol/mol | 20 - 41 | normal | -',
  ])
})

test('a name that ends in a word of a result is a name still', () => {
  expect(shorts('RA Latex Turbid.', 'Normal range: up to 14.0 IU/mL', 'Your value 17.0 IU/mL H')).toEqual([
    'Rheumatoid factor | 17.0 | [IU]/mL | up to 14.0 IU/mL | high | -',
  ])
})

test.each([
  ['Creatinine\t88\tpmol/L', ['implausible-value', 'no-date']],
  ['Creatinine\t88\tumol/L', ['no-date']],
  ['Creatinine\t88\tnmol/mL', ['no-date']],
  ['Creatinine\t88\tmmol/L', ['implausible-value', 'no-date']],
])('a unit in which the value cannot be is in doubt: %s', (line, doubts) => {
  expect(read([line]).map((each) => each.doubts)).toEqual([doubts])
})

test('on a page read from its image a measure without the unit that it always has is in doubt', () => {
  const text = lines(row('Magnesium', '2.4', '1.6 - 2.6'), row('INR', '1.1', '0.8 - 1.2'))
  const doubts = (method: ExtractPage['method']) =>
    extractLabs([{ number: 1, text, words: [], method }], labContext).map((each) => [each.name, ...each.doubts])
  expect(doubts('ocr')).toEqual([
    ['Magnesium', 'no-date', 'unknown-unit'],
    ['INR', 'no-date'],
  ])
  expect(doubts('text')).toEqual([
    ['Magnesium', 'no-date'],
    ['INR', 'no-date'],
  ])
})

test.each(['above >=60 mL/min/1.73m2', 'greater than ≥60', 'above >60'])(
  'of two cards side by side both are read where a bound is said twice: %s',
  (bound) => {
    const text = lines(
      row('eGFR', 'Creatinine'),
      row(`Normal range: ${bound}`, 'Normal range: below <=1.2 mg/dL'),
      row('95 mL/min/1.73m2', '1.9 mg/dL'),
    )
    expect(read([text]).map(({ name, valueText, flag }) => [name, valueText, flag])).toEqual([
      [expect.stringMatching(/^eGFR/), '95', 'normal'],
      ['Creatinine', '1.9', 'high'],
    ])
  },
)
