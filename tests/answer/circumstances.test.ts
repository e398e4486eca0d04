import { describe, expect, test } from 'vitest'
import { askedPeriods, createOccasionTest } from '../../src-main/answer/circumstances.ts'

describe('the time and the occasion in a question', () => {
  test('are a year, a month of a year, a month of any year, or a day', () => {
    expect(askedPeriods('What was the weight in 2021?')).toEqual([{ year: 2021 }])
    expect(askedPeriods('the LDL in March 2024')).toEqual([{ year: 2024, month: 3 }])
    expect(askedPeriods('What was the weight at the visit in April?')).toEqual([{ month: 4 }])
    expect(askedPeriods('What was done on 3 May?')).toEqual([{ month: 5, day: 3 }])
    expect(askedPeriods('What was done on October 9, 2023?')).toEqual([{ year: 2023, month: 10, day: 9 }])
  })

  test('are not read from a bound or from an ordinary word', () => {
    for (const question of ['Any scan since 2019?', 'What was it before April?', 'May I eat nuts?', 'Who may drive?'])
      expect(askedPeriods(question)).toEqual([])
  })

  test('are told apart from a visit that is itself asked about', () => {
    expect(createOccasionTest('What was the weight at the clinic visit in April?')('visit')).toBe(true)
    expect(createOccasionTest('When was the last visit?')('visit')).toBe(false)
    expect(createOccasionTest('What was the weight at the visit?')('weight')).toBe(false)
  })
})
