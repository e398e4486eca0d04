import { describe, expect, test } from 'vitest'
import { createDictionary } from '../../src-main/retrieve/dictionary.ts'
import { readDictionaryRows } from '../../src-main/retrieve/dictionary-rows.ts'
import { tokensOf } from '../../src-main/retrieve/tokens.ts'

const rows = readDictionaryRows()
const dictionary = createDictionary(rows)
const alternatives = (text: string) =>
  dictionary
    .expansionsOf(tokensOf(text))
    .flatMap((expansion) => expansion.alternatives.map((phrase) => phrase.join(' ')))

describe('the word tables', () => {
  test('hold as many rows as promised, each with a term and a meaning, none twice', () => {
    const count = (kind: string) => rows.filter((row) => row.kind === kind).length
    expect(count('abbreviation')).toBeGreaterThanOrEqual(620)
    expect(count('brand')).toBeGreaterThanOrEqual(620)
    expect(count('lay')).toBeGreaterThanOrEqual(320)
    for (const row of rows) {
      expect(row.term.length, JSON.stringify(row)).toBeGreaterThan(0)
      expect(
        row.meanings.every(({ wordings }) => wordings.length > 0 && wordings.every((wording) => wording.length > 0)),
        JSON.stringify(row),
      ).toBe(true)
    }
    const terms = rows.map((row) => `${row.kind} ${row.term.join(' ')}`)
    expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([])
  })
})

describe('other words for the same', () => {
  test('are found in both directions', () => {
    expect(alternatives('SOB')).toContain('shortness of breath')
    expect(alternatives('shortness of breath')).toContain('sob')
    expect(alternatives('heart attacks')).toEqual(expect.arrayContaining(['myocardial infarction', 'mi']))
    expect(alternatives('Lipitor')).toContain('atorvastatin')
    expect(alternatives('atorvastatin')).toContain('lipitor')
    expect(alternatives('haemoglobin')).toContain('hemoglobin')
  })

  test('of an ambiguous short form are all its meanings, but one meaning never leads to another', () => {
    expect(alternatives('MS')).toEqual(expect.arrayContaining(['multiple sclerosis', 'mitral stenosis']))
    expect(alternatives('multiple sclerosis')).toEqual(['MS'])
  })

  test('keep to capitals where the lower-case form is an ordinary word', () => {
    expect(alternatives('tell us')).toEqual([])
    expect(alternatives('US abdomen')).toContain('ultrasound')
    expect(alternatives('ultrasound')).toContain('US')
  })

  test('of a combined product are the combination, and each substance finds the product', () => {
    expect(alternatives('Percocet')).not.toContain('acetaminophen')
    expect(alternatives('Percocet')).toContain('oxycodone acetaminophen')
    expect(alternatives('acetaminophen')).toContain('percocet')
  })

  test('lead from a group to its members and never back', () => {
    expect(alternatives('blood thinners')).toEqual(expect.arrayContaining(['warfarin', 'eliquis']))
    expect(alternatives('warfarin')).not.toContain('blood thinner')
    expect(alternatives('warfarin')).not.toContain('apixaban')
  })

  test('name the longest phrase and where it stands', () => {
    expect(
      dictionary.expansionsOf(['has', 'high', 'blood', 'pressure']).map(({ start, length }) => [start, length]),
    ).toEqual([[1, 3]])
  })
})
