import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extractLabs } from '../../../src-main/extract/labs/extract-labs.ts'
import { labContext, pagesOf } from './lab-context.ts'
import { type ExpectedRow, randomTable } from './random-tables.ts'

const RUNS = 400
const key = ({ nameText, valueText, unitText, rangeText, flag }: ExpectedRow) =>
  [nameText, valueText, unitText ?? '', rangeText ?? '', flag].join(' | ')

/** Counted over all tables, and not table by table: what the layout glues together cannot be told apart afterwards. */
test('tables in any order of columns, style and print are read row by row', () => {
  let [expectedRows, found, right] = [0, 0, 0]
  fc.assert(
    fc.property(randomTable, ({ page, expected }) => {
      const wanted = new Set(expected.map(key))
      const read = extractLabs([page], labContext).map((proposal) => key(proposal as ExpectedRow))
      expectedRows += wanted.size
      found += read.length
      right += read.filter((row) => wanted.has(row)).length
    }),
    { numRuns: RUNS },
  )
  expect(right / found).toBeGreaterThanOrEqual(0.999)
  expect(right / expectedRows).toBeGreaterThanOrEqual(0.995)
})

test('whatever stands on a page, every proposal stands inside it and nothing fails', () => {
  const part = fc.constantFrom(
    'Sodium',
    '140',
    'mmol/L',
    '3.5-5.1',
    'H',
    '\t',
    '\n',
    '\n\n',
    ' ',
    'Test',
    'Result',
    'Units',
    '12/03/2024',
    ':',
    '(',
    ')',
    'culture',
    'no growth',
    '<',
    '|',
    'was',
    '.',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(part, { maxLength: 60 }).map((parts) => parts.join('')),
        fc.string({ unit: 'binary', maxLength: 300 }),
      ),
      (text) => {
        for (const { spans, valueSpan, valueText } of extractLabs(pagesOf(text), labContext)) {
          expect(text.slice(valueSpan.start, valueSpan.end).replace(/\s+/gu, ' ')).toBe(valueText)
          expect(spans.some(({ start, end }) => start <= valueSpan.start && end >= valueSpan.end)).toBe(true)
          for (const [index, { start, end }] of spans.entries()) {
            expect(start).toBeLessThan(end)
            expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0)
          }
        }
      },
    ),
    { numRuns: 1000 },
  )
})
