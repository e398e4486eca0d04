import { expect, test } from 'vitest'
import { overlaps } from './evaluation-set.ts'
import { goldChunks } from './gold-chunks.ts'

const chunks = [
  { id: 7, document: 'letter.txt', text: 'Dear Dr Hale,\nshe takes\n  metformin 500 mg\ttwice daily.' },
  { id: 8, document: 'letter.txt', text: 'Her kidneys are well.' },
  { id: 9, document: 'note.txt', text: 'Her kidneys are well.' },
]

test('a chunk is relevant when a gold quote lies in it, white space aside', () => {
  const gold = [{ document: 'letter.txt', quote: 'she takes metformin\n500 mg twice', grade: 2 }]
  expect(goldChunks(gold, chunks)).toEqual({ grades: new Map([['7', 2]]), cut: [] })
})

test('the same words in another document are not relevant', () => {
  const gold = [{ document: 'note.txt', quote: 'Her kidneys are well.', grade: 1 }]
  expect([...goldChunks(gold, chunks).grades]).toEqual([['9', 1]])
})

test('of several quotes in one chunk the highest grade counts', () => {
  const gold = [
    { document: 'letter.txt', quote: 'metformin', grade: 1 },
    { document: 'letter.txt', quote: 'twice daily', grade: 3 },
    { document: 'letter.txt', quote: 'Dear Dr Hale', grade: 2 },
  ]
  expect([...goldChunks(gold, chunks).grades]).toEqual([['7', 3]])
})

test('a quote that chunking cut in two stays among what could have been found', () => {
  const quote = { document: 'letter.txt', quote: 'twice daily. Her kidneys', grade: 2 }
  const { grades, cut } = goldChunks([quote], chunks)
  expect(cut).toEqual([quote])
  expect([...grades.values()]).toEqual([2])
  expect(chunks.some(({ id }) => grades.has(String(id)))).toBe(false)
})

test('stretches of a text overlap when they share a character, wherever the lines break', () => {
  const text = 'Plan:\nstop   aspirin. Start\nclopidogrel 75 mg.'
  expect(overlaps(text, 'stop aspirin. Start clopidogrel', 'Start clopidogrel\n75 mg.')).toBe(true)
  expect(overlaps(text, 'clopidogrel', 'Start clopidogrel 75 mg.')).toBe(true)
  expect(overlaps(text, 'stop aspirin.', 'Start clopidogrel 75 mg.')).toBe(false)
  expect(overlaps(text, 'warfarin', 'Start clopidogrel 75 mg.')).toBe(false)
  expect(overlaps(text, '', 'Plan:')).toBe(false)
})
