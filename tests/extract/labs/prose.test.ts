import { describe, expect, test } from 'vitest'
import { extractLabs } from '../../../src-main/extract/labs/extract-labs.ts'
import { makeParagraph } from '../../../tools/make-papers/prose.ts'
import { createRandom } from '../../../tools/make-papers/random.ts'
import { labContext, pagesOf } from './lab-context.ts'

const read = (text: string) =>
  extractLabs(pagesOf(text), labContext).map(({ name, valueText, unit, happenedOn }) => [
    name,
    valueText,
    unit,
    happenedOn,
  ])

describe('running text', () => {
  test.each([
    ['Creatinine was 1.4 mg/dL on 3 March 2024.', [['Creatinine', '1.4', 'mg/dL', '2024-03-03']]],
    ['On 3 March 2024 her creatinine was 1.4 mg/dL.', [['Creatinine', '1.4', 'mg/dL', '2024-03-03']]],
    ['Today Hb 9.8.', [['Hemoglobin', '9.8', undefined, undefined]]],
    ['An HbA1c of 7.2 % was found.', [['Hemoglobin A1c', '7.2', '%', undefined]]],
    ['The TSH came back at 2.3 mIU/L.', [['Thyroid stimulating hormone', '2.3', 'm[IU]/L', undefined]]],
    ['Ferritin has fallen to 9 ng/mL.', [['Ferritin', '9', 'ng/mL', undefined]]],
    [
      'Control is better, HbA1c 7.2 % in March 2024 after 8.4 % in September 2023.',
      [
        ['Hemoglobin A1c', '7.2', '%', '2024-03'],
        ['Hemoglobin A1c', '8.4', '%', '2023-09'],
      ],
    ],
    [
      'HbA1c fell from 8.4 % in September 2023 to 7.2 % in March 2024.',
      [
        ['Hemoglobin A1c', '7.2', '%', '2024-03'],
        ['Hemoglobin A1c', '8.4', '%', '2023-09'],
      ],
    ],
    ['HbA1c fell from 8.4 % to 7.2 %.', [['Hemoglobin A1c', '7.2', '%', undefined]]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.each([
    'Target HbA1c below 7.0 %.',
    'The goal is an LDL cholesterol of 70 mg/dL.',
    'If potassium is 5.5 mmol/L or more, call us.',
    'LDL cholesterol is below 100 mg/dL under atorvastatin.',
    'Her mother had a hemoglobin of 8 g/dL.',
    'Potassium chloride 20 mmol daily was started.',
    'Take calcium 600 mg and vitamin D 1000 IU.',
    'Vitamin B12 1000 mcg daily.',
    'He had sodium 2 g in his diet.',
    'Follow-up of glucose in 3 months.',
    'Iron 325 mg twice daily since 2021.',
    'See page 3 of the lipid panel from 12 March 2024.',
    'Room 14, phone 555-0176, bed 3.',
    'Ejection fraction 58 %, septum 11 mm.',
    'Previously her hemoglobin was 12.9 g/dL.',
    'The ferritin was 9 ng/mL two years ago.',
    'Ketones, glucose and protein were looked for on 3 March.',
  ])('gives none: %s', (text) => {
    expect(read(text)).toEqual([])
  })

  test('of letters gives what their sentences state, and nothing else', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const text = makeParagraph(createRandom(seed), 25)
      const stated = [...text.matchAll(/ was ([\d.]+) \S+ on \d+ \w+ \d{4}\./g)].map(([, value]) => value)
      const found = extractLabs(pagesOf(text), labContext)
      expect(found.filter(({ valueText }) => !stated.includes(valueText))).toEqual([])
      expect(found.filter(({ happenedOn }) => happenedOn === undefined)).toEqual([])
    }
  })
})
