/** A letter or note of one page: a head, headings, paragraphs, lists and a small table, in one typeface. */
import { inventDate, inventName, makeParagraph, makeResultRows } from '../prose.ts'
import type { Random } from '../random.ts'
import { advice, diagnoses, frequencies, medicines } from '../word-banks.ts'
import type { FaceName } from './faces.ts'
import { A4, LETTER, type Page, type Style } from './page.ts'
import { createPen, type Pen } from './pen.ts'
import { createTextFlow } from './text-flow.ts'

export interface LetterOptions {
  readonly face: FaceName
  /** Type size in points. */
  readonly size: number
  /** Both edges of paragraphs are straight. */
  readonly justified?: boolean
  /** The small table has a grey heading and grey rows. */
  readonly greyTable?: boolean
  readonly paper?: 'A4' | 'letter'
}

/** Room that the longest section may need, in lines. */
const LONGEST = 8

export function printLetter(options: LetterOptions, random: Random): Page {
  const { face, size, justified = false, greyTable = false, paper = 'letter' } = options
  const pen = createPen(paper === 'A4' ? A4 : LETTER)
  const style: Style = { face, size }
  const left = random.between(48, 66)
  const width = pen.width - 2 * left
  const flow = createTextFlow(pen, { left, top: drawHead(pen, left, width, style, random), width, style })
  const table = { stops: [0, 0.42, 0.56, 0.64, 0.82], grey: greyTable }
  const sections: readonly [string, () => void][] = [
    ['History', () => flow.paragraph(makeParagraph(random, 5), justified)],
    ['Diagnoses', () => flow.list(listOf(random, diagnoses, 4), (i) => `${i + 1}.`)],
    ['Findings', () => flow.paragraph(makeParagraph(random, 6), justified)],
    ['Laboratory', () => flow.table([['Test', 'Result', '', 'Unit', 'Range'], ...makeResultRows(random, 6)], table)],
    ['Medicines', () => flow.list(medicineLines(random), () => '-')],
    ['Course', () => flow.paragraph(makeParagraph(random, 4), justified)],
    ['Advice', () => flow.list(listOf(random, advice, 3), () => '•')],
    ['Plan', () => flow.paragraph(makeParagraph(random, 3), justified)],
  ]
  for (const [heading, draw] of sections) {
    if (flow.y() > pen.height - 64 - size * 1.32 * LONGEST) break
    flow.heading(heading)
    draw()
  }
  flow.gap(6)
  flow.line(`With kind regards, Dr. ${inventName(random)}`)
  const small = { face, size: Math.max(7.5, size - 1.5) }
  pen.text(`Page 1 of 1, reference ${random.digits(8)}`, left, pen.height - 38, small)
  return pen.finish()
}

/** Returns where the text may begin. */
function drawHead(pen: Pen, left: number, width: number, style: Style, random: Random): number {
  const leading = style.size * 1.32
  let y = 62
  pen.text(`${inventName(random)} Medical Center`, left, y, { ...style, size: style.size + 6, bold: true })
  y += style.size * 1.9
  const address = `${random.between(1, 400)} ${inventName(random)} Street, telephone 555-01${random.digits(2)}`
  pen.text(address, left, y, style)
  y += 8
  pen.line({ x: left, y }, { x: left + width, y }, 0.8)
  y += leading * 1.5
  pen.text(`Dr. ${inventName(random)}`, left, y, style)
  pen.text(inventDate(random), left + width, y, style, 'right')
  y += leading
  const subject = `Re: ${inventName(random)}, born ${inventDate(random)}, record ${random.digits(7)}`
  pen.text(subject, left, y, { ...style, bold: true })
  return y + leading
}

const listOf = (random: Random, bank: readonly string[], count: number) =>
  Array.from({ length: count }, () => {
    const text = random.pick(bank)
    return text.charAt(0).toUpperCase() + text.slice(1)
  })

const medicineLines = (random: Random) =>
  listOf(random, medicines, 5).map((medicine) => `${medicine} ${random.pick(frequencies)}`)
