import { describe, expect, test } from 'vitest'
import { createOccasionTest } from '../../src-main/answer/circumstances.ts'

describe('the occasion in a question', () => {
  test('is told apart from a visit that is itself asked about', () => {
    expect(createOccasionTest('What was the weight at the clinic visit in April?')('visit')).toBe(true)
    expect(createOccasionTest('When was the last visit?')('visit')).toBe(false)
    expect(createOccasionTest('What was the weight at the visit?')('weight')).toBe(false)
  })
})
