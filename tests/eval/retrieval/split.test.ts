import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createDictionary } from '../../../src-main/retrieve/dictionary.ts'
import { readDictionaryRows } from '../../../src-main/retrieve/dictionary-rows.ts'
import { stemOf, tokensOf } from '../../../src-main/retrieve/tokens.ts'
import { tablePairs } from '../../../tools/train-embedder/table-pairs.ts'

const pairs = readFileSync(new URL('./unseen-terms.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t') as [asked: string, written: string])
const rows = readDictionaryRows()
const keyOf = (words: readonly string[]) => words.map(stemOf).join(' ')

describe('what the evaluation asks for in words that nothing was taught', () => {
  test('is a list of at least forty pairs, none twice', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(40)
    for (const pair of pairs)
      expect(pair.every((words) => words.trim() !== '') && pair.length === 2, pair[0]).toBe(true)
    const all = pairs.flat()
    expect(all.filter((words, at) => all.indexOf(words) !== at)).toEqual([])
  })

  test('is in no word table, neither as it is asked nor as pages have it', () => {
    const inTables = new Set(
      rows.flatMap(({ term, meanings }) => [
        keyOf(term),
        ...meanings.flatMap(({ wordings, parts }) => [...wordings, ...parts].map(keyOf)),
      ]),
    )
    for (const words of pairs.flat()) expect(inTables.has(keyOf(tokensOf(words))), words).toBe(false)
  })

  test('is not found by any chain of rows either', () => {
    const dictionary = createDictionary(rows)
    for (const [one, other] of [...pairs, ...pairs.map(([asked, written]) => [written, asked] as const)]) {
      const found = dictionary.expansionsOf(tokensOf(one)).flatMap(({ alternatives }) => alternatives.map(keyOf))
      expect(found, one).not.toContain(keyOf(tokensOf(other)))
    }
  })

  test('is on neither side of a pair that the embedder is trained with from the tables', () => {
    const spaced = (words: string) => ` ${tokensOf(words).join(' ').toLowerCase()} `
    const trained = tablePairs(rows).flatMap(({ query, passage }) => [spaced(query), spaced(passage)])
    expect(trained.length).toBeGreaterThan(1000)
    for (const words of pairs.flat()) {
      const unseen = spaced(words)
      expect(
        trained.filter((side) => side.includes(unseen)),
        words,
      ).toEqual([])
    }
  })
})
