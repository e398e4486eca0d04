/** Tables that print an earlier result beside the one of now. */
import { expect, test } from 'vitest'
import { extractLabs } from '../../../src-main/extract/labs/extract-labs.ts'
import { labContext } from './lab-context.ts'
import { type Placed, placedPage, short } from './written.ts'

const onPage = (...rows: readonly (readonly Placed[])[]) =>
  extractLabs([placedPage(...rows)], { ...labContext, order: 'month-first' }).map(short)

test.each([
  ['Test', 'Current Result and Flag', 'Previous Result and Date', 'Units', 'Reference Interval'],
  ['Test Name', 'Current Result & Flag', 'Prior Result & Date', 'Units', 'Reference Range'],
  ['Component', 'Current Result/Flag', 'Last Result/Date', 'Unit', 'Reference Range'],
])(
  'a title over a result and its flag, or an earlier result and its day, is two columns: %s | %s | %s',
  (...titles) => {
    const xs = [0.05, 0.3, 0.56, 0.83, 0.9]
    const head = titles.map((title, at): Placed => [xs[at] ?? 0, title])
    const found = onPage(
      head,
      [
        [0.05, 'BUN'],
        [0.3, '40'],
        [0.49, 'High'],
        [0.56, '24'],
        [0.71, '06/19/2019'],
        [0.83, 'mg/dL'],
        [0.9, '8-27'],
      ],
      [
        [0.05, 'Glucose'],
        [0.3, '83'],
        [0.83, 'mg/dL'],
        [0.9, '70-99'],
      ],
      [
        [0.05, 'Creatinine'],
        [0.56, '1.00'],
        [0.71, '06/19/2019'],
        [0.83, 'mg/dL'],
        [0.9, '0.76-1.27'],
      ],
    )
    expect(found.map((line) => line.replace(/^Urea nitrogen/u, 'BUN'))).toEqual([
      'BUN | 40 | mg/dL | 8-27 | high | -',
      'BUN | 24 | mg/dL | 8-27 | normal | 2019-06-19',
      'Glucose | 83 | mg/dL | 70-99 | normal | -',
      'Creatinine | 1.00 | mg/dL | 0.76-1.27 | normal | 2019-06-19',
    ])
  },
)

test('an earlier result whose day is in a column of its own has that day, and without a day there is none', () => {
  const found = onPage(
    [
      [0.05, 'Test'],
      [0.3, 'Current Result'],
      [0.5, 'Previous Result'],
      [0.67, 'Previous Date'],
      [0.83, 'Units'],
      [0.9, 'Range'],
    ],
    [
      [0.05, 'Sodium'],
      [0.3, '142'],
      [0.5, '130'],
      [0.67, '06/19/2019'],
      [0.83, 'mmol/L'],
      [0.9, '134-144'],
    ],
    [
      [0.05, 'Potassium'],
      [0.3, '5.0'],
      [0.5, '3.6'],
      [0.83, 'mmol/L'],
      [0.9, '3.5-5.2'],
    ],
  )
  expect(found).toEqual([
    'Sodium | 142 | mmol/L | 134-144 | normal | -',
    'Sodium | 130 | mmol/L | 134-144 | low | 2019-06-19',
    'Potassium | 5.0 | mmol/L | 3.5-5.2 | normal | -',
  ])
})
