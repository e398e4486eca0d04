/**
 * Lays a table out on a sheet: wrapped cells, section rows and comment rows that span it. It gives the pieces row by
 * row; whoever draws them chooses the order, the expected text stays the same.
 */
import type { Ink, Sheet, Style } from './sheet.ts'

export interface Column {
  title: string
  width: number
}

/** A row of cells, or one text that spans all columns. */
export type Row = readonly string[] | { span: string; bold?: boolean }

export interface LaidTable {
  /** cells[row][column]: the lines of that cell; a spanning row has only column 0. */
  cells: Ink[][][]
  text: string
  /** Where the next thing may begin. */
  bottom: number
}

interface Place {
  x: number
  y: number
  size?: number
}

const CELL_GAP = 8
const ROW_GAP = 4

export function layTable(sheet: Sheet, columns: readonly Column[], rows: readonly Row[], place: Place): LaidTable {
  const size = place.size ?? 9
  const leading = size * 1.25
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const cells: Ink[][][] = []
  const lines: string[] = []
  let y = place.y

  const put = (row: readonly string[], style: Style, widths: readonly number[]) => {
    let x = place.x
    const wrapped = row.map((cell, column) => sheet.wrap(cell, (widths[column] ?? 0) - CELL_GAP, style))
    cells.push(
      wrapped.map((parts, column) => {
        const left = x
        x += widths[column] ?? 0
        return parts
          .filter((text) => text !== '')
          .map((text, line) => ({ text, x: left, y: y + line * leading, style }))
      }),
    )
    lines.push(row.join('\t'))
    y += Math.max(...wrapped.map((parts) => parts.length)) * leading + ROW_GAP
  }

  const widths = columns.map(({ width }) => width)
  put(
    columns.map(({ title }) => title),
    { size, bold: true },
    widths,
  )
  for (const row of rows) {
    if ('span' in row) put([row.span], { size, bold: row.bold ?? false }, [total])
    else put(row, { size }, widths)
  }
  return { cells, text: lines.join('\n'), bottom: y }
}

export const rowMajor = ({ cells }: LaidTable): Ink[] => cells.flat(2)

/** As reporting tools do that print one column after the other. */
export function columnMajor({ cells }: LaidTable): Ink[] {
  const columns = Math.max(...cells.map((row) => row.length))
  return Array.from({ length: columns }, (_, column) => cells.flatMap((row) => row[column] ?? [])).flat()
}
