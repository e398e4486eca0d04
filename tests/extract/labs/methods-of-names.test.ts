/** How a result was measured is printed with its name, and is no part of it. */
import { expect, test } from 'vitest'
import { lines, read, row } from './written.ts'

const HEAD = row('Test Name', 'Results', 'Units', 'Bio. Ref. Interval')

test.each([
  ['Uric Acid Method: Uricase', 'Uric Acid', 'Uric acid', 'mg/dL'],
  ['AST (SGOT) Method: IFCC without P5P', 'AST (SGOT)', '', 'U/L'],
  ['Haemoglobin (Photometry)', 'Haemoglobin', 'Hemoglobin', 'g/dL'],
  ['Sodium (Indirect ISE)', 'Sodium', 'Sodium', 'mmol/L'],
  ['Triglycerides (GPO-POD)', 'Triglycerides', 'Triglycerides', 'mg/dL'],
  ['GLUCOSE, FASTING (F), PLASMA (Hexokinase)', 'GLUCOSE, FASTING (F), PLASMA', 'Glucose', 'mg/dL'],
])('%s', (printed, written, name, unit) => {
  const text = lines(HEAD, row(printed, '5.4', unit, '3.5 - 7.2'))
  const [found] = read([text])
  expect([found?.nameText, found?.name, found?.code?.system]).toEqual([
    written,
    expect.stringMatching(new RegExp(`^${name}`)),
    'loinc',
  ])
  const { start, end } = found?.spans[0] ?? { start: 0, end: 0 }
  expect(text.slice(start, end)).toBe(written)
})

test('what tells one measure from another stays with the name', () => {
  const text = lines(
    HEAD,
    row('Bilirubin (Direct)', '0.2', 'mg/dL', '< 0.3'),
    row('Xanthin (Mystery)', '2', 'mg/dL', '1 - 3'),
  )
  expect(read([text]).map(({ name, nameText }) => [name, nameText])).toEqual([
    [expect.stringMatching(/direct/i), 'Bilirubin (Direct)'],
    ['Xanthin (Mystery)', 'Xanthin (Mystery)'],
  ])
})
