import { describe, expect, test } from 'vitest'
import { createDictionary } from '../../src-main/retrieve/dictionary.ts'
import { readDictionaryRows } from '../../src-main/retrieve/dictionary-rows.ts'
import { litWords } from '../../src-main/retrieve/lit-words.ts'
import { analyseQuery } from '../../src-main/retrieve/query.ts'

const dictionary = createDictionary(readDictionaryRows())

function lit(query: string, text: string, typing = false): string[] {
  return litWords(analyseQuery(query, dictionary), typing)(text).map(({ start, end }) => text.slice(start, end))
}

describe('the words that are lit', () => {
  test('are those asked for in any of their forms, and the other words for them', () => {
    expect(lit('allergies', 'Allergy: penicillin')).toEqual(['Allergy'])
    expect(lit('heart attack', 'A myocardial infarction in 2019; the attack')).toContain('myocardial')
    expect(lit('heart attack', 'A myocardial biopsy')).toEqual([])
  })

  test('are found behind accents, and in quotes only word for word', () => {
    expect(lit('cafe', 'Au café du coin')).toEqual(['café'])
    expect(lit('"no known"', 'No known allergies; known to us')).toEqual(['No', 'known'])
  })

  test('begin like the word that is still being typed', () => {
    expect(lit('metf', 'metformin and metoprolol', true)).toEqual(['metformin'])
    expect(lit('metf', 'metformin')).toEqual([])
  })
})
