/** Tables of results in random column orders, number styles, headings and ways to be printed, with what must be read. */
import fc from 'fast-check'
import type { ExtractPage } from '../../../src-main/extract/proposal.ts'
import { assemblePage } from '../../../src-main/ingest/layout/assemble-page.ts'
import type { PositionedWord } from '../../../src-main/ingest/layout/positioned-word.ts'
import { line, page as sheet } from '../../ingest/layout/place.ts'

export interface ExpectedRow {
  readonly nameText: string
  readonly valueText: string
  readonly unitText?: string
  readonly rangeText?: string
  readonly flag: string
  readonly happenedOn?: string
}

export interface RandomTable {
  readonly page: ExtractPage
  readonly expected: readonly ExpectedRow[]
}

type Way = 'sheet' | 'tabs' | 'pipes' | 'spaces'
type ColumnKind = 'name' | 'result' | 'flag' | 'unit' | 'range' | 'code' | 'previous'

const measures: readonly (readonly [name: string, unit: string, low: number, high: number, places: number])[] = [
  ['Glucose', 'mg/dL', 70, 99, 0],
  ['Sodium', 'mmol/L', 135, 145, 0],
  ['Potassium', 'mmol/L', 3.5, 5.1, 1],
  ['Creatinine', 'mg/dL', 0.5, 1.2, 2],
  ['Calcium', 'mg/dL', 8.6, 10.2, 1],
  ['Albumin', 'g/dL', 3.5, 5, 1],
  ['Hemoglobin', 'g/dL', 12, 15.5, 1],
  ['Hematocrit', '%', 36, 46, 1],
  ['Platelets', '10*3/uL', 150, 400, 0],
  ['Ferritin', 'ng/mL', 30, 400, 0],
  ['Total cholesterol', 'mg/dL', 100, 200, 0],
  ['Alkaline phosphatase', 'U/L', 40, 129, 0],
  ['Alanine aminotransferase (ALT)', 'U/L', 7, 35, 0],
  ['Thyroid stimulating hormone', 'mIU/L', 0.4, 4.5, 2],
  ['Vitamin B12', 'pg/mL', 232, 1245, 0],
  ['Hemoglobin A1c', '%', 4, 5.6, 1],
  ['C-reactive protein', 'mg/L', 0, 5, 1],
]

const headings: Readonly<Record<ColumnKind, readonly string[]>> = {
  name: ['Test', 'Test name', 'Analyte', 'Component', 'Investigation', 'Parameter'],
  result: ['Result', 'Value', 'Your value', 'Results', 'Result value'],
  flag: ['Flag', 'Abnormal', 'Flags', 'H/L'],
  unit: ['Units', 'Unit', 'Units of measure'],
  range: ['Reference range', 'Reference interval', 'Normal range', 'Standard range', 'Ref. range', 'Normal values'],
  code: ['Lab', 'Code'],
  previous: ['Previous result', 'Prior', 'Last result'],
}
const flagsHigh = ['H', 'High', '↑', '(H)', '*']
const flagsLow = ['L', 'Low', '↓', '(L)', '*']

const flagOf = (text: string, isHigh: boolean) => (text === '*' ? 'abnormal' : isHigh ? 'high' : 'low')

const rowDraft = fc.record({
  measure: fc.nat(measures.length - 1),
  place: fc.double({ min: -0.4, max: 1.4, noNaN: true }),
  flagStyle: fc.nat(flagsHigh.length - 1),
  below: fc.nat(9),
  previous: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
})

export const randomTable: fc.Arbitrary<RandomTable> = fc
  .record({
    way: fc.constantFrom<Way>('sheet', 'tabs', 'pipes', 'spaces'),
    others: fc.shuffledSubarray<ColumnKind>(['result', 'flag', 'unit', 'range', 'code', 'previous'], { minLength: 2 }),
    nameAt: fc.nat(2),
    headingSeed: fc.nat(1000),
    isComma: fc.boolean(),
    dash: fc.constantFrom('-', ' - ', '–', ' – ', ' to '),
    rows: fc.uniqueArray(rowDraft, { minLength: 4, maxLength: 14, selector: ({ measure }) => measure }),
  })
  .map(({ way, others, nameAt, headingSeed, isComma, dash, rows }) => {
    const kinds = others.includes('result') ? [...others] : [...others, 'result' as const]
    if (!kinds.includes('unit') && !kinds.includes('range')) kinds.push('unit')
    kinds.splice(Math.min(nameAt, kinds.length), 0, 'name')
    const number = (value: number, places: number) =>
      isComma ? value.toFixed(places).replace('.', ',') : value.toFixed(places)
    const expected: ExpectedRow[] = []
    const grid = [kinds.map((kind) => pick(headings[kind], headingSeed))]
    for (const draft of rows) {
      const [nameText, unit, low, high, places] = measures[draft.measure] as (typeof measures)[number]
      const raw = Math.max(0, low + draft.place * (high - low))
      const valueText = `${draft.below === 0 ? '<' : ''}${number(raw, places)}`
      const value = Number(raw.toFixed(places))
      const rangeText = `${number(low, places)}${dash}${number(high, places)}`
      const side = draft.below === 0 ? undefined : value > high ? true : value < low ? false : undefined
      const flagText = side === undefined ? '' : pick(side ? flagsHigh : flagsLow, draft.flagStyle)
      const cells: Record<ColumnKind, string> = {
        name: nameText,
        result: valueText,
        flag: flagText,
        unit,
        range: rangeText,
        code: '01',
        previous: number(low + draft.previous * (high - low), places),
      }
      grid.push(kinds.map((kind) => cells[kind]))
      const ownFlag = kinds.includes('flag') && side !== undefined ? flagOf(flagText, side) : undefined
      const byRange = kinds.includes('range') ? sideOf(value, draft.below === 0, low, high) : 'unknown'
      expected.push({
        nameText,
        valueText,
        ...(kinds.includes('unit') && { unitText: unit }),
        ...(kinds.includes('range') && { rangeText }),
        flag: ownFlag ?? byRange,
      })
    }
    return { page: print(grid, way), expected }
  })

function sideOf(value: number, isBelow: boolean, low: number, high: number): string {
  if (isBelow) return low <= 0 ? (value <= high ? 'normal' : 'unknown') : value <= low ? 'low' : 'unknown'
  return value < low ? 'low' : value > high ? 'high' : 'normal'
}

const pick = (from: readonly string[], seed: number) => from[seed % from.length] ?? ''

function print(grid: readonly (readonly string[])[], way: Way): ExtractPage {
  if (way === 'sheet') return printedOnSheet(grid)
  const text =
    way === 'tabs'
      ? grid.map((cells) => cells.join('\t').trimEnd()).join('\n')
      : way === 'pipes'
        ? [grid[0], (grid[0] ?? []).map(() => '---'), ...grid.slice(1)]
            .map((cells) => `| ${(cells ?? []).join(' | ')} |`)
            .join('\n')
        : grid
            .map((cells) =>
              cells
                .map((cell, at) => cell.padEnd(widthOf(grid, at) + 3))
                .join('')
                .trimEnd(),
            )
            .join('\n')
  return { number: 1, text, words: [], method: 'text' }
}

const widthOf = (grid: readonly (readonly string[])[], at: number) =>
  Math.max(...grid.map((cells) => cells[at]?.length ?? 0))

/** Through the reader's own layout: empty cells leave no trace but where the others stand. */
function printedOnSheet(grid: readonly (readonly string[])[]): ExtractPage {
  const size = 7
  let x = 20
  const starts = (grid[0] ?? []).map((_, at) => {
    const start = x
    x += widthOf(grid, at) * size * 0.5 + 16
    return start
  })
  const words: PositionedWord[] = grid.flatMap((cells, row) =>
    cells.flatMap((cell, at) => (cell === '' ? [] : line(cell, starts[at] ?? 0, 60 + row * 14, size))),
  )
  return { number: 1, ...assemblePage(words, sheet), method: 'text' }
}
