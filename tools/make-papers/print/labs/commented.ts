/** A specialist's report: few results in a serif face, each followed by lines of comment in italics. */
import type { Random } from '../../random.ts'
import { A4, type Page, type Style } from '../page.ts'
import { createPen } from '../pen.ts'
import { inventSubject } from './person-block.ts'
import { makeResults, type Result, spaced } from './results.ts'
import { drawRow } from './row.ts'

const plain: Style = { face: 'serif', size: 8.2 }
const bold: Style = { ...plain, bold: true }
const italic: Style = { ...plain, italic: true, size: 7.6 }
const LEFT = 56
const RIGHT = 540
const stops = [{ x: LEFT }, { x: 300, align: 'right' }, { x: 306 }, { x: 370 }, { x: 470 }] as const

export function printCommented(random: Random): Page {
  const pen = createPen(A4)
  const subject = inventSubject(random)
  pen.text(subject.laboratory, 298, 50, { ...bold, size: 14 }, 'middle')
  pen.text(`Department of Endocrinology, ${subject.address}`, 298, 62, plain, 'middle')
  pen.line({ x: LEFT, y: 70 }, { x: RIGHT, y: 70 }, 0.5)
  pen.line({ x: LEFT, y: 72 }, { x: RIGHT, y: 72 }, 0.5)
  pen.text(`Patient: ${subject.name} (${subject.sex}), born ${subject.born}`, LEFT, 88, plain)
  pen.text(`Referred by ${subject.doctor}. Specimen ${subject.number} of ${subject.collected}`, LEFT, 99, plain)
  let y = 120
  drawRow(pen, y, ['Examination', 'Result', '', 'Unit', 'Reference'], stops, bold)
  y += 5
  for (const result of makeResults(random, 40)) {
    if (y > 740) break
    y += 13
    const style = result.flag === '' ? plain : bold
    drawRow(
      pen,
      y,
      [
        result.name,
        result.value,
        result.flag && (result.flag === 'H' ? '(high)' : '(low)'),
        result.unit,
        spaced(result.range),
      ],
      stops,
      style,
    )
    if (!random.chance(0.6)) continue
    for (const line of pen.wrap(commentOn(result, random), RIGHT - LEFT - 30, italic)) {
      y += 9.6
      pen.text(line, LEFT + 14, y, italic)
    }
  }
  pen.line({ x: LEFT, y: y + 8 }, { x: RIGHT, y: y + 8 }, 0.5)
  pen.text(
    `Approved by Dr. ${random.pick(['Brennick', 'Farnwick', 'Thessaly'])} on ${subject.reported}`,
    LEFT,
    y + 20,
    plain,
  )
  return pen.finish()
}

function commentOn({ name, unit, range, decimals }: Result, random: Random): string {
  const number = (random.between(20, 900) / 10 ** Math.max(1, decimals)).toFixed(decimals)
  return random.pick([
    `Comment: ${name} of ${number} ${unit} was measured on ${random.between(1, 28)}.${random.between(1, 12)}.2023. Values depend on age, sex and the time of day; a second sample taken in the morning is recommended when the result does not fit.`,
    `Note: the limits ${spaced(range)} ${unit} are those of the manufacturer. Biotin in doses above 5 mg per day can falsify this assay; please wait 8 hours after the last dose.`,
    `Interpretation: a change of more than ${random.between(8, 35)} % against the previous result is beyond the variation of the method (CV ${random.between(10, 69) / 10} %).`,
    `Method: chemiluminescence, device ${random.pick(['A', 'B', 'C'])}${random.digits(3)}. Result confirmed by repeat measurement.`,
  ])
}
