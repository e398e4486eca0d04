import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fuse } from '../../src-main/retrieve/fuse.ts'

const word = (chunkId: number, score: number, isWhole = false) => ({ chunkId, score, isWhole })
const near = (chunkId: number, similarity: number) => ({ chunkId, similarity })
const idsOf = (matches: readonly { chunkId: number }[]) => matches.map(({ chunkId }) => chunkId)

describe('words and meaning in one order', () => {
  test('put first what is good in both', () => {
    const fused = fuse([word(1, 10), word(2, 9)], [near(3, 0.8), near(2, 0.7), near(4, 0.1)], 0.4)
    expect(idsOf(fused)).toEqual([2, 1, 3, 4])
    expect(fused[0]).toMatchObject({ inWords: true, similarity: 0.7 })
    expect(fused[2]).toMatchObject({ inWords: false, similarity: 0.8 })
  })

  test('put every word found before better scores for some of them', () => {
    expect(idsOf(fuse([word(1, 10), word(2, 9.5, true)], [], 0.4))).toEqual([2, 1])
  })

  test('leave the order of either alone as it is', () => {
    const printed = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(printed, (scores) => {
        const falling = [...scores].sort((a, b) => b - a)
        const words = falling.map((score, at) => word(at, score))
        expect(idsOf(fuse(words, [], 0.5))).toEqual(idsOf(words))
        const meaning = falling.map((score, at) => near(at, score / 50))
        expect(idsOf(fuse([], meaning, 0.5))).toEqual(idsOf(meaning))
      }),
      { seed: 11 },
    )
  })

  test('keep each chunk once, scored from 0 to 1.2, whatever comes', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 30 })
    const unit = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(ids, ids, unit, fc.infiniteStream(unit), (inWords, inMeaning, weight, numbers) => {
        const next = () => numbers.next().value as number
        const words = inWords.map((id) => word(id, next() * 30, next() > 0.5))
        const meaning = inMeaning.map((id) => near(id, next() * 2 - 1))
        const fused = fuse(words, meaning, weight)
        expect(idsOf(fused).toSorted()).toEqual([...new Set([...inWords, ...inMeaning])].toSorted())
        for (const { score } of fused) expect(score >= 0 && score <= 1.2 + 1e-9).toBe(true)
      }),
      { seed: 12 },
    )
  })
})
