import { describe, expect, test } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { paperKindIn } from '../../src-main/retrieve/paper-kinds.ts'
import { refine } from '../../src-main/retrieve/refine.ts'

const candidate = (chunkId: number, score: number, title: string, text: string, page = 1) => ({
  chunk: {
    chunkId,
    documentId: `${title}-${chunkId}` as DocumentId,
    title,
    pageId: chunkId,
    pageNumber: page,
    startOffset: 0,
    endOffset: text.length,
    text,
  },
  match: { chunkId, score, inWords: true, similarity: undefined },
})

const order = (candidates: ReturnType<typeof candidate>[], question: string, periods = [{}].slice(1)) =>
  refine(candidates, { periods, isAskedKind: paperKindIn(question) }, () => '').map(({ chunk }) => chunk.chunkId)

describe('the order of what was found', () => {
  test('prefers the time asked about, and holds nothing against a page without a date', () => {
    const found = [
      candidate(1, 0.8, 'Clinic letter', 'Seen on 4 May 2021. BP 120/80'),
      candidate(2, 0.7, 'Clinic letter', 'BP 140/90'),
      candidate(3, 0.6, 'Clinic letter', 'Seen on 2 March 2023. BP 131/84'),
    ]
    expect(order(found, 'blood pressure in March 2023', [{ year: 2023, month: 3 }])).toEqual([3, 1, 2])
    expect(order(found, 'blood pressure')).toEqual([1, 2, 3])
  })

  test('prefers the kind of paper that the question names', () => {
    const found = [candidate(1, 0.52, 'Clinic letter', 'x'), candidate(2, 0.5, 'Discharge summary', 'y')]
    expect(order(found, 'what did the discharge summary say')).toEqual([2, 1])
    expect(order(found, 'what did they say')).toEqual([1, 2])
  })

  test('shows a copy of a page once, and never drops one of two values of a test', () => {
    const found = [
      candidate(1, 0.9, 'Results', 'HbA1c 48 mmol/mol'),
      candidate(2, 0.8, 'Results', 'HbA1c 48 mmol/mol'),
      candidate(3, 0.7, 'Results', 'HbA1c 49 mmol/mol'),
      candidate(4, 0.6, 'Results of May', 'HbA1c 48 mmol/mol'),
    ]
    expect(order(found, 'hba1c')).toEqual([1, 3, 4])
  })
})
