/** Vaccines, operations, visits and clinicians: what was given, done or met, with the dates that are written. */
import { expect, test } from 'vitest'
import { extractEncounters } from '../../../src-main/extract/encounters/extract-encounters.ts'
import { extractImmunizations } from '../../../src-main/extract/immunizations/extract-immunizations.ts'
import { extractProcedures } from '../../../src-main/extract/procedures/extract-procedures.ts'
import { clinicalContext, misplaced, pagesOf } from './clinical-page.ts'

const vaccines = (text: string) => extractImmunizations(pagesOf(text), clinicalContext)
const procedures = (text: string) => extractProcedures(pagesOf(text), clinicalContext)
const encounters = (text: string) => extractEncounters(pagesOf(text), clinicalContext)

test.each([
  ['a table', 'Date\tVaccine\tDose\tLot\n20 Sep 1995\tMMR\t1\tL12345'],
  ['columns in another order', 'Vaccine\tLot\tDate given\tDose\nMMR\tL12345\t20 Sep 1995\t1'],
  ['a line', 'IMMUNIZATIONS\n- MMR dose 1, 20 Sep 1995, lot L12345'],
  ['running text', 'She received the MMR vaccine (dose 1, lot L12345) on 20 Sep 1995.'],
])('a vaccine with its date, dose and lot from %s', (_layout, text) => {
  expect(vaccines(text)).toMatchObject([
    {
      kind: 'immunization',
      happenedOn: '1995-09-20',
      datePrecision: 'day',
      details: { doseNumber: '1', lot: 'L12345' },
      doubts: [],
    },
  ])
})

test('a row with a date for each dose is a fact for each', () => {
  const text = 'Vaccine\tDose 1\tDose 2\nMMR\t20 Sep 1995\t14 Sep 1999'
  const found = vaccines(text)
  expect(found.map(({ happenedOn, details }) => [happenedOn, details.doseNumber])).toEqual([
    ['1995-09-20', '1'],
    ['1999-09-14', '2'],
  ])
  const quotes = found.map(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)))
  expect(quotes).toEqual([
    ['Dose 1', 'MMR', '20 Sep 1995'],
    ['Dose 2', 'MMR', '14 Sep 1999'],
  ])
})

test('when the next is due is no date of a vaccine', () => {
  const found = vaccines('Immunizations\nName | Administration Dates | Next Due\nTdap | 20 May 2019 | 20 May 2029')
  expect(found.map(({ happenedOn }) => happenedOn)).toEqual(['2019-05-20'])
})

test.each([
  'Influenza vaccine is due in October 2024.',
  'She declined the influenza vaccine on 3 Oct 2023.',
  'Next due: tetanus booster in June 2032; influenza vaccine every autumn.',
  'IMMUNIZATIONS\n- Shingrix: due',
  'We recommend the pneumococcal vaccine.',
  'No influenza vaccine this season.',
  'Vaccine\tDate\tStatus\nInfluenza\t\tOverdue',
])('what was not given is none: %s', (text) => {
  expect(vaccines(text)).toEqual([])
})

test('a vaccine without a date has none, and says so', () => {
  const [found] = vaccines('IMMUNIZATIONS\n- Tdap')
  expect(found?.happenedOn).toBeUndefined()
  expect(found?.doubts).toEqual(['no-date'])
})

test.each([
  ['PAST SURGICAL HISTORY\nAppendectomy 1998', 'appendectomy', '1998', undefined],
  ['PSH: right total knee replacement (2015)', 'total knee replacement', '2015', 'right'],
  ['He underwent laparoscopic cholecystectomy on 3 March 2021.', 'cholecystectomy', '2021-03-03', undefined],
  ['PMH: s/p CABG 2012', 'coronary artery bypass graft', '2012', undefined],
  ['Procedure\tDate\tSide\nCataract surgery\t12 Mar 2019\tLeft', 'cataract extraction', '2019-03-12', 'left'],
  ['Colonoscopy in 2019 showed polyps.', 'colonoscopy', '2019', undefined],
  ['SURGICAL HISTORY\n1998: tonsillectomy', 'tonsillectomy', '1998', undefined],
  ['She had a hysterectomy.', 'hysterectomy', undefined, undefined],
])('an operation with its own date and side: %s', (text, name, on, side) => {
  expect(procedures(text).map((found) => [found.name, found.happenedOn, found.details.side])).toEqual([
    [name, on, side],
  ])
})

test.each([
  'He is scheduled for colonoscopy on 4 May 2022.',
  'Cardiac catheterization was declined.',
  'His father had a CABG.',
  'No previous appendectomy.',
  'We recommend a total hip replacement.',
  'Consider bronchoscopy.',
  'PLAN\nColonoscopy in 2025',
  'Procedure\tDate\tStatus\nColonoscopy\t4 May 2022\tPlanned',
])('what was not done is none: %s', (text) => {
  expect(procedures(text)).toEqual([])
})

test('no operations is a fact of its own', () => {
  expect(procedures('PSH: none')).toMatchObject([{ kind: 'procedure', isNoneKnown: true }])
})

test('admission and discharge have their dates and place', () => {
  const found = encounters(
    'Hospital: Riverside General Hospital\nDate of admission: 3 March 2021\tDate of discharge: 7 March 2021',
  )
  expect(found.map(({ name, happenedOn, details }) => [name, happenedOn, details.place])).toEqual([
    ['admission', '2021-03-03', 'Riverside General Hospital'],
    ['discharge', '2021-03-07', 'Riverside General Hospital'],
  ])
})

test('running text tells of admissions and visits', () => {
  const found = encounters(
    'She was admitted to St. Mary Hospital on 3 March 2021 and discharged home on 7 March 2021. He was seen in the cardiology clinic on 5 June 2022.',
  )
  expect(found.map(({ name, happenedOn, details }) => [name, happenedOn, details.place])).toEqual([
    ['admission', '2021-03-03', 'St. Mary Hospital'],
    ['discharge', '2021-03-07', undefined],
    ['visit', '2022-06-05', 'cardiology clinic'],
  ])
})

test.each([
  'She will be seen in clinic on 4 May 2021.',
  'Follow-up appointment on 7 July 2022.',
  'Reported: 3 Mar 2021',
  'Date of birth: 3 Mar 1960',
  'Printed on 3 Mar 2021',
  'Please attend on 4 May 2021 if symptoms persist.',
])('what is arranged or printed is no visit: %s', (text) => {
  expect(encounters(text)).toEqual([])
})

test('an ambiguous date keeps its year alone and is marked', () => {
  expect(encounters('Visit date: 03/04/2021')).toMatchObject([{ happenedOn: '2021', doubts: ['ambiguous-date'] }])
})

test.each([
  ['GP: Dr. A. Brown', 'Dr. A. Brown', 'GP'],
  ['Attending Physician: John Q. Smith, MD', 'John Q. Smith, MD', 'Attending Physician'],
  ['Sincerely,\nDr. Maria Lopez\nConsultant Cardiologist', 'Dr. Maria Lopez', 'Consultant Cardiologist'],
])('a clinician with the role that is printed: %s', (text, name, role) => {
  expect(encounters(text).map((found) => [found.kind, found.name, found.details.role])).toEqual([
    ['care-contact', name, role],
  ])
})

test('a clinician without a role, and a patient, are no contacts', () => {
  expect(encounters('Dear Dr Brown,\nPatient: John Smith')).toEqual([])
})

test('everything is where it says it is', () => {
  const pages = pagesOf(
    'Visit date: 3 March 2021\nGP: Dr. A. Brown\n\nDate\tVaccine\tDose\tLot\n20 Sep 1995\tMMR\t1\tL12345\n\nPSH: right total knee replacement (2015)',
  )
  const found = [extractEncounters, extractImmunizations, extractProcedures].flatMap((extract) =>
    extract(pages, clinicalContext),
  )
  expect(found.map(({ kind }) => kind)).toEqual(['encounter', 'care-contact', 'immunization', 'procedure'])
  expect(misplaced(found, pages)).toEqual([])
})

test('what runs on under a heading of operations and names none is no operation', () => {
  const text = `Surgical history
Hernia mesh repair 2004
Sprain of the left wrist 22 August 2011
Wounds healed after the operation
Fernbrook Family Practice
Surgeon
and divided`
  expect(procedures(text).map(({ nameText }) => nameText)).toEqual(['Hernia mesh repair'])
})
