/**
 * Fills a sheet from the top down with the blocks most papers are made of, and notes each block's expected text.
 * It does not turn pages by itself: a paper decides what belongs on which page.
 */
import type { Sheet, Style } from './sheet.ts'
import { type Column, columnMajor, type LaidTable, layTable, type Row, rowMajor } from './table.ts'

export interface Flow {
  /** Where the next block begins, in points from the top. */
  y(): number
  turn(): void
  paragraph(text: string, style?: Style): void
  /** Short lines that belong together, such as a letterhead. */
  lines(texts: readonly string[], style?: Style): void
  /** Labels and values side by side, as in the head of a report. */
  fields(rows: readonly (readonly string[])[], widths: readonly number[]): void
  table(columns: readonly Column[], rows: readonly Row[], order?: 'row' | 'column'): void
  rule(): void
  gap(points: number): void
  /** One line at the foot of the page; the last block of its page. */
  foot(text: string): void
}

const LEFT = 50
const TOP = 50
const BODY: Style = { size: 10 }

export function createFlow(sheet: Sheet): Flow {
  const right = sheet.width - LEFT
  let y = TOP

  const put = (texts: readonly string[], style: Style) => {
    const leading = style.size * 1.3
    sheet.draw(texts.map((text, index) => ({ text, x: LEFT, y: y + index * leading, style })))
    sheet.expect(texts.join('\n'))
    y += texts.length * leading + style.size * 0.9
  }

  return {
    y: () => y,
    turn() {
      sheet.turn()
      y = TOP
    },
    paragraph: (text, style = BODY) => put(sheet.wrap(text, right - LEFT, style), style),
    lines: (texts, style = BODY) => put(texts, style),
    fields(rows, widths) {
      for (const row of rows) {
        let x = LEFT
        for (const [column, text] of row.entries()) {
          sheet.draw([{ text, x, y, style: { size: 9, bold: column % 2 === 0 } }])
          x += widths[column] ?? 0
        }
        y += 13
      }
      sheet.expect(rows.map((row) => row.join('\t')).join('\n'))
      y += 8
    },
    table(columns, rows, order = 'row') {
      const laid: LaidTable = layTable(sheet, columns, rows, { x: LEFT, y })
      sheet.draw(order === 'row' ? rowMajor(laid) : columnMajor(laid))
      sheet.expect(laid.text)
      y = laid.bottom + 8
    },
    rule() {
      sheet.rule(y, LEFT, right)
      y += 10
    },
    gap(points) {
      y += points
    },
    foot(text) {
      sheet.draw([{ text, x: LEFT, y: sheet.height - 45, style: { size: 8 } }])
      sheet.expect(text)
    },
  }
}
