/** Pages with positions, and what must not reach from one part of a page into another. */
import { expect, test } from 'vitest'
import { extractLabs } from '../../../src-main/extract/labs/extract-labs.ts'
import type { ExtractPage } from '../../../src-main/extract/proposal.ts'
import { labContext } from './lab-context.ts'
import { lines, type Placed, placedPage, read, row, short } from './written.ts'

const onPage = (page: ExtractPage) => extractLabs([page], labContext).map(short)

const HEAD: readonly Placed[] = [
  [0.05, 'Analyte'],
  [0.2, 'Result'],
  [0.3, 'Unit'],
  [0.38, 'Range'],
]
const moved = (cells: readonly Placed[], by: number) => cells.map(([x, text]) => [x + by, text] as const)

test('of two tables side by side whose rows are not level none takes what is the other’s', () => {
  const page = placedPage(
    [...HEAD, ...moved(HEAD, 0.5)],
    [
      [0.05, 'Sodium'],
      [0.2, '139'],
      [0.3, 'mmol/L'],
      [0.38, '135-145'],
    ],
    [
      [0.05, 'Neutrophils'],
      [0.2, '48'],
      [0.3, '%'],
      [0.55, 'Free T4'],
      [0.7, '1.3'],
      [0.8, 'ng/dL'],
      [0.88, '0.8-1.8'],
    ],
    [
      [0.05, 'Potassium'],
      [0.2, '4.4'],
      [0.55, 'TSH'],
      [0.7, '2.1'],
      [0.8, 'mIU/L'],
    ],
    [...moved(HEAD, 0.5)],
    [
      [0.55, 'Ferritin'],
      [0.7, '88'],
      [0.8, 'ng/mL'],
    ],
  )
  expect(onPage(page)).toEqual(
    [
      'Sodium | 139 | mmol/L | 135-145 | normal | -',
      'Neutrophils | 48 | % | - | unknown | -',
      'Potassium | 4.4 | - | - | unknown | -',
      'Free thyroxine | 1.3 | ng/dL | 0.8-1.8 | normal | -',
      'Thyroid stimulating hormone | 2.1 | m[IU]/L | - | unknown | -',
      'Ferritin | 88 | ng/mL | - | unknown | -',
    ].map((line) => line.replace('Free thyroxine', freeT4)),
  )
})

const freeT4 = labContext.analytes.find('Free T4')?.analyte.name ?? ''

test('a line of two pairs of label and value holds two results', () => {
  const text = lines('Laboratory results', row('Anion gap:', '12 mmol/L (5-17)', 'Cortisol:', '11.3 µg/dL (6-19)'))
  expect(read([text]).map(short)).toEqual([
    'Anion gap | 12 | mmol/L | 5-17 | normal | -',
    'Cortisol | 11.3 | ug/dL | 6-19 | normal | -',
  ])
})

test('a heading of urine holds until the next heading', () => {
  const text = lines(
    row('Investigation', 'Result', 'Units', 'Limits'),
    'Urine studies',
    row('pH', '6.0', '', '5-8'),
    'Full blood count',
    row('Hb', '131', 'g/L', '120-160'),
  )
  expect(read([text]).map(short)).toEqual([
    'Urine pH | 6.0 | - | 5-8 | normal | -',
    'Hemoglobin | 131 | g/L | 120-160 | normal | -',
  ])
  expect(read([text])[1]?.details.specimen).toBeUndefined()
})

test('what the urine measure is never given in is that of blood', () => {
  const text = lines(
    row('Test', 'Result', 'Units'),
    'Urine studies',
    row('Hb', '131', 'g/L'),
    row('Protein', '0.1', 'g/L'),
  )
  const [hb, protein] = read([text])
  expect(hb?.name).toBe('Hemoglobin')
  expect(protein?.name).toMatch(/urine/i)
})

test('the day of the test comes before the day it was reported', () => {
  const text = lines(
    'Date of test: 4 Nov 2021 13:21',
    'Resulted 7 Nov 2021 22:39',
    '',
    row('Component', 'Value', 'Range'),
    row('Lipase', '26 U/L', '13-60'),
  )
  expect(read([text])[0]?.happenedOn).toBe('2021-11-04T13:21')
})

test('INR is a measure here and no money, also under a heading of signs', () => {
  const text = lines(
    row('Examination', 'Value', 'Unit', '+/-', 'Interval'),
    row('INR', '0,95', '', '', '0,85–1,15'),
    row('CK', '217', 'U/L', '+', '< 190'),
  )
  expect(read([text]).map(short)).toEqual([
    'INR | 0,95 | - | 0,85–1,15 | normal | -',
    'Creatine kinase | 217 | U/L | < 190 | high | -',
  ])
  expect(read(['INR\t1.1']).map(short)).toEqual(['INR | 1.1 | - | - | unknown | -'])
})

test('a name that ends in a figure may stand over its value, and a range in brackets before its unit', () => {
  const text = lines('Vitamin B-12', 'Reference range: [232 - 1245] pg/mL', 'Your value 394 pg/mL')
  expect(read([text]).map(short)).toEqual(['Vitamin B12 | 394 | pg/mL | 232 - 1245 | normal | -'])
})

test('a culture has its name in the line above its result', () => {
  const text = lines('WOUND CULTURE', 'Site: left heel', 'Result: No growth after 5 days')
  const [found, ...more] = read([text])
  expect([found?.name, found?.valueText, more.length]).toEqual(['WOUND CULTURE', 'No growth after 5 days', 0])
})

test.each([
  'Desirable level below 2.6 mmol/L for primary prevention; <1.8 mmol/L for patients with heart disease.',
  'Desirable range <100 mg/dL for primary prevention',
  'Prediabetes: 5.7 - 6.4; Diabetes: >6.4',
  'A deficiency is likely below 20 ng/mL.',
  'Not estimated below 15 mL/min. Stage 4 is 15 to 29 for at least 3 months.',
])('what a laboratory says of people in general is no result: %s', (remark) => {
  const table = [row('Test', 'Result', 'Units', 'Range'), row('HDL', '64', 'mg/dL', '>40')]
  expect(read([lines(...table, remark, row('Zinc', '70', 'ug/dL', '44-115'))]).map(({ name }) => name)).toEqual([
    'HDL cholesterol',
    'Zinc',
  ])
})

test('a name goes on over the end of a line', () => {
  expect(read(['She was unwell. The C-reactive\nprotein 186 mg/L was raised.']).map(short)).toEqual([
    'C-reactive protein | 186 | mg/L | - | unknown | -',
  ])
})

test('a shortened name does not end the sentence that gives the day', () => {
  const text = 'Laboratory tests on 19 September 2024: RF Turbid. 4.5 IU/mL, neutrophils 76%.'
  expect(read([text]).find(({ name }) => name === 'Neutrophils')?.happenedOn).toBe('2024-09-19')
})

test('a word that joins name and value belongs to neither', () => {
  expect(read(['CEA of 3.4 ng/mL'])[0]?.nameText).toBe('CEA')
})

test('a range on a line of its own is no remark', () => {
  const text = lines(
    'eGFR',
    'Reference range: >60 mL/min',
    'Value 95 mL/min',
    '',
    'Sodium',
    'Reference range: 136-145 mmol/L',
    'Value 141 mmol/L',
  )
  expect(read([text]).map(({ name, valueText }) => [name, valueText])).toEqual([
    [expect.stringMatching(/^eGFR/), '95'],
    ['Sodium', '141'],
  ])
})

test('protein that is told in words is that of a urine test strip', () => {
  expect(read([lines(row('Test', 'Result', 'Range'), row('Protein', 'Negative', 'Negative'))])[0]?.name).toMatch(
    /urine/i,
  )
})

test('the word after a name in running text is not its own', () => {
  expect(
    read(['From 3 May 2024: HbA1c 5.4%, CEA of 3.4 ng/mL. We aim for less.']).map(({ nameText }) => nameText),
  ).toEqual(['HbA1c', 'CEA'])
})

test('the end of a range is no value of the day it stands under', () => {
  const head: readonly Placed[] = [
    [0.05, 'Test'],
    [0.3, 'Units'],
    [0.4, 'Range'],
    [0.5, '3 Jan 2024'],
    [0.7, '9 Jan 2024'],
  ]
  const page = placedPage(
    head,
    [
      [0.05, 'Sodium'],
      [0.3, 'mmol/L'],
      [0.4, '135 - 145'],
      [0.5, '139'],
      [0.7, '141'],
    ],
    [
      [0.05, 'Potassium'],
      [0.3, 'mmol/L'],
      [0.44, '3.5 - 5.1'],
    ],
  )
  expect(onPage(page).map((line) => line.split(' | ').slice(0, 2))).toEqual([
    ['Sodium', '139'],
    ['Sodium', '141'],
  ])
})
