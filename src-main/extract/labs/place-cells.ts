/**
 * Which cell of a row belongs to which column: the assignment, in order, that fits best by what a cell holds and by
 * where it stands. Rows miss cells and headings stand askew, so neither alone is enough.
 */
import type { Cell, PageRow } from '../page-rows.ts'
import type { Column } from './columns.ts'
import type { Role } from './header-roles.ts'

/** How well a cell fits a role by its content; below -4 it cannot be. */
export type Fit = (cell: Cell, role: Role) => number

/** Per cell the index of its column; undefined for cells that belong to none. */
export function placeCells(row: PageRow, columns: readonly Column[], fitness: Fit): (number | undefined)[] {
  const { cells } = row
  const width = columns.length + 1
  const best = new Float64Array((cells.length + 1) * width)
  const came = new Int8Array((cells.length + 1) * width)
  for (let i = 1; i <= cells.length; i++) best[i * width] = (best[(i - 1) * width] ?? 0) - leftOver(cells[i - 1])
  for (let i = 1; i <= cells.length; i++) {
    for (let j = 1; j < width; j++) {
      const [cell, column] = [cells[i - 1], columns[j - 1]]
      const options = [
        (best[(i - 1) * width + j] ?? 0) - leftOver(cell),
        best[i * width + j - 1] ?? 0,
        cell && column && cell.text !== ''
          ? (best[(i - 1) * width + j - 1] ?? 0) + worth(row, i - 1, column, j - 1, fitness)
          : Number.NEGATIVE_INFINITY,
      ]
      const chosen = options.indexOf(Math.max(...options))
      best[i * width + j] = options[chosen] ?? 0
      came[i * width + j] = chosen
    }
  }
  return trace(cells.length, columns.length, came)
}

function trace(cells: number, columns: number, came: Int8Array): (number | undefined)[] {
  const placed: (number | undefined)[] = new Array(cells).fill(undefined)
  let [i, j] = [cells, columns]
  while (i > 0 && j > 0) {
    const chosen = came[i * (columns + 1) + j]
    if (chosen === 2) {
      placed[i - 1] = j - 1
      i--
      j--
    } else if (chosen === 0) i--
    else j--
  }
  return placed
}

const leftOver = (cell: Cell | undefined) => (cell?.text ? 1.5 : 0)

function worth(row: PageRow, index: number, column: Column, at: number, fitness: Fit): number {
  const cell = row.cells[index] as Cell
  const content = fitness(cell, column.role)
  if (content < -4) return Number.NEGATIVE_INFINITY
  return content + nearness(row, cell, index, column, at)
}

/** Distances in parts of the page's width; a letter of a line set with spaces is about a hundredth. */
function nearness(row: PageRow, cell: Cell, index: number, column: Column, at: number): number {
  if (row.alignment === 'x' && cell.x0 !== undefined && cell.x1 !== undefined) {
    if (column.x0 === undefined || column.x1 === undefined) return 0
    const scale = Math.max(cell.x1, column.x1) > 1.5 ? 0.01 : 1
    const middle = Math.abs(cell.x0 + cell.x1 - column.x0 - column.x1) / 2
    const apart = Math.min(Math.abs(cell.x0 - column.x0), Math.abs(cell.x1 - column.x1), middle) * scale
    const overlap = Math.min(cell.x1, column.x1) > Math.max(cell.x0, column.x0)
    return Math.max(-6, (overlap ? 3 : 1.5) - 40 * apart)
  }
  if (row.alignment === 'index') return index === at ? 3 : -3
  return index === at ? 0.3 : 0
}
