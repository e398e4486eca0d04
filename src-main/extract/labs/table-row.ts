/**
 * A row under known columns → its results. A row counts when its name is a known measure, or when a unit or range of
 * the right kind stands beside its value; a row that could be read in two ways gives none.
 */
import type { Span } from '../../ingest/read-page.ts'
import { findDates } from '../dates.ts'
import { parseFlag } from '../flags.ts'
import type { Cell, PageRow } from '../page-rows.ts'
import { isShapedLikeUnit, quantityAt } from '../quantities.ts'
import { parseRange } from '../ranges.ts'
import type { Column } from './columns.ts'
import { isCommentText, isPlainAmount } from './gates.ts'
import type { Role } from './header-roles.ts'
import { placeCells } from './place-cells.ts'
import { type Measured, readMeasured } from './read-measured.ts'
import { isKnown, splitNamed } from './split-named.ts'
import type { Reading, ReadingContext } from './reading.ts'
import { recutRow } from './recut-row.ts'

/** `text`: of the whole page. `pendingName`: the line above, when it may be the beginning of this row's name. */
export function readTableRow(row: PageRow, columns: readonly Column[], text: string, context: ReadingContext, pendingName?: Cell): Reading[] {
  const readings = readPlaced(row, columns, text, context, pendingName)
  const recut = readings.length === 0 ? recutRow(row, columns, context.edges) : undefined
  return recut ? readPlaced(recut, columns, text, context, pendingName) : readings
}

function readPlaced(row: PageRow, columns: readonly Column[], text: string, context: ReadingContext, pendingName?: Cell): Reading[] {
  const placed = placeCells(row, columns, (cell, role) => fitOf(cell, role, context))
  if (isLosingColumns(row, columns, placed)) return []
  return recordsOf(row, columns, placed).flatMap((record) => readRecord(record, row, text, context, pendingName))
}

interface Placed {
  readonly cell: Cell
  readonly column: Column | undefined
  readonly at: number
}

/** Tables that stand side by side have a column of names each. */
function recordsOf(row: PageRow, columns: readonly Column[], placed: readonly (number | undefined)[]): Placed[][] {
  const starts = columns.flatMap(({ role }, at) => (role === 'name' ? [at] : []))
  const records: Placed[][] = starts.map(() => [])
  let last = 0
  row.cells.forEach((cell, index) => {
    const at = placed[index]
    if (cell.text === '') return
    const group = at === undefined ? last : starts.length < 2 ? 0 : Math.max(0, starts.findLastIndex((start) => start <= at))
    last = group
    records[group]?.push({ cell, column: at === undefined ? undefined : columns[at], at: at ?? -1 })
  })
  return records.filter((record) => record.length > 0)
}

/** Without positions and without empty cells nobody knows which of several days a value is of. */
function isLosingColumns(row: PageRow, columns: readonly Column[], placed: readonly (number | undefined)[]): boolean {
  if (row.alignment !== 'none') return false
  const days = columns.flatMap(({ role, date }, at) => ((role === 'result' || role === 'previous') && (date || role === 'previous') ? [at] : []))
  if (days.length === 0 || columns.length < 2) return false
  const values = columns.flatMap(({ role }, at) => (role === 'result' || role === 'previous' ? [at] : []))
  return values.length > 1 && values.some((at) => !placed.includes(at))
}

function readRecord(record: readonly Placed[], row: PageRow, text: string, context: ReadingContext, pendingName?: Cell): Reading[] {
  const by = (role: Role) => record.filter(({ column }) => column?.role === role)
  const names = by('name').map(({ cell }) => cell)
  const results = record.filter(({ column }) => column?.role === 'result' || (column?.role === 'previous' && column.date))
  const plain = results.filter(({ column }) => column?.role === 'result' && column.date === undefined)
  if (results.length === 0) return mergedReading(names, record, row, text, context)
  const name = nameOf(names, pendingName, context)
  if (!name || plain.length > 1) return []
  const beside = besideOf(record, text, context)
  const dateCell = by('date')[0]?.cell
  const readings = results.flatMap(({ cell, column, at }) => {
    const measured = measuredIn(cell, text, context)
    if (!measured) return []
    const flagged = beside.flags.find((flag) => flag.of === at)
    const reading = { page: row.page, ...name, ...withoutEnd(measured), ...besideFor(measured, beside, flagged, results.length, context) }
    return [{ ...reading, ...dateOf(column, dateCell, context) }]
  })
  return readings.filter((reading) => isResult(reading, context))
}

function dateOf(column: Column | undefined, cell: Cell | undefined, { order }: ReadingContext): Pick<Reading, 'date' | 'dateSpan'> {
  if (column?.date === 'unknown') return { date: 'unknown' }
  if (column?.date) return { date: { ...column.date, dateKind: 'collected' } }
  const found = cell && findDates(cell.text, { order })[0]
  if (!cell || !found) return {}
  return { date: { ...found.date, dateKind: 'collected' }, dateSpan: { start: cell.start + found.start, end: cell.start + found.end } }
}

function nameOf(cells: readonly Cell[], pending: Cell | undefined, { names, specimen }: ReadingContext): Pick<Reading, 'nameText' | 'nameSpans'> | undefined {
  const own = cells.map(({ text }) => text).join(' ')
  const spans = cells.map(spanOf)
  if (pending) {
    const whole = `${pending.text} ${own}`.trim()
    if (names.find(whole, { specimen })) {
      return { nameText: whole, nameSpans: [spanOf(pending), ...spans] }
    }
  }
  return /\p{L}{2}|^\p{L}$|^p[hH]$/u.test(own) && own.length <= 100 && !isCommentText(own) ? { nameText: own, nameSpans: spans } : undefined
}

/** The name and its value in one cell, or a row whose value found no column. */
function mergedReading(names: readonly Cell[], record: readonly Placed[], row: PageRow, text: string, context: ReadingContext): Reading[] {
  const [cell] = names
  const last = record.at(-1)?.cell
  if (!cell || !last || names.length > 1) return []
  const split = splitNamed(text, cell.start, cell.end, context)
  if (!split) return []
  const measured = { ...split.measured }
  const beside = besideOf(record, text, context)
  return [{ page: row.page, ...split.name, ...withoutEnd(measured), ...besideFor(measured, beside, beside.flags[0], 1, context) }].filter((reading) =>
    isResult(reading, context),
  )
}

function measuredIn(cell: Cell, text: string, { reader }: ReadingContext): Measured | undefined {
  const measured = readMeasured(text, cell.start, cell.end, reader)
  if (!measured) return
  const rest = text.slice(measured.end, cell.end)
  // A second number in the cell of a result is another result.
  return /^\s*(?:[,;]\s*)?[<>]?\d/u.test(rest) || /\d{1,2}[/.:]\d{2}/u.test(rest) ? undefined : measured
}

interface Beside {
  readonly parts: Partial<Measured>
  readonly flags: readonly { readonly of: number; readonly part: Partial<Measured> }[]
}

/** Unit, range and flags from the cells of their own columns, and from cells that found none. */
function besideOf(record: readonly Placed[], text: string, context: ReadingContext): Beside {
  const parts: { -readonly [key in keyof Measured]?: Measured[key] } = {}
  const flags: { of: number; part: Partial<Measured> }[] = []
  let result = record.find(({ column }) => column?.role === 'result')?.at ?? -1
  let low: Cell | undefined
  for (const { cell, column, at } of record) {
    const role = !column || column.isUnknown ? looseRole(cell, context) : column.role
    if (role === 'result' || (role === 'previous' && column?.date)) result = at
    if (role === 'unit') Object.assign(parts, unitPart(cell))
    if (role === 'range') Object.assign(parts, rangePart(cell, context))
    if (role === 'range-low') low = cell
    if (role === 'range-high') Object.assign(parts, boundsPart(low, cell, text, context))
    const flag = role === 'flag' ? parseFlag(cell.text) : undefined
    if (flag) flags.push({ of: result, part: { flag, flagSpan: spanOf(cell) } })
  }
  return { parts, flags }
}

function looseRole(cell: Cell, { reader }: ReadingContext): Role | undefined {
  if (parseFlag(cell.text) && !/^[-\u2013\u2212]$/u.test(cell.text)) return 'flag'
  if (reader.isUnit(cell.text)) return 'unit'
  const range = parseRange(cell.text, reader.style)
  return range && (range.low !== undefined || range.high !== undefined) && !/^[<>≤≥]/u.test(cell.text) ? 'range' : undefined
}

function unitPart(cell: Cell): Partial<Measured> {
  const bare = (/^[[(](.*)[\])]$/u.exec(cell.text)?.[1] ?? cell.text).replace(CALCULATED, '')
  if (!/[\p{L}%‰°]/u.test(bare)) return {}
  const start = cell.start + cell.text.indexOf(bare)
  return { unitText: bare, unitSpan: { start, end: start + bare.length } }
}

function rangePart(cell: Cell, { reader }: ReadingContext): Partial<Measured> {
  if (!/[\p{L}\d]/u.test(cell.text)) return {}
  if (reader.isUnit(cell.text.replace(CALCULATED, ''))) return unitPart(cell)
  const range = parseRange(cell.text, reader.style) ?? { text: cell.text }
  const at = cell.text.indexOf(range.text)
  const start = cell.start + Math.max(0, at)
  return { range, rangeText: range.text, rangeSpan: { start, end: at < 0 ? cell.end : start + range.text.length } }
}

const CALCULATED = /\s*\((?:calc|calculated)\.?\)$/iu

function boundsPart(low: Cell | undefined, high: Cell, text: string, { reader }: ReadingContext): Partial<Measured> {
  const range = low && parseRange(`${low.text} - ${high.text}`, reader.style)
  if (!low || !range) return {}
  const span = { start: low.start, end: high.end }
  return { range, rangeText: text.slice(span.start, span.end).replace(/\s+/gu, ' - '), rangeSpan: span }
}

/** What stands in the cell of the result itself comes first. */
function besideFor(measured: Measured, { parts }: Beside, flag: Beside['flags'][number] | undefined, results: number, { reader }: ReadingContext): Partial<Measured> {
  const { unitText, unitSpan, range, rangeText, rangeSpan } = parts
  const own = { unitText: measured.unitText ?? unitText, unitSpan: measured.unitSpan ?? unitSpan }
  const ranged = own.unitText === undefined ? (measured.range ?? range)?.unitText?.replace(CALCULATED, '') : undefined
  return {
    ...(own.unitText !== undefined && own.unitSpan && { unitText: own.unitText, unitSpan: own.unitSpan }),
    ...(ranged !== undefined && reader.isUnit(ranged) && { unitText: ranged }),
    ...(measured.range === undefined && range && rangeText !== undefined && rangeSpan && { range, rangeText, rangeSpan }),
    ...(measured.flag === undefined && flag && (results === 1 || flag.of >= 0) && flag.part),
  }
}

const withoutEnd = ({ end: _, ...rest }: Measured) => rest
const spanOf = ({ start, end }: Cell): Span => ({ start, end })

/** The gate: a known measure, or a unit or a range of the right kind. */
export function isResult(reading: Reading, { names, specimen }: ReadingContext): boolean {
  const { nameText, unitText } = reading
  const found = names.find(nameText, { specimen, unitText }) ?? names.find(nameText, { unitText })
  const unit = unitText === undefined ? undefined : names.unitOf(unitText, found?.analyte)
  const hasBounds = reading.range?.low !== undefined || reading.range?.high !== undefined
  if (reading.quantity.form === 'pair') return false
  if (found) return !(unit !== undefined && isPlainAmount(unit) && !hasBounds && !names.fits(found.analyte, unit))
  if (reading.quantity.form !== 'number') return reading.range !== undefined
  return hasBounds || (unit !== undefined && !isPlainAmount(unit))
}

const LETTERS = /\p{L}/u

function fitOf(cell: Cell, role: Role, context: ReadingContext): number {
  const { text } = cell
  if (text === '') return 0
  const { reader } = context
  const quantity = quantityAt(text, 0, reader.style)
  const isWhole = quantity !== undefined && quantity.end === text.length
  const isNumber = isWhole && quantity.form !== 'words'
  const isUnit = reader.isUnit(text.replace(/^[[(]|[\])]$/gu, ''))
  const flag = parseFlag(text)
  switch (role) {
    case 'name':
      if (isNumber || !LETTERS.test(text)) return -5
      if (isKnown(text, undefined, context)) return 5
      return isUnit || flag ? -4 : quantity ? -2 : 1
    case 'result':
    case 'previous':
      return resultFit(text, quantity !== undefined, isNumber, isUnit, context)
    case 'flag':
      return flag ? 4 : -6
    case 'unit':
      return isUnit ? 4 : !isNumber && isShapedLikeUnit(text) ? 0.5 : -6
    case 'range':
      return rangeFit(text, isNumber, isUnit, context)
    case 'range-low':
    case 'range-high':
      return isNumber ? 2 : -6
    case 'date':
      return findDates(text, { order: context.order }).length > 0 ? 4 : /^\d{1,2}:\d{2}/u.test(text) ? 2 : -6
    case 'code':
      return /^[\p{L}\d-]{1,12}$/u.test(text) ? 1 : -1
    case 'other':
      return 0
  }
}

function resultFit(text: string, startsAsResult: boolean, isNumber: boolean, isUnit: boolean, { reader, order }: ReadingContext): number {
  if (isNumber) return 3
  if (/\d[/.-]\d/u.test(text) && findDates(text, { order }).length > 0) return -5
  if (startsAsResult || readMeasured(text, 0, text.length, reader)) return 2.5
  if (isUnit) return -5
  const range = parseRange(text, reader.style)
  if (range?.low !== undefined && range.high !== undefined) return -2
  return /^(?:pending|see |tnp|not performed|cancel|to follow|n\/a|-+$|\u2013$)/iu.test(text) ? 1 : -2
}

function rangeFit(text: string, isNumber: boolean, isUnit: boolean, { reader }: ReadingContext): number {
  const range = parseRange(text, reader.style)
  if (range?.low !== undefined || range?.high !== undefined) return isNumber && !/^[<>≤≥]/u.test(text) ? -4 : 4
  if (range) return 1.5
  if (isUnit || isNumber) return -5
  return /\d/u.test(text) && /[-\u2013<>≤≥]/u.test(text) ? 1 : -2
}
