/**
 * Two layout families that are only ever scored. They are never used for tuning: nobody who changes recognition looks
 * at their pages or at their errors, and a number measured on them is published as it came out the first time.
 */
import type { Random } from '../../random.ts'
import { LETTER, type Page, type Style } from '../page.ts'
import { createPen, type Pen } from '../pen.ts'
import type { LabFamily } from './families.ts'
import { inventSubject } from './person-block.ts'
import { earlier, makeResults, type Result, spaced } from './results.ts'
import { drawRow } from './row.ts'

export const heldOutFamilies: readonly LabFamily[] = [
  { name: 'landscape', print: printLandscape },
  { name: 'cards', print: printCards },
]

/** Across the long side: eight columns between vertical lines, the column of results shaded, asterisks as flags. */
function printLandscape(random: Random): Page {
  const pen = createPen({ width: LETTER.height, height: LETTER.width })
  const subject = inventSubject(random)
  const plain: Style = { face: 'terminal', size: 7.4 }
  const bold: Style = { ...plain, bold: true }
  const [left, right, top] = [40, 752, 92]
  const edges = [left, 232, 302, 340, 430, 520, 590, 664, right]
  pen.text(`${subject.laboratory} - final report`, left, 46, { ...bold, size: 11 })
  pen.text(`${subject.name}  born ${subject.born}  (${subject.sex})`, left, 62, plain)
  pen.text(`ID ${subject.number}   drawn ${subject.collected}   printed ${subject.reported}`, left, 73, plain)
  const results = makeResults(random, random.between(33, 37))
  const bottom = top + 16 + results.length * 12.4
  pen.area(edges[1] ?? 0, top, (edges[2] ?? 0) - (edges[1] ?? 0), bottom - top, '#dcdcdc')
  const stops = edges.map((x, i) => (i === 1 ? { x: (edges[2] ?? 0) - 4, align: 'right' as const } : { x: x + 4 }))
  drawRow(pen, top + 10.5, ['Test', 'Result', '', 'Limits', 'Unit', 'Prior', 'On', 'Method'], stops, bold)
  for (const [i, result] of results.entries()) {
    const deviation = result.flag === '' ? '' : random.pick(['*', '**'])
    const on = `${random.between(2020, 2023)}-0${random.between(1, 9)}-${random.between(10, 28)}`
    const method = random.pick(['ISE', 'PHOT', 'CLIA', 'CALC', 'TURB', 'FLOW'])
    const cells = [result.name, result.value, deviation, spaced(result.range), result.unit, earlier(result, random), on]
    drawRow(pen, top + 25 + i * 12.4, [...cells, method], stops, deviation === '' ? plain : bold)
  }
  for (const x of edges) pen.line({ x, y: top }, { x, y: bottom }, 0.5)
  for (const y of [top, top + 15, bottom]) pen.line({ x: left, y }, { x: right, y }, 1)
  pen.text(
    '* outside limits  ** far outside limits  Methods: ISE ion selective, CALC calculated',
    left,
    bottom + 12,
    plain,
  )
  return pen.finish()
}

/** As an app prints it: two cards a row, the result large, a bar that shows where it lies between the limits. */
function printCards(random: Random): Page {
  const pen = createPen(LETTER)
  const subject = inventSubject(random)
  const heading: Style = { face: 'humanist', size: 16, bold: true, ink: '#224433' }
  pen.text('My results', 44, 52, heading)
  pen.text(`${subject.name}, collected ${subject.collected}`, 44, 66, { face: 'humanist', size: 8 })
  const [width, height] = [258, 46]
  for (const [i, result] of makeResults(random, 24).entries()) {
    const [x, y] = [44 + (i % 2) * (width + 10), 80 + Math.floor(i / 2) * (height + 8)]
    drawCard(pen, result, { x, y, width, height }, random)
  }
  pen.text(`Source: ${subject.laboratory}. This printout is not a medical report.`, 44, 744, {
    face: 'humanist',
    size: 7,
  })
  return pen.finish()
}

interface Card {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function drawCard(pen: Pen, result: Result, { x, y, width, height }: Card, random: Random) {
  const small: Style = { face: 'humanist', size: 7.4, ink: '#4a4a4a' }
  pen.frame(x, y, width, height, 0.6, '#9a9a9a')
  pen.area(x, y, 4, height, result.flag === '' ? '#5f9f7a' : '#c0694a')
  pen.text(result.name, x + 12, y + 13, { face: 'humanist', size: 8.4, bold: true })
  pen.text(result.panel, x + 12, y + 23, small)
  const end = pen.text(result.value, x + 176, y + 16, { face: 'humanist', size: 11, bold: true })
  pen.text(result.unit, end + 4, y + 16, small)
  if (result.flag !== '')
    pen.text(result.flag === 'H' ? 'High' : 'Low', x + width - 8, y + 16, { ...small, bold: true }, 'right')
  pen.area(x + 12, y + 31, 150, 4, '#cccccc')
  pen.area(x + 50, y + 31, 74, 4, '#8fbf9f')
  pen.area(x + 12 + random.between(4, 144), y + 28, 2.5, 10, '#222222')
  pen.text(`Usual: ${spaced(result.range)}`, x + 176, y + 38, small)
}
