import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PositionedWord } from '../../../src-main/ingest/layout/positioned-word.ts'
import { compareWords, similarity, wordsBeside } from '../../../src-main/ingest/readers/pdf-agreement.ts'

const word = (text: string, x: number, y: number, more: Partial<PositionedWord> = {}): PositionedWord => ({
  text,
  x,
  y,
  width: 6 * text.length,
  height: 12,
  size: 11,
  ...more,
})

describe('two texts', () => {
  test('are alike when only case, marks and usual slips differ', () => {
    expect(similarity('Hemoglobin A1c: 5.8 %', 'hemoglobin Alc 5,8')).toBe(1)
    expect(similarity('O2 Sättigung', '02 sattigung')).toBe(1)
  })

  test('are not alike when they say different things', () => {
    expect(similarity('no known allergies', 'Gqfxzrm tcubjd')).toBeLessThan(0.3)
  })

  test('are as alike one way as the other, between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const alike = similarity(a, b)
        expect(alike).toBeGreaterThanOrEqual(0)
        expect(alike).toBeLessThanOrEqual(1)
        expect(similarity(b, a)).toBe(alike)
        expect(similarity(a, a)).toBe(1)
      }),
    )
  })
})

describe('words that stand in one place', () => {
  test('are compared there, in whatever order they come', () => {
    const layer = [word('sodium', 50, 100), word('141', 120, 100), word('potassium', 50, 120)]
    expect(compareWords(layer, [...layer].reverse())).toEqual({ similarity: 1, covered: 1, contradicted: 0 })
    expect(compareWords(layer, []).similarity).toBe(0)
    expect(compareWords([], layer)).toEqual({ similarity: 1, covered: 0, contradicted: 0 })
  })

  test('contradict each other only when recognition is sure', () => {
    const layer = [word('penicillin', 50, 100)]
    const read = (confidence: number) => [word('amoxapine', 50, 100, { confidence })]
    expect(compareWords(layer, read(0.95)).contradicted).toBe(10)
    expect(compareWords(layer, read(0.5)).contradicted).toBe(0)
  })

  test('do not stand for what is printed askew across them', () => {
    const stamp = word('COPY', 40, 90, { width: 200, height: 200, turn: 4 })
    const read = [word('sodium', 50, 100), word('141', 120, 100)]
    expect(wordsBeside([stamp], read)).toEqual(read)
  })
})
