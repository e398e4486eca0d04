/** As much as fits: condensed type of 6.8 points, flags close behind the numbers, thin dotted lines between the rows. */
import type { Random } from '../../random.ts'
import { LETTER, type Page, type Style } from '../page.ts'
import { createPen } from '../pen.ts'
import { inventSubject } from './person-block.ts'
import { earlier, makeResults, spaced } from './results.ts'
import { drawRow } from './row.ts'

const plain: Style = { face: 'narrow', size: 6.8 }
const bold: Style = { ...plain, bold: true }
const LEFT = 54
const RIGHT = 558
const ROW = 9.6
const stops = [
  { x: LEFT },
  { x: 92 },
  { x: 232, align: 'right' },
  { x: 236 },
  { x: 268 },
  { x: 334 },
  { x: 440, align: 'right' },
  { x: 470 },
] as const

export function printCondensed(random: Random): Page {
  const pen = createPen(LETTER)
  const subject = inventSubject(random)
  pen.text(subject.laboratory.toUpperCase(), 306, 44, { ...bold, size: 12 }, 'middle')
  pen.text(`${subject.address}  |  ${subject.phone}  |  CLIA 00D${random.digits(7)}`, 306, 55, plain, 'middle')
  pen.text(
    `Patient ${subject.name}   DOB ${subject.born}   Sex ${subject.sex}   Acct ${subject.number}`,
    LEFT,
    72,
    plain,
  )
  pen.text(
    `Collected ${subject.collected}   Reported ${subject.reported}   Physician ${subject.doctor}`,
    LEFT,
    81,
    plain,
  )
  let y = 98
  drawRow(pen, y, ['Code', 'Test name', 'Result', 'Flag', 'Units', 'Reference', 'Last', 'Performed'], stops, bold)
  pen.line({ x: LEFT, y: y + 3 }, { x: RIGHT, y: y + 3 }, 0.8)
  y += 2
  for (const result of makeResults(random, random.between(58, 66))) {
    y += ROW
    const flagged = result.flag === '' ? plain : bold
    const date = result.code.startsWith('1')
      ? ''
      : `${random.between(10, 12)}/${random.between(10, 28)} ${random.pick(['AM', 'PM'])}`
    drawRow(
      pen,
      y,
      [result.short, result.name, '', '', result.unit, spaced(result.range), earlier(result, random), date],
      stops,
      plain,
    )
    drawRow(pen, y, ['', '', result.value, result.flag], stops, flagged)
    pen.line({ x: LEFT, y: y + 2.6 }, { x: RIGHT, y: y + 2.6 }, 0.35, '#808080', [0.7, 1.3])
  }
  pen.text('H: high  L: low.  This report supersedes earlier versions of the same date.', LEFT, y + 15, plain)
  return pen.finish()
}
