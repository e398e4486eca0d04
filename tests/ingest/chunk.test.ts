import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunkPage } from '../../src-main/ingest/chunk.ts'

const line = fc.oneof(
  fc.constant(''),
  fc.lorem({ maxCount: 12 }),
  fc.array(fc.string({ maxLength: 8 }), { minLength: 2, maxLength: 5 }).map((cells) => cells.join('\t')),
  fc.lorem({ maxCount: 300 }),
  fc.string({ maxLength: 40 }),
)

test('chunks are in order, do not overlap, and hold every visible character once', () => {
  const seed = Date.now() % 1_000_000
  console.log(`chunk seed ${seed}`)
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const text = lines.join('\n')
      let at = 0
      for (const { start, end } of chunkPage(text)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(at, start).trim()).toBe('')
        expect(text.slice(start, end).trim().length).toBe(end - start)
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
    { seed, numRuns: 500 },
  )
})

test('a table row is never cut and a chunk stays within two hundred words, unless one row is longer', () => {
  const rows = Array.from({ length: 120 }, (_, i) => `Analyte ${i}\t${i}.5\tmmol/L\t3.5 - 5.1`)
  const text = `Results\n\n${rows.join('\n')}`
  const chunks = chunkPage(text).map(({ start, end }) => text.slice(start, end))
  for (const chunk of chunks) {
    expect(chunk.split(/\s+/).length).toBeLessThanOrEqual(200)
    for (const row of chunk.split('\n')) expect([...rows, 'Results', '']).toContain(row)
  }
  expect(chunks[0]).toMatch(/^Results\n\nAnalyte 0/)
})

test('a heading stays with what it heads', () => {
  const blocks = Array.from({ length: 20 }, (_, i) => `Heading ${i}\n${'word '.repeat(55).trim()}.`)
  const text = blocks.join('\n\n')
  for (const { start, end } of chunkPage(text)) expect(text.slice(start, end)).not.toMatch(/Heading \d+$/)
})
