/** A European laboratory: decimal commas, limits in brackets, + and - as flags, the earlier value in grey. */
import type { Random } from '../../random.ts'
import { A4, type Page, type Style } from '../page.ts'
import { createPen } from '../pen.ts'
import { inventSubject } from './person-block.ts'
import { earlier, makeResults, spaced, withComma } from './results.ts'
import { drawRow } from './row.ts'

const plain: Style = { face: 'humanist', size: 8.5 }
const bold: Style = { ...plain, bold: true }
const grey: Style = { ...plain, ink: '#686868' }
const LEFT = 48
const RIGHT = 548
const stops = [
  { x: LEFT },
  { x: 282, align: 'right' },
  { x: 290 },
  { x: 312 },
  { x: 392 },
  { x: RIGHT, align: 'right' },
] as const

export function printEuropean(random: Random): Page {
  const pen = createPen(A4)
  const subject = inventSubject(random)
  pen.text(subject.laboratory, RIGHT, 48, { ...bold, size: 15 }, 'right')
  pen.text(`${subject.address} · Tel. ${subject.phone} · ISO 15189`, RIGHT, 60, { ...plain, size: 7.5 }, 'right')
  pen.line({ x: LEFT, y: 66 }, { x: RIGHT, y: 66 }, 1.5, '#555555')
  pen.text(`Patient: ${subject.name}, born ${subject.born}`, LEFT, 82, bold)
  pen.text(`Order ${subject.number}, sample of ${subject.collected.replaceAll('/', '.')}`, LEFT, 93, plain)
  let y = 114
  drawRow(pen, y, ['Investigation', 'Result', '', 'Unit', 'Reference range', 'Previous'], stops, bold)
  pen.line({ x: LEFT, y: y + 4 }, { x: RIGHT, y: y + 4 }, 0.6)
  let panel = ''
  for (const result of makeResults(random, random.between(38, 46))) {
    if (result.panel !== panel) {
      panel = result.panel
      y += 14.5
      pen.text(panel, LEFT, y, { ...bold, italic: true, size: 9 })
    }
    y += 11.6
    const flag = result.flag === 'H' ? '+' : result.flag === 'L' ? '-' : ''
    const style = flag === '' ? plain : bold
    drawRow(pen, y, [result.name, withComma(result.value), flag, result.unit], stops, style)
    drawRow(pen, y, ['', '', '', '', `[${withComma(spaced(result.range))}]`], stops, plain)
    if (random.chance(0.7)) drawRow(pen, y, ['', '', '', '', '', withComma(earlier(result, random))], stops, grey)
  }
  pen.line({ x: LEFT, y: y + 6 }, { x: RIGHT, y: y + 6 }, 0.6)
  pen.text('+ above, - below the reference range. Validated electronically, valid without signature.', LEFT, y + 18, {
    ...plain,
    size: 7.5,
  })
  return pen.finish()
}
