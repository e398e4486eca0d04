/** What a discharge summary says was measured on the first or the last day of the stay has that day, and nothing else has. */
import { expect, test } from 'vitest'
import { extractFacts } from '../../src-main/extract/compose.ts'
import { readMeasureDictionaries } from '../../src-main/extract/dictionaries/read-dictionaries.ts'
import { readDrugDictionaries } from '../../src-main/extract/dictionaries/read-drug-dictionaries.ts'

const dictionaries = { ...readMeasureDictionaries(), ...readDrugDictionaries() }
const STAY = 'ADMISSION DATE: 08/07/2024\tDISCHARGE DATE: 08/13/2024\n\nHOSPITAL COURSE\n'
const measured = (text: string) =>
  extractFacts([{ number: 1, text, words: [], method: 'text' }], dictionaries)
    .proposals.filter(({ kind }) => kind === 'observation')
    .map(({ name, valueText, happenedOn = '-' }) => `${name} ${valueText} ${happenedOn}`)

test.each([
  [
    'The creatinine 1.4 on admission, peaked at 2.1 and was 1.2 at discharge. Hb 98 g/L.',
    ['Creatinine 1.4 2024-08-07', 'Creatinine 1.2 2024-08-13', 'Hemoglobin 98 -'],
  ],
  [
    'Lactate on admission was 2.7 mmol/L and on\nthe day of discharge 1.5 mmol/L.',
    ['Lactate 2.7 2024-08-07', 'Lactate 1.5 2024-08-13'],
  ],
  [
    'In the ED, HR 109, BP 116/85. Vitals: HR 80.',
    ['Heart rate 109 2024-08-07', 'Blood pressure 116/85 2024-08-07', 'Heart rate 80 -'],
  ],
  [
    'Sodium was 131 mmol/L on 08/09/2024 and 138 mmol/L at discharge.',
    ['Sodium 131 2024-08-09', 'Sodium 138 2024-08-13'],
  ],
])('%s', (told, found) => {
  expect(measured(STAY + told)).toEqual(found)
})

test('without the days of the stay what is of its beginning has not the day of the paper', () => {
  expect(measured('Date: 08/13/2024\n\nCreatinine was 1.4 mg/dL on admission.')).toEqual(['Creatinine 1.4 -'])
})
