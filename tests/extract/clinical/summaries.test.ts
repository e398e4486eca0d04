/** Summaries of a practice and hand-outs of a visit: lists whose entries begin with their date, and what a visit was for. */
import { expect, test } from 'vitest'
import { extractFacts } from '../../../src-main/extract/compose.ts'
import { readMeasureDictionaries } from '../../../src-main/extract/dictionaries/read-dictionaries.ts'
import { readDrugDictionaries } from '../../../src-main/extract/dictionaries/read-drug-dictionaries.ts'

const dictionaries = { ...readMeasureDictionaries(), ...readDrugDictionaries() }
const read = (lines: readonly string[]) =>
  extractFacts([{ number: 1, text: lines.join('\n'), words: [], method: 'text' }], dictionaries)
const told = (lines: readonly string[]) =>
  read(lines).proposals.map(({ kind, name, happenedOn }) => `${kind} ${name}${happenedOn ? ` ${happenedOn}` : ''}`)

test('entries that begin with their date are read with that date', () => {
  expect(
    told([
      'Active Problems',
      '28-Oct-2020\tEssential hypertension\t(G20..)',
      '03-May-2012\tAtrial fibrillation\t(G5730)',
      '',
      'Significant Past',
      '2004\tTotal replacement of hip - right',
      '',
      'Allergies and Adverse Reactions',
      '20-Mar-2010\tAllergy to Elastoplast (Rash)',
      '27-Jul-2018\tAdverse reaction to codeine phosphate (Rash)',
    ]),
  ).toEqual([
    'condition hypertension 2020-10-28',
    'condition atrial fibrillation 2012-05-03',
    'procedure total hip replacement 2004',
    'allergy adhesive tape 2010-03-20',
    'allergy codeine 2018-07-27',
  ])
})

test('how many tablets were issued is no dose', () => {
  const { proposals } = read([
    'Repeat Medication',
    'Amlodipine 10mg tablets',
    'One To Be Taken Each Day, 56 tablet',
    'Methotrexate 2.5mg tablets',
    'Take 6 tablets once a week, 24 tablet',
  ])
  expect(proposals.map(({ details }) => details.dose)).toEqual(['10mg', '2.5mg, 6 tablets'])
})

test('a list’s dates are not the day of its paper; that of its printing is', () => {
  const lines = ['Hillside Surgery', '', 'Repeat Medication', '15-Dec-2021\tPrednisolone 5mg tablets', '']
  expect(read(lines).document.date).toBeUndefined()
  expect(read([...lines, 'Summary printed 13-Jan-2022 by A. Clerk']).document.date).toMatchObject({ on: '2022-01-13' })
})

test('a visit’s hand-out tells what it was for, which vaccine was given, and every sign that was taken', () => {
  const lines = [
    'AFTER VISIT SUMMARY',
    'Ada Example\tMRN: 02350325',
    '7/13/2019 4:29 PM\tSt. Agnes Family Medicine\t(555) 904-5408',
    '',
    'You saw Mary Roe, MD on Tuesday. The following issues were addressed:',
    '• Mixed hyperlipidemia',
    'Immunizations Administered for This Visit: Influenza, quadrivalent, preservative free (FLUZONE QUAD).',
    '',
    'Your Vitals Were',
    'BP 126/75 (BP Location: Left arm, Patient Position: Sitting) | Pulse 57',
    'Ht 6’ 2” (1.88 m) | Wt 99.4 kg (219 lb)',
  ]
  expect(told(lines).sort()).toEqual([
    'condition hyperlipidemia 2019-07-13T16:29',
    'immunization Influenza (quadrivalent) 2019-07-13T16:29',
    'observation Blood pressure 2019-07-13T16:29',
    'observation Body height 2019-07-13T16:29',
    'observation Body weight 2019-07-13T16:29',
    'observation Heart rate 2019-07-13T16:29',
  ])
  expect(read(lines).proposals.find(({ name }) => name === 'Body height')).toMatchObject({ value: 1.88, unit: 'm' })
})

test('further brands of a medicine in a list are that medicine', () => {
  expect(
    told([
      'CHANGE how you take:',
      '• ibuprofen 600 MG tablet',
      'Commonly known as: ADVIL, MOTRIN',
      'Take 1 tablet by mouth every 6 hours as needed for Pain.',
    ]),
  ).toEqual(['medication ibuprofen'])
})

test('what was given during a stay that is over does not stand as taken; what goes on does', () => {
  const changes = (lines: readonly string[]) =>
    read(lines)
      .proposals.filter(({ kind }) => kind === 'medication')
      .map(({ name, details }) => [name, details.change])
  expect(
    changes([
      'HOSPITAL COURSE',
      'She was admitted for pneumonia and treated with IV ceftriaxone and azithromycin 500 mg.',
      '',
      'DISCHARGE MEDICATIONS',
      'Azithromycin 250 mg daily for 3 days',
    ]),
  ).toEqual([
    ['ceftriaxone', 'stopped'],
    ['azithromycin', undefined],
    ['azithromycin', undefined],
  ])
  expect(changes(['ED course: ketorolac 15 mg IV, ondansetron 4 mg IV.', 'Rx: ondansetron 4 mg q8h prn'])).toEqual([
    ['ketorolac', 'stopped'],
    ['ondansetron', undefined],
    ['ondansetron', undefined],
  ])
  expect(changes(['Drugs given: epoetin alfa 4000 units IV'])).toEqual([['epoetin alfa', undefined]])
})

test('a change in brackets is of the name before them', () => {
  const { proposals } = read([
    'Current medication: Bisoprolol 2.5mg od (increased today to 5mg od), ramipril 10mg od, atorvastatin 40mg nocte.',
  ])
  expect(proposals.map(({ name, valueText, details }) => [name, valueText, details.change])).toEqual([
    ['bisoprolol', '5mg', 'changed'],
    ['ramipril', '10mg', undefined],
    ['atorvastatin', '40mg', undefined],
  ])
})

test('a visit lies before the letter that tells of it: a day that could be two is then one', () => {
  const letter = (seen: string, written: string) =>
    read(['General Hospital', written, `Clinic date: ${seen}`, '', 'Dear Dr Roe,', '', 'Diagnoses:', '1. Gout'])
      .document.date?.on
  expect(letter('11/03/2024', '14 March 2024')).toBe('2024-03-11')
  expect(letter('03/11/2024', '14 March 2024')).toBe('2024-03-11')
  expect(letter('11/03/2024', '14 December 2024')).toBe('2024')
})

test('a diagnosis of tissue is the disease, not the sample, its place or who looked', () => {
  expect(
    told([
      'HISTOPATHOLOGY REPORT',
      'Diagnosis: Left breast, core biopsy - invasive ductal carcinoma grade 2. B5b.',
      'Reported by Dr E Nilsen, Consultant Histopathologist',
    ]).filter((fact) => !fact.startsWith('care-contact')),
  ).toEqual(['condition invasive ductal carcinoma'])
})

test('the short words of an emergency note: allergies, signs in one line, discharged home', () => {
  const facts = told([
    'T 38.9 C  HR 118  BP 104/62  RR 22  SpO2 95% RA',
    'PSH: C-section 2015, lap appy 2009.',
    'All: sulfa -> hives; shellfish.',
    'Dx: Acute pyelonephritis',
    'Disp: d/c home.',
  ])
  expect(facts).toEqual([
    'observation Body temperature',
    'observation Heart rate',
    'observation Blood pressure',
    'observation Respiratory rate',
    'observation Oxygen saturation',
    'procedure cesarean section 2015',
    'procedure appendectomy 2009',
    'allergy sulfa drugs',
    'allergy shellfish',
    'condition pyelonephritis',
  ])
})

test('a short discharge summary: diagnoses of this admission, a broken hip of years ago, what follows the medicines', () => {
  expect(
    told([
      'Diagnoses this admission:',
      'Urinary tract infection with delirium',
      'Past medical history: previous left NOF fracture 2018',
    ]),
  ).toEqual(['condition urinary tract infection', 'condition delirium', 'condition hip fracture 2018'])
  const [iron] = read([
    'Medications: ferrous sulfate 200mg bd',
    'Previous: emergency LSCS 2020 for failure to progress.',
  ]).proposals
  expect(iron?.details).not.toHaveProperty('reason')
})

test('an allergy that no list knows is no condition, and a vaccine given on a day was given', () => {
  expect(told(['Diagnosis: 1. Asthma 2. Egg allergy - outgrown 2022']).filter((fact) => /egg/i.test(fact))).toEqual([])
  expect(told(['Immunisations up to date. MMR #2 given 15.01.2023.'])).toEqual([
    'immunization Measles mumps rubella 2023-01-15',
  ])
})

test('signs beside days are read each with its day, and results whose unit stands in their name with that unit', () => {
  const { proposals } = read([
    '\t01/15/2023\t07/20/2023',
    'HbA1c (%)\t8.2\t7.6',
    'BP\t142/88\t138/84',
    'Weight (lb)\t212\t208',
  ])
  expect(proposals.map(({ name, valueText, unitText, happenedOn }) => [name, valueText, unitText, happenedOn])).toEqual(
    [
      ['Hemoglobin A1c', '8.2', '%', '2023-01-15'],
      ['Hemoglobin A1c', '7.6', '%', '2023-07-20'],
      ['Blood pressure', '142/88', undefined, '2023-01-15'],
      ['Blood pressure', '138/84', undefined, '2023-07-20'],
      ['Body weight', '212', 'lb', '2023-01-15'],
      ['Body weight', '208', 'lb', '2023-07-20'],
    ],
  )
  const table = read([
    'Collected: 2024-05-01',
    'Test\tResult',
    'Hemoglobin (g/dL)\t10.2',
    'Glucose mg/dL\t98',
    'pH\t7.4',
  ])
  expect(table.proposals.map(({ unit }) => unit)).toEqual(['g/dL', 'mg/dL', undefined])
})

test('an allergy that was outgrown is none any more', () => {
  expect(told(['Allergies', 'Egg allergy, resolved 2010', 'Milk - outgrown', 'Penicillin - rash'])).toEqual([
    'allergy penicillin',
  ])
})

test('the day that a form was signed is not the paper’s; the day of a review in its title is', () => {
  const lines = ['Care home summary', 'Updated 1 August 2025', 'Warfarin 3 mg daily. DNACPR signed 10 June 2025.']
  expect(read(lines).document.date).toMatchObject({ on: '2025-08-01' })
  expect(read(['Diabetes review 2 September 2025', 'Weight 63.0 kg.']).document.date).toMatchObject({
    on: '2025-09-02',
  })
  expect(read(['Warfarin 3 mg daily', 'Medication review: 3 May 2026']).document.date).toBeUndefined()
})

test('a medicine on a list that is not taken is not taken, and how often is read with its number in words', () => {
  const [metformin, lisinopril] = read([
    'Progress Notes',
    'Mary Roe, MD at 3/14/2024 9:20 AM',
    'Current Outpatient Medications:',
    '•  metFORMIN (GLUCOPHAGE) 1000 MG tablet, Take 1 tablet by mouth 2 (two) times daily with meals. (Patient not taking: Reported on 3/14/2024), Disp: 180 tablet, Rfl: 3',
    '•  lisinopril (PRINIVIL) 20 MG tablet, Take 1 tablet (20 mg total) by mouth daily., Disp: 90 tablet, Rfl: 3',
  ]).proposals
  expect(metformin).toMatchObject({
    ...{ name: 'metformin', happenedOn: '2024-03-14T09:20' },
    details: { change: 'stopped', frequency: '2 (two) times daily with meals', dose: '1000 MG' },
  })
  expect(metformin?.details).not.toHaveProperty('stoppedOn')
  expect(lisinopril?.details).toMatchObject({ frequency: 'daily', dose: '20 MG' })
  expect(lisinopril?.details).not.toHaveProperty('change')
})

test('how long ago is no dose; drops under their title are medicines; a suspect is suspected', () => {
  const [metformin] = read(['Stopped taking metformin 2 weeks ago due to diarrhea.']).proposals
  expect(metformin?.details).not.toHaveProperty('dose')
  const { proposals } = read(['Diagnosis: glaucoma suspect', 'Drops: latanoprost 0.005% one drop both eyes nocte'])
  expect(proposals.map(({ name, details }) => [name, details.certainty ?? details.dose])).toEqual([
    ['glaucoma', 'suspected'],
    ['latanoprost', '0.005%'],
  ])
})

test('a list of medicines stays where a sheet goes on with printed information on one of them', () => {
  expect(
    told([
      'Medicines to take',
      'Lisinopril 10 mg tablet, take one daily',
      'Metformin 500 mg tablet, take one twice daily with food',
      '',
      'Follow up',
      'See your doctor in two weeks.',
      'Bring this sheet.',
      'Physiotherapy will ring you.',
      'Wound check with the nurse on Monday.',
      '',
      'About Lisinopril',
      'What is lisinopril used for?',
      'High blood pressure.',
      'Do not take lisinopril if you are pregnant.',
      'Possible side effects',
      'Cough, dizziness.',
      'Keep out of reach of children.',
    ]),
  ).toEqual(['medication lisinopril', 'medication metformin'])
})
