import { expect, test } from 'vitest'
import { namesAnother } from '../../src-main/answer/names-another.ts'

const own = 'Ada Example'
const others = ['Boris Example', 'Grace Sample', 'May Day']

test.each([
  "What was Boris's last A1c?",
  'boris latest pressure',
  'Did Grace have a flu shot?',
  'potassium of Mrs Sample',
])('“%s” is about another person of the vault', (question) => {
  expect(namesAnother(question, own, others)).toBe(true)
})

test.each([
  "What was Ada's last A1c?",
  'What did Mr Example take?',
  'Who is Dr Grace Miller?',
  'what may day mean',
  'How many tests on that day?',
])('“%s” is not', (question) => {
  expect(namesAnother(question, own, others)).toBe(false)
})
