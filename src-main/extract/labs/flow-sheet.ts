/**
 * Tables that lie on their side: measures across the top, one row for each day below, or one row of results under their
 * names. Units and ranges may stand in rows of their own. A row whose day or place is not certain gives nothing.
 */
import { findDates } from '../dates.ts'
import type { Cell, PageRow } from '../page-rows.ts'
import type { ExtractPage } from '../proposal.ts'
import { parseRange } from '../ranges.ts'
import { spanOf } from './beside.ts'
import { type Placed, placeUnder, type SheetColumn, sheetColumns, unitAt } from './flow-sheet-columns.ts'
import { isResult } from './is-result.ts'
import { type Measured, readMeasured } from './read-measured.ts'
import type { Dated, Reading, ReadingContext } from './reading.ts'
import { unstackRow } from './unstack-row.ts'

export interface FlowSheet {
  readonly readings: readonly Reading[]
  /** With the heading. */
  readonly rowCount: number
}

/** Undefined when no such table with at least one result begins at `rows[at]`. */
export function readFlowSheet(
  rows: readonly PageRow[],
  at: number,
  page: ExtractPage,
  context: ReadingContext,
): FlowSheet | undefined {
  const heading = rows[at]
  const columns = heading && sheetColumns(heading, rows.slice(at + 1, at + 4), context)
  if (!columns) return
  const body: BodyRow[] = []
  let until = at + 1
  for (; until < rows.length; until++) {
    const parts = unstackRow(rows[until] as PageRow, page.words).map((row) => bodyRow(row, columns, page, context))
    if (!parts.every((part) => part !== undefined)) break
    body.push(...parts)
  }
  const readings = readBody(body, columns, context)
  return readings.length === 0 ? undefined : { readings, rowCount: until - at }
}

/** `units`: each of them may have its range behind it. */
type Kind = 'units' | 'ranges' | 'results'

interface BodyRow {
  readonly kind: Kind
  readonly page: number
  readonly placed: readonly Placed[]
  readonly values: ReadonlyMap<Cell, Omit<Measured, 'end'>>
}

const LABELS: readonly (readonly [Kind, RegExp])[] = [
  ['units', /^(?:units?(?: of measure)?|uom|einheit(?:en)?|unit[ée]s?|unidad(?:es)?)\W*$/iu],
  [
    'ranges',
    /^(?:(?:biol(?:ogical|\.)? )?(?:ref(?:erence)?\.?|normal|norm|target)?\s?(?:ranges?|intervals?|int\.?|values?|limits)|normal|ref(?:erence)?|norm(?:bereich|wert)?e?|referenz(?:bereich)?)\W*$/iu,
  ],
  ['results', /^(?:(?:your |test |latest |current )?(?:results?|values?)|measured|today|ergebnis(?:se)?|wert)\W*$/iu],
]

function bodyRow(
  row: PageRow,
  columns: readonly SheetColumn[],
  page: ExtractPage,
  context: ReadingContext,
): BodyRow | undefined {
  const [first, ...others] = row.cells.filter(({ text }) => text !== '')
  const label = first && LABELS.find(([, pattern]) => pattern.test(first.text))?.[0]
  const cells = label ? others : row.cells.filter(({ text }) => text !== '')
  if (cells.length === 0) return
  const values = new Map<Cell, Omit<Measured, 'end'>>()
  for (const cell of cells) {
    const { end, ...measured } = readMeasured(page.text, cell.start, cell.end, context.reader) ?? { end: -1 }
    if (end === cell.end && 'quantity' in measured) values.set(cell, measured)
  }
  const kind = label ?? kindOf(cells, values, columns, context)
  const placed = kind && placeUnder(row, cells, columns)
  return kind && placed ? { kind, page: row.page, placed, values } : undefined
}

/** By what the cells hold; a row of results has its day, or stands in a table that has none. */
function kindOf(
  cells: readonly Cell[],
  values: BodyRow['values'],
  columns: readonly SheetColumn[],
  context: ReadingContext,
): Kind | undefined {
  const { reader, order } = context
  if (cells.every(({ text }) => unitAt(bare(text), context) !== undefined && !/^[\d.]+$/u.test(text))) return 'units'
  const hasDate = cells.some(({ text }) => isDate(text, order) || TIME.test(text))
  if (!hasDate && cells.every(({ text }) => isRange(text, reader.style))) return 'ranges'
  const isDated = columns.some(({ kind }) => kind === 'date' || kind === 'time')
  if (hasDate) return 'results'
  return !isDated && cells.every((cell) => values.has(cell)) ? 'results' : undefined
}

const bare = (text: string) => text.replace(/^[[(](.*)[\])]$/u, '$1')

const isRange = (text: string, style: ReadingContext['reader']['style']) => {
  const range = parseRange(text, style)
  return range !== undefined && (range.low !== undefined || range.high !== undefined)
}

const isDate = (text: string, order: ReadingContext['order']) =>
  findDates(text, { order }).some(({ date }) => date.precision !== 'year' || date.isAmbiguous)

const TIME = /^([01]?\d|2[0-3])[:.h]([0-5]\d)(?:\s?(?:h|hrs|uhr))?$/iu

function readBody(body: readonly BodyRow[], columns: readonly SheetColumn[], context: ReadingContext): Reading[] {
  const units = body.find(({ kind }) => kind === 'units')
  const ranges = body.find(({ kind }) => kind === 'ranges')
  const results = body.filter(({ kind }) => kind === 'results')
  const isDated = columns.some(({ kind }) => kind === 'date' || kind === 'time')
  // Of several rows without a day nobody knows which is of now.
  if (!isDated && results.length > 1 && results.some((row) => !dayOf(row, context))) return []
  let day: Day | undefined
  return results.flatMap((row) => {
    day = dayOf(row, context, day)
    if (isDated && !day) return []
    return readRow(row, columns, { units, ranges, day }, context)
  })
}

interface Day {
  readonly date: Dated
  readonly span: { readonly start: number; readonly end: number }
}

/** The day of a row, with its time; a row that has a time alone is of the day above it. */
function dayOf({ placed }: BodyRow, { order }: ReadingContext, before?: Day): Day | undefined {
  const dated = placed
    .filter(({ column }) => column.kind !== 'measure' && column.kind !== 'other-date')
    .flatMap(({ cell }) => {
      const [found] = findDates(cell.text, { order })
      return found && (found.date.precision !== 'year' || found.date.isAmbiguous) ? [{ cell, found }] : []
    })[0]
  const time = placed.find(({ column, cell }) => column.kind !== 'measure' && TIME.test(cell.text))?.cell
  const [, hour = '', minute = ''] = (time && TIME.exec(time.text)) ?? []
  const base: Day | undefined = dated
    ? {
        date: { ...dated.found.date, dateKind: 'collected' },
        span: { start: dated.cell.start + dated.found.start, end: dated.cell.start + dated.found.end },
      }
    : time && before
  if (!base || !time || (dated && base.date.precision !== 'day')) return base
  const on = `${base.date.on.slice(0, 10)}T${hour.padStart(2, '0')}:${minute}`
  return base.date.isAmbiguous
    ? base
    : { date: { ...base.date, on, precision: 'minute' }, span: dated ? base.span : spanOf(time) }
}

interface Around {
  readonly units: BodyRow | undefined
  readonly ranges: BodyRow | undefined
  readonly day: Day | undefined
}

function readRow(
  row: BodyRow,
  columns: readonly SheetColumn[],
  { units, ranges, day }: Around,
  context: ReadingContext,
): Reading[] {
  return columns.flatMap((column) => {
    const inColumn = row.placed.filter((each) => each.column === column)
    const measured = inColumn[0] && row.values.get(inColumn[0].cell)
    // Two values under one name: one of them is another's.
    if (column.kind !== 'measure' || !measured || inColumn.length > 1) return []
    const unit = only(units, column)
    const range = only(ranges, column) ?? unit
    const reading: Reading = {
      page: row.page,
      nameText: column.nameText,
      nameSpans: [column.nameSpan],
      ...(unit ? unitOf(unit, context) : column.unit),
      ...(range && rangeOf(range, context)),
      ...measured,
      ...(day && { date: day.date, dateSpan: day.span }),
    }
    return isResult(reading, context) ? [reading] : []
  })
}

const only = (row: BodyRow | undefined, column: SheetColumn): Cell | undefined => {
  const found = row?.placed.filter((each) => each.column === column) ?? []
  return found.length === 1 ? found[0]?.cell : undefined
}

function unitOf(cell: Cell, context: ReadingContext): Pick<Reading, 'unitText' | 'unitSpan'> {
  const unitText = unitAt(bare(cell.text), context) ?? bare(cell.text)
  const start = cell.start + cell.text.indexOf(unitText)
  return /[\p{L}%‰°]/u.test(unitText) ? { unitText, unitSpan: { start, end: start + unitText.length } } : {}
}

function rangeOf(cell: Cell, context: ReadingContext): Pick<Reading, 'range' | 'rangeText' | 'rangeSpan'> {
  const unit = unitAt(cell.text, context)
  const skipped = unit === undefined ? 0 : cell.text.indexOf(unit) + unit.length
  const range = parseRange(cell.text.slice(skipped), context.reader.style)
  if (!range) return {}
  const start = cell.start + skipped + Math.max(0, cell.text.slice(skipped).indexOf(range.text))
  return { range, rangeText: range.text, rangeSpan: { start, end: start + range.text.length } }
}
