/**
 * A table's column that was read as one cell of several lines → its rows again, by the height at which the words stand.
 * Only where every line of the first cell is a day: else the lines of a cell belong together.
 */
import type { Word } from '../../ingest/read-page.ts'
import { findDates } from '../dates.ts'
import type { Cell, PageRow } from '../page-rows.ts'

/** The row itself where there is nothing to set apart. */
export function unstackRow(row: PageRow, words: readonly Word[]): PageRow[] {
  const [first] = row.cells
  if (row.alignment !== 'x' || !first || words.length === 0) return [row]
  const own = words.filter(({ start }) => start >= row.start && start < row.end)
  const days = linesOf(first, own)
  if (days.length < 2 || !days.every(({ cell }) => findDates(cell.text).length === 1)) return [row]
  const rows = days.map(({ y, cell }) => ({ y, cells: [cell] }))
  for (const cell of row.cells.slice(1)) {
    for (const line of linesOf(cell, own)) {
      const at = rows.findIndex(({ y }) => Math.abs(y - line.y) < line.height * SAME_LINE)
      if (at < 0) return [row]
      rows[at]?.cells.push(line.cell)
    }
  }
  return rows.map(({ cells }) => {
    const [start, end] = [cells[0]?.start ?? row.start, cells.at(-1)?.end ?? row.end]
    return { ...row, start, end, cells }
  })
}

/** Of a word's height. */
const SAME_LINE = 0.6

interface CellLine {
  readonly y: number
  readonly height: number
  readonly cell: Cell
}

function linesOf(cell: Cell, words: readonly Word[]): CellLine[] {
  const lines: { y: number; height: number; words: Word[] }[] = []
  for (const word of words) {
    if (word.start < cell.start || word.start >= cell.end) continue
    const [, top, , height] = word.box
    const y = top + height / 2
    const last = lines.at(-1)
    if (last && Math.abs(last.y - y) < Math.max(height, last.height) * SAME_LINE) last.words.push(word)
    else lines.push({ y, height, words: [word] })
  }
  return lines.map((line) => ({ y: line.y, height: line.height, cell: cellOf(cell, line.words) }))
}

function cellOf(whole: Cell, words: readonly Word[]): Cell {
  const start = Math.min(...words.map((word) => word.start))
  const end = Math.max(...words.map((word) => word.start + word.length))
  return {
    start,
    end,
    text: whole.text.slice(start - whole.start, end - whole.start),
    x0: Math.min(...words.map(({ box }) => box[0])),
    x1: Math.max(...words.map(({ box }) => box[0] + box[2])),
  }
}
