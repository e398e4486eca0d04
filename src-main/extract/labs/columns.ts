/**
 * The heading of a table of results → its columns, over one or two rows. Columns that hold results of a day of their
 * own know that day; a day without a certain year is no day.
 */
import { findDates } from '../dates.ts'
import type { Cell, Edges, PageRow } from '../page-rows.ts'
import type { StatedDate } from '../proposal.ts'
import { headingRoles, isForeignHeading, type Role } from './header-roles.ts'

export interface Column {
  readonly role: Role
  /** The day of a column of results; `unknown`: it has one that cannot be read. */
  readonly date?: StatedDate | 'unknown'
  /** Headed by words that say nothing here. */
  readonly isUnknown?: true
  readonly x0?: number
  readonly x1?: number
}

type Order = 'day-first' | 'month-first'

/** Undefined when the row is no heading. */
export function columnsOf(row: PageRow, edges: Edges, order: Order | undefined): Column[] | undefined {
  const filled = row.cells.filter(({ text }) => text !== '')
  if (filled.length === 0 || (filled.length === 1 && TITLE.test(filled[0]?.text ?? ''))) return
  const columns: Column[] = []
  let unknown = 0
  for (const cell of row.cells) {
    const found =
      cell.text === '' ? [emptyColumn] : (headedColumns(cell, edges, order, filled.length === 1) ?? unknownColumn(cell))
    if (!found) return
    if (found[0]?.isUnknown) unknown++
    columns.push(...found)
  }
  const known = columns.filter(({ role, date, isUnknown }) => role !== 'other' && !date && !isUnknown).length
  if (unknown > 0 && (known < 2 || unknown > filled.length / 2)) return
  const roles = columns.map(({ role }) => role)
  const dated = columns.filter(({ date }) => date !== undefined).length
  const isDates = dated >= 2 || (dated >= 1 && roles.some((role) => role === 'name' || role === 'range'))
  const isHeading =
    roles.includes('result') && roles.some((role) => !['result', 'date', 'other', 'code'].includes(role))
  const hasName = roles.includes('name') && roles.some((role) => role === 'unit' || role === 'range' || role === 'flag')
  return isDates || isHeading || hasName ? withName(columns) : undefined
}

/** The title of a part, in the words of two columns. */
const TITLE =
  /^(?:tests?|lab(?:oratory|s)?|chemistry|ha?ematology|examination|study|panel)\s+(?:tests?\s+)?(?:results|values|findings)$/iu

/** A short heading nobody knows beside some that are known: what its column holds, its cells say. */
function unknownColumn(cell: Cell): Column[] | undefined {
  const isHeading = /^\p{L}[\p{L} ./#()-]{0,29}$/u.test(cell.text) && cell.text.split(' ').length <= 3
  return isHeading && !isForeignHeading(cell.text) ? [{ role: 'other', isUnknown: true, ...placeOf(cell) }] : undefined
}

/** The second row of a heading: its words, days or times belong to the columns above them. */
export function joinHeadings(
  first: { readonly row: PageRow; readonly columns: readonly Column[] },
  second: PageRow,
  edges: Edges,
  order: Order | undefined,
): Column[] | undefined {
  const cells = second.cells.filter(({ text }) => text !== '')
  if (cells.length === 0 || second.cells.length > first.columns.length) return
  const columns = [...first.columns]
  for (const cell of cells) {
    const found = isTimeOfDay(cell.text) ? [] : headedColumns(cell, edges, order)
    if (!found) return
    const at = columnUnder(first, second, cell)
    const above = at === undefined ? undefined : columns[at]
    if (at === undefined || !above) {
      if (found[0] && cell.x0 !== undefined) columns.push(...found)
      else return
      continue
    }
    const [below] = found
    const date = above.date ?? below?.date
    columns[at] = { ...above, ...(above.role === 'other' && below ? { role: below.role } : {}), ...(date && { date }) }
  }
  const hasPlacedName = columns.some(({ role, x0 }) => role === 'name' && x0 !== undefined)
  return inOrder(hasPlacedName ? columns.filter(({ role, x0 }) => role !== 'name' || x0 !== undefined) : columns)
}

const emptyColumn: Column = { role: 'other' }

function headedColumns(cell: Cell, edges: Edges, order: Order | undefined, isAlone = false): Column[] | undefined {
  const at = placeOf(cell)
  const dated = dateOfHeading(cell.text, order)
  if (dated) return [{ role: dated.isPrevious ? 'previous' : 'result', date: dated.date, ...at }]
  const parts = headingRoles(cell.text, isAlone)
  if (!parts) return
  if (parts.length === 1 && parts[0]) return [{ role: parts[0].role, ...at }]
  return parts.map(({ role, start, end }) => {
    const place = edges({ start: cell.start + start, end: cell.start + end })
    return { role, ...(place ?? (cell.x0 !== undefined ? { x0: cell.x0 + start, x1: cell.x0 + end } : {})) }
  })
}

function dateOfHeading(
  text: string,
  order: Order | undefined,
): { date: StatedDate | 'unknown'; isPrevious: boolean } | undefined {
  if (text.length > 48) return
  const [found, ...more] = findDates(text, { order })
  if (found && more.length === 0 && (found.date.precision !== 'year' || found.date.isAmbiguous)) {
    const rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`.replace(/[()[\],:.\u2013-]/gu, ' ').trim()
    const roles = rest === '' ? [] : headingRoles(rest.replace(/\d{1,2}\s?\d{2}(?:\s?[ap]m)?/iu, '').trim() || 'result')
    if (!roles || roles.length > 1) return
    const role = roles[0]?.role
    if (role !== undefined && !['result', 'previous', 'date'].includes(role)) return
    return { date: found.date, isPrevious: role === 'previous' }
  }
  return /^\d{1,2}\s?\/\s?\d{1,2}$|^\d{1,2}\.\s?\d{1,2}\.$|^\d{1,2}[\s-]\p{L}{3,4}\.?$/u.test(text)
    ? { date: 'unknown', isPrevious: false }
    : undefined
}

const isTimeOfDay = (text: string) => /^\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?|\s?h)?$/iu.test(text)

/** Without a heading of its own the column of names is the first: what heads it is the table's title. */
function withName(columns: readonly Column[]): Column[] {
  if (columns.some(({ role }) => role === 'name')) return withResult(columns)
  const [first, ...rest] = columns
  const hasOther = rest.some(({ role }) => role === 'result')
  if (first && first.date === undefined && hasOther && (first.role === 'result' || first.role === 'other')) {
    return [{ ...first, role: 'name' }, ...rest]
  }
  return [{ role: 'name' }, ...columns]
}

/** Without one of results the first unknown column after the names is it. */
function withResult(columns: readonly Column[]): Column[] {
  if (columns.some(({ role }) => role === 'result')) return [...columns]
  const name = columns.findIndex(({ role }) => role === 'name')
  const at = columns.findIndex(({ isUnknown }, index) => isUnknown && index > name)
  return columns.map((column, index) => (index === at ? { ...column, role: 'result' } : column))
}

function columnUnder(
  first: { readonly row: PageRow; readonly columns: readonly Column[] },
  second: PageRow,
  cell: Cell,
): number | undefined {
  if (cell.x0 === undefined || cell.x1 === undefined) {
    const same = second.cells.length === first.columns.length
    return same ? second.cells.indexOf(cell) : undefined
  }
  const [x0, x1] = [cell.x0, cell.x1]
  const at = first.columns.findIndex((column) => overlaps(column, x0, x1))
  return at < 0 ? undefined : at
}

const overlaps = (column: Column, x0: number, x1: number) =>
  column.x0 !== undefined && column.x1 !== undefined && Math.min(column.x1, x1) > Math.max(column.x0, x0)

const inOrder = (columns: readonly Column[]) =>
  columns.some(({ x0 }) => x0 === undefined) ? [...columns] : [...columns].sort((a, b) => (a.x0 ?? 0) - (b.x0 ?? 0))

const placeOf = ({ x0, x1 }: Cell) => (x0 !== undefined && x1 !== undefined ? { x0, x1 } : {})
