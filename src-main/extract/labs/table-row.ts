/**
 * A row under known columns → its results. A row that could be read in two ways gives none; which rows count at all is
 * decided in is-result.ts.
 */
import { findDates } from '../dates.ts'
import type { Cell, PageRow } from '../page-rows.ts'
import { quantityAt } from '../quantities.ts'
import { besideFor, besideOf, type Placed, spanOf } from './beside.ts'
import { fitOf } from './cell-fit.ts'
import type { Column } from './columns.ts'
import { isCommentText } from './gates.ts'
import type { Role } from './header-roles.ts'
import { isResult } from './is-result.ts'
import { dayAfter } from './own-day.ts'
import { placeCells } from './place-cells.ts'
import { type Measured, readMeasured } from './read-measured.ts'
import type { Reading, ReadingContext } from './reading.ts'
import { recutRow } from './recut-row.ts'
import { splitNamed } from './split-named.ts'
import { unitInName } from './unit-in-name.ts'

/** `text`: of the whole page. `pendingName`: the line above, when it may be the beginning of this row's name. */
export function readTableRow(
  row: PageRow,
  columns: readonly Column[],
  text: string,
  context: ReadingContext,
  pendingName?: Cell,
): Reading[] {
  const readings = readPlaced(row, columns, text, context, pendingName)
  if (readings.length > 0) return readings
  const recut = recutRow(row, columns, context.edges)
  if (recut) return readPlaced(recut, columns, text, context, pendingName)
  return holdsSeveralValues(columns) ? [] : readMerged(row, columns, text, context)
}

/** An earlier value or several days: a number that stands in no column could be any of them. */
export const holdsSeveralValues = (columns: readonly Column[]) =>
  columns.filter(({ role }) => role === 'result' || role === 'previous').length > 1

function readPlaced(
  row: PageRow,
  columns: readonly Column[],
  text: string,
  context: ReadingContext,
  pendingName?: Cell,
): Reading[] {
  const marks = marksBeside(row, context)
  const placed = placeCells(row, columns, (cell, role) =>
    marks.has(cell) && (role === 'result' || role === 'previous') ? -6 : fitOf(cell, role, context),
  )
  if (isLosingColumns(row, columns, placed)) return []
  return recordsOf(row, columns, placed).flatMap((record) => readRecord(record, row, text, context, pendingName))
}

/** `++` in a row that has a number as well marks that number; alone it may be the result. */
function marksBeside(row: PageRow, { reader }: ReadingContext): ReadonlySet<Cell> {
  const marks = row.cells.filter(({ text }) => /^[+*!\u2212\u2013-]{1,3}$/u.test(text))
  const hasNumber = () =>
    row.cells.some(({ text }) => {
      const quantity = quantityAt(text, 0, reader.style)
      return quantity?.form === 'number' && quantity.end === text.length
    })
  return new Set(marks.length > 0 && hasNumber() ? marks : [])
}

/** Tables that stand side by side have a column of names each. */
function recordsOf(row: PageRow, columns: readonly Column[], placed: readonly (number | undefined)[]): Placed[][] {
  const starts = columns.flatMap(({ role }, at) => (role === 'name' ? [at] : []))
  const records: Placed[][] = starts.map(() => [])
  let last = 0
  row.cells.forEach((cell, index) => {
    const at = placed[index]
    if (cell.text === '') return
    const group =
      at === undefined
        ? last
        : starts.length < 2
          ? 0
          : Math.max(
              0,
              starts.findLastIndex((start) => start <= at),
            )
    last = group
    records[group]?.push({ cell, column: at === undefined ? undefined : columns[at], at: at ?? -1 })
  })
  return records.filter((record) => record.length > 0)
}

/** Without positions and without empty cells nobody knows which of several days a value is of. */
function isLosingColumns(row: PageRow, columns: readonly Column[], placed: readonly (number | undefined)[]): boolean {
  if (row.alignment !== 'none') return false
  const days = columns.flatMap(({ role, date }, at) =>
    (role === 'result' || role === 'previous') && (date || role === 'previous') ? [at] : [],
  )
  if (days.length === 0 || columns.length < 2) return false
  const values = columns.flatMap(({ role }, at) => (role === 'result' || role === 'previous' ? [at] : []))
  return values.length > 1 && values.some((at) => !placed.includes(at))
}

function readRecord(
  record: readonly Placed[],
  row: PageRow,
  text: string,
  context: ReadingContext,
  pendingName?: Cell,
): Reading[] {
  const by = (role: Role) => record.filter(({ column }) => column?.role === role)
  const names = by('name').map(({ cell }) => cell)
  const previousDate = by('previous-date')[0]?.cell
  const results = record.filter(
    ({ column }) => column?.role === 'result' || (column?.role === 'previous' && (column.date ?? previousDate)),
  )
  const plain = results.filter(({ column }) => column?.role === 'result' && column.date === undefined)
  const name = nameOf(names, pendingName, context)
  if (!name || plain.length > 1) return []
  const beside = besideOf(record, text, context)
  const dateCell = by('date')[0]?.cell
  const readings = results.flatMap(({ cell, column, at }) => {
    const measured = measuredIn(cell, text, context)
    if (!measured) return []
    const flagged = beside.flags.find((flag) => flag.of === at)
    const parts = besideFor(measured, beside, flagged, results.length, context)
    const reading = {
      page: row.page,
      ...name,
      ...withoutEnd(measured),
      ...(parts.unitText === undefined && measured.unitText === undefined && unitOfName(name, context)),
      ...parts,
    }
    const dated = dateOf(column, column?.role === 'previous' ? previousDate : dateCell, context)
    return column?.role === 'previous' && !dated.date ? [] : [{ ...reading, ...dated }]
  })
  return readings.filter((reading) => isResult(reading, context))
}

function dateOf(
  column: Column | undefined,
  cell: Cell | undefined,
  { order }: ReadingContext,
): Pick<Reading, 'date' | 'dateSpan'> {
  if (column?.date === 'unknown') return { date: 'unknown' }
  if (column?.date) return { date: { ...column.date, dateKind: 'collected' } }
  const found = cell && findDates(cell.text, { order })[0]
  if (!cell || !found) return {}
  return {
    date: { ...found.date, dateKind: 'collected' },
    dateSpan: { start: cell.start + found.start, end: cell.start + found.end },
  }
}

function nameOf(
  cells: readonly Cell[],
  pending: Cell | undefined,
  { names, specimen }: ReadingContext,
): Pick<Reading, 'nameText' | 'nameSpans'> | undefined {
  const own = cells.map(({ text }) => text).join(' ')
  const spans = cells.map(spanOf)
  if (pending) {
    const whole = `${pending.text} ${own}`.trim()
    if (names.find(whole, { specimen })) {
      return { nameText: whole, nameSpans: [spanOf(pending), ...spans] }
    }
  }
  return /\p{L}{2}|^\p{L}$|^p[hH]$/u.test(own) && own.length <= 150 && !isCommentText(own)
    ? { nameText: own, nameSpans: spans }
    : undefined
}

/** Where no column and no cell of a value says it: `Hemoglobin (g/dL)`. The name keeps its words. */
function unitOfName({ nameText, nameSpans }: Pick<Reading, 'nameText' | 'nameSpans'>, context: ReadingContext) {
  const [nameSpan, ...more] = nameSpans
  const named = nameSpan && more.length === 0 ? unitInName({ nameText, nameSpan }, context) : undefined
  // A last word that is no share and no quotient may be a part of the name: `ANA Titer`.
  const isSure = named !== undefined && (/[/%]/.test(named.unitText) || /[)\]]$/.test(nameText))
  return isSure ? { unitText: named.unitText, unitSpan: named.unitSpan } : undefined
}

/** The name and its value in one cell of names, where the column of results is empty. */
function readMerged(row: PageRow, columns: readonly Column[], text: string, context: ReadingContext): Reading[] {
  const placed = placeCells(row, columns, (cell, role) => fitOf(cell, role, context))
  return recordsOf(row, columns, placed).flatMap((record) => {
    const [cell, ...more] = record.filter(({ column }) => column?.role === 'name').map((each) => each.cell)
    if (!cell || more.length > 0 || record.some(({ column }) => column?.role === 'result')) return []
    const split = splitNamed(text, cell.start, cell.end, context)
    if (!split) return []
    const beside = besideOf(record, text, context)
    const parts = besideFor(split.measured, beside, beside.flags[0], 1, context)
    const day = dayAfter(text, { start: split.measured.end, end: cell.end }, context)
    const reading = { page: row.page, ...split.name, ...withoutEnd(split.measured), ...parts, ...day }
    return isResult(reading, context) ? [reading] : []
  })
}

function measuredIn(cell: Cell, text: string, { reader }: ReadingContext): Measured | undefined {
  const measured = readMeasured(text, cell.start, cell.end, reader)
  if (!measured) return
  const rest = text.slice(measured.end, cell.end)
  // A second number in the cell of a result is another result.
  return /^\s*(?:[,;]\s*)?[<>]?\d/u.test(rest) || /\d{1,2}[/.:]\d{2}/u.test(rest) ? undefined : measured
}

const withoutEnd = ({ end: _, ...rest }: Measured) => rest
