import { expect, test } from 'vitest'
import { createRandom } from '../../../tools/make-papers/random.ts'
import { bootstrapIntervals } from './bootstrap.ts'

const random = createRandom(7)
const noise = (queries: number) => Array.from({ length: queries }, () => random.between(0, 1000) / 1000)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('what never varies has an interval without width', () => {
  expect(bootstrapIntervals([[0.25, 0.25, 0.25]], { seed: 1 })).toEqual([[0.25, 0.25]])
})

test('the interval is that of a mean: 1.96 standard errors to either side, where there are many queries', () => {
  const values = noise(2000)
  const error = Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)) / values.length)
  const [[low, high] = [0, 0]] = bootstrapIntervals([values], { seed: 1 })
  expect(mean(values) - low).toBeCloseTo(1.96 * error, 3)
  expect(high - mean(values)).toBeCloseTo(1.96 * error, 3)
})

test('every series is drawn alike: what is always better by as much is better by as much in each resample', () => {
  const lower = noise(50)
  const higher = lower.map((value) => value + 0.125)
  const difference = higher.map((value, at) => value - (lower[at] ?? 0))
  const [[low, high] = [0, 0], [lowOfHigher] = [0], [gained] = [0]] = bootstrapIntervals([lower, higher, difference], {
    seed: 1,
  })
  expect(high - low).toBeGreaterThan(0.1)
  expect(lowOfHigher - low).toBeCloseTo(0.125, 12)
  expect(gained).toBeCloseTo(0.125, 12)
})

test('the same seed gives the same intervals, another seed others', () => {
  const values = noise(40)
  expect(bootstrapIntervals([values], { seed: 3 })).toEqual(bootstrapIntervals([values], { seed: 3 }))
  expect(bootstrapIntervals([values], { seed: 3 })).not.toEqual(bootstrapIntervals([values], { seed: 4 }))
})

test('no query, or series of different queries, is refused', () => {
  expect(() => bootstrapIntervals([], { seed: 1 })).toThrow(RangeError)
  expect(() => bootstrapIntervals([[1, 0], [1]], { seed: 1 })).toThrow(RangeError)
})
