/** Allergies with reaction and severity; that there are none; and where nothing is said. */
import { expect, test } from 'vitest'
import { extractAllergies } from '../../../src-main/extract/allergies/extract-allergies.ts'
import { clinicalContext, misplaced, pagesOf } from './clinical-page.ts'

const read = (...texts: readonly string[]) => extractAllergies(pagesOf(...texts), clinicalContext)
const brief = (text: string) => read(text).map(({ name, details }) => [name, details.reaction])

test.each([
  ['one line', 'Allergies: penicillin (rash), latex'],
  ['bullets', 'ALLERGIES\n- Penicillin (rash)\n- Latex'],
  ['dashes', 'Allergies\nPenicillin - rash\nLatex'],
  ['colons', 'DRUG ALLERGIES:\n1. Penicillin: rash\n2. Latex'],
  ['a table', 'Allergen\tReaction\nPenicillin\trash\nLatex\t'],
  ['a table under a heading', 'Allergies\nPenicillin\trash\nLatex\t'],
  ['a form', 'Known allergies\tpenicillin (rash), latex'],
  ['running text', 'She is allergic to penicillin (rash) and latex.'],
  ['two sentences', 'He has a penicillin allergy, which caused a rash. There is an allergy to latex.'],
  ['adverse reactions', 'Allergies and adverse reactions: Penicillin – rash; Latex'],
  ['a label within a line', 'PMH: gout. Allergies: penicillin (rash), latex. Meds: none'],
])('a list as %s', (_layout, text) => {
  expect(brief(text)).toEqual([
    ['penicillin', 'rash'],
    ['latex', undefined],
  ])
})

test('reaction and severity are kept as written', () => {
  expect(read('Allergies: Penicillin (severe anaphylaxis)')[0]?.details).toEqual({
    reaction: 'anaphylaxis',
    severity: 'severe',
  })
  expect(
    read('Substance\tAllergen\tReaction\tSeverity\nDrug\tPenicillin G\tHives, swelling\tModerate')[0]?.details,
  ).toEqual({
    reaction: 'Hives, swelling',
    severity: 'Moderate',
  })
  expect(brief('Allergies: sulfa drugs (facial swelling, hives)')).toEqual([['sulfa drugs', 'facial swelling, hives']])
})

test.each([
  'Allergies: NKDA',
  'NKDA',
  'Allergies: No known drug allergies.',
  'No known drug allergies.',
  'She has no known allergies.',
  'There are no known drug allergies.',
  'ALLERGIES\nNone known',
  'Allergies: none',
  'Allergies\tNKDA',
  'Allergen\tReaction\nNo known allergies\t',
  'Allergies: Patient denies any drug allergies.',
])('that there are none is a fact: %s', (text) => {
  expect(read(text)).toMatchObject([{ kind: 'allergy', isNoneKnown: true }])
})

test.each([
  'Allergies: not recorded',
  'Allergies: unknown',
  'Allergies:',
  'Allergies: not asked',
  'He is not allergic to penicillin.',
  'No allergy to eggs.',
  'His mother is allergic to penicillin.',
  'If you are allergic to penicillin tell your doctor.',
  'Allergies: Tolerates penicillin.',
  'Penicillin allergy was ruled out.',
  'She takes penicillin V 500 mg.',
  'His mother has no known drug allergies.',
  'FAMILY HISTORY\nAllergic to aspirin: sister',
  'Allergy testing for latex is planned.',
])('nothing is said of an allergy of this person: %s', (text) => {
  expect(read(text)).toEqual([])
})

test('none of the one kind leaves those of another', () => {
  expect(brief('Allergies: No known drug allergies. Food: peanuts (hives)')).toEqual([['peanuts', 'hives']])
  expect(brief('Allergies: PCN, but has tolerated cephalosporins')).toEqual([['penicillin', undefined]])
})

test('intolerances count', () => {
  expect(brief('Intolerances: metformin (diarrhoea)')).toEqual([['metformin', 'diarrhoea']])
  expect(brief('He has an intolerance to codeine (vomiting).')).toEqual([['codeine', 'vomiting']])
})

test('a substance that no table has is kept and marked, one near to a known one too', () => {
  expect(read('Allergies:\n- Zyrplax (itch)\n- Penicilin')).toMatchObject([
    { name: 'Zyrplax', doubts: ['unknown-name'], details: { reaction: 'itch' } },
    { name: 'Penicilin', doubts: ['near-name'] },
  ])
})

test('a trade name is what is in it', () => {
  expect(read('Allergies: Augmentin')).toMatchObject([{ name: 'amoxicillin + clavulanate', nameText: 'Augmentin' }])
})

test('every allergy is where it says it is', () => {
  const pages = pagesOf(
    'Allergies: penicillin (rash), latex\n\nHe is allergic to peanuts.\n\nAllergen\tReaction\tSeverity\nEggs\thives\tmild',
  )
  const found = extractAllergies(pages, clinicalContext)
  expect(found.map(({ name }) => name)).toEqual(['penicillin', 'latex', 'peanuts', 'eggs'])
  expect(misplaced(found, pages)).toEqual([])
})
