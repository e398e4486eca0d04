import { expect, test } from 'vitest'
import { sample } from './sample.ts'

test('no more are taken than wanted, evenly from all and in order', () => {
  expect(sample(['a', 'b', 'c', 'd', 'e', 'f'], 3)).toEqual(['a', 'c', 'e'])
  expect(sample(['a', 'b', 'c', 'd', 'e'], 4)).toEqual(['a', 'b', 'c', 'd'])
  expect(sample(['a', 'b'], 2)).toEqual(['a', 'b'])
  expect(sample(['a', 'b'], Number.POSITIVE_INFINITY)).toEqual(['a', 'b'])
})
