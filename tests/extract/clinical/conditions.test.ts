/** Whose a condition is, and how sure: negation, family, others, doubt, past, advice, side. */
import { expect, test } from 'vitest'
import { extractConditions } from '../../../src-main/extract/conditions/extract-conditions.ts'
import { clinicalContext, misplaced, pagesOf } from './clinical-page.ts'

const read = (...texts: readonly string[]) => extractConditions(pagesOf(...texts), clinicalContext)
const own = (text: string) =>
  read(text)
    .filter(
      ({ kind, details, isNoneKnown }) => kind === 'condition' && !isNoneKnown && details.certainty !== 'ruled-out',
    )
    .map(({ name }) => name)

test.each([
  'There is no evidence of pneumonia.',
  'She denies diabetes, hypertension or asthma.',
  'No history of stroke.',
  'No known coronary artery disease.',
  'The patient does not have diabetes.',
  'He has never had a seizure disorder or epilepsy.',
  'Negative for deep vein thrombosis.',
  'Chest film is negative for pneumonia.',
  'The scan was negative for pulmonary embolism.',
  'Without signs of heart failure.',
  'Pneumonia was not seen.',
  'DVT is unlikely.',
  'Hypertension: no',
  'Diabetes: none',
  'Asthma (no)',
  'Neither gout nor psoriasis.',
  'No fever, cough, pneumonia or sepsis.',
  'He has no asthma, eczema or hay fever.',
  'Examination showed no signs of cellulitis.',
  'Patient is not diabetic and has no hypertension.',
  'Absence of atrial fibrillation on the monitor.',
  'Denied any history of depression or anxiety.',
  'PMH: no diabetes, no hypertension.',
  'PAST MEDICAL HISTORY\nNo history of gout',
  'She is free of breast cancer.',
  'She does not think she has any acid reflux.',
  'PAST MEDICAL HISTORY\nDiabetes\tNo\nAsthma\tno',
  'PAST MEDICAL HISTORY\nCondition\tYes\tNo\nDiabetes\t\tX\nAsthma\t\tX',
  'PMH: [ ] Diabetes [ ] Gout',
  'PMH: ☐ Diabetes',
])('what is denied is nothing of the person: %s', (text) => {
  expect(own(text)).toEqual([])
})

test.each([
  ['Her mother had breast cancer.', 'breast cancer', 'mother'],
  ['Father died of a stroke at 71.', 'stroke', 'father'],
  ['Diabetes in her maternal grandmother.', 'diabetes', 'maternal grandmother'],
  ['Family history of colon cancer.', 'colorectal cancer', 'family'],
  ['There is a family history of asthma.', 'asthma', 'family'],
  ['FAMILY HISTORY\nMother: hypertension', 'hypertension', 'mother'],
  ['FAMILY HISTORY\nHypertension - father', 'hypertension', 'father'],
  ['FAMILY HISTORY\nMelanoma (paternal uncle)', 'melanoma', 'paternal uncle'],
  ['His brother has epilepsy.', 'epilepsy', 'brother'],
  ['Her sister was diagnosed with lupus.', 'lupus', 'sister'],
  ['FH: gout in father', 'gout', 'father'],
  ['Depression runs in the family.', 'depression', 'family'],
  ['Her father, who had gout, died in 1990.', 'gout', 'father'],
  ['Her cousin has multiple sclerosis.', 'multiple sclerosis', 'cousin'],
  ['Several relatives have glaucoma.', 'glaucoma', 'several relatives'],
  ['PAST MEDICAL HISTORY\nMother had gout', 'gout', 'mother'],
])('what a relative has is family history: %s', (text, name, relation) => {
  const found = read(text)
  expect(found.map((fact) => [fact.kind, fact.name])).toEqual([['family-history', name]])
  expect(relation).toContain(found[0]?.details.relation?.split(' ').at(-1))
})

test.each([
  'His wife has dementia.',
  'Her husband was diagnosed with COVID-19.',
  'A neighbour has tuberculosis.',
  'He cares for his partner, who has multiple sclerosis.',
  'No family history of breast cancer.',
  'FAMILY HISTORY\nNo family history of diabetes or stroke.',
  'Her roommate has influenza.',
])('what others have, or no relative has, is nowhere: %s', (text) => {
  expect(read(text).filter(({ isNoneKnown }) => !isNoneKnown)).toEqual([])
})

test.each([
  'The risk of stroke was explained.',
  'Screening for diabetes is due.',
  'Return if you develop cellulitis.',
  'Aspirin reduces the risk of myocardial infarction.',
  'She was vaccinated against influenza and measles.',
  'He attends the diabetes clinic leaflet group.',
  'A leaflet on asthma was given.',
  'If pneumonia develops, call us.',
  'He was tested for HIV.',
  'Prophylaxis against malaria before travel.',
  'ADVICE\nWatch for signs of sepsis.',
  'Statins may cause diabetes.',
  'She is worried about breast cancer.',
  'Does he have epilepsy?',
])('what is only feared, tested for or spoken of is nowhere: %s', (text) => {
  expect(read(text)).toEqual([])
})

test.each([
  ['?PE', 'pulmonary embolism'],
  ['Imp: ?UTI', 'urinary tract infection'],
  ['Possible heart failure.', 'heart failure'],
  ['This is probably a migraine.', 'migraine'],
  ['Suspected multiple sclerosis.', 'multiple sclerosis'],
  ['Findings are suspicious for lung cancer.', 'lung cancer'],
  ['The picture is consistent with gout.', 'gout'],
  ['Pneumonia cannot be excluded.', 'pneumonia'],
  ['He may have asthma.', 'asthma'],
  ['Concern for sepsis.', 'sepsis'],
  ['Rule out DVT.', 'deep vein thrombosis'],
  ['Diagnosis: likely pneumonia', 'pneumonia'],
])('what is not sure is suspected: %s', (text, name) => {
  expect(read(text)).toMatchObject([{ kind: 'condition', name, details: { certainty: 'suspected' } }])
})

test.each([
  ['PE was ruled out.', 'pulmonary embolism'],
  ['Myocardial infarction has been excluded.', 'myocardial infarction'],
  ['Pneumonia ruled out', 'pneumonia'],
])('only what the text calls so is ruled out: %s', (text, name) => {
  expect(read(text)).toMatchObject([{ name, details: { certainty: 'ruled-out' } }])
})

test.each([
  ['The patient is a 60-year-old man with hypertension and gout.', ['hypertension', 'gout']],
  ['No diabetes, but she has hypertension.', ['hypertension']],
  ['Mother had breast cancer; the patient has asthma.', ['asthma']],
  ['Lives with his mother and has COPD.', ['chronic obstructive pulmonary disease']],
  ['Her daughter reports that she has had dementia since 2020.', ['dementia']],
  ['She was admitted with pneumonia.', ['pneumonia']],
  ['Known type 2 diabetes, on metformin.', ['type 2 diabetes']],
  ['Hypertension is not well controlled.', ['hypertension']],
  ['His atrial fibrillation is stable.', ['atrial fibrillation']],
  ['PMH: Asthma, HTN', ['asthma', 'hypertension']],
  ['Discharge diagnosis: Acute pancreatitis', ['pancreatitis']],
  ['PROBLEM LIST\n1. Gout\n2. CKD\n3. OSA', ['gout', 'chronic kidney disease', 'obstructive sleep apnea']],
  ['He was diagnosed with Crohn’s disease.', ['Crohn disease']],
  ['Treated for depression and anxiety.', ['depression', 'anxiety']],
  ['PAST MEDICAL HISTORY\nCondition\tYes\tNo\nDiabetes\t\tX\nAsthma\tX\t', ['asthma']],
  ['PAST MEDICAL HISTORY\nDiabetes\tNo\nAsthma\tYes', ['asthma']],
  ['PMH: [ ] Diabetes [x] Gout', ['gout']],
])('what the person has is found: %s', (text, names) => {
  expect(own(text)).toEqual(names)
})

test.each([
  ['PMH: left knee osteoarthritis', 'left'],
  ['PMH: Osteoarthritis of the right hip', 'right'],
  ['PMH: bilateral carpal tunnel syndrome', 'both'],
  ['Impression: pneumonia, left lower lobe', 'left'],
  ['PMH: breast cancer (right)', 'right'],
  ['PMH: cataracts of both eyes', 'both'],
  ['PMH: right breast cancer and left hip fracture', 'right'],
])('the side is the one that stands beside it: %s', (text, side) => {
  expect(read(text)[0]?.details.side).toBe(side)
})

test('the side of one condition is never given to its neighbour', () => {
  const found = read('PMH: obesity, right ankle fracture; gout, left hip replacement')
  expect(found.map(({ name, details }) => [name, details.side])).toEqual([
    ['obesity', undefined],
    ['ankle fracture', 'right'],
    ['gout', undefined],
  ])
})

test.each([
  ['PMH: s/p MI 2018', 'history', '2018'],
  ['PMH: gout, diagnosed 2015', undefined, '2015'],
  ['PMH: pneumonia, resolved', 'resolved', undefined],
  ['She has a history of gout.', 'history', undefined],
  ['A 60-year-old man who has had gout for years.', undefined, undefined],
])('past and date are only what is written: %s', (text, status, on) => {
  const [found] = read(text)
  expect([found?.details.status, found?.happenedOn]).toEqual([status, on])
})

test('a table of problems is read by its columns', () => {
  const found = read('Problem\tStatus\tOnset\nHypertension\tActive\t2012\nAsthma\tResolved\t03/2001\nGout\tRefuted\t')
  expect(found.map(({ name, details, happenedOn }) => [name, details.status, happenedOn])).toEqual([
    ['hypertension', 'active', '2012'],
    ['asthma', 'resolved', '2001-03'],
  ])
})

test('a table of relatives is family history', () => {
  const found = read('FAMILY HISTORY\nRelation\tCondition\nMother\tBreast cancer\nFather\tGout')
  expect(found.map(({ kind, name, details }) => [kind, name, details.relation])).toEqual([
    ['family-history', 'breast cancer', 'mother'],
    ['family-history', 'gout', 'father'],
  ])
})

test('rows that begin with a relative are family history without a header too', () => {
  const found = read('FAMILY HISTORY\nMother\tBreast cancer, gout\nFather\tNo known problems')
  expect(found.map(({ kind, name, details }) => [kind, name, details.relation])).toEqual([
    ['family-history', 'breast cancer', 'mother'],
    ['family-history', 'gout', 'mother'],
  ])
})

test('a list item that no table has is kept as written and marked', () => {
  expect(read('PROBLEM LIST\n- Quintillian syndrome\n- Asthme')).toMatchObject([
    { name: 'Quintillian syndrome', doubts: ['unknown-name'] },
    { name: 'Asthme', doubts: ['near-name'], suggestions: ['asthma'] },
  ])
})

test('no problems is a fact of its own', () => {
  expect(read('PAST MEDICAL HISTORY\nNone')).toMatchObject([{ isNoneKnown: true, valueText: 'None' }])
})

test('a list goes on over the end of a page, past the running head', () => {
  const head = 'Riverside Hospital\tMRN 12\n\n'
  const found = read(`${head}PROBLEM LIST\n- Gout\n`, `${head}- Asthma\n`)
  expect(found.map(({ name, page }) => [name, page])).toEqual([
    ['gout', 1],
    ['asthma', 2],
  ])
})

test('every statement is where it says it is', () => {
  const pages = pagesOf('PMH: left knee osteoarthritis, s/p MI 2018. Mother had gout.\n\nProblem\tOnset\nAsthma\t2010')
  expect(misplaced(extractConditions(pages, clinicalContext), pages)).toEqual([])
})
