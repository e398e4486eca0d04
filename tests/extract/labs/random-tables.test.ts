import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extractLabs } from '../../../src-main/extract/labs/extract-labs.ts'
import { labContext } from './lab-context.ts'
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
