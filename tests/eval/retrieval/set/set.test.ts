import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createDictionary } from '../../../../src-main/retrieve/dictionary.ts'
import { readDictionaryRows } from '../../../../src-main/retrieve/dictionary-rows.ts'
import { stemOf, tokensOf } from '../../../../src-main/retrieve/tokens.ts'
import { holds } from '../../../../tools/make-papers/records/words.ts'
import { askedTopics, slices } from './asked-topics.ts'
import { evaluationSet } from './index.ts'
import { missingEverywhere } from './unanswerable.ts'

const sets = [1, 2].map((seed) => ({ seed, set: evaluationSet(seed) }))
const dictionary = createDictionary(readDictionaryRows())
const stemmed = (words: readonly string[]) => words.map(stemOf).join(' ')
const topics = askedTopics.flatMap(({ vocabulary, topics }) => topics.map((topic) => ({ vocabulary, ...topic })))

describe.each(sets)('the set of seed $seed', ({ seed, set: { people, questions, unanswerable } }) => {
  const documentOf = (person: string, fileName: string) =>
    people.find(({ name }) => name === person)?.documents.find((document) => document.fileName === fileName)

  test('is as large as promised', () => {
    expect(people.length).toBeGreaterThanOrEqual(20)
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
    expect(people.flatMap(({ documents }) => documents).length).toBeGreaterThanOrEqual(300)
    expect(questions.length).toBeGreaterThanOrEqual(180)
    expect(unanswerable.length).toBeGreaterThanOrEqual(30)
    const count = (wanted: (question: (typeof questions)[number]) => boolean) => questions.filter(wanted).length
    for (const slice of slices)
      expect(
        count((question) => question.slice === slice),
        slice,
      ).toBeGreaterThanOrEqual(20)
    expect(count(({ vocabulary }) => vocabulary === 'in-tables')).toBeGreaterThanOrEqual(40)
    expect(count(({ vocabulary }) => vocabulary === 'in-none')).toBeGreaterThanOrEqual(40)
  })

  test('is the same each time', () => {
    expect(evaluationSet(seed)).toEqual({ people, questions, unanswerable })
  })

  test('has each id once, and no slot left open', () => {
    const ids = [...questions, ...unanswerable].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { documents } of people) {
      expect(new Set(documents.map(({ fileName }) => fileName)).size).toBe(documents.length)
      for (const { text, fileName } of documents) expect(text.match(/[{}]|undefined|NaN/g), fileName).toBeNull()
    }
    for (const { text } of [...questions, ...unanswerable]) expect(text).not.toMatch(/[{}]/)
  })

  test('has every gold passage once in the document it names, and one that says what is asked', () => {
    for (const { id, person, gold } of questions) {
      for (const { document, quote, grade } of gold) {
        expect(documentOf(person, document)?.text.split(quote).length, `${id}: ${quote}`).toBe(2)
        expect([1, 3], id).toContain(grade)
      }
      expect(gold.filter(({ grade }) => grade === 3).length, id).toBe(1)
    }
  })

  test("says on the page what was asked in other words, and never in the question's", () => {
    for (const { id, person, vocabulary, text, gold } of questions) {
      if (vocabulary === 'plain') continue
      const found = topics.filter(
        ({ key }) => key && holds(text, key.asked) && gold.some(({ quote }) => holds(quote, key.written)),
      )
      expect(found.length, `${id}: ${text}`).toBeGreaterThan(0)
      for (const { document } of gold)
        expect(
          found.some(
            ({ key }) =>
              key && holds(stemmed(tokensOf(documentOf(person, document)?.text ?? '')), stemmed(tokensOf(key.asked))),
          ),
          `${id}: ${document}`,
        ).toBe(false)
    }
  })

  test('asks for nothing that a page of that person names', () => {
    for (const { id, person, text } of unanswerable) {
      const pages = people.find(({ name }) => name === person)?.documents ?? []
      const words = [
        ...topics.flatMap(({ key }) => (key && holds(text, key.asked) ? [key.asked, key.written] : [])),
        ...missingEverywhere.flatMap(({ asks, words: missing }) =>
          text.replace(/\b(?:she|he)\b/, '{s}') === asks ? missing : [],
        ),
      ]
      expect(words.length, id).toBeGreaterThan(0)
      for (const word of words)
        expect(
          pages.filter((page) => holds(page.text, word)).map(({ fileName }) => fileName),
          `${id}: ${word}`,
        ).toEqual([])
    }
  })
})

test('a row of the tables links what is asked with what the page says, where that is promised', () => {
  for (const { vocabulary, key } of topics) {
    if (vocabulary !== 'in-tables' || !key) continue
    const alternatives = dictionary
      .expansionsOf(tokensOf(key.asked))
      .flatMap((expansion) => expansion.alternatives.map(stemmed))
    expect(alternatives, key.asked).toContain(stemmed(tokensOf(key.written)))
  }
})

test('what is in no table is on the list of what nothing may be taught', () => {
  const unseen = new Set(
    readFileSync(new URL('../unseen-terms.txt', import.meta.url), 'utf8')
      .trim()
      .split('\n'),
  )
  for (const { vocabulary, key } of topics)
    if (vocabulary === 'in-none') expect(unseen, key?.asked).toContain(`${key?.asked}\t${key?.written}`)
})
