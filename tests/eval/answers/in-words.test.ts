import { expect, test } from 'vitest'
import { datesIn, holds, numbersIn, sameDay } from './in-words.ts'
import { converted } from './units.ts'

test('a day is found however it is written, and its digits are no numbers any more', () => {
  const { dates, rest } = datesIn(
    '7.4 % on 3 March 2021, March 4, 2022, 2020-01-02, 05-Mar-2021, 03/21/2020 and Mar 2019',
  )
  expect(dates.toSorted()).toEqual(['2019-03', '2020-01-02', '2020-03-21', '2021-03-03', '2021-03-05', '2022-03-04'])
  expect(numbersIn(rest)).toEqual([7.4])
})

test('a number inside a word is no number', () => {
  expect(numbersIn('vitamin B12 and COVID-19, 25-OH, x10E3/uL')).toEqual([])
  expect(numbersIn('128/76 mmHg, 1,200 mg, -3.5 and 4.8-5.6')).toEqual([128, 76, 1200, -3.5, 4.8, 5.6])
})

test('words are held only as whole words and a value not as a part of a longer one', () => {
  expect(holds('Hemoglobin A1c | 7.4\n%', '7.4')).toBe(true)
  expect(holds('17.4 %', '7.4')).toBe(false)
  expect(holds('7.45 %', '7.4')).toBe(false)
  expect(holds('Chronic\n obstructive pulmonary disease', 'chronic obstructive')).toBe(true)
})

test('a day agrees with its own month and year and with no other day', () => {
  expect(sameDay('2021-03', '2021-03-04')).toBe(true)
  expect(sameDay('2021-03-04T08:15', '2021-03-04')).toBe(true)
  expect(sameDay('2021-03-05', '2021-03-04')).toBe(false)
})

test('only units that differ by a power of ten or by name are converted', () => {
  expect(converted(13.2, 'g/dL', 'g/L')).toBe(132)
  expect(converted(2.5, '1', '{INR}')).toBe(2.5)
  expect(converted(90, 'mg/dL', 'mmol/L')).toBeUndefined()
})
