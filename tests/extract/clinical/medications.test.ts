/** Medicines in the layouts of lists, tables, prescriptions and letters; and where there is none. */
import { expect, test } from 'vitest'
import { extractMedications } from '../../../src-main/extract/medications/extract-medications.ts'
import { clinicalContext, misplaced, pagesOf } from './clinical-page.ts'

const read = (...texts: readonly string[]) => extractMedications(pagesOf(...texts), clinicalContext)
const brief = (text: string) => read(text).map(({ name, valueText, details }) => [name, valueText, details.frequency])

const LISINOPRIL_AND_METFORMIN = [
  ['lisinopril', '10 mg', 'once daily'],
  ['metformin', '500 mg', 'twice daily'],
]

test.each([
  ['bullets', 'MEDICATIONS\n- Lisinopril 10 mg once daily\n- Metformin 500 mg twice daily'],
  ['numbers', 'Current medications:\n1. Lisinopril 10 mg once daily\n2. Metformin 500 mg twice daily'],
  ['one line with commas', 'Meds: lisinopril 10 mg once daily, metformin 500 mg twice daily.'],
  ['one line with semicolons', 'DH: lisinopril 10 mg once daily; metformin 500 mg twice daily'],
  ['plain lines', 'Discharge Medications\nLisinopril 10 mg once daily\nMetformin 500 mg twice daily'],
  [
    'directions on a line of their own',
    'Medications\nLisinopril 10 mg tablet\n  Take 1 tablet once daily\nMetformin 500 mg tablet\n  Take 1 tablet twice daily',
  ],
  [
    'prescriptions',
    'Rx: Lisinopril 10 mg tablets\nSig: 1 tablet once daily\n\nRx: Metformin 500 mg tablets\nSig: 1 tablet twice daily',
  ],
  ['a table', 'Medication\tDose\tFrequency\nLisinopril\t10 mg\tonce daily\nMetformin\t500 mg\ttwice daily'],
  [
    'a table with strength in the name',
    'Drug\tDirections\nLisinopril 10 mg tablet\tTake one tablet once daily\nMetformin 500 mg tablet\tTake one tablet twice daily',
  ],
  [
    'a table with columns in another order',
    'Frequency\tStrength\tMedicine\nonce daily\t10 mg\tLisinopril\ntwice daily\t500 mg\tMetformin',
  ],
  ['a table without a header', 'Medications\nLisinopril\t10 mg\tonce daily\nMetformin\t500 mg\ttwice daily'],
  ['a form', 'Medications:\tlisinopril 10 mg once daily, metformin 500 mg twice daily'],
  ['running text', 'She takes lisinopril 10 mg once daily and metformin 500 mg twice daily.'],
  ['capitals', 'HOME MEDICATIONS\nLISINOPRIL 10 MG ONCE DAILY\nMETFORMIN 500 MG TWICE DAILY'],
  [
    'strokes between the columns',
    'Name | Dose | Sig\nLisinopril | 10 mg | once daily\nMetformin | 500 mg | twice daily',
  ],
  [
    'blocks of a portal',
    'Your Medications\n\nlisinopril 10 mg tablet\nCommonly known as: Zestril\nInstructions: Take 1 tablet once daily.\n\nmetformin 500 mg tablet\nTake 1 tablet twice daily.',
  ],
  ['trade names', 'Medications:\nZestril 10 mg once daily\nGlucophage 500 mg twice daily'],
])('a list as %s', (_layout, text) => {
  const lowered = brief(text).map(([name, dose, frequency]) => [name, dose?.toLowerCase(), frequency?.toLowerCase()])
  expect(lowered).toEqual(
    LISINOPRIL_AND_METFORMIN.map(([name, dose, frequency]) => [name, dose?.toLowerCase(), frequency]),
  )
})

test('a table goes on over a page without its header', () => {
  const found = read('Medication\tDose\tFrequency\nLisinopril\t10 mg\tonce daily\n', 'Metformin\t500 mg\ttwice daily\n')
  expect(found.map(({ name, page, valueText }) => [name, page, valueText])).toEqual([
    ['lisinopril', 1, '10 mg'],
    ['metformin', 2, '500 mg'],
  ])
})

test('a row whose name cell is empty goes on with the row before', () => {
  const found = read(
    'Medication\tDose\tDirections\nLisinopril\t10 mg\tTake one tablet\n\t\tonce daily for blood pressure',
  )
  expect(found).toMatchObject([{ name: 'lisinopril', details: { frequency: 'once daily' } }])
})

test('columns of the day say when', () => {
  const found = read('Medicine\tMorning\tNoon\tNight\nRamipril 5 mg\t1\t0\t0\nMetformin 1000 mg\t1\t-\t1')
  expect(found.map(({ details }) => details.frequency)).toEqual(['Morning 1', 'Morning 1, Night 1'])
})

test('a name that no table has is kept and marked, in a table as in a list', () => {
  expect(read('Medication\tDose\nFoobarol\t2 mg')).toMatchObject([{ name: 'Foobarol', doubts: ['unknown-name'] }])
  expect(read('Medications:\n- Foobarol 2 mg daily')).toMatchObject([{ name: 'Foobarol', doubts: ['unknown-name'] }])
})

test('the parts of a direction are kept as written', () => {
  const [found] = read(
    'Medications:\n- Ibuprofen 400 mg tablet, take 2 tablets by mouth every 6-8 hours as needed for knee pain',
  )
  expect(found).toMatchObject({
    name: 'ibuprofen',
    valueText: '400 mg',
    value: 400,
    unit: 'mg',
    details: {
      ...{ dose: '400 mg, 2 tablets', form: 'tablet', route: 'by mouth', frequency: 'every 6-8 hours' },
      ...{ asNeeded: true, reason: 'knee pain', ingredients: ['ibuprofen'] },
    },
  })
})

test.each([
  'OD',
  'QD',
  'BID',
  'bd',
  'TDS',
  'QID',
  'q8h',
  'nocte',
  'at night',
  'weekly',
  '1-0-1',
  '1-0-0-1',
  'every other day',
  '3 times a day',
  'every 8 hours',
])('the frequency %s stays as it is written', (frequency) => {
  expect(read(`Medications:\n- Ramipril 5 mg ${frequency}`)[0]?.details.frequency).toBe(frequency)
})

test.each([
  ['250 mg/5 mL', 250, 'mg/(5.mL)'],
  ['0.5 mg', 0.5, 'mg'],
  ['2,5 mg', 2.5, 'mg'],
  ['125 mcg', 125, 'ug'],
  ['125 µg', 125, 'ug'],
  ['1000 IU', 1000, '[iU]'],
  ['20 units', 20, undefined],
  ['875 mg/125 mg', undefined, undefined],
  ['500/125 mg', undefined, undefined],
  ['1,000 mg', undefined, undefined],
  ['5-10 mg', undefined, undefined],
])('the dose %s is a value only where it can be read in one way', (dose, value, unit) => {
  const [found] = read(`Medications:\n- Amoxicillin ${dose} daily`)
  expect([found?.valueText, found?.value, found?.unit]).toEqual([dose, value, unit])
})

test.each([
  ['She was started on apixaban 5 mg twice daily.', 'apixaban', 'started'],
  ['Amlodipine was discontinued.', 'amlodipine', 'stopped'],
  ['Continue metformin.', 'metformin', 'continued'],
  ['Metoprolol was increased from 25 mg to 50 mg daily.', 'metoprolol', 'changed'],
  ['We stopped simvastatin because of muscle pain.', 'simvastatin', 'stopped'],
  ['He no longer takes warfarin.', 'warfarin', 'stopped'],
  ['Plan: start ramipril 2.5 mg once daily', 'ramipril', 'started'],
  ['MEDICATIONS STOPPED\nAmlodipine 10 mg', 'amlodipine', 'stopped'],
  ['New medications:\n- Ramipril 5 mg', 'ramipril', 'started'],
  ['Changed medications\nFurosemide 40 mg daily', 'furosemide', 'changed'],
  ['Medication\tDose\tChange\nRamipril\t5 mg\tNew', 'ramipril', 'started'],
  ['Medication\tDose\tStatus\nRamipril\t5 mg\tDiscontinued', 'ramipril', 'stopped'],
  ['Medications:\n- Ramipril 5 mg daily (new)', 'ramipril', 'started'],
  ['Medications:\n- Ramipril 5 mg daily', 'ramipril', undefined],
])('a change is only what the text says: %s', (text, name, change) => {
  expect(read(text).map((found) => [found.name, found.details.change])).toEqual([[name, change]])
})

test('each of two medicines has its own change', () => {
  const found = read('Amlodipine was stopped and losartan 50 mg started. Lisinopril 10 mg daily, stopped metformin.')
  expect(found.map(({ name, details }) => [name, details.change])).toEqual([
    ['amlodipine', 'stopped'],
    ['losartan', 'started'],
    ['lisinopril', undefined],
    ['metformin', 'stopped'],
  ])
})

test('after a change the dose is the one it was changed to', () => {
  const [found] = read('Medications changed\nFurosemide increased from 20 mg to 40 mg daily')
  expect(found).toMatchObject({ valueText: '40 mg', value: 40 })
})

test('dates of a course are read beside their words and columns', () => {
  expect(read('Medications:\n- Ramipril 5 mg daily, since 2019')[0]?.details.startedOn).toBe('2019')
  const [found] = read('Medication\tDose\tStart\tStop\nRamipril\t5 mg\t3 Mar 2020\t4 Apr 2021')
  expect(found?.details).toMatchObject({ startedOn: '2020-03-03', stoppedOn: '2021-04-04' })
})

test('the date of the paper is when the list was so', () => {
  const date = { on: '2023-10-05', precision: 'day', isAmbiguous: false, dateKind: 'service' } as const
  const [found] = extractMedications(pagesOf('Medications:\n- Ramipril 5 mg'), { ...clinicalContext, date })
  expect(found).toMatchObject({ happenedOn: '2023-10-05', datePrecision: 'day', dateKind: 'service' })
})

test.each([
  'Her mother takes warfarin 5 mg daily.',
  'He is allergic to penicillin.',
  'Avoid ibuprofen.',
  'Do not take aspirin.',
  'Consider starting a statin such as atorvastatin 20 mg.',
  'If pain persists take paracetamol 1 g.',
  'Digoxin level 1.2 ng/mL.',
  'Magnesium 0.8 mmol/L, iron 60 µg/dL.',
  'Vitamin D 25 ng/mL',
  'She is not taking any aspirin.',
  'He has never taken lithium.',
  'Metformin was considered but declined.',
  'We discussed the benefits of apixaban.',
  'Iron deficiency was found.',
  'Glucose 95 mg/dL\tcreatinine 1.1 mg/dL',
  'ALLERGIES\n- Amoxicillin 500 mg: rash',
  'INSTRUCTIONS\nYou can take ibuprofen 400 mg for pain.',
  'FAMILY HISTORY\nFather on warfarin',
  'His wife takes metformin 500 mg twice daily.',
  'He would benefit from allopurinol 100 mg.',
  'The organism is sensitive to ciprofloxacin and resistant to trimethoprim.',
  'Test\tResult\tUnit\nDigoxin\t1.2\tng/mL\nVancomycin\t15\tmcg/mL\nLithium\t0.6\tmmol/L',
])('nobody takes what is only named: %s', (text) => {
  expect(read(text)).toEqual([])
})

test('that there is none is a fact', () => {
  expect(read('Medications: none')).toMatchObject([{ isNoneKnown: true, valueText: 'none' }])
  expect(read('CURRENT MEDICATIONS\nNo regular medications.')).toMatchObject([{ isNoneKnown: true }])
})

test('every medicine is where it says it is', () => {
  const pages = pagesOf(
    'MEDICATIONS\n- Lisinopril 10 mg tablet, take 1 tablet once daily\n- Lipitor (atorvastatin) 20 mg\n\nMedication\tDose\nAmlodipine\t5 mg\n\nHe was started on 5 mg of apixaban.',
  )
  const found = extractMedications(pages, clinicalContext)
  expect(found.map(({ name }) => name)).toEqual(['lisinopril', 'atorvastatin', 'amlodipine', 'apixaban'])
  expect(misplaced(found, pages)).toEqual([])
})

test('hundreds of pages are read in linear time', () => {
  const page =
    'Medications:\n- Lisinopril 10 mg once daily\nHe takes 5 mg of apixaban, 1-1-1-1-1-1-1-1 and 5 5 5 5 5 5 mg.\n'.repeat(
      20,
    )
  const started = performance.now()
  extractMedications(pagesOf(...Array.from({ length: 100 }, () => page)), clinicalContext)
  expect(performance.now() - started).toBeLessThan(30_000)
})
