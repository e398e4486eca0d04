/**
 * Cells that the page set so close together that they read as one → cells again, cut where a word stands under the edge
 * of a column's heading. Only for rows that say nothing as they are.
 */
import type { Cell, Edges, PageRow } from '../page-rows.ts'
import { parseRange } from '../ranges.ts'
import type { Column } from './columns.ts'

/** Part of the page's width by which a word may miss the edge it is set to. */
const NEAR = 0.006

/** Undefined when there is nothing to cut. */
export function recutRow(row: PageRow, columns: readonly Column[], edges: Edges): PageRow | undefined {
  if (row.alignment !== 'x') return
  const cells = row.cells.flatMap((cell) => recutCell(cell, columns, edges))
  return cells.length > row.cells.length ? { ...row, cells } : undefined
}

function recutCell(cell: Cell, columns: readonly Column[], edges: Edges): Cell[] {
  // A range is one thing, whatever heading its last number happens to stand under.
  const range = parseRange(cell.text)
  if (range?.low !== undefined || range?.high !== undefined) return [cell]
  const words = [...cell.text.matchAll(/\S+/gu)].map((match) => {
    const span = { start: cell.start + match.index, end: cell.start + match.index + match[0].length }
    return { ...span, place: edges(span) }
  })
  const cells: { start: number; end: number }[] = []
  words.forEach((word, index) => {
    const last = cells.at(-1)
    if (last && !isUnderEdge(word.place, words[index + 1]?.place, columns)) last.end = word.end
    else cells.push({ start: word.start, end: word.end })
  })
  return cells.map(({ start, end }) => ({
    start,
    end,
    text: cell.text.slice(start - cell.start, end - cell.start),
    ...edges({ start, end }),
  }))
}

type Place = ReturnType<Edges>

/** At the left edge of a heading, or ending at its right edge before the next word begins. */
function isUnderEdge(place: Place, next: Place, columns: readonly Column[]): boolean {
  if (!place) return false
  return columns.some(({ x0, x1 }) => {
    if (x0 === undefined || x1 === undefined) return false
    const endsHere = Math.abs(x1 - place.x1) <= NEAR && place.x0 >= x0 - NEAR && (next === undefined || next.x0 > x1)
    return Math.abs(x0 - place.x0) <= NEAR || endsHere
  })
}
