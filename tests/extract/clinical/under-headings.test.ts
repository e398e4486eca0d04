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
