/** One row of a table of results: each cell at its stop, long names wrapped, the value's words noted as the fact's. */
import { advanceOf } from '../print/faces.ts'
import type { Style } from '../print/page.ts'
import type { StatedFact } from './clinical-document.ts'
import type { Flow } from './flow.ts'
import type { Scribe } from './scribe.ts'

export interface Column {
  readonly x: number
  readonly align?: 'left' | 'right' | 'middle'
  /** Cells longer than this go on in the next line. */
  readonly width?: number
}

export interface Cell {
  readonly text: string
  readonly style?: Style
  /** The fact whose value this is. */
  readonly fact?: StatedFact
}

/** Draws the row below the last one and returns its first baseline. */
export function drawCells(
  scribe: Scribe,
  flow: Flow,
  cells: readonly (Cell | string)[],
  columns: readonly Column[],
  leading = flow.style.size * 1.45,
): number {
  const wrapped = cells.map((cell, i) => {
    const { text, style = flow.style, fact } = typeof cell === 'string' ? { text: cell } : cell
    const column = columns[i] ?? { x: flow.left }
    const lines = text === '' ? [] : column.width === undefined ? [text] : wrapTo(text, column.width, style, scribe)
    return { lines, style, fact, column }
  })
  const rows = Math.max(...wrapped.map(({ lines }) => lines.length))
  flow.need(leading * rows)
  let first = 0
  for (let row = 0; row < rows; row += 1) {
    const baseline = flow.down(row === 0 ? leading : leading * 0.78)
    if (row === 0) first = baseline
    for (const { lines, style, fact, column } of wrapped) {
      const line = lines[row]
      if (line === undefined) continue
      const written = scribe.text(line, column.x, baseline, style, column.align)
      if (fact !== undefined) scribe.state(fact, written)
    }
  }
  return first
}

function wrapTo(text: string, width: number, style: Style, scribe: Scribe): string[] {
  return advanceOf(text, style) <= width ? [text] : scribe.pen().wrap(text, width, style)
}
