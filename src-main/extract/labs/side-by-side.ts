/**
 * Tables that stand side by side on a page → one after the other. Their rows need not be level, so that one line of the
 * page may hold a heading of one table and a result of the other; only where the words stand tells them apart.
 */
import type { Cell, PageRow } from '../page-rows.ts'
import type { Column } from './columns.ts'

/** `columnsOf` a row, where it is the heading of a table. */
type Headed = (row: PageRow) => readonly Column[] | undefined

/** The rows as they are, unless a heading begins twice in one line and the page has positions. */
export function untangleRows(rows: readonly PageRow[], headed: Headed): readonly PageRow[] {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]
    const edge = row && rightEdge(headed(row))
    if (row?.alignment !== 'x' || edge === undefined) continue
    const from = startOfBlock(rows, at, edge)
    let to = at + 1
    while (to < rows.length && !straddles(rows[to], edge)) to++
    const [left, right] = partRows(rows.slice(from, to), edge)
    return [...rows.slice(0, from), ...left, ...right, ...untangleRows(rows.slice(to), headed)]
  }
  return rows
}

/** Where the second of two tables begins: at its column of names. */
function rightEdge(columns: readonly Column[] | undefined): number | undefined {
  const names = (columns ?? []).flatMap(({ role, x0 }) => (role === 'name' && x0 !== undefined ? [x0] : []))
  const [, second] = names
  return names.length === 2 && second !== undefined ? second - NEAR : undefined
}

/** Part of the page's width by which a cell may begin before the heading it is set under. */
const NEAR = 0.01

/** A cell of both sides: a line of the whole page. */
const straddles = (row: PageRow | undefined, edge: number) =>
  row?.cells.some(({ x0, x1 }) => x0 === undefined || x1 === undefined || (x0 < edge && x1 > edge)) ?? true

/** The titles above the heading belong to its tables. */
function startOfBlock(rows: readonly PageRow[], at: number, edge: number): number {
  let from = at
  while (from > 0 && !rows[from]?.startsBlock && !straddles(rows[from - 1], edge)) from--
  return from
}

function partRows(rows: readonly PageRow[], edge: number): [PageRow[], PageRow[]] {
  const part = (belongs: (cell: Cell) => boolean) =>
    rows.flatMap((row) => {
      const cells = row.cells.filter(belongs)
      const [start, end] = [cells[0]?.start, cells.at(-1)?.end]
      return start === undefined || end === undefined ? [] : [{ ...row, cells, start, end }]
    })
  return [part(({ x0 = 0 }) => x0 < edge), part(({ x0 = 0 }) => x0 >= edge)]
}
