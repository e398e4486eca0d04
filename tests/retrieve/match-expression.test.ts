import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { createDictionary } from '../../src-main/retrieve/dictionary.ts'
import { readDictionaryRows } from '../../src-main/retrieve/dictionary-rows.ts'
import { matchExpression } from '../../src-main/retrieve/match-expression.ts'
import { analyseQuery } from '../../src-main/retrieve/query.ts'
import { stemOf, tokensOf } from '../../src-main/retrieve/tokens.ts'

const dictionary = createDictionary(readDictionaryRows())
const db = new Database(':memory:')
db.exec(`CREATE VIRTUAL TABLE ft USING fts5(text, scope, tokenize = 'porter unicode61 remove_diacritics 2')`)
db.exec(`CREATE VIRTUAL TABLE vocabulary USING fts5vocab(ft, 'row')`)
const PAGES = [
  'Acute myocardial infarction in 2019, HbA1c 7.2 %',
  'Known hypertension, takes Lipitor. Café visit.',
  'X-ray of the chest: no pneumonia',
  'HbA1c 2.7 % and 7 mg of something else',
]
const insert = db.prepare('INSERT INTO ft (rowid, text, scope) VALUES (?, ?, ?)')
PAGES.forEach((text, at) => {
  insert.run(at + 1, text, 'p12x')
})
insert.run(99, 'Somebody else with hypertension, p12x written in the text', 'p7x')
const select = db.prepare<[string], { rowid: number }>('SELECT rowid FROM ft WHERE ft MATCH ? ORDER BY rowid')
afterAll(() => {
  db.close()
})

const MODES = ['all', 'any'] as const
const find = (text: string, mode: 'all' | 'any' = 'all', typing = false) => {
  const match = matchExpression(analyseQuery(text, dictionary), { mode, scope: 'p12x', typing })
  return match === undefined ? [] : select.all(match).map(({ rowid }) => rowid)
}

const NAUGHTY = [
  '"',
  '""',
  '"a',
  'a"b"c',
  "'; DROP TABLE ft; --",
  'AND',
  'a AND',
  'OR OR',
  'NOT x',
  'NEAR(a b, 2)',
  'NEAR',
  '(((',
  ')',
  'a*',
  '*',
  '^a',
  'text:',
  'scope : p7x',
  'p7x',
  '{text scope} : a',
  '- a',
  'a + b',
  '\0',
  'a\0b',
  '"\0"',
  '\u0001',
  '😀',
  'a😀b',
  'מה זה',
  'ضغط الدم العالي',
  '\u202Eabc',
  'é',
  'e\u0301',
  '\ud800',
  '½',
  'ﬁbrosis',
  '７．２',
  '7.2.3,4',
  '1e99',
  '“a”',
  '„x” y',
  '«q»',
  "l'été",
  "n't",
  "Crohn's",
  '漢字',
  'ไทย',
  'हिन्दी',
  '\u{10FFFF}',
  ' '.repeat(100),
]

describe('a full-text expression', () => {
  test('is understood by the index whatever was typed', () => {
    const words = fc.constantFrom(
      'AND',
      'OR',
      'NOT',
      'NEAR',
      '"',
      '(',
      ')',
      '*',
      ':',
      '^',
      '-',
      '+',
      'heart',
      'attack',
      'SOB',
      'text',
      'scope',
      '7.2',
      '\0',
      '😀',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ maxLength: 40 }),
      fc.array(words, { maxLength: 8 }).map((all) => all.join(' ')),
    )
    const run = (text: string) => {
      const query = analyseQuery(text, dictionary)
      for (const mode of MODES)
        for (const typing of [false, true]) {
          const match = matchExpression(query, { mode, scope: 'p12x', typing })
          if (match === undefined) continue
          expect(match).not.toContain('\0')
          expect(select.all(match).every(({ rowid }) => rowid !== 99)).toBe(true)
        }
    }
    for (const text of NAUGHTY) run(text)
    fc.assert(fc.property(typed, run), { numRuns: 10_000, verbose: 1 })
  }, 60_000)

  test('finds a page that says it in other words', () => {
    expect(find('heart attack')).toEqual([1])
    expect(find('MI')).toEqual([1])
    expect(find('HTN')).toEqual([2])
    expect(find('atorvastatin')).toEqual([2])
    expect(find('CXR')).toEqual([])
    expect(find('chest x-ray')).toEqual([3])
  })

  test('never leaves the person, whatever the page says', () => {
    expect(find('hypertension')).toEqual([2])
    expect(find('somebody', 'any')).toEqual([])
  })

  test('keeps a decimal number and quoted words together', () => {
    expect(find('7.2')).toEqual([1])
    expect(find('"takes lipitor"')).toEqual([2])
    expect(find('"lipitor takes"')).toEqual([])
  })

  test('completes the last word while it is being typed, and only then', () => {
    for (const text of ['hypert', 'hypertensio', 'hypertension', 'known hy', 'cafe'])
      expect(find(text, 'all', true)).toEqual([2])
    expect(find('hypert')).toEqual([])
    expect(find('hypert ', 'all', true)).toEqual([])
  })

  test('is absent when there is no word to look for', () => {
    expect(matchExpression(analyseQuery('?! …', dictionary), { mode: 'all' })).toBeUndefined()
  })

  test('rests on stems that are the ones in the index', () => {
    const text = `${PAGES.join(' ')} allergies vaccinated diagnoses hospitalization Ménière naïve oesophagus running flies dying
      medications generalised relational conditional operator sky agreed plastered ca2 25ohd tests 3rd`
    insert.run(1000, text, 'p1x')
    const held = db.prepare('SELECT term FROM vocabulary').pluck().all()
    for (const token of tokensOf(text)) expect(held).toContain(stemOf(token))
  })
})
