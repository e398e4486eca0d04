/** The heading of a table with measures across the top → its columns, and which cell of a row stands under which. */
import type { Span } from '../../ingest/read-page.ts'
import { findDates } from '../dates.ts'
import type { Cell, PageRow } from '../page-rows.ts'
import { parseRange } from '../ranges.ts'
import { spanOf } from './beside.ts'
import { isForeignHeading } from './header-roles.ts'
import { isOfIron, isSaturation } from './neighbours.ts'
import type { Reading, ReadingContext } from './reading.ts'
import { unitInName } from './unit-in-name.ts'

export interface SheetColumn {
  /** `other-date`: when it was received, reported or printed. */
  readonly kind: 'measure' | 'date' | 'other-date' | 'time' | 'other'
  readonly nameText: string
  readonly nameSpan: Span
  /** Of the heading itself: `Sodium (mmol/L)`. */
  readonly unit?: Pick<Reading, 'unitText' | 'unitSpan'>
  readonly x0?: number
  readonly x1?: number
}

export interface Placed {
  readonly cell: Cell
  readonly column: SheetColumn
}

/** `below`: the next rows, of which one may hold the units that tell what a short name stands for. */
export function sheetColumns(
  heading: PageRow,
  below: readonly PageRow[],
  context: ReadingContext,
): SheetColumn[] | undefined {
  const filled = heading.cells.filter(({ text }) => text !== '')
  if (filled.length < 2 || filled.some(({ text }) => isNoHeading(text, context))) return
  const bare = heading.cells.map(columnOf)
  const units = below.find((row) => isRowOfUnits(row, context))
  const unitCells = units?.cells.filter(({ text }) => unitAt(text, context) !== undefined)
  const under = units && unitCells && placeUnder(units, unitCells, bare)
  const headed = bare.map((column) => {
    const below = under?.find((each) => each.column === column)?.cell.text
    const unitText = below === undefined ? undefined : unitAt(below, context)
    return kindOf(column, unitText, context)
  })
  const ofIron = headed.some(({ nameText }) => isOfIron(context.names.find(nameText)?.analyte.name ?? ''))
  const columns = headed.map((column, at) => (isSaturation(column.nameText) && !ofIron ? (bare[at] ?? column) : column))
  const measures = columns.filter(({ kind }) => kind === 'measure').length
  const others = columns.filter(({ kind, nameText }) => kind === 'other' && nameText !== '').length
  const isDated = columns.some(({ kind }) => kind === 'date' || kind === 'time')
  const foreign = filled.filter(({ text }) => isForeignHeading(text))
  if (measures === 0 || foreign.length >= 2 || foreign.some(({ text }) => FOOD.test(text))) return
  const isEnough = isDated ? others <= measures + 1 : measures >= 2 && others <= 1 && measures >= 2 * others
  return isEnough ? columns : undefined
}

const columnOf = (cell: Cell): SheetColumn => ({
  kind: 'other',
  nameText: cell.text,
  nameSpan: spanOf(cell),
  ...(cell.x0 !== undefined && cell.x1 !== undefined && { x0: cell.x0, x1: cell.x1 }),
})

/** There protein and iron are eaten. */
const FOOD = /^(?:food|meals?|servings?|calories|kcal|carbs|carbohydrates?|fat|fib(?:er|re))\b/iu

/** A number, a day or a sentence heads no measure. */
const isNoHeading = (text: string, { order }: ReadingContext) =>
  text.length > 48 ||
  /^[<>≤≥]?[\d.,]+(?:\s|$)/u.test(text) ||
  /[:;?!]\s*\S/u.test(text) ||
  findDates(text, { order }).length > 0

/** The unit that a cell is, or that stands in it before a range: `mg/dL 70 - 99`. */
export function unitAt(text: string, { reader }: ReadingContext): string | undefined {
  if (reader.isUnit(text)) return text
  const [, unit = '', rest = ''] = /^[[(]?(\S+(?: \S+)??)[\])]?\s+([<>≤≥([]?\s?\d.*|up to .*)$/u.exec(text) ?? []
  const range = parseRange(rest, reader.style)
  return reader.isUnit(unit) && (range?.low !== undefined || range?.high !== undefined) ? unit : undefined
}

function isRowOfUnits(row: PageRow, context: ReadingContext): boolean {
  const cells = row.cells.filter(({ text }) => text !== '')
  const [first] = cells
  const own = first && /^(?:units?|uom|einheit(?:en)?|unit[ée]s?)\b/iu.test(first.text) ? cells.slice(1) : cells
  return own.length > 0 && own.every(({ text }) => unitAt(text, context) !== undefined)
}

const DATE =
  /^(?:(?:collection |sample |specimen |test )?dates?(?:\s?(?:\/|and|&)\s?time)?|date[ /]time|day|collected(?: on)?|drawn|taken|sampled|specimen taken|datum|tag|abnahme|entnahme|fecha|jour)\W*$/iu
const OTHER_DATE = /^(?:received|reported|printed|authori[sz]ed|validated|verified|next(?: test| visit)?)\b/iu
const TIME = /^(?:(?:collection )?time|uhrzeit|zeit|hora|heure|hrs?)\W*$/iu

function kindOf(column: SheetColumn, unitBelow: string | undefined, context: ReadingContext): SheetColumn {
  const { nameText } = column
  if (DATE.test(nameText)) return { ...column, kind: 'date' }
  if (OTHER_DATE.test(nameText)) return { ...column, kind: 'other-date' }
  if (TIME.test(nameText)) return { ...column, kind: 'time' }
  const headed = unitInName(column, context)
  const unitText = unitBelow ?? headed?.unitText
  const name = headed ? { text: headed.name, span: headed.nameSpan } : { text: nameText, span: column.nameSpan }
  const found = context.names.find(name.text, { specimen: context.specimen, unitText })?.analyte
  if (found?.category !== 'laboratory' && !isSaturation(name.text)) return column
  const unit = headed && { unitText: headed.unitText, unitSpan: headed.unitSpan }
  return { ...column, kind: 'measure', nameText: name.text, nameSpan: name.span, ...(unit && { unit }) }
}

/**
 * By where they stand, else by their number. `cells`: those of the row that are to be placed, without its label.
 * Undefined where cells are missing and nobody can tell which.
 */
export function placeUnder(
  row: PageRow,
  cells: readonly Cell[],
  columns: readonly SheetColumn[],
): Placed[] | undefined {
  const isPlaced = row.alignment === 'x' && columns.some(({ x0 }) => x0 !== undefined)
  if (isPlaced) {
    return cells.flatMap((cell) => {
      const column = nearest(cell, columns)
      return column ? [{ cell, column }] : []
    })
  }
  const own = columns.filter(({ nameText }) => nameText !== '')
  const isCounted = row.alignment === 'index' && row.cells.length <= columns.length
  if (isCounted || row.cells.length === columns.length) return inOrder(cells, row.cells, columns)
  if (cells.length === own.length) return inOrder(cells, cells, own)
  const measures = own.filter(({ kind }) => kind === 'measure')
  return cells.length === measures.length ? inOrder(cells, cells, measures) : undefined
}

const inOrder = (cells: readonly Cell[], among: readonly Cell[], columns: readonly SheetColumn[]): Placed[] =>
  cells.flatMap((cell) => {
    const column = columns[among.indexOf(cell)]
    return column ? [{ cell, column }] : []
  })

/** Parts of the page's width that a cell may lie beside the heading of its column. */
const FARTHEST = 0.05

function nearest({ x0, x1 }: Cell, columns: readonly SheetColumn[]): SheetColumn | undefined {
  if (x0 === undefined || x1 === undefined) return
  const scale = Math.max(x1, ...columns.map((column) => column.x1 ?? 0)) > 1.5 ? 0.01 : 1
  const ranked = columns
    .flatMap((column) => {
      const [from, to] = [column.x0, column.x1]
      if (from === undefined || to === undefined) return []
      const overlap = Math.min(x1, to) - Math.max(x0, from)
      const apart = Math.min(Math.abs(from - x0), Math.abs(to - x1), Math.abs(from + to - x0 - x1) / 2) * scale
      return [{ column, apart: overlap > 0 ? apart - 1 : apart }]
    })
    .sort((a, b) => a.apart - b.apart)
  const [best] = ranked
  return best && best.apart <= FARTHEST ? best.column : undefined
}
