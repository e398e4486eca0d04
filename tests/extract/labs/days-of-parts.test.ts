/** Of which day the results of a part are: the bar above them, the nearest label, and never the day of printing. */
import { describe, expect, test } from 'vitest'
import { extractFacts } from '../../../src-main/extract/compose.ts'
import { readMeasureDictionaries } from '../../../src-main/extract/dictionaries/read-dictionaries.ts'
import { readDrugDictionaries } from '../../../src-main/extract/dictionaries/read-drug-dictionaries.ts'
import { lines, row } from './written.ts'

const dictionaries = { ...readMeasureDictionaries(), ...readDrugDictionaries() }

/** `Sodium 2021-03-04`. */
const days = (...texts: readonly string[]) =>
  extractFacts([{ number: 1, text: lines(...texts), words: [], method: 'text' }], dictionaries)
    .proposals.filter(({ kind }) => kind === 'observation')
    .map(({ name, happenedOn }) => `${name} ${happenedOn ?? 'undated'}`)

const SODIUM = row('Serum sodium level', '140 mmol/L', '(135 - 145)')
const TSH = row('Serum TSH level', '2.1 mIU/L', '(0.27 - 4.20)')

describe('a day in the bar of a part', () => {
  test.each([
    [
      'before the name of the part',
      '14-Jul-2023 Filed by Dr Poe: Normal\tUrea and electrolytes\tSpecimen H69538',
      '02-Mar-2023\tThyroid function test',
    ],
    ['after it', 'Urea and electrolytes\t14 Jul 2023', 'Thyroid function test\t2 Mar 2023'],
    ['in brackets', 'Urea and electrolytes (14 Jul 2023)', 'Thyroid function test (2 Mar 2023)'],
    ['behind a dash', 'Renal profile - 14 Jul 2023', 'Thyroid profile - 2 Mar 2023'],
  ])('belongs to the results below it: %s', (_, first, second) => {
    expect(days('Dr Poe & Partners\tPrinted 01-Aug-2023', '', first, SODIUM, '', second, TSH)).toEqual([
      'Sodium 2023-07-14',
      'Thyroid stimulating hormone 2023-03-02',
    ])
  })

  test('does not stand against a day of collection', () => {
    expect(days('Collected: 12 Jul 2023', '', row('Renal profile', '14 Jul 2023'), SODIUM)).toEqual([
      'Sodium 2023-07-12',
    ])
  })

  test.each([
    'Printed 14 Jul 2023\tRenal profile',
    'Born 14 Jul 1963\tRenal profile',
    'Next blood test\t14 Jul 2023',
    'Jane Example\t14 Jul 2023',
  ])('is none where the line is of something else: %s', (line) => {
    expect(days('Visit date: 1 June 2023', '', line, SODIUM)).toEqual(['Sodium 2023-06-01'])
  })
})

test('the same label once more before any result is of the part that follows', () => {
  const part = (day: string) => [`Specimen Collection Date: ${day}`, row('Test name', 'Result', 'units', 'Ref. range')]
  expect(
    days(...part('Nov 02, 2024'), '', ...part('Oct 25, 2024'), row('CHOLESTEROL', '117', 'mg/dL', '<=200')),
  ).toEqual(['Total cholesterol 2024-10-25'])
})

describe('the day of printing', () => {
  test('is of no result where the paper names another day', () => {
    expect(days('Printed 03 Mar 2024', 'Referral of 14 Jan 2024', '', SODIUM)).toEqual(['Sodium undated'])
  })

  test('gives way to a day beside the place of a visit', () => {
    expect(
      days(
        'AFTER VISIT SUMMARY',
        '5/22/2019 10:04 AM\tNorth Hospital Emergency Department',
        'Printed 5/24/2019',
        '',
        SODIUM,
      ),
    ).toEqual(['Sodium 2019-05-22T10:04'])
  })

  test('is the paper’s own where samples of several days are told apart, and of none of their results', () => {
    const page = lines(
      row('DOE,JANE', 'AUG 24, 2024'),
      '',
      'Specimen Collection Date: Aug 02, 2024',
      SODIUM,
      'Specimen Collection Date: Jun 28, 2024',
      TSH,
    )
    const { document } = extractFacts([{ number: 1, text: page, words: [], method: 'text' }], dictionaries)
    expect(document.date?.on).toBe('2024-08-24')
    expect(days(page)).toEqual(['Sodium 2024-08-02', 'Thyroid stimulating hormone 2024-06-28'])
  })
})

test.each([
  ['Typed 8 May 2021\tClinic 6 May 2021'],
  ['Clinic: 6 May 2021\tDictated: 7 May 2021'],
  ['Date dictated 7 May 2021, date typed 8 May 2021\tSeen 6 May 2021'],
])('a letter speaks of the day of the clinic: %s', (head) => {
  expect(days('Department of Rheumatology', head, '', 'Dear Dr Poe', 'Blood pressure was 134/69 mmHg.')).toEqual([
    'Blood pressure 2021-05-06',
  ])
})
