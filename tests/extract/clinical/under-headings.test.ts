/** Where the content of a heading ends: at what tells of something else, and not at whose paper it is. */
import { expect, test } from 'vitest'
import { extractFacts } from '../../../src-main/extract/compose.ts'
import { readMeasureDictionaries } from '../../../src-main/extract/dictionaries/read-dictionaries.ts'
import { readDrugDictionaries } from '../../../src-main/extract/dictionaries/read-drug-dictionaries.ts'

const dictionaries = { ...readMeasureDictionaries(), ...readDrugDictionaries() }
const read = (lines: readonly string[]) =>
  extractFacts([{ number: 1, text: lines.join('\n'), words: [], method: 'text' }], dictionaries)
const named = (lines: readonly string[]) =>
  read(lines).proposals.map(({ kind, name, happenedOn }) => `${kind} ${name}${happenedOn ? ` ${happenedOn}` : ''}`)

test('whose paper it is stands between the title of a list and the list', () => {
  const given = ['Influenza vaccine 2020-10-02', 'Tetanus 2016-05-17']
  for (const head of [['Patient: Ada Example'], ['Name: Ada Example', 'Date of birth: 1961-04-30'], []])
    expect(named(['Immunizations', ...head, '', ...given])).toEqual([
      'immunization Influenza 2020-10-02',
      'immunization Tetanus toxoid 2016-05-17',
    ])
})

test('a vaccine and its day are nobody’s name and date of birth', () => {
  for (const vaccine of ['Tetanus', 'Tetanus Toxoid', 'Hepatitis B', 'Yellow Fever'])
    expect(read(['Vaccination record', 'Ada Example', '', `${vaccine} 2016-05-17`]).document.people).toEqual([])
})

test('sentences after a list in one line belong to it no more, however short they are', () => {
  const facts = named([
    'Allergies: penicillin (rash)',
    '',
    'She had a left total knee replacement in 2015.',
    '',
    'Her mother had melanoma.',
  ])
  expect(facts).toContain('procedure total knee replacement 2015')
  expect(facts).toContain('family-history melanoma')
  expect(facts.filter((fact) => fact.startsWith('allergy'))).toEqual(['allergy penicillin'])
})

test('what stands under a label that nobody knows is no allergy, though it follows allergies', () => {
  for (const label of [
    'Medication changes',
    'Changes to medication',
    'Given in the ward',
    'TREATMENT GIVEN',
    'Inhalers',
  ])
    for (const lines of [
      ['Allergies: penicillin (rash)', `${label}: carbocisteine 750 mg tds started. Tiotropium 18 micrograms.`],
      ['Allergies', 'Penicillin: rash', `${label}: carbocisteine 750 mg tds, tiotropium 18 micrograms`],
      [`Allergies: penicillin (rash). ${label}: carbocisteine 750 mg tds, tiotropium 18 micrograms`],
    ])
      expect(named(lines).filter((fact) => fact.startsWith('allergy'))).toEqual(['allergy penicillin'])
})

test('medicines changed are told with what was changed, one by one', () => {
  const changes = read([
    'Allergies: penicillin (rash)',
    'Medication changes: Carbocisteine 750 mg tds started. Tiotropium stopped.',
  ]).proposals.filter(({ kind }) => kind === 'medication')
  expect(changes.map(({ name, details }) => [name, details.change])).toEqual([
    ['carbocisteine', 'started'],
    ['tiotropium', 'stopped'],
  ])
})

test('the parts of a list of allergies are of it: by kind, with what each did', () => {
  expect(named(['Allergies', 'Drugs: penicillin (rash)', 'Food: peanuts - anaphylaxis'])).toEqual([
    'allergy penicillin',
    'allergy peanuts',
  ])
  const details = ['Allergies', 'Penicillin', 'Reaction: rash', 'Severity: severe', 'Codeine', 'Reaction: vomiting']
  expect(named(details)).toEqual(['allergy penicillin', 'allergy codeine'])
  expect(named(['Allergies:', 'Medications: lisinopril 10 mg daily'])).toEqual(['medication lisinopril'])
})

test('a line of treatment that strayed among allergies is none; a product named with its strength is one', () => {
  expect(named(['Allergies: penicillin', 'Apixaban 5 mg bd'])).toEqual(['allergy penicillin'])
  expect(named(['Allergies: penicillin', 'Started on apixaban.'])).toEqual(['allergy penicillin'])
  expect(named(['Allergies', 'Amoxicillin 500 mg capsules', 'Codeine'])).toEqual([
    'allergy amoxicillin',
    'allergy codeine',
  ])
})

test('none of a part is not none at all', () => {
  const parts = ['New medications', 'Stopped medications', 'Medication changes', 'OTC medications', 'PRN medications']
  const others = ['Supplements', 'Food allergies', 'Latex allergy', 'Resolved problems', 'Procedures performed']
  for (const title of [...parts, ...others]) expect([title, named([`${title}: none`])]).toEqual([title, []])
  for (const title of ['Medications', 'Current medications', 'Allergies', 'Drug allergies', 'Past surgical history'])
    expect(named([`${title}: none`])).toHaveLength(1)
  expect(named(['Allergies: no known food allergies'])).toEqual([])
  expect(named(['Allergies: no known drug or food allergies'])).toEqual(['allergy allergies'])
})

test('allergies are read under every title they stand under, and a parent who tells of them has none of them', () => {
  for (const title of ['Allergic to', 'Allergies reviewed', 'Allergy alert', 'Allergens', 'All'])
    expect([title, named([`${title}: penicillin, latex`])]).toEqual([title, ['allergy penicillin', 'allergy latex']])
  expect(named(['Allergies: penicillin (childhood, mother recalls rash)'])).toEqual(['allergy penicillin'])
})
