/** A ward's cumulative sheet: one column of results for each of six dates, marks of deviation beside the numbers. */
import type { Random } from '../../random.ts'
import { A4, type Page, type Style } from '../page.ts'
import { createPen, type Pen } from '../pen.ts'
import { inventSubject, type Subject } from './person-block.ts'
import { makeResults, measure, type Result, spaced } from './results.ts'

const plain: Style = { face: 'sans', size: 7.2 }
const bold: Style = { ...plain, bold: true }
const LEFT = 32
const RIGHT = 563
const UNIT = 150
const LIMITS = 212
const DATES = 6
const FIRST = 292
const STEP = (RIGHT - FIRST) / DATES

const TOP = 65
const rightOf = (date: number) => FIRST + (date + 1) * STEP - 9

export function printCumulative(random: Random): Page {
  const pen = createPen(A4)
  const subject = inventSubject(random)
  drawHead(pen, subject, random)
  let y = TOP + 24
  let panel = ''
  for (const result of makeResults(random, random.between(46, 52))) {
    y += result.panel === panel ? 11.2 : 14.5
    if (result.panel !== panel) pen.line({ x: LEFT, y: y - 9.5 }, { x: RIGHT, y: y - 9.5 }, 0.5)
    panel = result.panel
    drawSeries(pen, result, y, random)
  }
  const bottom = y + 5
  for (let date = 0; date < DATES; date += 1) {
    const x = FIRST + date * STEP
    pen.line({ x, y: TOP }, { x, y: bottom }, 0.4, '#707070')
  }
  pen.frame(LEFT, TOP, RIGHT - LEFT, bottom - TOP, 0.8)
  pen.text(`Printed ${subject.reported}, ${subject.laboratory}`, LEFT, y + 17, plain)
  return pen.finish()
}

function drawHead(pen: Pen, subject: Subject, random: Random) {
  pen.text('CUMULATIVE LABORATORY REPORT', LEFT, 42, { ...bold, size: 12 })
  pen.text(`${subject.name}  *${subject.born}  No. ${subject.number}  Ward ${random.between(1, 9)}B`, LEFT, 55, plain)
  pen.area(LEFT, TOP, RIGHT - LEFT, 24, '#d7d7d7')
  pen.text('Parameter', LEFT + 2, TOP + 12, bold)
  pen.text('Unit', UNIT, TOP + 12, bold)
  pen.text('Normal', LIMITS, TOP + 12, bold)
  let day = random.between(1, 9)
  for (let date = 0; date < DATES; date += 1) {
    const time = `${two(random.between(5, 22))}:${random.between(10, 59)}`
    pen.text(`${two(day)}.11.24`, rightOf(date), TOP + 9, bold, 'right')
    pen.text(time, rightOf(date), TOP + 19, plain, 'right')
    day += random.between(1, 4)
  }
}

/** Not every test is done every time. */
function drawSeries(pen: Pen, result: Result, y: number, random: Random) {
  pen.text(result.name, LEFT + 2, y, plain)
  pen.text(result.unit, UNIT, y, plain)
  pen.text(spaced(result.range), LIMITS, y, plain)
  for (let date = 0; date < DATES; date += 1) {
    if (random.chance(0.22)) continue
    const { value, flag } = measure(result, random)
    pen.text(value, rightOf(date), y, flag === '' ? plain : bold, 'right')
    pen.text(flag, rightOf(date) + 2, y, bold)
  }
}

const two = (number: number) => String(number).padStart(2, '0')
