/** Columns that stand so close that a unit and a range were read as one cell. */
import { expect, test } from 'vitest'
import { extractLabs } from '../../../src-main/extract/labs/extract-labs.ts'
import { labContext } from './lab-context.ts'
import { lines, type Placed, placedPage, read, row, short } from './written.ts'

test.each([
  [
    'Platelet Count',
    '391.80',
    'thou/mm3 150.00 - 410.00',
    'Platelets | 391.80 | 10*3/uL | 150.00 - 410.00 | normal | -',
  ],
  ['RBC Count', '4.70', 'mill/mm33.80 - 4.80', 'Red blood cells | 4.70 | 10*6/uL | 3.80 - 4.80 | normal | -'],
  ['Hemoglobin', '12.1', 'g/dL 13.0-17.0', 'Hemoglobin | 12.1 | g/dL | 13.0-17.0 | low | -'],
  ['Sodium', '140', 'mmol/L < 146', 'Sodium | 140 | mmol/L | < 146 | normal | -'],
])('%s %s %s', (name, value, joined, expected) => {
  const head: readonly Placed[] = [
    [0.05, 'Test Name'],
    [0.4, 'Results'],
    [0.6, 'Units'],
    [0.75, 'Bio. Ref. Interval'],
  ]
  const page = placedPage(head, [
    [0.05, name],
    [0.4, value],
    [0.6, joined],
  ])
  expect(extractLabs([page], labContext).map(short)).toEqual([expected])
  const asText = lines(row('Test', 'Result', 'Units', 'Range'), row(name, value, joined, ''))
  expect(read([asText]).map(short)).toEqual([expected])
})
