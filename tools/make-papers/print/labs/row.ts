/** One line of a table without rules: each cell at its stop, empty cells left out. */
import type { Style } from '../page.ts'
import type { Pen } from '../pen.ts'

export interface Stop {
  readonly x: number
  readonly align?: 'left' | 'right' | 'middle'
}

export function drawRow(
  pen: Pen,
  baseline: number,
  cells: readonly string[],
  stops: readonly Stop[],
  style: Style,
): void {
  for (const [i, text] of cells.entries()) {
    const stop = stops[i]
    if (text !== '' && stop !== undefined) pen.text(text, stop.x, baseline, style, stop.align)
  }
}
