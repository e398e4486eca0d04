/** Vaccines by name, short form and trade name; never by a part of a word. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readMeasureDictionaries } from '../../../src-main/extract/dictionaries/read-dictionaries.ts'
import { tableLines, wordingsOf } from '../../../src-main/extract/dictionaries/table-lines.ts'

const { vaccines } = readMeasureDictionaries()
const rows = tableLines(readFileSync('resources/dictionaries/vaccines.csv', 'utf8'))

describe('the table', () => {
  test('holds the vaccines of ordinary papers, each name and code once', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60)
    const codes = rows.map(([, cvx]) => cvx).filter(Boolean)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => !/^\d{2,3}$/.test(code ?? ''))).toEqual([])
  })

  test('every name finds its own row', () => {
    const wrong = rows.flatMap(([name = '', , others = '']) =>
      [name, ...wordingsOf(others)].filter((text) => vaccines.find(text)?.name !== name),
    )
    expect(wrong).toEqual([])
  })
})

describe('find', () => {
  test.each([
    ['MMR', 'Measles mumps rubella'],
    ['Influenza vaccine', 'Influenza'],
    ['Hep B dose 2', 'Hepatitis B'],
    ['Gardasil 9', 'Human papillomavirus (9-valent)'],
    ['Pneumovax 23', 'Pneumococcal polysaccharide PPSV23'],
    ['prevnar 13', 'Pneumococcal conjugate PCV13'],
    ['Td', 'Td'],
    ['COVID-19 vaccine, Pfizer', 'COVID-19 (Pfizer-BioNTech)'],
    ['SHINGRIX', 'Zoster (recombinant)'],
  ])('%s is %s', (text, name) => {
    expect(vaccines.find(text)?.name).toBe(name)
  })

  test.each([
    'TD',
    'td',
    'dt',
    'influence',
    'tetanus ward',
    'MMRX',
    'vaccine',
    'dose 2',
    '',
    'Fluent',
    'Polio hospital',
  ])('%s is none', (text) => {
    expect(vaccines.find(text)).toBeUndefined()
  })
})

describe('findIn', () => {
  test('finds each where it stands, the longest name first', () => {
    const text = 'Tdap (Boostrix)\t03/04/2021\nFluzone High-Dose Quadrivalent\t10/01/2022'
    const found = vaccines.findIn(text)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Tdap (Boostrix)',
      'Fluzone High-Dose Quadrivalent',
    ])
    expect(found.map(({ cvx }) => cvx)).toEqual(['115', '197'])
  })

  test('a name does not go on in the next cell or line', () => {
    expect(vaccines.findIn('Gardasil\t9 ml').map(({ name }) => name)).toEqual(['Human papillomavirus (quadrivalent)'])
    expect(vaccines.findIn('Hepatitis\nA').map(({ name }) => name)).toEqual([])
  })

  test('parts of words and of other names are none', () => {
    expect(vaccines.findIn('The influence of fluids on td and dt; standard tests')).toEqual([])
  })
})
