/** A form with a box round every cell, thin rules close to the letters, panels in shaded full-width rows. */
import type { Random } from '../../random.ts'
import { A4, type Page, type Style } from '../page.ts'
import { createPen, type Pen } from '../pen.ts'
import { inventSubject } from './person-block.ts'
import { makeResults, type Result, spaced } from './results.ts'

const LEFT = 36
const ROW = 12.6
const columns = [
  { title: 'Code', width: 42 },
  { title: 'Analysis', width: 172 },
  { title: 'Result', width: 62 },
  { title: 'H/L', width: 28 },
  { title: 'Unit', width: 82 },
  { title: 'Reference values', width: 137 },
]
const WIDTH = columns.reduce((sum, { width }) => sum + width, 0)
const plain: Style = { face: 'modern', size: 7.8 }
const bold: Style = { ...plain, bold: true }

export function printGrid(random: Random): Page {
  const pen = createPen(A4)
  const subject = inventSubject(random)
  pen.text(subject.laboratory, LEFT, 46, { ...bold, size: 13 })
  pen.text(`${subject.address}, telephone ${subject.phone}`, LEFT, 58, plain)
  pen.frame(LEFT, 68, WIDTH, 40, 0.7)
  pen.text(`Name: ${subject.name}`, LEFT + 6, 80, plain)
  pen.text(`Born: ${subject.born}`, LEFT + 6, 91, plain)
  pen.text(`Sample: ${subject.number}`, LEFT + 6, 102, plain)
  pen.text(`Collected: ${subject.collected}`, LEFT + 280, 80, plain)
  pen.text(`Reported: ${subject.reported}`, LEFT + 280, 91, plain)
  pen.text(`Requested by: ${subject.doctor}`, LEFT + 280, 102, plain)
  let y = 120
  drawRow(
    pen,
    y,
    columns.map(({ title }) => title),
    bold,
    '#c9c9c9',
  )
  y += ROW
  let panel = ''
  for (const result of makeResults(random, random.between(38, 44))) {
    if (result.panel !== panel) {
      panel = result.panel
      pen.area(LEFT, y, WIDTH, ROW, '#e6e6e6')
      pen.frame(LEFT, y, WIDTH, ROW, 0.5)
      pen.text(panel.toUpperCase(), LEFT + 4, y + 9, bold)
      y += ROW
    }
    drawRow(pen, y, cellsOf(result), result.flag === '' ? plain : bold)
    y += ROW
  }
  pen.text('H above, L below the reference values. Results refer to the sample received.', LEFT, y + 12, plain)
  return pen.finish()
}

const cellsOf = ({ code, name, value, flag, unit, range }: Result) => [code, name, value, flag, unit, spaced(range)]

function drawRow(pen: Pen, y: number, cells: readonly string[], style: Style, shade?: string) {
  if (shade !== undefined) pen.area(LEFT, y, WIDTH, ROW, shade)
  let x = LEFT
  for (const [i, { width }] of columns.entries()) {
    pen.frame(x, y, width, ROW, 0.5)
    const text = cells[i] ?? ''
    if (text !== '') pen.text(text, i === 2 ? x + width - 4 : x + 4, y + 9, style, i === 2 ? 'right' : 'left')
    x += width
  }
}
