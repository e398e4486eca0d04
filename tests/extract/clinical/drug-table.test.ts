/** The table of medicines is what its tool makes, and a name in it is looked up and never guessed. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildTable } from '../../../tools/make-drugs/build-table.ts'
import { readInUse } from '../../../tools/make-drugs/read-in-use.ts'
import { clinicalContext } from './clinical-page.ts'

const { drugs } = clinicalContext
const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

test('drugs.csv is what its sources say', () => {
  const inUse = readInUse(read('tools/make-drugs/in-use.txt'))
  const table = buildTable(inUse, { has: () => true }, read('resources/dictionaries/brands.csv'))
  const written = read('resources/dictionaries/drugs.csv').trimEnd().split('\n').slice(1)
  expect(written).toEqual(table.lines)
})

test('more than nine hundred substances are known', () => {
  const single = read('resources/dictionaries/drugs.csv')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !line.split(',')[0]?.includes(' + '))
  expect(single.length).toBeGreaterThan(900)
})

test.each([
  ['Lipitor', 'atorvastatin', ['atorvastatin']],
  ['paracetamol', 'acetaminophen', ['acetaminophen']],
  ['Augmentin', 'amoxicillin + clavulanate', ['amoxicillin', 'clavulanate']],
  ['lisinopril/hydrochlorothiazide', 'lisinopril + hydrochlorothiazide', ['lisinopril', 'hydrochlorothiazide']],
  ['Metoprolol succinate ER', 'metoprolol', ['metoprolol']],
  ['insulin glargine', 'insulin glargine', ['insulin glargine']],
  ['Sudafed', 'Sudafed', []],
])('%s is %s', (written, name, ingredients) => {
  expect(drugs.find(written)).toMatchObject({ name, ingredients })
})

test.each(['lisinoprol', 'xyz', '', 'aspirin-free', 'non-aspirin', 'metforminum', 'amlodipine and more'])(
  '%j is no known name',
  (written) => {
    expect(drugs.find(written)).toBeUndefined()
  },
)

test('a name is never found inside a word', () => {
  expect(drugs.findIn('The multimetforminase and the preaspirins')).toEqual([])
})

test('what is near is suggested, the nearest first, and at most three', () => {
  expect(drugs.near('metforrnin')).toEqual(['metformin'])
  expect(drugs.near('amlodipne')[0]).toBe('amlodipine')
  expect(drugs.near('prednisolon').length).toBeLessThanOrEqual(3)
  expect(drugs.near('ab')).toEqual([])
})
