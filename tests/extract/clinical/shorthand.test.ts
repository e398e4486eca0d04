/** Notes as clinicians type them in a hurry: labels without colons, question marks, what the person only feared. */
import { expect, test } from 'vitest'
import { extractFacts } from '../../../src-main/extract/compose.ts'
import { readMeasureDictionaries } from '../../../src-main/extract/dictionaries/read-dictionaries.ts'
import { readDrugDictionaries } from '../../../src-main/extract/dictionaries/read-drug-dictionaries.ts'

const dictionaries = { ...readMeasureDictionaries(), ...readDrugDictionaries() }
const read = (...lines: readonly string[]) =>
  extractFacts([{ number: 1, text: lines.join('\n'), words: [], method: 'text' }], dictionaries).proposals
const told = (...lines: readonly string[]) =>
  read(...lines).map(({ kind, name, details: { relation, certainty, change } }) =>
    [kind, name, relation, certainty, change].filter((word) => word !== undefined).join(' '),
  )

test('a label may end with a dash or stand without a colon', () => {
  expect(told('Fhx', 'Father - suicide.', 'Mother well', '', 'Imp- depression. Hypothyroidism. (Low T3/4)')).toEqual([
    'condition depression',
    'condition hypothyroidism',
  ])
  expect(told('PMH Asthma, Hayfever', '', 'DH Salbutamol NKDA', '', 'FH Hypothyroidism', 'SH: Non smoker.')).toEqual([
    'condition asthma',
    'condition allergic rhinitis',
    'medication albuterol',
    'allergy allergies',
    'family-history hypothyroidism family',
  ])
})

test('an allergy among the medicines is an allergy', () => {
  expect(told('PMHx - migraine.', '', 'DHx - allergies aspirin.')).toEqual(['condition migraine', 'allergy aspirin'])
  expect(told('DH: not on any medication, allergic to peanuts')).toEqual(['medication medications', 'allergy peanuts'])
  expect(told('DH: cetirizine for allergies, aspirin 75 mg daily')).not.toContain('allergy aspirin')
  expect(told('She is not allergic to penicillin, aspirin or latex.')).toEqual([])
})

test('what is asked with a question mark or set beside +/- is only suspected', () => {
  expect(told("Imp: ? Bell's Palsy- need to rule out any other focal neurology")).toEqual([
    'condition Bell palsy suspected',
  ])
  expect(told('Imp: ? UTI.', 'Plan: Advised 3/7 course Abx.')).toEqual(['condition urinary tract infection suspected'])
  expect(told('Imp: tension type headache +/- migraine')).toEqual([
    'condition tension headache',
    'condition migraine suspected',
  ])
  expect(told('Assessment', 'Presents with symptoms similar to a tension headache.')).toEqual([
    'condition tension headache suspected',
  ])
})

test('a list of what it might be states nothing', () => {
  expect(told('FHx : father has history of stomach Ca.', '', 'DDx : gastroenteritis', '', 'Plan: fluids')).toEqual([
    'family-history gastric cancer father',
  ])
})

test('each relative has what stands after their own name', () => {
  expect(told('FH:  Father - asthma, Mother - hayfever')).toEqual([
    'family-history asthma father',
    'family-history allergic rhinitis mother',
  ])
  expect(told('FH: asthma (mother), stroke (father)')).toEqual([
    'family-history asthma mother',
    'family-history stroke father',
  ])
})

test('what somebody thought they had, or denies to have been told, they have not', () => {
  expect(told('He states that he thought he was having a heart attack at that time.')).toEqual([])
  expect(told('The patient denies he has ever been diagnosed with hepatitis C.')).toEqual([])
  expect(told('She denies that she has diabetes, but has hypertension.')).toEqual(['condition hypertension'])
})

test('what was only believed, or could not be, is no condition of theirs', () => {
  expect(told('He took a course of Cipro believing that he had a UTI.')).not.toContain(
    'condition urinary tract infection',
  )
  expect(told('It was thought that rheumatoid arthritis could not be the case in this patient.')).toEqual([])
  expect(told('He was thought initially to have low back pain with radiculopathy.')).toEqual([
    'condition low back pain suspected',
  ])
})

test('a dose before a name is of that name', () => {
  const doses = read('She was treated with epinephrine 1:1000 along with 50 mg of Benadryl.').map(
    ({ name, details }) => `${name} ${details.dose}`,
  )
  expect(doses).not.toContain('epinephrine 50 mg')
})

test('tests, bodies and times that are named after a disease are none of it', () => {
  expect(told('We will order an anemia profile for him.')).toEqual([])
  expect(told('The guidelines of the National Comprehensive Cancer Network (NCCN) were reviewed with him.')).toEqual([])
  expect(told('She has been working from home since the start of COVID-19.')).toEqual([])
  expect(told('Past Medical History', 'History of COVID-19 in 2021.')).toEqual(['condition COVID-19'])
  expect(told('Assessment', 'Headaches, concern for idiopathic intracranial hypertension.')).toEqual([
    'condition intracranial hypertension suspected',
  ])
  expect(told('He presented with chest pain and elevated blood pressure of 180/95.')).toEqual([
    'observation Blood pressure',
  ])
})

test('how often a value is taken is no value', () => {
  expect(told('The patient checks his blood sugar 2 to 3 times per day.')).toEqual([])
  expect(told('He is only checking his blood glucose levels 4 to 5 times per week.')).toEqual([])
  expect(read('His blood glucose was 162 and his potassium 4.1.').map(({ valueText }) => valueText)).toEqual([
    '162',
    '4.1',
  ])
})

test('how often a medicine is taken, or a clause after it, is not its reason; who weaned herself off it has stopped', () => {
  const reasons = (line: string) => read(line).map(({ details }) => details.reason)
  expect(reasons('We will start him on Ultram 50 mg as needed every 6 hours for pain.')).toEqual(['pain'])
  expect(reasons('A prescription for Flexeril 10 mg every 12 hours as needed was also provided.')).toEqual([undefined])
  expect(told('The patient self-weaned from Prozac 20 mg daily due to side effects.')).toEqual([
    'medication fluoxetine stopped',
  ])
})

test('a unit at the end of a line ends there', () => {
  expect(read('Vitals', 'Heart rate: 60 bpm', 'Respirations: 14').map(({ unitText }) => unitText)).toEqual([
    'bpm',
    undefined,
  ])
})

test('a medicine that is taken is no allergy, and a reaction that never came is none', () => {
  expect(told('ALLERGIES', '', 'Had some sunburn in the past.  She is on benzoyl peroxide and Daypro.')).toEqual([])
  expect(read('She has grass allergies, but has never had an anaphylactic reaction.')[0]?.details).toEqual({})
})

test('a dilution is no result', () => {
  expect(told('The patient was treated with epinephrine 1:1000, 0.3 mL subcutaneously.')).toEqual([
    'medication epinephrine',
  ])
  expect(read('His ANA titer was 1:320.')[0]).toMatchObject({ kind: 'observation', valueText: '1:320' })
})

test('nobody in the family has what nobody has', () => {
  expect(
    told('FAMILY HISTORY', '', 'Nobody in the family was diagnosed with colon cancer or any other type of cancer.'),
  ).toEqual([])
  expect(told('FAMILY HISTORY', '', 'She describes cancer, high cholesterol, and depression in her family.')).toEqual([
    'family-history cancer family',
    'family-history hypercholesterolemia family',
    'family-history depression family',
  ])
})
