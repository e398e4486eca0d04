import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDictionaryRows } from '../../../src-main/retrieve/dictionary-rows.ts'
import { holdOut } from '../../../tools/train-embedder/hold-out.ts'
import { createRandom, misspell } from '../../../tools/train-embedder/misspell.ts'
import { findLevels, quantizeRows } from '../../../tools/train-embedder/quantize-rows.ts'
import { tablePairs } from '../../../tools/train-embedder/table-pairs.ts'
import { encodeTrainingSet, findVocabulary } from '../../../tools/train-embedder/training-set.ts'
import { withoutUnseen } from '../../../tools/train-embedder/unseen-terms.ts'

describe('pairs from the word tables', () => {
  test('ask both ways, and of a group only for its members', () => {
    const meaning = (...wordings: string[][]) => ({ wordings, parts: [] })
    const pairs = tablePairs([
      { kind: 'abbreviation', term: ['Hb'], capitalsOnly: false, meanings: [meaning(['hemoglobin'], ['haemoglobin'])] },
      { kind: 'family', term: ['stroke'], capitalsOnly: false, meanings: [meaning(['TIA'])] },
    ])
    expect(pairs.map(({ query, passage }) => `${query} > ${passage}`)).toEqual([
      'Hb > hemoglobin',
      'hemoglobin > Hb',
      'Hb > haemoglobin',
      'haemoglobin > Hb',
      'stroke > TIA',
    ])
  })

  test('have words on both sides for every row of the program', () => {
    const pairs = tablePairs(readDictionaryRows())
    expect(pairs.length).toBeGreaterThan(1000)
    expect(pairs.filter(({ query, passage }) => query.trim() === '' || passage.trim() === '')).toEqual([])
  })
})

describe('terms kept unseen', () => {
  const pairs = [
    { kind: 'mq-syn', query: 'Knock-knees, severe', passage: 'a' },
    { kind: 'abbr', query: 'KKN', passage: 'knockknees' },
    { kind: 'table-lay', query: 'a', passage: 'knock knees' },
    { kind: 'mq-qa', query: 'What are knock knees?', passage: 'a' },
  ]
  test('leave no list of names and stay in running text', () => {
    expect(withoutUnseen(pairs, ['knock knees', ''])).toEqual([pairs[1], pairs[3]])
  })
})

describe('what is held out', () => {
  const question = (subject: string, form: string) => ({
    kind: 'mq-qa',
    query: `${form} ${subject} ?`,
    passage: `answer on ${subject} that goes on for well over eight words in a row`,
  })
  const subjects = Array.from({ length: 200 }, (_, at) => `disease number${at}`)
  const pairs = subjects.flatMap((subject) => [
    question(subject, 'What are the symptoms of'),
    question(subject, 'What causes'),
    { kind: 'mq-syn', query: subject, passage: 'another name' },
  ])
  const { kept, heldOut } = holdOut({ passages: pairs.map(({ passage }) => passage), pairs })

  test('is some of the subjects, each with all that is said of it', () => {
    const asked = heldOut.filter(({ kind }) => kind === 'mq-qa')
    expect(asked.length).toBeGreaterThan(2)
    expect(asked.length).toBeLessThan(60)
    for (const { query, passage } of asked) {
      const subject = /disease number\d+/.exec(query)?.[0] ?? ''
      expect(kept.pairs.filter((pair) => ` ${pair.query} `.includes(` ${subject} `))).toEqual([])
      expect(kept.passages).not.toContain(passage)
    }
  })
})

describe('rows of few bits', () => {
  test('are as near to what they stand for as the levels allow, and zeros stay zeros', () => {
    const random = createRandom(1)
    const rows = Float32Array.from({ length: 64 * 40 }, (_, at) => (at < 64 ? 0 : random() + random() + random() - 1.5))
    const levels = findLevels(rows, 64, 3)
    const { codes, scales } = quantizeRows(rows, 64, levels)
    expect(levels).toEqual([...levels].sort((a, b) => a - b))
    expect(scales[0]).toBe(0)
    const missed = rows.reduce((sum, value, at) => {
      const unpacked = (scales[Math.floor(at / 64)] ?? 0) * (levels[codes[at] ?? 0] ?? 0)
      return sum + (value - unpacked) ** 2
    }, 0)
    expect(missed / rows.reduce((sum, value) => sum + value * value, 0)).toBeLessThan(0.05)
  })
})

describe('a misspelt word', () => {
  test('is the same for the same seed, and one or two letters longer or shorter at most', () => {
    const words = fc.string({ unit: fc.constantFrom(...'abcdehilmnoprstuy'), minLength: 4, maxLength: 14 })
    fc.assert(
      fc.property(words, fc.nat(), (word, seed) => {
        const wrong = misspell(word, createRandom(seed))
        expect(misspell(word, createRandom(seed))).toBe(wrong)
        expect(Math.abs(wrong.length - word.length)).toBeLessThanOrEqual(2)
      }),
    )
  })
})

describe('the numbers handed to training', () => {
  test('number words by how frequent they are and leave out pairs that say nothing', () => {
    const text = {
      passages: ['fever fever cough', 'fever'],
      pairs: [
        { kind: 'abbr', query: 'cough', passage: 'Cough!' },
        { kind: 'abbr', query: 'fever', passage: 'cough' },
      ],
    }
    const vocabulary = findVocabulary(text, 10)
    expect(vocabulary.words.slice(0, 2)).toEqual(['cough', 'fever'])
    const [words, ...rest] = encodeTrainingSet(text, vocabulary)
    expect(words).toBe(2)
    const afterShares = rest.slice(2)
    expect(afterShares.slice(0, 7)).toEqual([2, 3, 1, 1, 0, 1, 1])
    expect(afterShares.slice(7, 8)).toEqual([1])
    expect(afterShares.slice(8, 15)).toEqual([0, 1, 200, 1, 1, 1, 0])
  })
})
