/** Two tables beside each other in small type, each panel under its own dark bar. */
import type { Random } from '../../random.ts'
import { LETTER, type Page, type Style } from '../page.ts'
import { createPen, type Pen } from '../pen.ts'
import { inventSubject } from './person-block.ts'
import { makeResults, type Result } from './results.ts'
import { drawRow } from './row.ts'

const plain: Style = { face: 'sans', size: 7 }
const bold: Style = { ...plain, bold: true }
const white: Style = { ...bold, ink: '#ffffff' }
const LEFT = 36
const WIDTH = 262
const GUTTER = 16
const ROW = 11

export function printSideBySide(random: Random): Page {
  const pen = createPen(LETTER)
  const subject = inventSubject(random)
  pen.text(subject.laboratory, LEFT, 44, { ...bold, size: 13 })
  pen.text(`${subject.name}, ${subject.sex}, born ${subject.born}`, LEFT, 58, { ...plain, size: 8 })
  pen.text(`Specimen ${subject.number}`, 576, 44, plain, 'right')
  pen.text(`Collected ${subject.collected}`, 576, 58, plain, 'right')
  const byPanel = Map.groupBy(makeResults(random, random.between(62, 70)), ({ panel }) => panel)
  const bottoms = [76, 76]
  for (const [panel, results] of byPanel) {
    const side = (bottoms[0] ?? 0) <= (bottoms[1] ?? 0) ? 0 : 1
    bottoms[side] = drawPanel(pen, panel, results, LEFT + side * (WIDTH + GUTTER), bottoms[side] ?? 0)
  }
  pen.text(`Reviewed by ${subject.doctor}`, LEFT, Math.max(...bottoms) + 14, plain)
  return pen.finish()
}

function drawPanel(pen: Pen, panel: string, results: readonly Result[], x: number, top: number): number {
  const stops = [
    { x: x + 3 },
    { x: x + 138, align: 'right' },
    { x: x + 143 },
    { x: x + 154 },
    { x: x + 258, align: 'right' },
  ] as const
  pen.area(x, top, WIDTH, 12, '#303030')
  pen.text(panel.toUpperCase(), x + 3, top + 8.6, white)
  let y = top + 12 + ROW - 2.5
  drawRow(pen, y, ['Test', 'Result', '', 'Units', 'Ref range'], stops, { ...plain, italic: true })
  for (const { name, value, flag, unit, range } of results) {
    y += ROW
    drawRow(pen, y, [name, '', '', unit, range], stops, plain)
    drawRow(pen, y, ['', value, flag], stops, flag === '' ? plain : bold)
  }
  pen.frame(x, top, WIDTH, y + 4 - top, 0.5)
  return y + 16
}
