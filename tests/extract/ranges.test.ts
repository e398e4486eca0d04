import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRange } from '../../src-main/extract/ranges.ts'

test.each([
  ['0.5–1.2', 0.5, 1.2],
  ['0.5 - 1.2 mg/dL', 0.5, 1.2],
  ['70 mg/dL - 99 mg/dL', 70, 99],
  ['(3.5-5.0)', 3.5, 5],
  ['[3.5 to 5.0]', 3.5, 5],
  ['0,5-1,2', 0.5, 1.2],
  ['-2.0 - 3.0', -2, 3],
  ['(-2) - (+3)', -2, 3],
  ['3,5 bis 5,1', 3.5, 5.1],
  ['Ref: 3-5', 3, 5],
  ['150-400 x10E3/uL', 150, 400],
])('%s has both bounds', (text, low, high) => {
  expect(parseRange(text)).toMatchObject({ low, high })
})

test.each([
  ['<200', { high: 200, isHighOpen: true }],
  ['<= 7', { high: 7 }],
  ['≤7', { high: 7 }],
  ['up to 7', { high: 7 }],
  ['bis 5,0', { high: 5 }],
  ['less than 5', { high: 5, isHighOpen: true }],
  ['59 or less', { high: 59 }],
  ['< or = 5 mg/dL', { high: 5, unitText: 'mg/dL' }],
  ['>40', { low: 40, isLowOpen: true }],
  ['> OR = 60', { low: 60 }],
  ['≥60', { low: 60 }],
  ['at least 3', { low: 3 }],
])('%s has one bound', (text, expected) => {
  expect(parseRange(text)).toEqual({ text, ...expected })
})

test.each(['Negative', 'Not Estab.', 'Non-reactive', 'M: 13-17 F: 12-15', 'Desirable <200', 'Male 13.5-17.5'])(
  '%s is kept as text',
  (text) => {
    expect(parseRange(text)).toEqual({ text })
  },
)

test('a bound that can be read in two ways is left out', () => {
  expect(parseRange('4,000-11,000')).toEqual({ text: '4,000-11,000' })
  expect(parseRange('4,000-11,000', 'point')).toMatchObject({ low: 4000, high: 11000 })
  expect(parseRange('4,000-11,000', 'comma')).toMatchObject({ low: 4, high: 11 })
})

test.each([
  '5.0-3.5',
  '2024-03',
  '2024-03-12',
  '1-2-3',
  '555-0176',
  '01-02',
  'mg/dL',
  'Final',
  '',
  'Sodium 3-5 is fine.',
])('%j is no range', (text) => {
  expect(parseRange(text)).toBeUndefined()
})

test('the lower bound is never above the upper one, whatever is written', () => {
  const number = fc.double({ min: -100, max: 5000, noNaN: true }).map((value) => value.toFixed(2))
  const dash = fc.constantFrom('-', ' - ', '–', ' to ', ' bis ', '−')
  const written = fc.tuple(number, dash, number, fc.constantFrom('', ' mg/dL')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(written, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
      const { low, high } = parseRange(text) ?? {}
      if (low !== undefined && high !== undefined) expect(low).toBeLessThanOrEqual(high)
    }),
    { numRuns: 10_000 },
  )
})

test('every pair of bounds is read back', () => {
  fc.assert(
    fc.property(fc.nat(99_999), fc.nat(99_999), fc.nat(2), fc.boolean(), (a, b, places, isComma) => {
      const [low = 0, high = 0] = [a, b].sort((x, y) => x - y).map((digits) => digits / 10 ** places)
      const spell = (value: number) => value.toFixed(places).replace('.', isComma ? ',' : '.')
      const found = parseRange(`${spell(low)} - ${spell(high)}`, isComma ? 'comma' : 'point')
      expect(found).toMatchObject({ low, high })
    }),
    { numRuns: 10_000 },
  )
})
