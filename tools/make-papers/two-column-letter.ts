/**
 * The discharge letter: a head over both columns, two columns, a foot below them, on two pages. The lines are drawn
 * across the page (left line, right line, next left line), so drawing order is never reading order.
 */
import { type LetterPart, letterParts } from './letter-content.ts'
import type { Paper } from './paper.ts'
import { maren, places } from './people.ts'
import type { Random } from './random.ts'
import { createSheet, type Ink, type Sheet, type Style } from './sheet.ts'

interface Line {
  text: string
  bold: boolean
}

const LEFT = 50
const COLUMN_WIDTH = 232
const GUTTER = 31
const SIZE = 11
const LEADING = 15
const BODY_TOP = 176
const LINES_PER_COLUMN = 39

export async function makeTwoColumnLetter(random: Random): Promise<Paper> {
  const sheet = createSheet({ title: 'Discharge letter' })
  const lines = letterParts.flatMap((part) => partToLines(sheet, part))
  const columns = fillColumns(lines)
  const recordNumber = random.digits(7)

  for (const page of [1, 2]) {
    sheet.turn()
    drawHead(sheet, page, recordNumber)
    const left = placeColumn(columns[page * 2 - 2] ?? [], LEFT)
    const right = placeColumn(columns[page * 2 - 1] ?? [], LEFT + COLUMN_WIDTH + GUTTER)
    sheet.draw(interleave(left, right))
    sheet.expect(columnText(columns[page * 2 - 2] ?? []))
    sheet.expect(columnText(columns[page * 2 - 1] ?? []))
    drawFoot(sheet, page)
  }
  const { bytes, pages } = await sheet.finish()
  return { fileName: 'oakhollow-m-discharge-letter-2023-11.pdf', person: maren.name, bytes, expected: { pages } }
}

function partToLines(sheet: Sheet, part: LetterPart): (Line | undefined)[] {
  if ('heading' in part) return [{ text: part.heading, bold: true }]
  const texts = 'items' in part ? part.items : sheet.wrap(part.paragraph, COLUMN_WIDTH, { size: SIZE })
  return [...texts.map((text) => ({ text, bold: false })), undefined]
}

/** Four columns of equal height; a blank line never begins one, a heading never ends one. */
function fillColumns(lines: readonly (Line | undefined)[]): (Line | undefined)[][] {
  const columns: (Line | undefined)[][] = [[]]
  for (const line of lines) {
    let column = columns.at(-1) ?? []
    const room = LINES_PER_COLUMN - column.length
    if (room <= 0 || (line?.bold && room < 3)) {
      if (line === undefined) continue
      column = []
      columns.push(column)
    }
    if (line !== undefined || column.length > 0) column.push(line)
  }
  if (columns.length !== 4) throw new Error(`the letter fills ${columns.length} columns instead of 4`)
  return columns
}

const placeColumn = (lines: readonly (Line | undefined)[], x: number): (Ink | undefined)[] =>
  lines.map((line, index) =>
    line === undefined
      ? undefined
      : { text: line.text, x, y: BODY_TOP + index * LEADING, style: { size: SIZE, bold: line.bold } },
  )

function interleave(left: readonly (Ink | undefined)[], right: readonly (Ink | undefined)[]): Ink[] {
  const height = Math.max(left.length, right.length)
  return Array.from({ length: height }, (_, index) => [left[index], right[index]])
    .flat()
    .filter((ink) => ink !== undefined)
}

const columnText = (lines: readonly (Line | undefined)[]) =>
  lines
    .map((line) => line?.text ?? '')
    .join('\n')
    .trim()

function drawHead(sheet: Sheet, page: number, recordNumber: string) {
  const { hospital } = places
  const subject = `Discharge letter for ${maren.name}, born ${maren.bornInWords}, record number ${recordNumber}, continued on page 2`
  const texts: [string, Style][] =
    page === 1
      ? [
          [hospital.name, { size: 16, bold: true }],
          [`Department of Internal Medicine. ${hospital.address}. Telephone ${hospital.phone}`, { size: 9 }],
          [subject, { size: 9 }],
          ['Admitted on 20 November 2023, discharged on 24 November 2023', { size: 9 }],
        ]
      : [
          [hospital.name, { size: 12, bold: true }],
          [
            `Discharge letter of 24 November 2023 for ${maren.name}, second page, record number ${recordNumber}`,
            { size: 9 },
          ],
        ]
  let y = 50
  for (const [text, style] of texts) {
    sheet.draw([{ text, x: LEFT, y, style }])
    y += style.size * 1.7
  }
  sheet.expect(texts.map(([text]) => text).join('\n'))
  sheet.rule(BODY_TOP - 20, LEFT, sheet.width - LEFT)
}

function drawFoot(sheet: Sheet, page: number) {
  const text = `${places.hospital.name} is a member of the invented Larkmoor health network. This letter is confidential. Page ${page} of 2`
  sheet.rule(sheet.height - 62, LEFT, sheet.width - LEFT)
  sheet.draw([{ text, x: LEFT, y: sheet.height - 52, style: { size: 8 } }])
  sheet.expect(text)
}
