/**
 * Results written as a form: one label per line, `Test Name: …`, `Result: …`, `Units: …`. A block begins with the name
 * and ends with the next name or with a line that is no label.
 */
import type { Span } from '../../ingest/read-page.ts'
import { findDates } from '../dates.ts'
import { parseFlag } from '../flags.ts'
import type { PageRow } from '../page-rows.ts'
import { parseRange } from '../ranges.ts'
import { headingRoles, type Role } from './header-roles.ts'
import { isResult } from './is-result.ts'
import { readMeasured } from './read-measured.ts'
import type { Reading, ReadingContext } from './reading.ts'

interface Labelled {
  readonly role: Role
  readonly text: string
  readonly span: Span
}

export interface RecordBlocks {
  /** Whether the row is a line of a block. */
  readonly add: (row: PageRow) => boolean
  /** The result of the block that is open, which is closed. */
  readonly close: (text: string, context: ReadingContext) => Reading[]
}

export function createRecordBlocks(): RecordBlocks {
  let lines: Labelled[] = []
  let page = 0
  return {
    add: (row) => {
      const labelled = labelledOf(row)
      if (!labelled || (lines.length === 0 && labelled[0]?.role !== 'name')) return false
      page = row.page
      lines.push(...labelled)
      return true
    },
    close: (text, context) => {
      const reading = readBlock(lines, page, text, context)
      lines = []
      return reading && isResult(reading, context) ? [reading] : []
    },
  }
}

/** The row begins another block. */
export const beginsBlock = (row: PageRow) => labelledOf(row)?.[0]?.role === 'name'

function labelledOf({ cells }: PageRow): Labelled[] | undefined {
  const labelled: Labelled[] = []
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]
    const match = /^([\p{L}][\p{L} /.]{1,30}?)\s*:\s*(.*)$/u.exec(cell?.text ?? '')
    const roles = match?.[1] ? headingRoles(match[1]) : undefined
    if (!cell || !match || roles?.length !== 1 || !roles[0]) return
    const inCell = match[2] ?? ''
    const next = inCell === '' ? cells[i + 1] : undefined
    const isValue = next !== undefined && !/:\s*$|^[\p{L}][\p{L} /.]{1,30}:\s/u.test(next.text)
    const text = isValue ? next.text : inCell
    const start = isValue ? next.start : cell.end - inCell.length
    labelled.push({ role: roles[0].role, text, span: { start, end: start + text.length } })
    if (isValue) i++
  }
  return labelled.length > 0 ? labelled : undefined
}

function readBlock(
  lines: readonly Labelled[],
  page: number,
  text: string,
  context: ReadingContext,
): Reading | undefined {
  const by = (role: Role) => lines.find((line) => line.role === role && line.text !== '')
  const [name, result, unit, range, flag, date] = [
    by('name'),
    by('result'),
    by('unit'),
    by('range'),
    by('flag'),
    by('date'),
  ]
  if (!name || !result) return
  const measured = readMeasured(text, result.span.start, result.span.end, context.reader)
  if (!measured) return
  const { end: _, ...found } = measured
  const bounds = range && (parseRange(range.text, context.reader.style) ?? { text: range.text })
  const printed = flag && parseFlag(flag.text)
  const day = date && findDates(date.text, { order: context.order })[0]
  return {
    page,
    nameText: name.text,
    nameSpans: [name.span],
    ...(unit && { unitText: unit.text, unitSpan: unit.span }),
    ...(range && bounds && { range: bounds, rangeText: bounds.text, rangeSpan: range.span }),
    ...(flag && printed && { flag: printed, flagSpan: flag.span }),
    ...found,
    ...(day && { date: { ...day.date, dateKind: 'collected' as const } }),
  }
}
