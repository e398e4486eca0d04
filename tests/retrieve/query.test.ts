import { describe, expect, test } from 'vitest'
import { createDictionary } from '../../src-main/retrieve/dictionary.ts'
import { readDictionaryRows } from '../../src-main/retrieve/dictionary-rows.ts'
import { analyseQuery, searchTerms, stemsOf } from '../../src-main/retrieve/query.ts'

const dictionary = createDictionary(readDictionaryRows())
const subjects = (text: string, names: string[] = []) =>
  searchTerms(analyseQuery(text, dictionary, names)).map((term) => term.token)

describe('a question', () => {
  test('is told apart into what it names and what merely asks', () => {
    expect(subjects('What is the latest potassium level of the patient?')).toEqual(['potassium'])
    expect(subjects('Could you please show when Mrs. Whitfield was prescribed Metformin?')).toEqual(['metformin'])
    expect(subjects("What was Margaret's ferritin?")).toEqual(['ferritin'])
    expect(subjects("Has she Crohn's disease?")).toEqual(['crohn', 'disease'])
    expect(subjects('Does Orla Brennick take aspirin', ['Orla Brennick'])).toEqual(['aspirin'])
  })

  test('that names nothing is searched by its asking words, and at last by all of them', () => {
    expect(subjects('What did the doctor recommend?')).toEqual(['doctor', 'recommend'])
    expect(subjects('to be or not to be')).toHaveLength(6)
  })

  test('keeps quoted words and decimal numbers as phrases, and what was typed as it was', () => {
    const query = analyseQuery('HbA1c 7.2 "never again" Ménière', dictionary)
    expect(query.phrases).toEqual([
      ['never', 'again'],
      ['7', '2'],
    ])
    expect(query.terms.map((term) => term.token)).toEqual(['hba1c', 'ménière'])
    expect(query.raw).toBe('HbA1c 7.2 "never again" Ménière')
  })

  test('marks the words of a known phrase, also with grammar between them', () => {
    const words = analyseQuery('has her appendix been removed', dictionary).terms.filter((term) => term.phrase)
    expect(words.map((term) => term.token)).toEqual(['appendix', 'removed'])
    expect(words[0]?.alternatives).toContainEqual(['appendectomy'])
  })

  test('of who also looks for the ways in which papers name an office', () => {
    const [kidney, doctor] = searchTerms(analyseQuery('Who is the kidney doctor?', dictionary))
    expect([kidney?.token, doctor?.token]).toEqual(['kidney', 'doctor'])
    expect(doctor?.alternatives).toContainEqual(['dr'])
    expect(subjects('Who is the constructor?')).toEqual(['constructor'])
  })

  test('finds American and British spellings alike', () => {
    const others = (word: string) => analyseQuery(word, dictionary).terms[0]?.alternatives.map((phrase) => phrase[0])
    expect(others('celiac')).toContain('coeliac')
    expect(others('oesophagus')).toContain('esophagus')
    expect(others('haematuria')).toContain('hematuria')
  })

  test('names every stem whose frequency may be asked', () => {
    expect(stemsOf(analyseQuery('allergies to Lipitor 7.2', dictionary))).toEqual(
      expect.arrayContaining(['allergi', 'lipitor', 'atorvastatin', '7', '2']),
    )
  })
})
