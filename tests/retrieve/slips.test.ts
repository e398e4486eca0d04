import { expect, test } from 'vitest'
import { createDictionary } from '../../src-main/retrieve/dictionary.ts'
import { readDictionaryRows } from '../../src-main/retrieve/dictionary-rows.ts'
import { analyseQuery } from '../../src-main/retrieve/query.ts'
import { findSlips, slipsOf, withSlips } from '../../src-main/retrieve/slips.ts'

const plain = createDictionary([])
const full = createDictionary(readDictionaryRows())
const readingsOf = (query: string, dictionary = plain) =>
  slipsOf(analyseQuery(query, dictionary)).map(({ read }) => read.join(' '))

test.each([
  ['A1c', ['alc', 'aic']],
  ['HbA1c', ['hbalc', 'hbaic', 'h8a1c']],
  ['vitamin B12', ['bl2', 'bi2']],
  ['CO2', ['c02']],
  ['CA 19-9', ['ca l9 9', 'ca i9 9']],
  ['CA 125', ['ca l25']],
])('%s may be read as %j', (query, readings) => {
  expect(readingsOf(query)).toEqual(expect.arrayContaining(readings))
})

test('a word for which a short form stands is looked for in the slips of that too', () => {
  expect(readingsOf('glycated haemoglobin', full)).toContain('hbalc')
})

test.each(['135', '7.2', '2021', '10 mg', '5mg', '24h', 'creatinine', 'oil', 'T4', 'B6', 'blood pressure 120/80', ''])(
  'nothing is healed in "%s"',
  (query) => {
    expect(readingsOf(query)).toEqual([])
  },
)

test('no reading is a number, and a query has few', () => {
  const readings = readingsOf('B12 O2 S100B SO2 IL6 CYP2C19 COVID19 L5S1 B10158 I0158 S05810 O10150')
  expect(readings.filter((reading) => /^\d+$/.test(reading))).toEqual([])
  expect(readings.length).toBeLessThanOrEqual(24)
})

test('a slip has the shape of what it is a slip of', () => {
  const found = (text: string) =>
    findSlips(text, slipsOf(analyseQuery('A1c', plain))).map(({ written }) => written.join(' '))
  expect(found('Alc 6.1, AIC 6.2, alc 6.3, Aic 6.4')).toEqual(['Alc', 'AIC', 'alc', 'Aic'])
  expect(found('ALC 1.9, A1c 6.1')).toEqual([])
})

test('a slip is found where it stands in the text', () => {
  const text = 'The HbAlc was high'
  const [slip] = findSlips(text, slipsOf(analyseQuery('HbA1c', plain)))
  expect(text.slice(slip?.start, slip?.end)).toBe('HbAlc')
})

test('a query with slips says no less than before', () => {
  const query = analyseQuery('HbA1c in March', plain)
  const healed = withSlips(query, slipsOf(query))
  expect(healed.terms.map(({ token }) => token)).toEqual(query.terms.map(({ token }) => token))
  expect(healed.terms[0]?.alternatives).toContainEqual(['hbalc'])
  expect(healed.terms[2]).toEqual(query.terms[2])
})
