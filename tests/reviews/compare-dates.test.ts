import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAfter, latestToday } from '../../src-main/reviews/compare-dates.ts'

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([on, length]) => on.slice(0, length))

test('a date that may be the same as another is not after it, and of two at most one is after the other', () => {
  expect(isAfter('2025', '2025-06-01')).toBe(false)
  expect(isAfter('2025-06', '2025-06-30')).toBe(false)
  expect(isAfter('2025-07', '2025-06-30')).toBe(true)
  expect(isAfter('2025-06-01T08:15', '2025-06-01')).toBe(false)
  expect(isAfter(undefined, '2025')).toBe(false)
  expect(isAfter('2025', undefined)).toBe(false)
  fc.assert(
    fc.property(partial, partial, (a, b) => {
      expect(isAfter(a, b) && isAfter(b, a)).toBe(false)
      if (isAfter(a, b)) expect(`${a}-01-01`.slice(0, 10) > `${b}`.slice(0, 4)).toBe(true)
      if (a.startsWith(b) || b.startsWith(a)) expect(isAfter(a, b)).toBe(false)
    }),
  )
})

test('the day after today has begun somewhere, and the one after it has not', () => {
  expect(latestToday('2024-02-28')).toBe('2024-02-29')
  expect(latestToday('2024-12-31')).toBe('2025-01-01')
  fc.assert(fc.property(day, (today) => isAfter(latestToday(today), today)))
})
