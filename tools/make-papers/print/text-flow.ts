/**
 * Fills a page from the top down with headings, paragraphs, lists and small tables in one typeface, and notes the text
 * that a reader should find, block by block. It does not turn pages.
 */
import type { Style } from './page.ts'
import type { Pen } from './pen.ts'

interface Place {
  readonly left: number
  /** The first baseline. */
  readonly top: number
  readonly width: number
  readonly style: Style
}

/** The distance of lines, as a multiple of the size. */
const LEADING = 1.32

export interface TableShape {
  /** Where the columns begin, as parts of the width. */
  readonly stops: readonly number[]
  /** Grey heading and every other row grey, instead of a line below the heading and one at the end. */
  readonly grey?: boolean
}

export interface TextFlow {
  /** The next baseline. */
  y(): number
  heading(text: string): void
  paragraph(text: string, justified?: boolean): void
  /** Each as its own line, with a mark before it. */
  list(items: readonly string[], mark: (index: number) => string): void
  /** The first row is the heading. */
  table(rows: readonly (readonly string[])[], shape: TableShape): void
  line(text: string, style?: Style): void
  rule(): void
  gap(points: number): void
  /** The expected text so far. */
  blocks(): string[]
}

export function createTextFlow(pen: Pen, { left, top, width, style }: Place): TextFlow {
  const leading = style.size * LEADING
  const blocks: string[] = []
  let y = top

  return {
    y: () => y,
    heading(text) {
      y += leading * 0.35
      pen.text(text, left, y, { ...style, size: style.size + 1, bold: true })
      y += leading
      blocks.push(text)
    },
    paragraph(text, justified = false) {
      const lines = pen.wrap(text, width, style)
      for (const [i, line] of lines.entries()) {
        if (justified && i < lines.length - 1) pen.spread(line, left, y, style, width)
        else pen.text(line, left, y, style)
        y += leading
      }
      y += leading * 0.3
      blocks.push(text)
    },
    list(items, mark) {
      for (const [i, item] of items.entries()) {
        pen.text(mark(i), left + 6, y, style)
        for (const line of pen.wrap(item, width - 24, style)) {
          pen.text(line, left + 24, y, style)
          y += leading
        }
      }
      y += leading * 0.3
      blocks.push(items.map((item, i) => `${mark(i)} ${item}`).join('\n'))
    },
    table(rows, shape) {
      y = drawTable(pen, { left, top: y, width, style }, rows, shape)
      blocks.push(rows.map((cells) => cells.join('\t')).join('\n'))
    },
    line(text, cut = style) {
      pen.text(text, left, y, cut)
      y += cut.size * LEADING
      blocks.push(text)
    },
    rule() {
      const at = y - style.size * 0.8
      pen.line({ x: left, y: at }, { x: left + width, y: at }, 0.8)
      y += leading * 0.5
    },
    gap(points) {
      y += points
    },
    blocks: () => [...blocks],
  }
}

/** Returns where the next baseline is. */
function drawTable(
  pen: Pen,
  { left, top, width, style }: Place,
  rows: readonly (readonly string[])[],
  { stops, grey = false }: TableShape,
): number {
  const row = style.size * LEADING * 1.12
  const upper = top - style.size * 0.9
  const across = (at: number) => pen.line({ x: left, y: at }, { x: left + width, y: at }, 0.5)
  if (grey) {
    pen.area(left, upper, width, row, '#bdbdbd')
    for (let i = 2; i < rows.length; i += 2) pen.area(left, upper + i * row, width, row, '#dedede')
  } else across(upper + row * 0.9)
  for (const [i, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      const x = left + 4 + (stops[column] ?? 0) * width
      pen.text(cell, x, top + i * row, i === 0 ? { ...style, bold: true } : style)
    }
  const end = top + rows.length * row
  if (!grey) across(end - row * 0.7)
  return end + style.size * LEADING * 0.4
}
