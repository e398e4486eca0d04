/** A registration form: printed questions, lines and boxes to fill in, and where handwriting would go. */
import { inventName } from '../prose.ts'
import type { Random } from '../random.ts'
import { LETTER, type Page, type Style } from './page.ts'
import { createPen } from './pen.ts'

/** A line to write on. */
export interface Blank {
  readonly x: number
  readonly baseline: number
  readonly width: number
}

const questions = [
  'Last name',
  'First name',
  'Date of birth',
  'Street and number',
  'Town',
  'Telephone',
  'Insurance number',
  'Name of your family doctor',
  'Medicines you take every day',
  'Allergies',
  'Operations and when',
  'Reason for your visit',
]
const ticks = ['Diabetes', 'High blood pressure', 'Asthma', 'Heart disease', 'Thyroid disease', 'Depression']

export function printForm(random: Random): { page: Page; blanks: Blank[] } {
  const pen = createPen(LETTER)
  const plain: Style = { face: 'sans', size: 9.5 }
  const left = 54
  const right = 558
  pen.text(`${inventName(random)} Health Center`, left, 56, { ...plain, size: 15, bold: true })
  pen.text('Please fill in this form before you see the doctor. Write in capital letters.', left, 74, plain)
  const blanks: Blank[] = []
  let y = 108
  for (const question of questions) {
    const end = pen.text(question, left, y, plain) + 8
    pen.line({ x: end, y: y + 2 }, { x: right, y: y + 2 }, 0.5)
    blanks.push({ x: end + 6, baseline: y - 1, width: right - end - 12 })
    y += 31
  }
  pen.text('Do you have, or did you ever have, one of these?', left, y, { ...plain, bold: true })
  y += 22
  for (const [i, tick] of ticks.entries()) {
    const x = left + (i % 3) * 170
    const base = y + Math.floor(i / 3) * 20
    pen.frame(x, base - 8, 9, 9, 0.7)
    pen.text(tick, x + 15, base, plain)
  }
  y += 66
  pen.text('Date', left, y, plain)
  pen.line({ x: left + 28, y: y + 2 }, { x: left + 150, y: y + 2 }, 0.5)
  pen.text('Signature', 300, y, plain)
  pen.line({ x: 350, y: y + 2 }, { x: right, y: y + 2 }, 0.5)
  blanks.push({ x: left + 32, baseline: y - 1, width: 110 }, { x: 356, baseline: y - 2, width: 180 })
  pen.text(`Form ${random.digits(4)}, version ${random.between(2, 9)}.${random.between(0, 9)}`, left, 756, {
    ...plain,
    size: 7.5,
  })
  return { page: pen.finish(), blanks }
}
