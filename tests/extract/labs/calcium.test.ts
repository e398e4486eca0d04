/** Total and ionised calcium share their names; only the paper's own range tells them apart. */
import { expect, test } from 'vitest'
import { lines, read, row } from './written.ts'

test.each([
  ['Ca++', '1.21', 'mmol/L', '1.12 - 1.32', 'Calcium (ionized)'],
  ['Calcium', '4.9', 'mg/dL', '4.6 - 5.3', 'Calcium (ionized)'],
  ['Ca++', '2.3', 'mmol/L', '2.10 - 2.60', 'Calcium'],
  ['Ca++', '9.3', 'mg/dL', '', 'Calcium'],
  ['Calcium', '1.7', 'mmol/L', '', 'Calcium'],
  ['Calcium, total', '1.7', 'mmol/L', '2.10 - 2.60', 'Calcium'],
])('%s %s %s %s is %s', (written, value, unit, range, name) => {
  expect(read([lines(row('Test', 'Result', 'Units', 'Range'), row(written, value, unit, range))])[0]?.name).toBe(name)
})

test('an ion whose range is not printed, and that may be either, keeps its name and asks', () => {
  const [found] = read([lines(row('Test', 'Result', 'Units', 'Range'), row('Ca++', '1.2', 'mmol/L', ''))])
  expect([found?.name, found?.code, found?.doubts, found?.suggestions]).toEqual([
    'Ca++',
    undefined,
    ['unknown-name', 'no-date'],
    ['Calcium (ionized)', 'Calcium'],
  ])
})
