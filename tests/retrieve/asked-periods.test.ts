import { describe, expect, test } from 'vitest'
import { askedPeriods } from '../../src-main/retrieve/asked-periods.ts'

const periodsIn = (question: string) => askedPeriods(question, new Date(2024, 1, 20))

describe('the time in a question', () => {
  test('are a year, a month of a year, a month of any year, or a day', () => {
    expect(periodsIn('What was the weight in 2021?')).toEqual([{ year: 2021 }])
    expect(periodsIn('the LDL in March 2024')).toEqual([{ year: 2024, month: 3 }])
    expect(periodsIn('What was the weight at the visit in April?')).toEqual([{ month: 4 }])
    expect(periodsIn('What was done on 3 May?')).toEqual([{ month: 5, day: 3 }])
    expect(periodsIn('What was done on October 9, 2023?')).toEqual([{ year: 2023, month: 10, day: 9 }])
  })

  test('are not read from a bound or from an ordinary word', () => {
    for (const question of ['Any scan since 2019?', 'What was it before April?', 'May I eat nuts?', 'Who may drive?'])
      expect(periodsIn(question)).toEqual([])
  })

  test('counts back from today where it is relative, over the end of a year too', () => {
    expect(periodsIn("last year's eye exam")).toEqual([{ year: 2023 }])
    expect(periodsIn('the scan three months ago')).toEqual([{ year: 2023, month: 11 }])
    expect(periodsIn('blood pressure last month')).toEqual([{ year: 2024, month: 1 }])
    expect(periodsIn('any infection in the past 2 months?')).toEqual([
      { year: 2024, month: 2 },
      { year: 2024, month: 1 },
      { year: 2023, month: 12 },
    ])
    expect(periodsIn('the last scan')).toEqual([])
  })
})
