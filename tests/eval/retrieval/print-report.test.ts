import { expect, test, vi } from 'vitest'
import { compareSystems } from './compare.ts'
import { printSet } from './print-report.ts'

test('a set is printed as a table of the systems, with what the hybrid gains', () => {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  const scores = (value: number) => [{ ndcg10: value, mrr10: value, recall100: 1 }]
  const found = compareSystems({ bm25: scores(0.5), vectors: scores(0.25), hybrid: scores(0.75) }, 5)
  printSet({ set: 'tiny', queries: 1, ...found, latencyMs: { p50: 1.25, p95: 3 } }, 5)
  log.mockRestore()

  const text = lines.join('\n')
  expect(text).toContain('tiny, 1 queries (95 % intervals, seed 5)')
  expect(text).toMatch(/^vectors +0\.250 \(0\.250 to 0\.250\)/m)
  expect(text).toMatch(/^hybrid - bm25 +\+0\.250 \(\+0\.250 to \+0\.250\) +\+0\.250 .+ +\+0\.000/m)
  expect(text).toContain('a hybrid search: p50 1.3 ms, p95 3.0 ms')
})
