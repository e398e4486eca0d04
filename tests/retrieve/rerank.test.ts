import { expect, test } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { rerank } from '../../src-main/retrieve/rerank.ts'

const candidate = (chunkId: number, score: number) => ({
  chunk: {
    ...{ chunkId, documentId: 'letter' as DocumentId, title: 'Letter', pageId: 1, pageNumber: 1 },
    ...{ startOffset: 0, endOffset: 1, text: `text ${chunkId}` },
  },
  match: { chunkId, score, inWords: true, similarity: undefined },
})
const { signal } = new AbortController()
const idsOf = (candidates: readonly { chunk: { chunkId: number } }[]) => candidates.map(({ chunk }) => chunk.chunkId)

test('the model decides the order of the best, and the scores still fall', async () => {
  const found = [candidate(1, 0.9), candidate(2, 0.8), candidate(3, 0.7)]
  const ordered = await rerank(found, 'question', async () => [0, 5, 9], signal)
  expect(idsOf(ordered)).toEqual([3, 2, 1])
  expect(ordered.map(({ match }) => match.score)).toEqual([0.9, 0.8, 0.7])
})

test('the order is kept where the model fails, and past the thirtieth', async () => {
  const found = Array.from({ length: 40 }, (_, at) => candidate(at, 1 - at / 100))
  const failed = await rerank(found, 'question', () => Promise.reject(new Error('no engine')), signal)
  expect(idsOf(failed)).toEqual(idsOf(found))
  const turned = await rerank(found, 'question', async (_, texts) => texts.map((_, at) => at), signal)
  expect(idsOf(turned)).toEqual([...idsOf(found).slice(0, 30).reverse(), ...idsOf(found).slice(30)])
})

test('a search that is no longer wanted ends', async () => {
  const abort = new AbortController()
  const score = async () => {
    abort.abort()
    return [1]
  }
  await expect(rerank([candidate(1, 1)], 'question', score, abort.signal)).rejects.toThrow()
})
