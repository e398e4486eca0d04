/** What a laboratory explains under its results is nobody's condition; what it says of this person is. */
import { expect, test } from 'vitest'
import { extractFacts } from '../../src-main/extract/compose.ts'
import { readMeasureDictionaries } from '../../src-main/extract/dictionaries/read-dictionaries.ts'
import { readDrugDictionaries } from '../../src-main/extract/dictionaries/read-drug-dictionaries.ts'

const dictionaries = { ...readMeasureDictionaries(), ...readDrugDictionaries() }
const RESULTS = 'Test Name\tResults\tUnits\tBio. Ref. Interval\nALT (SGPT)\t47\tU/L\t< 50\nFerritin\t8\tng/mL\t30 - 300'
const conditionsUnder = (remark: string) =>
  extractFacts([{ number: 1, text: `${RESULTS}\n${remark}`, words: [], method: 'text' }], dictionaries)
    .proposals.filter(({ kind }) => kind === 'condition')
    .map(({ name }) => name)

test.each([
  'Note 1. In an asymptomatic patient, Non alcoholic fatty liver disease (NAFLD) is the most common cause of increased ALT.',
  'Vitamin D deficiency has been defined by the Institute of Medicine as\na level of less than 20 ng/mL.',
  'Interpretation\n\nPatients with hypothyroidism have raised levels.\nPatients diagnosed with diabetes mellitus are to be retested.',
  'Increased in:\n1. Patients who have hepatitis\n2. Those treated for gout\n\nDecreased in:\n1. Patients with hypothyroidism',
  'Clinical significance\nA person who has heart failure or was diagnosed with gout may have raised values.',
  'Comments: Low values are seen in patients with iron deficiency anemia.',
  'Causes of low ferritin:\nPatients who have coeliac disease',
])('%s', (remark) => {
  expect(conditionsUnder(remark)).toEqual([])
})

test.each([
  ['Comments: The patient has known gout.', ['gout']],
  ['Interpretation: Findings are consistent with iron deficiency anemia.', [expect.stringMatching(/iron deficiency/i)]],
  ['Notes\n\nPast medical history:\nAsthma', ['asthma']],
])('%s', (said, names) => {
  expect(conditionsUnder(said)).toEqual(names)
})
