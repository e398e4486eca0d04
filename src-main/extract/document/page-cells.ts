/**
 * A page as lines of cells, each with its place. Cells are set apart by a tab, a wide gap or the stroke of a table
 * that is written in signs.
 */
export interface Cell {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Line extends Cell {
  readonly cells: readonly Cell[]
}

/** Lines with something on them, in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const written of text.split('\n')) {
    const cells = cellsOf(written, start)
    const [first, last] = [cells[0], cells.at(-1)]
    if (first && last) lines.push({ start: first.start, end: last.end, text: text.slice(first.start, last.end), cells })
    start += written.length + 1
  }
  return lines
}

const GAP = /\t| {3,}|\|/g

function cellsOf(line: string, offset: number): Cell[] {
  const cells: Cell[] = []
  let from = 0
  for (const gap of [...line.matchAll(GAP), undefined]) {
    const written = line.slice(from, gap?.index ?? line.length)
    const text = written.trim()
    if (text !== '') {
      const start = offset + from + written.indexOf(text)
      cells.push({ start, end: start + text.length, text })
    }
    if (gap) from = gap.index + gap[0].length
  }
  return cells
}
