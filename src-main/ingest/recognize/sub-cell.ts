/** Part of a cell as a cell of its own, to be looked at again: it keeps the line and the size that it was printed with. */
import type { Cell } from './cells.ts'

export function subCell(cell: Cell, from: number, to: number): Cell {
  const glyphs = cell.glyphs.slice(from, to)
  return {
    ...cell,
    glyphs,
    left: Math.min(...glyphs.map(({ left }) => left)),
    top: Math.min(...glyphs.map(({ top }) => top)),
    right: Math.max(...glyphs.map(({ right }) => right)),
    bottom: Math.max(...glyphs.map(({ bottom }) => bottom)),
  }
}
