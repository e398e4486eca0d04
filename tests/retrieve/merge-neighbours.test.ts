import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { chunkPage } from '../../src-main/ingest/chunk.ts'
import { mergeNeighbours } from '../../src-main/retrieve/merge-neighbours.ts'

const passage = (text: string, start: number, score: number, pageId = 1) => ({
  id: `${pageId}-${start}`,
  documentId: 'letter' as DocumentId,
  documentTitle: 'Letter',
  pageId,
  page: 1,
  text,
  start,
  score,
})

describe('chunks that follow each other', () => {
  test('become one passage where the better of them stood, and chunks of other pages stay apart', () => {
    const merged = mergeNeighbours([
      passage('Metformin 500 mg', 13, 0.9),
      passage('elsewhere', 0, 0.8, 2),
      passage('MEDICATIONS', 0, 0.5),
    ])
    expect(merged.map(({ text, start, score }) => [text, start, score])).toEqual([
      ['MEDICATIONS\n\nMetformin 500 mg', 0, 0.9],
      ['elsewhere', 0, 0.8],
    ])
  })

  test('keep every word at its place on the page, in whatever order they were found', () => {
    const page = fc
      .array(fc.array(fc.constantFrom('renal', 'scan', 'normal.', 'BP', '120/80'), { minLength: 1, maxLength: 60 }), {
        minLength: 1,
        maxLength: 12,
      })
      .map((lines) => lines.map((line) => line.join(' ')).join('\n\n'))
    fc.assert(
      fc.property(page, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (text, scores) => {
        const passages = chunkPage(text)
          .map(({ start, end }) => passage(text.slice(start, end), start, scores.next().value as number))
          .sort((one, other) => other.score - one.score)
        for (const merged of mergeNeighbours(passages)) {
          const there = text.slice(merged.start, merged.start + merged.text.length)
          expect(merged.text.replace(/\s/g, ' ')).toBe(there.replace(/\s/g, ' '))
        }
      }),
      { seed: 13 },
    )
  })
})
