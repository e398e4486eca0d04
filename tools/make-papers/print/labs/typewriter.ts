/** A US reference laboratory's printer: fixed pitch, dot leaders, a column of laboratory codes, rows of dashes. */
import type { Random } from '../../random.ts'
import { LETTER, type Page, type Style } from '../page.ts'
import { createPen, type Pen } from '../pen.ts'
import { inventSubject, type Subject } from './person-block.ts'
import { makeResults, type Result, spaced } from './results.ts'

const size = 7.5
const plain: Style = { face: 'typewriter', size }
const bold: Style = { ...plain, bold: true }
/** Fixed pitch: six tenths of the size. */
const pitch = size * 0.6
const LEFT = 42
const LEADING = 11.5
const columns = { name: 0, value: 38, flag: 50, unit: 58, range: 74, laboratory: 96 }

const at = (column: number) => LEFT + column * pitch

export function printTypewriter(random: Random): Page {
  const pen = createPen(LETTER)
  const subject = inventSubject(random)
  drawHead(pen, subject)
  let y = 145
  let panel = ''
  for (const result of makeResults(random, random.between(36, 44))) {
    if (result.panel !== panel) {
      panel = result.panel
      pen.text(panel, at(0), y, bold)
      y += LEADING
    }
    drawResult(pen, result, y)
    y += LEADING
    if (random.chance(0.07)) {
      pen.text('**Please note reference interval change**', at(14), y, plain)
      y += LEADING
    }
  }
  pen.text('-'.repeat(100), LEFT, y, plain)
  pen.text(`01  ${subject.laboratory}, ${subject.address}`, LEFT, y + 12, plain)
  pen.text(`Dir: ${subject.doctor}, PhD    For inquiries call ${subject.phone}`, LEFT, y + 23, plain)
  return pen.finish()
}

function drawHead(pen: Pen, subject: Subject) {
  pen.text(subject.laboratory.toUpperCase(), LEFT, 48, { ...bold, size: 12 })
  pen.text(`${subject.address}  TEL ${subject.phone}`, LEFT, 61, plain)
  const lines = [
    [`PATIENT: ${subject.name.toUpperCase()}`, `SPECIMEN: ${subject.number}`],
    [`DOB: ${subject.born}`, `COLLECTED: ${subject.collected}`],
    [`SEX: ${subject.sex}`, `REPORTED: ${subject.reported}`],
  ] as const
  for (const [i, [left, right]] of lines.entries()) {
    pen.text(left, LEFT, 86 + i * 11, plain)
    pen.text(right, at(55), 86 + i * 11, plain)
  }
  pen.frame(LEFT - 6, 118, 530, 14, 0.8)
  const titles = [
    ['TESTS', columns.name],
    ['RESULT', columns.value],
    ['FLAG', columns.flag],
    ['UNITS', columns.unit],
    ['REFERENCE INTERVAL', columns.range],
    ['LAB', columns.laboratory],
  ] as const
  for (const [title, column] of titles) pen.text(title, at(column), 127, bold)
}

function drawResult(pen: Pen, { name, value, flag, unit, range }: Result, y: number) {
  pen.text(`${name} ${'.'.repeat(columns.value - 4 - name.length)}`, at(2), y, plain)
  pen.text(value, at(columns.value), y, flag === '' ? plain : bold)
  if (flag !== '') pen.text(flag === 'H' ? 'High' : 'Low', at(columns.flag), y, bold)
  pen.text(unit, at(columns.unit), y, plain)
  pen.text(spaced(range), at(columns.range), y, plain)
  pen.text('01', at(columns.laboratory), y, plain)
}
