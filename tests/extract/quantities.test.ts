import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DecimalStyle, decimalStyleOf, parseNumber, parseQuantity } from '../../src-main/extract/quantities.ts'

const read = (text: string, style?: DecimalStyle) => {
  const quantity = parseQuantity(text, style)
  if (!quantity) return
  const { start, end, ...rest } = quantity
  return { ...rest, text: text.slice(start, end) }
}

describe('a number', () => {
  test.each([
    ['5.2', { value: 5.2 }],
    ['1,5', { value: 1.5 }],
    ['1.234,5', { value: 1234.5 }],
    ['1,234.5', { value: 1234.5 }],
    ['1,234,567', { value: 1234567 }],
    ['1,50,000', { value: 150000 }],
    ["1'234.5", { value: 1234.5 }],
    ['1\u2009234', { value: 1234 }],
    ['1\u202f234,5', { value: 1234.5 }],
    ['0.678', { value: 0.678 }],
    ['-2.5', { value: -2.5 }],
    ['\u22122.5', { value: -2.5 }],
    ['+1.5', { value: 1.5 }],
    ['.5', { value: 0.5 }],
  ])('%s is read as it is written', (text, expected) => {
    expect(read(text)).toEqual({ form: 'number', text, ...expected })
  })

  test.each(['1,234', '1.234', '12,500', '150 000'])('%s has no value where it can be read in two ways', (text) => {
    expect(read(text)).toEqual({ form: 'number', text })
  })

  test('with a group of three is decided by the style of its page', () => {
    expect(parseNumber('1,234', 'point')).toBe(1234)
    expect(parseNumber('1,234', 'comma')).toBe(1.234)
    expect(parseNumber('1.234', 'point')).toBe(1.234)
    expect(parseNumber('1.234', 'comma')).toBe(1234)
  })

  test.each([
    ['<0.5', '<', 0.5],
    ['>=90', '>=', 90],
    ['≥ 90', '>=', 90],
    ['<= 7', '<=', 7],
    ['≤7', '<=', 7],
    ['> or = 60', '>=', 60],
    ['less than 5', '<', 5],
    ['greater than 90', '>', 90],
    ['~5', '~', 5],
  ])('%s keeps its comparator', (text, comparator, value) => {
    expect(read(text)).toEqual({ form: 'number', text, comparator, value })
  })

  test.each([
    ['7.4 H', 7.4, 'H'],
    ['H 7.4', 7.4, 'H'],
    ['7.4H', 7.4, 'H'],
    ['10.2*', 10.2, '*'],
    ['140 (H)', 140, '(H)'],
    ['5,6 +', 5.6, '+'],
    ['131 -', 131, '-'],
    ['5 ↑', 5, '↑'],
    ['High 5.2', 5.2, 'High'],
    ['3.1 critical low', 3.1, 'critical low'],
  ])('%s keeps its flag apart', (text, value, flagText) => {
    expect(read(text)).toMatchObject({ form: 'number', value, flagText })
  })

  test.each([
    ['5.2 mmol/L', 'mmol/L', undefined],
    ['68 mL/min/1.73 m²', 'mL/min/1.73 m²', undefined],
    ['6.6 x 10^9/L', 'x 10^9/L', undefined],
    ['6.6 x10E3/uL', 'x10E3/uL', undefined],
    ['1.2 mg/dL H', 'mg/dL', 'H'],
    ['1.2 H mg/dL', 'mg/dL', 'H'],
    ['98%', '%', undefined],
    ['0 /100 WBC', '/100 WBC', undefined],
  ])('%s keeps its unit apart', (text, unitText, flagText) => {
    expect(parseQuantity(text)).toMatchObject({ unitText, ...(flagText && { flagText }) })
  })
})

test.each([
  ['120/80', { form: 'pair', value: 120, secondValue: 80 }],
  ['120/80 mmHg', { form: 'pair', value: 120, secondValue: 80, unitText: 'mmHg' }],
  ['1:80', { form: 'titer' }],
  ['<1:20', { form: 'titer', comparator: '<' }],
  ['2+', { form: 'ordinal' }],
  ['+++', { form: 'ordinal' }],
  ['trace', { form: 'words' }],
  ['negative', { form: 'words' }],
  ['Not Detected', { form: 'words' }],
  ['0-5', { form: 'words' }],
  ['O positive', { form: 'words' }],
])('%s is no plain number', (text, expected) => {
  expect(parseQuantity(text)).toMatchObject(expected)
  if (expected.form !== 'pair') expect(parseQuantity(text)?.value).toBeUndefined()
})

test.each([
  '12 March 2024',
  '12/03/2024',
  '2024-03-12',
  '12.03.2024',
  '08:30',
  '8:30',
  '555-0176',
  '(555) 010-0176',
  'QL-24-886559',
  '049331',
  '01',
  'B12',
  '5551234567',
  '1.2.3',
  '12 Mar',
  'pending',
  'see note',
  'Page 1 of 2',
  '3 tablets daily as needed for pain',
  '',
  '-',
])('%j is no result', (text) => {
  expect(parseQuantity(text)).toBeUndefined()
})

describe('properties', () => {
  const spell = (value: number, places: number, style: 'point' | 'comma', group: string) => {
    const [whole = '', fraction] = Math.abs(value).toFixed(places).split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
    const sign = Number(value.toFixed(places)) < 0 ? '-' : ''
    return `${sign}${grouped}${fraction === undefined ? '' : (style === 'point' ? '.' : ',') + fraction}`
  }
  const groups = { point: ['', ',', '\u2009', "'"], comma: ['', '.', '\u202f'] } as const

  test('every number is read back in the style it was written in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.nat(4),
        fc.constantFrom('point' as const, 'comma' as const),
        fc.nat(3),
        (digits, places, style, groupAt) => {
          const value = digits / 10 ** places
          const group = groups[style][groupAt % groups[style].length] ?? ''
          expect(parseNumber(spell(value, places, style, group), style)).toBe(Number(value.toFixed(places)) + 0)
        },
      ),
      { numRuns: 10_000 },
    )
  })

  test('without a known style a number is read rightly or not at all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.nat(4),
        fc.constantFrom('point' as const, 'comma' as const),
        fc.boolean(),
        (digits, places, style, isGrouped) => {
          const value = digits / 10 ** places
          const group = isGrouped ? (style === 'point' ? ',' : '.') : ''
          const found = parseNumber(spell(value, places, style, group))
          if (found !== undefined) expect(found).toBe(Number(value.toFixed(places)))
        },
      ),
      { numRuns: 10_000 },
    )
  })

  test('no text takes long, and what is found lies inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const found = parseQuantity(text)
        if (found) expect(text.slice(found.start, found.end).trim()).not.toBe('')
      }),
      { numRuns: 10_000 },
    )
  })

  test('no date, time or telephone number is a result', () => {
    const two = (n: number) => String(n).padStart(2, '0')
    const dates = fc
      .tuple(
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1950, max: 2049 }),
        fc.nat(8),
      )
      .map(
        ([day, month, year, form]) =>
          [
            `${day}/${month}/${year}`,
            `${two(day)}.${two(month)}.${year}`,
            `${year}-${two(month)}-${two(day)}`,
            `${two(day)}-${two(month)}-${year}`,
            `${two(month)}/${two(day)}/${two(year % 100)}`,
            `${two(day % 24)}:${two((month * 5) % 60)}`,
            `${day} ${['March', 'Apr', 'May', 'Dez', 'Oct'][month % 5]} ${year}`,
            `555-${two(day)}${two(month)}`,
            `+1 555 ${two(day)}0 ${year}`,
          ][form],
      )
    fc.assert(
      fc.property(dates, (text) => {
        expect(parseQuantity(text ?? '')).toBeUndefined()
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('the style of a page', () => {
  test('is that of the numbers that can be read in one way only', () => {
    expect(decimalStyleOf(['Glucose\t5,4\tmmol/l\t3,9-5,5'])).toBe('comma')
    expect(decimalStyleOf(['Glucose\t5.4\tmmol/l\t3.9-5.5'])).toBe('point')
    expect(decimalStyleOf(['Ferritin\t1,234\tng/mL\t(30-400)'])).toBe('unknown')
    expect(decimalStyleOf(['a\t5.4\nb\t5,4'])).toBe('unknown')
  })

  test('is not that of dates and times', () => {
    expect(decimalStyleOf(['am 03.12.2021 um 10.30 Uhr\t1,5'])).not.toBe('point')
    expect(decimalStyleOf(['Befund vom 03.12.2021'])).toBe('unknown')
  })
})
