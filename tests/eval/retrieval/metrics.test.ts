import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoreRanking } from './metrics.ts'

const grades = new Map([
  ['best', 3],
  ['good', 2],
  ['fair', 1],
  ['off', 0],
])

test('gain is the grade and the discount is the logarithm of rank and one, over the best that was possible', () => {
  const { ndcg10 } = scoreRanking(['fair', 'other', 'best'], grades)
  const reached = 1 / Math.log2(2) + 3 / Math.log2(4)
  const possible = 3 / Math.log2(2) + 2 / Math.log2(3) + 1 / Math.log2(4)
  expect(ndcg10).toBeCloseTo(reached / possible, 12)
})

test('with grades of 0 and 1 a relevant item at rank r is worth 1 / log2(r + 1)', () => {
  for (const rank of [1, 2, 5, 10]) {
    const ranked = [...Array.from({ length: rank - 1 }, (_, at) => `other ${at}`), 'it']
    expect(scoreRanking(ranked, new Map([['it', 1]])).ndcg10).toBeCloseTo(1 / Math.log2(rank + 1), 12)
  }
})

test('what is best possible is cut at ten as the ranking is', () => {
  const many = new Map(Array.from({ length: 30 }, (_, at) => [`item ${at}`, 1]))
  expect(scoreRanking([...many.keys()].slice(0, 10), many)).toEqual({ ndcg10: 1, mrr10: 1, recall100: 10 / 30 })
})

test('the reciprocal rank is of the first relevant item, and nothing beyond the tenth place', () => {
  expect(scoreRanking(['off', 'other', 'fair', 'best'], grades).mrr10).toBe(1 / 3)
  const tenOthers = Array.from({ length: 10 }, (_, at) => `other ${at}`)
  expect(scoreRanking([...tenOthers, 'best'], grades)).toMatchObject({ ndcg10: 0, mrr10: 0, recall100: 1 / 3 })
})

test('recall counts relevant items among a hundred, whatever their grade', () => {
  const others = Array.from({ length: 99 }, (_, at) => `other ${at}`)
  expect(scoreRanking([...others, 'fair', 'best'], grades).recall100).toBe(1 / 3)
})

test('an item that comes again counts at its first place and takes no other', () => {
  expect(scoreRanking(['other', 'best', 'best', 'other', 'good'], grades)).toEqual(
    scoreRanking(['other', 'best', 'good'], grades),
  )
})

test('equal items keep the order in which they were ranked', () => {
  const equal = new Map([['a', 1]])
  expect(scoreRanking(['a', 'b'], equal).mrr10).toBe(1)
  expect(scoreRanking(['b', 'a'], equal).mrr10).toBe(1 / 2)
})

test('where nothing is relevant there is nothing to score', () => {
  expect(scoreRanking(['off'], new Map([['off', 0]]))).toEqual({ ndcg10: NaN, mrr10: NaN, recall100: NaN })
})

const gradeSets = fc.dictionary(fc.constantFrom(...'abcdefghijklmnop'), fc.integer({ min: 1, max: 3 }), { minKeys: 1 })

test('the ideal order scores 1 and no order scores outside 0 to 1', () => {
  fc.assert(
    fc.property(gradeSets, fc.array(fc.constantFrom(...'abcdefghijklmnop')), (graded, ranked) => {
      const known = new Map(Object.entries(graded))
      const ideal = [...known].sort(([, a], [, b]) => b - a).map(([item]) => item)
      const best = scoreRanking(ideal, known)
      expect(best.ndcg10).toBeCloseTo(1, 12)
      expect(best).toMatchObject({ mrr10: 1, recall100: 1 })
      for (const score of Object.values(scoreRanking(ranked, known))) {
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1 + 1e-12)
      }
    }),
  )
})

test('moving a better item before a worse one never lowers the gain', () => {
  fc.assert(
    fc.property(
      gradeSets,
      fc.shuffledSubarray([...'abcdefghijklmnop'], { minLength: 2 }),
      fc.nat(),
      (graded, ranked, seed) => {
        const known = new Map(Object.entries(graded))
        const at = seed % (ranked.length - 1)
        const [one, next] = [ranked[at] ?? '', ranked[at + 1] ?? '']
        const swapped = ranked.toSpliced(at, 2, next, one)
        const gain = (order: string[]) => scoreRanking(order, known).ndcg10
        const nextIsBetter = (known.get(next) ?? 0) >= (known.get(one) ?? 0)
        if (nextIsBetter) expect(gain(swapped)).toBeGreaterThanOrEqual(gain(ranked) - 1e-12)
        else expect(gain(swapped)).toBeLessThanOrEqual(gain(ranked) + 1e-12)
      },
    ),
  )
})
