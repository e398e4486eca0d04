/** What real papers print beside a person's facts, and what must not become one of them. */
import { expect, test } from 'vitest'
import { extractFacts } from '../../src-main/extract/compose.ts'
import { readMeasureDictionaries } from '../../src-main/extract/dictionaries/read-dictionaries.ts'
import { readDrugDictionaries } from '../../src-main/extract/dictionaries/read-drug-dictionaries.ts'

const dictionaries = { ...readMeasureDictionaries(), ...readDrugDictionaries() }
const read = (text: string) =>
  extractFacts([{ number: 1, text, words: [], method: 'text' }], dictionaries).proposals.map(
    ({ kind, name, valueText, details, happenedOn }) =>
      [
        kind,
        name,
        ...(kind === 'observation' ? [valueText] : []),
        ...(kind === 'observation' && happenedOn ? [happenedOn] : []),
        ...(details.change ? [details.change] : []),
        ...(details.specimen ? [details.specimen] : []),
      ].join(' | '),
  )

const LEAFLET = [
  'Ramipril 5 mg tablets',
  'What ramipril is used for: high blood pressure, heart failure.',
  'Do not take ramipril if you have diabetes and take aliskiren.',
  'The usual starting dose is 2.5 mg once daily. Tell your doctor if you have asthma or lupus.',
  'Possible side effects: common (up to 1 in 10 people): cough, potassium above 5.5 mmol/L',
  'Keep out of the reach of children.',
].join('\n')

test('a medicine’s leaflet says nothing of anybody', () => {
  expect(read(LEAFLET)).toEqual([])
})

test('a leaflet below a visit’s hand-out leaves the hand-out as it is', () => {
  const visit =
    'After Visit Summary\nJane Doe  DOB 1/2/1960\nMedications\nmetformin 500 mg tablet, 1 tablet twice daily'
  const after = 'Allergies: Penicillin (hives)'
  expect(read([visit, LEAFLET, after].join('\n\n'))).toEqual(['medication | metformin', 'allergy | penicillin'])
})

test('one part of a leaflet alone blanks nothing', () => {
  expect(read('Medications\nRamipril 5 mg daily\nTell your doctor if you feel dizzy.')).toEqual([
    'medication | ramipril',
  ])
})

test.each([
  [
    'Most people with diabetes take metformin 500 mg twice a day. Patients with asthma were treated with budesonide 200 mcg twice daily.',
  ],
  ['You have an appointment in the Diabetes and Hypertension Clinic.'],
  ['His wife’s weight is 60 kg. Maternal HbA1c 45 mmol/mol. Her partner’s blood pressure was 150/90.'],
  ['LDL should be less than 1.8 mmol/L. He drinks 20 units of alcohol per week.'],
  ['Dx: E11.9, I10\nTotal\t245.80'],
])('of nobody here: %s', (text) => {
  expect(read(text)).toEqual([])
})

test('below allergies in a line, a chart of medicines is one of medicines', () => {
  const chart =
    'Ward 7\tAllergies: Codeine (vomiting)\nDrug\tDose\tRoute\tFreq\t01/03\t02/03\nEnoxaparin\t40 mg\tSC\tOD\t18:00\tX'
  expect(read(chart)).toEqual(['allergy | codeine', 'medication | enoxaparin'])
})

test('below a list of allergies, dated measures are no allergies', () => {
  const list =
    'Allergies\n22-Sep-2001\tAdverse reaction to Penicillin\tRash\nHealth Status\n04-Mar-2024\tBody weight\t91.2 kg\n04-Mar-2024\tEx smoker'
  expect(read(list)).toEqual(['allergy | penicillin', 'observation | Body weight | 91.2 | 2024-03-04'])
})

test('an allergy that is told to be over is none', () => {
  const table =
    'ALLERGIES\nSubstance\tReaction\tSeverity\nPenicillin V\tAnaphylaxis\tSevere\nPeanuts\tResolved in childhood\t'
  expect(read(table)).toEqual(['allergy | phenoxymethylpenicillin'])
})

test('a card tells allergies and what is none', () => {
  expect(
    read('I am allergic to: PENICILLIN - anaphylaxis; LATEX - rash\nI am NOT allergic to: cephalosporins'),
  ).toEqual(['allergy | penicillin', 'allergy | latex'])
})

test.each([
  [
    'Current: Lamotrigine 100 mg BD.\nPreviously: carbamazepine (rash), valproate.',
    ['lamotrigine', 'carbamazepine | stopped', 'valproic acid | stopped'],
  ],
  ['Sertraline 50 mg OD; previously tried citalopram (no effect)', ['sertraline', 'citalopram | stopped']],
  ['We discussed lithium as a possible option. Would consider clobazam 10 mg.', []],
  ['If BP remains above 140/90, GP to add indapamide 2.5 mg.', []],
  [
    'Medication\tInstructions\tStatus\naspirin 81 mg\tdaily\tCONTINUE\nibuprofen\t-\tDO NOT TAKE',
    ['aspirin | continued', 'ibuprofen | stopped'],
  ],
  ['Perindopril 5 mg tablet\tOne tablet daily\nPast and Current Medical History\nHypertension\t2014', ['perindopril']],
])('taken now or not: %s', (text, medicines) => {
  const found = read(`Medications\n${text}`).filter((fact) => fact.startsWith('medication'))
  expect(found).toEqual(medicines.map((each) => `medication | ${each}`))
})

test.each([
  ['Troponin I\t< 0.01 ng/mL\t0.00 - 0.04', 'Troponin I | < 0.01'],
  ['Ferritin\t> 1500 ug/L', 'Ferritin | > 1500'],
  ['HIV viral load\t< 20 copies/mL\t(lower than detectable)', 'HIV-1 RNA | < 20'],
  [
    'Test\tResult\tUnits\tReference\nVITAMIN D, 25 - HYDROXY, SERUM\n(CLIA)\t18.20\tnmol/L\t75.00 - 250.00',
    'Vitamin D (25-hydroxy) | 18.20',
  ],
  ['25 - Hydroxy Vitamin D 31 nmol/L', 'Vitamin D (25-hydroxy) | 31'],
])('the sign is the value’s and the number in the name is none: %s', (row, fact) => {
  expect(read(row)).toEqual([`observation | ${fact}`])
})

test.each([
  ['Specimen: Urine\nSodium\t45 mmol/L', ['Urine sodium | 45 | urine']],
  ['CSF analysis\t11 May 2023\nTest\tResult\tUnits\nGlucose\t2.1\tmmol/L', ['CSF glucose | 2.1 | 2023-05-11 | CSF']],
  ['Specimen: Pleural fluid\nGlucose\t3.1 mmol/L', ['Glucose | 3.1 | fluid']],
  [
    'Specimen: Urine\nSodium\t45 mmol/L\nSpecimen: Serum\nSodium\t141 mmol/L',
    ['Urine sodium | 45 | urine', 'Sodium | 141'],
  ],
  ['SEMEN ANALYSIS\nVolume\t2.8 mL\npH\t7.6\t(>= 7.2)', ['pH | 7.6 | fluid']],
  ['Venous gas\npH\t7.31\t7.35-7.45', ['Blood pH | 7.31']],
])('of the fluid it is of: %s', (text, facts) => {
  expect(read(text)).toEqual(facts.map((each) => `observation | ${each}`))
})

test.each([
  ['Investigations\n04 Mar 2024\tSerum creatinine level\t89 umol/L\t59 - 104', 'Creatinine | 89 | 2024-03-04'],
  ['Lab Results\nComponent Value Date\nCREATININE 1.34 (H) 11/21/2023', 'Creatinine | 1.34 | 2023-11-21'],
  ['Component Value Date/Time\nWBC 7.9 10/30/2023 0512', 'White blood cells | 7.9 | 2023-10-30'],
  ['Serum creatinine\t89 umol/L\t04 Mar 2024\t01 Jan 2023', 'Creatinine | 89'],
])('a row’s own day goes before the paper’s: %s', (text, fact) => {
  expect(read(`Clinic date: 12 April 2024\n\n${text}`)).toContain(`observation | ${fact}`)
})

test.each([
  ['Past medical history\nAsthma ☒  Diabetes ☐  Stroke ☐  Gout ☒', ['asthma', 'gout']],
  ['Past medical history\n☐ Asthma  ☒ Diabetes  ☐ Stroke  ☒ Gout', ['diabetes', 'gout']],
  ['Past medical history\n[x] Asthma\n[ ] Diabetes', ['asthma']],
  ['Medical history\nAsthma\t☐ Yes\t☒ No\nDiabetes\t☒ Yes\t☐ No', ['diabetes']],
  ['Medical history\nAsthma  Yes ☐ No ☒\nDiabetes  Yes ☒ No ☐', ['diabetes']],
  ['Medical conditions\nCondition\tYes\tNo\nStroke\t☐\t☒\nGout\t☒\t☐', ['gout']],
  [
    'Have you ever had\n☒ High blood pressure   ☐ Diabetes   ☒ Asthma\n[ ] Epilepsy  [X] Gout',
    ['hypertension', 'asthma', 'gout'],
  ],
  ['Past medical history\n☐ Asthma   ☐ Diabetes\nStroke  Yes / No', []],
  ['Past medical history\n□ Asthma\n□ Gout', ['asthma', 'gout']],
  ['Allergies\n☐ Penicillin ☒ Latex ☐ Codeine', ['latex']],
  ['Penicillin allergy  Yes ☒ No ☐\nLatex allergy  Yes ☐ No ☒', ['penicillin']],
  ['Current medications\n☐ Aspirin  ☒ Warfarin  ☐ Metformin', ['warfarin']],
])('of a form only what is ticked: %s', (text, names) => {
  expect(read(text).map((fact) => fact.split(' | ')[1])).toEqual(names)
})

const facts = (text: string) =>
  extractFacts([{ number: 1, text, words: [], method: 'text' }], dictionaries).proposals.map(
    ({ kind, name, happenedOn, details, doubts }) => ({ kind, name, happenedOn, details, doubts }),
  )

test.each([
  ['Omeprazole 20 mg (not taking)', ['omeprazole | stopped']],
  ['Metformin - on hold since admission', ['metformin | stopped']],
  ['Aspirin 75mg - declined', []],
])('listed, and not taken: %s', (line, medicines) => {
  expect(read(`Current medications\n${line}`)).toEqual(medicines.map((each) => `medication | ${each}`))
})

test.each([
  ['Warfarin 5 mg Mon, Wed, Fri and 4 mg other days', '5 mg'],
  ['Lisinopril 1/2 tablet of 20 mg daily', '1/2 tablet of 20 mg'],
])('a dose that one number does not tell is doubted: %s', (line, dose) => {
  expect(facts(`Current medications\n${line}`)).toMatchObject([{ details: { dose }, doubts: ['unsure-words'] }])
})

test('an allergy stands though another medicine of its kind is tolerated, and the tolerated one is none', () => {
  expect(read('Allergies: Penicillin - tolerated amoxicillin 2022 without reaction.')).toEqual(['allergy | penicillin'])
  expect(read('Allergies\nNo known drug allergies\nFamily allergic to nuts')).toEqual(['allergy | allergies'])
})

test('each relative has what is said of that relative; what is doubted is not stated', () => {
  const found = facts('Social history: Mother has diabetes, father died of stroke aged 60.')
  expect(found.map(({ name, details }) => [name, details.relation])).toEqual([
    ['diabetes', 'mother'],
    ['stroke', 'father'],
  ])
  expect(read('Assessment: 1. Doubt PE.')).toEqual([])
})

test('a problem with a day under Resolved is over, and one that was is history', () => {
  const table =
    'Problem List\tNoted\tResolved\nGout\t13/02/2010\nAcute bronchitis\t13/04/2018\t20/04/2018\nHistory of pulmonary embolism\t2016'
  expect(facts(table).map(({ name, happenedOn, details }) => [name, happenedOn, details.status])).toEqual([
    ['gout', '2010-02-13', undefined],
    ['acute bronchitis', '2018-04-13', 'resolved'],
    ['pulmonary embolism', '2016', 'history'],
  ])
})

test('a row of a vaccination record has all its doses, and what makes immune is no vaccination', () => {
  const record = 'Vaccine\tDose 1\tDose 2\tDose 3\nDTaP\t03/01/2015\t05/01/2015\t07/22/2015'
  expect(facts(record).map(({ happenedOn, details }) => [happenedOn, details.doseNumber])).toEqual([
    ['2015-03-01', '1'],
    ['2015-05-01', '2'],
    ['2015-07-22', '3'],
  ])
  expect(read('Immunizations\nMMR: immune by titre\nHepatitis B series: incomplete')).toEqual([])
})

test('days with a time without a colon head their columns', () => {
  const recent = 'Recent Labs\n\t11/22/23 0512\t11/21/23 0455\nWBC\t11.2*\t10.8\nHGB\t9.1*\t9.0*'
  expect(read(`Progress note 11/23/2023\n${recent}`)).toEqual([
    'observation | White blood cells | 11.2 | 2023-11-22',
    'observation | White blood cells | 10.8 | 2023-11-21',
    'observation | Hemoglobin | 9.1 | 2023-11-22',
    'observation | Hemoglobin | 9.0 | 2023-11-21',
  ])
})

test('a diary of pressures with the name beside its title is read, without its average and its target', () => {
  const diary =
    'HOME BLOOD PRESSURE DIARY\tName: Ian Moss\nDate\tAM\tPM\n13/02/24\t142/88\t138/84\nAverage\t141/87\nTarget\t<135/85'
  expect(read(diary)).toEqual([
    'observation | Blood pressure | 142/88 | 2024-02-13',
    'observation | Blood pressure | 138/84 | 2024-02-13',
  ])
})
