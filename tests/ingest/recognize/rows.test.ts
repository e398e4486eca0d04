import { expect, test } from 'vitest'
import type { Cell } from '../../../src-main/ingest/recognize/cells.ts'
import { findRows } from '../../../src-main/ingest/recognize/rows.ts'

const LINE = 100
const CAPITAL = 26

/** Letters 14 pixels wide; `hanging` ones end below the line. */
function cell(left: number, letters: number, hanging = 0): Cell {
  const glyphs = Array.from({ length: letters }, (_, i) => ({
    ...{ left: left + i * 18, right: left + i * 18 + 14, top: LINE - 18 + hanging, bottom: LINE + hanging },
    ...{ gap: 4, leaningGap: 4 },
  }))
  const right = left + letters * 18
  const baseline = { offset: LINE + hanging, slope: 0 }
  return { glyphs, left, right, top: LINE - 26, bottom: LINE + hanging, baseline, capital: CAPITAL }
}

test('a unit of letters that all hang below the line stands on the line of its row', () => {
  const [row, ...more] = findRows([cell(0, 12), cell(300, 2, 9), cell(400, 4), cell(600, 4)])
  expect(more).toEqual([])
  expect(row?.cells.map(({ baseline }) => Math.round(baseline.offset))).toEqual([LINE, LINE, LINE, LINE])
})

test('the next line of a table is a row of its own', () => {
  const below = cell(300, 2)
  expect(findRows([cell(0, 12), { ...below, baseline: { offset: LINE + 32, slope: 0 } }])).toHaveLength(2)
})
