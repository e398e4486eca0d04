import { expect, test } from 'vitest'
import type { Box } from '../../src-main/ingest/read-page.ts'
import { scorePage } from './score-page.ts'
import { type ScoredPage, summarize } from './summarize.ts'

const box: Box = [0.1, 0.1, 0.1, 0.02]
const pageWith = (recall: number, more: Partial<ScoredPage> = {}): ScoredPage => {
  const words = Array.from({ length: 100 }, (_, index) => ({ text: `word-${index}`, box }))
  const read = words.slice(0, recall * 100).map((word) => ({ ...word, confidence: 1, doubtful: false }))
  const score = scorePage({ words, handwriting: [] }, { words: read, unread: [] })
  return { name: 'page', group: 'flat', family: 'sans', score, ms: 1000, passes: 1, ...more }
}
const figure = (figures: ReturnType<typeof summarize>, name: string) => figures.find((one) => one.name === name)

test('flat scans are held to a median and to a worst page', () => {
  const figures = summarize('flat', [pageWith(0.94), pageWith(1), pageWith(0.98)])
  expect(figure(figures, 'recall, median')).toMatchObject({ value: 0.98, met: false })
  expect(figure(figures, 'recall, worst')).toMatchObject({ value: 0.94, met: false })
  expect(figure(figures, 'precision, worst')).toMatchObject({ value: 1, met: true })
})

test('lab tables are held to their own numbers', () => {
  const figures = summarize('dense', [pageWith(0.91), pageWith(0.97)])
  expect(figure(figures, 'recall, median')).toMatchObject({ value: 0.94, met: false })
  expect(figure(figures, 'recall, worst')).toMatchObject({ met: true })
})

test('photos are held to what the flat scan of the same paper gave', () => {
  const figures = summarize('photo', [pageWith(0.9, { behindFlat: 0.05 }), pageWith(0.9, { behindFlat: 0.07 })])
  expect(figure(figures, 'behind the flat scan, worst')).toMatchObject({ value: 0.07, met: false })
  expect(figure(figures, 'recall, worst')).not.toHaveProperty('met')
})

test('a page that failed weighs in with nothing read', () => {
  const figures = summarize('flat', [pageWith(1), pageWith(0, { failed: 'image/damaged' })])
  expect(figure(figures, 'recall, worst')).toMatchObject({ value: 0, met: false })
})
