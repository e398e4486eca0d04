import { expect, test } from 'vitest'
import type { Citation } from '#contract/answers.ts'
import { createRandom } from '../../../tools/make-papers/random.ts'
import { crossQuestions, foreignIn, makeMarked } from './cross-person.ts'
import type { Got } from './got.ts'
import { holds } from './in-words.ts'

const random = createRandom(1)
const people = makeMarked(200, random)
const questions = crossQuestions(people, 500, random)

const got = (text: string, documentId: string): Got => ({
  sentences: [
    { text, citations: [{ documentId, title: '', page: 1, quote: text, start: 0, boxes: [] } as unknown as Citation] },
  ],
  ...{
    beside: [],
    isNotInRecord: false,
    engine: 'extractive',
    answer: undefined,
    needsUnreadNotice: false,
    searched: [],
  },
  ...{ dropped: 0, conversationId: undefined, ms: 1 },
})

test('every word of a person stands on their notes alone', () => {
  const words = people.flatMap((one) => one.words)
  expect(new Set(words).size).toBe(words.length)
  const [first] = people
  const others = people.slice(1).flatMap(({ notes }) => notes.map(({ bytes }) => bytes))
  for (const word of first?.words ?? []) expect(others.some((text) => holds(text, word))).toBe(false)
})

test('a question carries a word or the name of somebody else, never of whose record is asked', () => {
  for (const { of, about, text } of questions) {
    const [own, other] = [people[of], people[about]]
    expect(of).not.toBe(about)
    expect([...(other?.words ?? []), other?.profile.name ?? ''].some((word) => holds(text, word))).toBe(true)
    for (const word of own?.words ?? []) expect(holds(text, word)).toBe(false)
  }
})

test('another person’s paper or word is told, and the words of the question are not', () => {
  const question = { of: 0, about: 1, text: `What did ${people[1]?.words[0]} write?` }
  const isOwn = (id: string) => id === 'own'
  expect(foreignIn(got(`Nothing of ${people[1]?.words[0]}.`, 'own'), question, people, isOwn)).toEqual([])
  expect(foreignIn(got(`Seen at ${people[1]?.words[1]}.`, 'own'), question, people, isOwn)).toHaveLength(1)
  expect(foreignIn(got('HbA1c 7 %', 'other'), question, people, isOwn)).toHaveLength(1)
})
