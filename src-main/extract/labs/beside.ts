/** What stands beside a result in its row: flag, unit and range, from their own columns or from cells that found none. */
import type { Span } from '../../ingest/read-page.ts'
import { parseFlag } from '../flags.ts'
import type { Cell } from '../page-rows.ts'
import { parseRange } from '../ranges.ts'
import type { Column } from './columns.ts'
import type { Role } from './header-roles.ts'
import type { Measured } from './read-measured.ts'
import type { ReadingContext } from './reading.ts'
import { unitAndRange } from './unit-and-range.ts'

export interface Placed {
  readonly cell: Cell
  /** Undefined for cells that belong to none. */
  readonly column: Column | undefined
  readonly at: number
}

export interface Beside {
  readonly parts: Partial<Measured>
  readonly flags: readonly { readonly of: number; readonly part: Partial<Measured> }[]
}

/** Unit, range and flags from the cells of their own columns, and from cells that found none. */
export function besideOf(record: readonly Placed[], text: string, context: ReadingContext): Beside {
  const parts: { -readonly [key in keyof Measured]?: Measured[key] } = {}
  const flags: { of: number; part: Partial<Measured> }[] = []
  let result = record.find(({ column }) => column?.role === 'result')?.at ?? -1
  let low: Cell | undefined
  for (const { cell, column, at } of record) {
    const role = !column || column.isUnknown ? looseRole(cell, context) : column.role
    if (role === 'result' || (role === 'previous' && column?.date)) result = at
    const joined = role === undefined || role === 'unit' || role === 'range' ? joinedPart(cell, context) : undefined
    if (joined) Object.assign(parts, joined)
    else if (role === 'unit') Object.assign(parts, unitPart(cell))
    else if (role === 'range') Object.assign(parts, rangePart(cell, context))
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
  return range && (range.low !== undefined || range.high !== undefined) && !/^[<>≤≥]/u.test(cell.text)
    ? 'range'
    : undefined
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

function joinedPart(cell: Cell, { reader }: ReadingContext): Partial<Measured> | undefined {
  const joined = unitAndRange(cell.text, reader)
  if (!joined) return
  const { unitText, range, rangeAt } = joined
  const start = cell.start + cell.text.indexOf(range.text, rangeAt)
  return {
    unitText,
    unitSpan: { start: cell.start, end: cell.start + unitText.length },
    range,
    rangeText: range.text,
    rangeSpan: { start, end: start + range.text.length },
  }
}

const CALCULATED = /\s*\((?:calc|calculated)\.?\)$/iu

function boundsPart(low: Cell | undefined, high: Cell, text: string, { reader }: ReadingContext): Partial<Measured> {
  const range = low && parseRange(`${low.text} - ${high.text}`, reader.style)
  if (!low || !range) return {}
  const span = { start: low.start, end: high.end }
  return { range, rangeText: text.slice(span.start, span.end).replace(/\s+/gu, ' - '), rangeSpan: span }
}

/** What stands in the cell of the result itself comes first. */
export function besideFor(
  measured: Measured,
  { parts }: Beside,
  flag: Beside['flags'][number] | undefined,
  results: number,
  { reader }: ReadingContext,
): Partial<Measured> {
  const { unitText, unitSpan, range, rangeText, rangeSpan } = parts
  const own = { unitText: measured.unitText ?? unitText, unitSpan: measured.unitSpan ?? unitSpan }
  const ranged = own.unitText === undefined ? (measured.range ?? range)?.unitText?.replace(CALCULATED, '') : undefined
  return {
    ...(own.unitText !== undefined && own.unitSpan && { unitText: own.unitText, unitSpan: own.unitSpan }),
    ...(ranged !== undefined && reader.isUnit(ranged) && { unitText: ranged }),
    ...(measured.range === undefined &&
      range &&
      rangeText !== undefined &&
      rangeSpan && { range, rangeText, rangeSpan }),
    ...(measured.flag === undefined && flag && (results === 1 || flag.of >= 0) && flag.part),
  }
}

export const spanOf = ({ start, end }: Cell): Span => ({ start, end })
