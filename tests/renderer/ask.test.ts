import { expect, test } from 'vitest'
import type { Citation } from '#contract/answers.ts'
import type { AnswerId, ConversationId, DocumentId, FactId } from '#contract/ids.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import { asksOf, editedQuery, editOfQuery, faultOf } from '../../src-renderer/screens/ask/query-edit.ts'
import { isNotStated, liveAnswer, sourcesOf, withCitations } from '../../src-renderer/screens/ask/shown-answer.ts'

const query: TypedQuery = {
  ...{
    ask: 'latest',
    kinds: ['observation'],
    name: 'Hemoglobin A1c',
    nameText: 'HbA1c',
    names: ['Glycated hemoglobin'],
  },
  ...{ from: '2023', flag: 'high' },
}

test('what was not changed of a question stays as it was', () => {
  expect(editedQuery(query, editOfQuery(query))).toEqual(query)
  expect(editedQuery(query, { ...editOfQuery(query), ask: 'first', from: '', to: ' 2024-03 ' })).toEqual({
    ...{ ask: 'first', kinds: ['observation'], name: 'Hemoglobin A1c', nameText: 'HbA1c' },
    ...{ names: ['Glycated hemoglobin'], flag: 'high', to: '2024-03' },
  })
})

test('another name leaves the other names of the old one behind, and no name asks for all', () => {
  const edit = editOfQuery(query)
  const rest = { ask: 'latest', kinds: ['observation'], flag: 'high', from: '2023' }
  expect(editedQuery(query, { ...edit, name: 'Potassium' })).toEqual({ ...rest, name: 'Potassium' })
  expect(editedQuery(query, { ...edit, name: ' ' })).toEqual(rest)
})

test('a detail is only asked for as long as a detail is', () => {
  const ofDose: TypedQuery = { ask: 'detail', kinds: ['medication'], name: 'metformin', detail: 'dose' }
  expect(asksOf(ofDose)).toContain('detail')
  expect(editedQuery(ofDose, { ...editOfQuery(ofDose), ask: 'standing' })).not.toHaveProperty('detail')
  expect(asksOf({ ask: 'list', kinds: ['medication'] })).not.toContain('mean')
})

test.each([
  ['2024-06', '2024', undefined],
  ['2024-06-10', '2024-06', undefined],
  ['', '2024', undefined],
  ['2024-06', '2024-05', 'ends-before'],
  ['2024', '2023-12', 'ends-before'],
  ['2024', '2024-13', 'no-date'],
  ['2024', '2024-03-04T10:00', 'no-date'],
] as const)('from %j until %j is %s', (from, to, fault) => {
  expect(faultOf({ ...editOfQuery(query), from, to }, 'to')).toBe(fault)
})

const cite = (start: number): Citation => ({
  ...{ documentId: 'd' as DocumentId, title: 'Letter', page: 1, quote: 'words', start, boxes: [] },
})
const begun = { kind: 'conversation', conversationId: 'c' as ConversationId, answerId: 'a' as AnswerId } as const
const searched = {
  ...{ documents: 1, pages: 1, waiting: 0, unreadable: 0, partlyReadPages: 0, lowConfidencePages: 0, withoutFacts: 0 },
}

test('the places of what is past a threshold are numbered first, and a place that comes again keeps its number', () => {
  const answer = liveAnswer({
    ...{ question: 'All of them?', kind: 'done' },
    events: [
      begun,
      {
        kind: 'redFlags',
        redFlags: [
          {
            ...{ rule: 'r', text: 'Past it.', source: 'A guideline', factId: 'f' as FactId, isUnreviewed: true },
            citations: [cite(7)],
          },
        ],
      },
      { kind: 'evidence', citations: [cite(1), cite(7)] },
      { kind: 'sentence', text: 'Two of them.', citations: [cite(1), cite(7), cite(1)] },
      { kind: 'sentence', text: 'None by hand.', citations: [] },
    ],
  })
  expect(sourcesOf(answer).map(({ start }) => start)).toEqual([7, 1])
  expect(withCitations(answer, 'End.', 'Nowhere.').split('\n')).toEqual([
    ...['All of them?', '', 'Past it. (A guideline) [1]', 'Two of them. [2] [1]', 'None by hand.', ''],
    ...['[1] Letter, p. 1', '[2] Letter, p. 1', '', 'End.'],
  ])
})

test('that it is not stated is only said of a question whether it is', () => {
  const ask = (finding: 'not-stated' | undefined) =>
    liveAnswer({
      ...{ question: 'Ever?', kind: 'done' },
      events: [
        begun,
        { kind: 'evidence', citations: [] },
        { kind: 'notInRecord' },
        {
          ...{ kind: 'end', searched, engine: 'extractive', dropped: [], needsUnreadNotice: false },
          ...(finding !== undefined && { answer: { finding } }),
        },
      ],
    })
  expect(isNotStated(ask('not-stated'))).toBe(true)
  expect(isNotStated(ask(undefined))).toBe(false)
})
