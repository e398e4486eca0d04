/** A hospital portal's printout: light type on a dark heading, every other row shaded, results in bold. */
import type { Random } from '../../random.ts'
import { LETTER, type Page, type Style } from '../page.ts'
import { createPen } from '../pen.ts'
import { inventSubject } from './person-block.ts'
import { makeResults, spaced } from './results.ts'

const LEFT = 40
const WIDTH = 532
const ROW = 14.4
const columns = [0, 205, 268, 300, 395, 470]
const plain: Style = { face: 'sans', size: 8 }

export function printZebra(random: Random): Page {
  const pen = createPen(LETTER)
  const subject = inventSubject(random)
  let y = 50
  pen.text(subject.laboratory, LEFT, y, { face: 'sans', size: 14, bold: true, ink: '#1d3d5c' })
  pen.text('Test results', LEFT + WIDTH, y, { face: 'sans', size: 11 }, 'right')
  y += 16
  pen.text(`${subject.name}   Born ${subject.born}   Record ${subject.number}`, LEFT, y, plain)
  y += 12
  pen.text(`Collected ${subject.collected}   Ordered by ${subject.doctor}`, LEFT, y, plain)
  y += 14
  pen.area(LEFT, y, WIDTH, 17, '#24506e')
  const head: Style = { face: 'sans', size: 8, bold: true, ink: '#ffffff' }
  for (const [i, title] of ['Component', 'Your value', '', 'Standard range', 'Units', 'Status'].entries())
    if (title !== '') pen.text(title, LEFT + 5 + (columns[i] ?? 0), y + 11.5, head)
  y += 17
  for (const [row, result] of makeResults(random, random.between(36, 42)).entries()) {
    if (row % 2 === 1) pen.area(LEFT, y, WIDTH, ROW, '#e3e8ec')
    const base = y + 10
    const cell = (column: number, text: string, style = plain) =>
      text !== '' && pen.text(text, LEFT + 5 + (columns[column] ?? 0), base, style)
    cell(0, result.name)
    cell(1, result.value, { ...plain, bold: true })
    cell(2, result.flag, { ...plain, bold: true, ink: '#a01818' })
    cell(3, spaced(result.range))
    cell(4, result.unit)
    cell(5, random.chance(0.9) ? 'Final' : 'Corrected', { ...plain, italic: true })
    y += ROW
  }
  pen.line({ x: LEFT, y }, { x: LEFT + WIDTH, y }, 0.8, '#24506e')
  pen.text(`Printed for ${subject.name}, page 1 of 1`, LEFT, y + 14, { ...plain, size: 7 })
  return pen.finish()
}
