/** Lists and forms as they are set on the sheet: numbers without a dot, titles in the margin, lines broken at its edge. */
import { describe, expect, test } from 'vitest'
import { extractAllergies } from '../../../src-main/extract/allergies/extract-allergies.ts'
import { extractConditions } from '../../../src-main/extract/conditions/extract-conditions.ts'
import { extractImmunizations } from '../../../src-main/extract/immunizations/extract-immunizations.ts'
import { extractMedications } from '../../../src-main/extract/medications/extract-medications.ts'
import { extractProcedures } from '../../../src-main/extract/procedures/extract-procedures.ts'
import type { Proposal } from '../../../src-main/extract/proposal.ts'
import { clinicalContext, pagesOf } from './clinical-page.ts'

const page = (...texts: readonly string[]) => pagesOf(texts.join('\n'))
const said = ({ kind, name, details: { relation, side, certainty } }: Proposal) =>
  [kind, name, relation, side, certainty].filter((each) => each !== undefined).join(' ')
const conditions = (...texts: readonly string[]) => extractConditions(page(...texts), clinicalContext).map(said)
const medicines = (...texts: readonly string[]) =>
  extractMedications(page(...texts), clinicalContext).map(({ name, details: { dose, change } }) =>
    [name, dose, change].filter((each) => each !== undefined).join(' '),
  )

describe('a list with numbers', () => {
  test.each(['1\tAsthma', '1  Asthma', '1.\tAsthma', '(1)\tAsthma'])('without or with a dot: %s', (item) => {
    expect(conditions('Diagnoses:', item, item.replace('1', '2').replace('Asthma', 'Gout, left foot'))).toEqual([
      'condition asthma',
      'condition gout left',
    ])
  })

  test('may hold an operation with its year', () => {
    const pages = page('Diagnoses:', '1\tHypertension', '2\tCoronary artery bypass grafting 2014')
    expect(extractConditions(pages, clinicalContext).map(said)).toEqual(['condition hypertension'])
    expect(extractProcedures(pages, clinicalContext).map(({ name, happenedOn }) => `${name} ${happenedOn}`)).toEqual([
      'coronary artery bypass graft 2014',
    ])
  })

  test('ends where sentences begin, and a doubt in these is one', () => {
    expect(
      conditions(
        'Diagnoses:',
        '1\tAsthma',
        '',
        'His mother had melanoma, and he is worried about it. There is no history of gout. We wondered about',
        'coeliac disease, which has yet to be confirmed.',
      ),
    ).toEqual(['condition asthma', 'family-history melanoma mother', 'condition celiac disease suspected'])
  })
})

test.each([
  'We wondered about gout.',
  'Gout has yet to be confirmed.',
  'Gout has not been confirmed.',
  'She has gout, which remains to be proven.',
  'This raised the possibility of gout.',
])('a doubt is kept as one: %s', (sentence) => {
  const certain = extractConditions(page('Assessment', sentence), clinicalContext).filter(
    ({ details }) => details.certainty === undefined,
  )
  expect(certain).toEqual([])
})

describe('titles in the margin', () => {
  const form = [
    'Known\tasthma, left hip osteoarthritis.',
    'Medication\tramipril 5 mg daily.',
    'Allergies\tpenicillin (rash)',
    'Patient says\tSlept well. Denies chest pain. Her son has eczema.',
    'Family\tDaughter present. Father died of melanoma.',
    'Done\tDressing changed, 5 x 1 cm, no odour.',
  ]

  test('open parts of their own, though nobody knows their word', () => {
    expect(conditions(...form)).toEqual([
      'condition asthma',
      'condition osteoarthritis left',
      'family-history eczema son',
      'family-history melanoma father',
    ])
    expect(extractAllergies(page(...form), clinicalContext).map(({ name }) => name)).toEqual(['penicillin'])
  })

  test('are none where the page is a table of two columns', () => {
    expect(medicines('Medications', 'Ramipril\t5 mg once daily', 'Bisoprolol\t2.5 mg once daily')).toEqual([
      'ramipril 5 mg',
      'bisoprolol 2.5 mg',
    ])
  })
})

describe('a line broken at the edge of the sheet', () => {
  const list = 'Current medication: atorvastatin 20 mg at night, bisoprolol 5 mg once daily, lansoprazole 30 mg daily, '

  test('parts no name from its dose, and no name in two', () => {
    expect(medicines(`${list}furosemide`, '20 mg once daily, folic acid 5 mg daily.')).toContain('furosemide 20 mg')
    expect(medicines(`${list}codeine`, 'phosphate 15 mg twice daily.')).toContain('codeine 15 mg')
    expect(medicines(`${list}codeine`, 'phosphate 15 mg twice daily.').join()).not.toMatch(/(?:^|,)phosphate/)
  })

  test('parts no word of change from its medicine', () => {
    expect(
      medicines(
        'She was seen again today and feels rather better than she did in the spring. Please increase',
        'senna from 7.5 mg to 15 mg daily.',
      ),
    ).toEqual(['senna 15 mg changed'])
  })

  test('joins no two items of a list', () => {
    expect(medicines('Medications', 'warfarin stopped', 'ramipril 5 mg daily')).toEqual([
      'warfarin stopped',
      'ramipril 5 mg',
    ])
  })
})

test.each([
  ['No longer takes mirtazapine.', 'mirtazapine stopped'],
  ['GP has stopped gliclazide since last week.', 'gliclazide stopped'],
  ['Came off allopurinol.', 'allopurinol stopped'],
  ['Please continue folic acid 5 mg.', 'folic acid 5 mg continued'],
])('a sentence below a list says what became of a medicine: %s', (sentence, expected) => {
  expect(medicines('Medication', 'ramipril 5 mg OD', sentence)).toContain(expected)
})

test('a section that stood in one line with its title does not reach into the letter', () => {
  expect(
    medicines(
      'Current medication: senna 15 mg once daily.',
      '',
      'It was a pleasure to see her in clinic today. Blood tests in May of this year showed CRP of 10 mg/L and a',
      'potassium of 3.2 mmol/L, which are as before.',
    ),
  ).toEqual(['senna 15 mg'])
})

describe('a vaccine without a day', () => {
  const date = { on: '2023-03-09', precision: 'day', isAmbiguous: false, dateKind: 'service' } as const
  const given = (line: string) =>
    extractImmunizations(page(line), { ...clinicalContext, date }).map(
      ({ name, happenedOn }) => `${name} ${happenedOn}`,
    )

  test('is of the visit at which it was given', () => {
    expect(given('Immunizations given: Tdap.')).toEqual(['Tdap 2023-03-09'])
    expect(given('Tdap vaccine given today.')).toEqual(['Tdap 2023-03-09'])
  })

  test('of a record has none, and one that is due was not given', () => {
    expect(given('Immunizations: Tdap')).toEqual(['Tdap undefined'])
    expect(given('Immunizations due: Tdap')).toEqual([])
  })
})
