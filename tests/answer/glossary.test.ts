import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createGlossary } from '../../src-main/answer/glossary.ts'

const file = new URL('../../resources/glossary/terms.csv', import.meta.url)
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [term = '', others = '', ...rest] = line.split(',')
    return { term, forms: [term, ...others.split(' | ')].filter((form) => form !== ''), explanation: rest.join(',') }
  })
const { explain, termsIn } = createGlossary()
const found = (text: string) => termsIn(text).map(({ start, end, term }) => [text.slice(start, end), term])

describe('the table', () => {
  test('has at least 320 entries, each of a term and one or two sentences', () => {
    expect(rows.length).toBeGreaterThanOrEqual(320)
    for (const { term, forms, explanation } of rows) {
      expect(term, term).toMatch(/^\S(?:.*\S)?$/)
      for (const form of forms) expect(form, term).toMatch(/^[^,"]*[\p{L}\p{N}.)!]$/u)
      expect(explanation, term).toMatch(/^[A-Z].*\.$/)
      expect(explanation.length, term).toBeLessThanOrEqual(240)
      expect(explanation.split(/[.:] [A-Z]/).length, term).toBeLessThanOrEqual(2)
      expect(explanation, term).not.toMatch(/["\u2014]/)
    }
  })

  test('never advises, and never says what a result means for the reader', () => {
    const advice =
      /\byou(?:r|rs)?\b|\bshould\b|\bmust\b|\bought\b|\bplease\b|\bdo not\b|\bdon't\b|ask (?:a|the|your) |see a |consult (?:a|your)|seek|talk to|worr(?:y|ied) about|dangerous|harmless result|nothing to|reassuring|good news|bad sign|is normal|are normal|indicates|suggests|means that (?:there|the)/i
    // a written order is named by its own words
    const named = new Set(['do not resuscitate'])
    expect(rows.filter(({ explanation }) => advice.test(explanation)).map(({ term }) => term)).toEqual([])
    expect(rows.filter(({ term }) => advice.test(term) && !named.has(term))).toEqual([])
  })

  test('gives each form to one entry', () => {
    const owners = new Map<string, string>()
    for (const { term, forms } of rows)
      for (const form of forms) {
        const key = form.toLowerCase().replace(/!$/, '')
        expect(owners.get(key) ?? term, form).toBe(term)
        owners.set(key, term)
      }
  })

  test('is found by every one of its forms, and stands whole in a sentence', () => {
    for (const { forms, explanation } of rows)
      for (const form of forms) {
        const written = form.replace(/!$/, '')
        expect(explain(written)?.explanation, form).toBe(explanation)
        expect(
          termsIn(`Today, ${written}; end`).map(({ term }) => explain(term)?.explanation),
          form,
        ).toContain(explanation)
      }
  })

  test('is refused when a line is no entry', () => {
    const broken = createGlossary(new URL('./none-known.test.ts', import.meta.url))
    expect(() => broken.explain('import')).toThrow()
  })
})

describe('a term is explained', () => {
  test('in any capitals', () => {
    for (const written of ['Hemoglobin', 'HEMOGLOBIN', 'haemoglobin', 'Hb', 'hgb'])
      expect(explain(written)?.term, written).toBe('hemoglobin')
  })

  test('in the plural, with accents and with a possessive', () => {
    expect(explain('biopsies')?.term).toBe('biopsy')
    expect(explain('Fractures')?.term).toBe('fracture')
    expect(explain('abscesses')?.term).toBe('abscess')
    expect(explain('platelet')?.term).toBe('platelets')
    expect(explain('h\u00e9moglobin')?.term).toBe('hemoglobin')
    expect(explain('Parkinson\u2019s disease')?.term).toBe("Parkinson's disease")
    expect(explain('Parkinsons disease')?.term).toBe("Parkinson's disease")
  })

  test('with its own signs', () => {
    expect(explain('b.i.d.')?.explanation).toMatch(/two times a day/)
    expect(explain('BID')?.explanation).toMatch(/two times a day/)
    expect(explain('SpO\u2082')?.term).toBe('oxygen saturation')
    expect(explain('r/o')?.term).toBe('rule out')
    expect(explain('A&E')?.term).toBe('emergency department')
  })

  test('only when it is there as a whole', () => {
    for (const written of ['', '   ', 'hemo', 'blood', 'hemoglobin of', 'xyzzy', '!', '...'])
      expect(explain(written), written).toBeUndefined()
  })
})

describe('the terms of a text', () => {
  test('are found with their places, the longest first', () => {
    expect(found('Hemoglobin A1c 6.1 %, hemoglobin 13.2 g/dL')).toEqual([
      ['Hemoglobin A1c', 'hemoglobin A1c'],
      ['hemoglobin', 'hemoglobin'],
    ])
    expect(found('Mean corpuscular hemoglobin concentration 33')).toEqual([
      ['Mean corpuscular hemoglobin concentration', 'mean corpuscular hemoglobin concentration'],
    ])
    expect(found('No pleural effusion. Two biopsies were taken.')).toEqual([
      ['pleural effusion', 'effusion'],
      ['biopsies', 'biopsy'],
    ])
  })

  test('are found over the end of a line, and not over that of a sentence', () => {
    expect(found('signs of heart\nfailure')).toEqual([['heart\nfailure', 'heart failure']])
    expect(found('pain at the heart. Failure of the pump').map(([, term]) => term)).not.toContain('heart failure')
    expect(found('chronic kidney\n\ndisease').map(([, term]) => term)).not.toContain('chronic kidney disease')
  })

  test('are found in capitals only where the small letters are a word', () => {
    expect(found('PT was prolonged')).toEqual([['PT', 'PT']])
    expect(found('the pt was seen')).toEqual([])
    expect(found('he ate fish and so on')).toEqual([])
    expect(found('given STAT')).toEqual([['STAT', 'STAT']])
    expect(found('vitamin a c and e')).toEqual([])
  })

  test('are found in what a prescription says', () => {
    expect(found('Take 1 tablet p.o. b.i.d. prn').map(([, term]) => term)).toEqual(['tablet', 'PO', 'BID', 'PRN'])
  })

  test('never overlap, and each is explained', () => {
    const word = fc.constantFrom(
      ...rows.flatMap(({ forms }) => forms.map((form) => form.replace(/!$/, ''))),
      'the',
      'of',
      '.',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(' ')
        let last = 0
        for (const { start, end, term } of termsIn(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(explain(text.slice(start, end))?.term).toBe(term)
          last = end
        }
      }),
      { numRuns: 50 },
    )
  })

  test('are looked for in any text without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => Array.isArray(termsIn(text))))
  })
})
