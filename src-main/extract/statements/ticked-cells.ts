/** Cells of a form with a ticked box, in a row of several. What is not ticked was left out before. */
import type { Span } from '../../ingest/read-page.ts'
import type { Passage } from './read-passages.ts'
import { textOf } from './table-columns.ts'

const TICK = String.raw`(?:[☒☑✔\uF0FE\uF0FD]|\[[xX✓]\])`
const BEFORE = new RegExp(String.raw`${TICK}[\s:]*$`, 'u')
const AFTER = new RegExp(String.raw`^[\s:]*${TICK}`, 'u')
const ANYWHERE = new RegExp(TICK, 'u')

/** Right before the words or right behind them. */
export const isTicked = (text: string, { start, end }: Span): boolean =>
  BEFORE.test(text.slice(Math.max(0, start - 8), start)) || AFTER.test(text.slice(end, end + 24))

/** A cell with its tick, or the name and the tick in the cell beside it. */
export function tickedCells(passage: Passage): Span[] {
  return passage.rows.flatMap((row) => {
    const filled = row.filter(({ start, end }) => end > start)
    return filled
      .map((cell, at) => {
        const next = filled[at + 1]
        const isAlone = next !== undefined && !/\p{L}{2}/u.test(textOf(passage, next))
        return isAlone ? { start: cell.start, end: next.end } : cell
      })
      .filter((span) => ANYWHERE.test(textOf(passage, span)))
  })
}
