import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge, parseFlag } from '../../src-main/extract/flags.ts'
import type { Comparator } from '../../src-main/extract/quantities.ts'
import { parseRange } from '../../src-main/extract/ranges.ts'

const number = (value: number, comparator?: Comparator) => ({
  form: 'number' as const,
  value,
  valueText: String(value),
  ...(comparator && { comparator }),
})
const words = (valueText: string) => ({ form: 'words' as const, valueText })

test.each([
  ['H', 'high'],
  ['(H)', 'high'],
  ['High', 'high'],
  ['↑', 'high'],
  ['+', 'high'],
  ['L', 'low'],
  ['↓', 'low'],
  ['\u2212', 'low'],
  ['HH', 'critical'],
  ['LL', 'critical'],
  ['Crit', 'critical'],
  ['C', 'critical'],
  ['*', 'abnormal'],
  ['A', 'abnormal'],
  ['Abnormal', 'abnormal'],
  ['N', 'normal'],
])('%s is a flag', (text, flag) => {
  expect(parseFlag(text)?.flag).toBe(flag)
})

test.each(['', 'Final', 'mg/dL', '5', 'HL', 'Home'])('%j is no flag', (text) => {
  expect(parseFlag(text)).toBeUndefined()
})

describe('a result', () => {
  test('without a flag and without a range is unknown', () => {
    expect(judge(number(5), undefined, undefined)).toEqual({ flag: 'unknown', isContradicted: false })
    expect(judge(number(5), parseRange('Not Estab.'), undefined).flag).toBe('unknown')
  })

  test('is compared with the range of its paper', () => {
    expect(judge(number(5), parseRange('3.5-5.0'), undefined).flag).toBe('normal')
    expect(judge(number(5.1), parseRange('3.5-5.0'), undefined).flag).toBe('high')
    expect(judge(number(3.4), parseRange('3.5-5.0'), undefined).flag).toBe('low')
    expect(judge(number(11), parseRange('up to 7'), undefined).flag).toBe('high')
    expect(judge(number(200), parseRange('<200'), undefined).flag).toBe('high')
    expect(judge(number(200), parseRange('<=200'), undefined).flag).toBe('normal')
    expect(judge(number(60), parseRange('>59'), undefined).flag).toBe('normal')
  })

  test('below or above a limit is judged only where all it can be lies on one side', () => {
    expect(judge(number(5, '<'), parseRange('0-10'), undefined).flag).toBe('normal')
    expect(judge(number(5, '<'), parseRange('<5'), undefined).flag).toBe('normal')
    expect(judge(number(5, '<'), parseRange('3-10'), undefined).flag).toBe('unknown')
    expect(judge(number(3, '<'), parseRange('3-10'), undefined).flag).toBe('low')
    expect(judge(number(90, '>'), parseRange('>59'), undefined).flag).toBe('normal')
    expect(judge(number(90, '>'), parseRange('10-50'), undefined).flag).toBe('high')
    expect(judge(number(40, '>'), parseRange('10-50'), undefined).flag).toBe('unknown')
  })

  test('in words is compared with a range in words', () => {
    expect(judge(words('Negative'), parseRange('Negative'), undefined).flag).toBe('normal')
    expect(judge(words('Positive'), parseRange('Negative'), undefined).flag).toBe('abnormal')
    expect(judge(words('Yellow'), parseRange('Yellow'), undefined).flag).toBe('unknown')
    expect(judge({ form: 'ordinal', valueText: '2+' }, parseRange('Negative'), undefined).flag).toBe('abnormal')
  })

  test('keeps the flag of the paper, and says when its range disagrees', () => {
    const range = parseRange('3.5-5.0')
    expect(judge(number(4), range, parseFlag('H'))).toEqual({ flag: 'high', isContradicted: true })
    expect(judge(number(6), range, parseFlag('L'))).toEqual({ flag: 'low', isContradicted: true })
    expect(judge(number(4), range, parseFlag('*'))).toEqual({ flag: 'abnormal', isContradicted: true })
    expect(judge(number(6), range, parseFlag('HH'))).toEqual({ flag: 'critical', isContradicted: false })
    expect(judge(number(6), range, parseFlag('*'))).toEqual({ flag: 'abnormal', isContradicted: false })
  })
})

test('a number is low, normal or high exactly as it lies to the bounds', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer(), (value, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const expected = value < low ? 'low' : value > high ? 'high' : 'normal'
      expect(judge(number(value), { text: '', low, high }, undefined).flag).toBe(expected)
    }),
    { numRuns: 10_000 },
  )
})
