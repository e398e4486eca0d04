import { expect, test } from 'vitest'
import { findCells } from '../../../src-main/ingest/recognize/cells.ts'
import { findComponents } from '../../../src-main/ingest/recognize/components.ts'

const LETTER_HEIGHT = 22
const BASELINE = 40

type Block = readonly [left: number, top: number, width: number, height: number]

/** Six letters as tall as capitals, 14 pixels wide with 4 between. */
const word = (left: number): Block[] =>
  Array.from({ length: 6 }, (_, i): Block => [left + i * 18, BASELINE - 26, 14, 26])

function cellsOf(blocks: readonly Block[]) {
  const [width, height] = [400, 80]
  const data = new Uint8Array(width * height)
  for (const [left, top, across, down] of blocks)
    for (let y = top; y < top + down; y++) data.fill(1, y * width + left, y * width + left + across)
  return findCells(findComponents({ width, height, data }), LETTER_HEIGHT)
}

test('a comma nearly half as tall as letters hangs below its word and belongs to it', () => {
  const comma: Block = [20 + 6 * 18, BASELINE - 4, 4, 10]
  const [cell, ...more] = cellsOf([...word(20), comma])
  expect(more).toEqual([])
  expect(cell?.glyphs).toHaveLength(7)
})

test('a small letter far from any word stays a piece of writing of its own', () => {
  const alone: Block = [300, BASELINE - 11, 9, 11]
  expect(cellsOf([...word(20), alone]).map(({ glyphs }) => glyphs.length)).toEqual([6, 1])
})
