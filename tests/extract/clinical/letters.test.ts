/** Letters and records as they are laid out: lists with marks of their own, remarks of a laboratory, feet of pages. */
import { expect, test } from 'vitest'
import { extractFacts } from '../../../src-main/extract/compose.ts'
import { readMeasureDictionaries } from '../../../src-main/extract/dictionaries/read-dictionaries.ts'
import { clinicalContext, pagesOf } from './clinical-page.ts'

const dictionaries = { ...readMeasureDictionaries(), ...clinicalContext }
const read = (text: string) => extractFacts(pagesOf(text), dictionaries).proposals
const ofKind = (text: string, kind: string) =>
  read(text)
    .filter((proposal) => proposal.kind === kind)
    .map(({ name }) => name)

test('a list whose marks stand in a column of their own is a list', () => {
  const text = [
    'Past medical history',
    '-\tGout, since 2014',
    '-\tLeft cataract',
    '•\tAsthma',
    '',
    'Past surgical history',
    '1.\tCholecystectomy (2003)',
    '',
    'No longer taking',
    '-\tAllopurinol',
  ].join('\n')
  expect(ofKind(text, 'condition')).toEqual(['gout', 'cataract', 'asthma'])
  expect(ofKind(text, 'procedure')).toEqual(['cholecystectomy'])
  expect(read(text).find(({ kind }) => kind === 'medication')?.details.change).toBe('stopped')
  expect(read(text).find(({ name }) => name === 'cataract')?.details.side).toBe('left')
})

test('a trigger over the end of a line still makes it uncertain', () => {
  const found = read('Remarks\nNo fever today. Differential diagnosis\nincludes gout.').filter(
    ({ kind, details }) => kind === 'condition' && details.certainty === undefined,
  )
  expect(found).toEqual([])
})

test.each([
  'For adults with diabetes the aim is <7.0; prediabetes: 5.7 - 6.4',
  'Developed by this laboratory. Biotin 5 mg may interfere with the test.',
  'May be raised in people with asthma above 40 years.',
])('a laboratory’s remark under its results says nothing of the person: %s', (remark) => {
  const table = ['Laboratory report', '', 'Test\tResult\tUnits\tRange', 'Zinc\t70\tug/dL\t44-115']
  for (const text of [
    [...table, remark],
    [...table, remark, 'TSH\t2.1\tmIU/L\t0.4-4.0'],
  ].map((all) => all.join('\n')))
    expect(read(text).filter(({ kind }) => kind !== 'observation')).toEqual([])
})

test('an antibiotic that was tested against a germ is no medicine of the person', () => {
  const text =
    'Wound culture\nResult: Growth of Staphylococcus aureus\n\nSusceptibility\nDrug\tInterpretation\nCefazolin\tS\nGentamicin\tR'
  expect(ofKind(text, 'medication')).toEqual([])
  expect(ofKind(text, 'observation')).toEqual(expect.arrayContaining(['Cefazolin', 'Gentamicin']))
})

test.each([
  'Allergies\nHe has taken penicillin and ibuprofen without problems.',
  'Allergies\nShe has taken cephalosporins since then without any trouble.',
])('what was taken without trouble is no allergy: %s', (text) => {
  expect(ofKind(text, 'allergy')).toEqual([])
})

test.each([
  'Anna Mayfield, 02971840 page 1 Fax (555) 210-4433',
  'Hillside Practice, Mill Lane, Rowsley',
  'With kind regards,\n\nDr. P. Harrow, Consultant Physician',
])('the foot of a letter names no allergen: %s', (foot) => {
  expect(ofKind(`Allergies\nCodeine (itching)\n\n${foot}`, 'allergy')).toEqual(['codeine'])
})

test('a class of medicines keeps its whole name', () => {
  expect(ofKind('Allergies\nSubstance\tReaction\nSulfonamide antibiotics\tRash', 'allergy')).toEqual([
    'Sulfonamide antibiotics',
  ])
})

test.each([
  ['Tetanus, diphtheria and pertussis (Tdap)', ['Tdap']],
  ['Tetanus and diphtheria', ['Td']],
  ['Meningococcal MenACWY', ['Meningococcal ACWY (conjugate)']],
  ['HPV (Gardasil 9)', ['Human papillomavirus (9-valent)']],
  ['Hepatitis A, hepatitis B (Engerix-B)', ['Hepatitis A', 'Hepatitis B']],
])('names of one vaccine beside each other are one: %s', (written, expected) => {
  const found = clinicalContext.vaccines.findIn(written)
  expect(found.map(({ name }) => name)).toEqual(expected.map((name) => expect.stringContaining(name)))
})

test('a medicine that was paused and taken up again was not newly started', () => {
  const [metformin] = read('Metformin 500 mg was paused on admission and started again at discharge.')
  expect(metformin?.details.change).toBe('continued')
  const [lisinopril] = read('Lisinopril 10 mg was started.')
  expect(lisinopril?.details.change).toBe('started')
})
