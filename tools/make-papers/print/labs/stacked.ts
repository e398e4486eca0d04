/** Narrow columns with the unit in small type below each name, and the limits below each result, between shaded bands. */
import type { Random } from '../../random.ts'
import { A4, type Page, type Style } from '../page.ts'
import { createPen, type Pen } from '../pen.ts'
import { inventSubject } from './person-block.ts'
import { earlier, makeResults, type Result, spaced } from './results.ts'

const plain: Style = { face: 'book', size: 8 }
const bold: Style = { ...plain, bold: true }
const small: Style = { ...plain, size: 6.8, ink: '#3a3a3a' }
const LEFT = 40
const WIDTH = 515
const COLUMNS = 3
const STEP = WIDTH / COLUMNS
const ROW = 24

export function printStacked(random: Random): Page {
  const pen = createPen(A4)
  const subject = inventSubject(random)
  pen.area(LEFT, 36, WIDTH, 26, '#efefef')
  pen.text(subject.laboratory, LEFT + 6, 53, { ...bold, size: 12 })
  pen.text(`Report ${subject.number}`, LEFT + WIDTH - 6, 53, plain, 'right')
  pen.text(`${subject.name}, ${subject.born}`, LEFT + 6, 78, bold)
  pen.text(`Collected ${subject.collected}`, LEFT + WIDTH - 6, 78, plain, 'right')
  const results = makeResults(random, 60)
  let y = 92
  for (let row = 0; row * COLUMNS < results.length && y < 770; row += 1) {
    if (row % 2 === 0) pen.area(LEFT, y, WIDTH, ROW, '#e4e4e4')
    for (let column = 0; column < COLUMNS; column += 1) {
      const result = results[row * COLUMNS + column]
      if (result !== undefined) drawCell(pen, result, LEFT + column * STEP, y, earlier(result, random))
    }
    y += ROW
  }
  for (let column = 1; column < COLUMNS; column += 1) {
    const x = LEFT + column * STEP
    pen.line({ x, y: 92 }, { x, y }, 0.6, '#5a5a5a')
  }
  pen.frame(LEFT, 92, WIDTH, y - 92, 0.8, '#5a5a5a')
  pen.text(
    'H stands for high, L for low. Below: unit, previous result in brackets, reference limits.',
    LEFT,
    y + 13,
    small,
  )
  return pen.finish()
}

function drawCell(pen: Pen, { name, unit, value, flag, range }: Result, x: number, y: number, before: string) {
  const right = x + STEP - 6
  pen.text(name, x + 5, y + 10, plain)
  if (unit !== '') pen.text(unit, x + 5, y + 20, small)
  pen.text(flag === '' ? value : `${value} ${flag}`, right, y + 10, flag === '' ? plain : bold, 'right')
  pen.text(spaced(range), right, y + 20, small, 'right')
  if (unit.length < 9) pen.text(`(${before})`, x + 62, y + 20, small)
}
