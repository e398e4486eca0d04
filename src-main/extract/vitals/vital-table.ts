/** Vital signs under headings of their own, one row per day; beside days, one row per sign; and diaries of blood pressures. */
import { findDates } from '../dates.ts'
import type { Dated } from '../labs/reading.ts'
import type { Cell, PageRow } from '../page-rows.ts'
import type { DecimalStyle } from '../quantities.ts'
import { type Measure, measures, measuresNamed } from './measures.ts'
import { readVital, type VitalValue } from './read-vital.ts'

export interface VitalColumn {
  readonly measure?: Measure
  readonly unitText?: string
  readonly isDate: boolean
  /** Of a column that is a day. */
  readonly date?: Dated
  readonly x0?: number
  readonly x1?: number
}

export interface TabledVital {
  readonly measure: Measure
  readonly nameText: string
  readonly value: VitalValue
  readonly date?: Dated
}

type Order = 'day-first' | 'month-first' | undefined

/** Two measures, or one beside a column of days, make a heading. */
export function vitalColumns(row: PageRow): VitalColumn[] | undefined {
  const columns = row.cells.map(({ text, x0, x1 }): VitalColumn => {
    const named = /\d{2}/u.test(text) ? [] : measuresNamed(text)
    const [measure] = named
    const unitText = /[([]([^()[\]]+)[)\]]/u.exec(text)?.[1]
    const place = x0 !== undefined && x1 !== undefined ? { x0, x1 } : {}
    return {
      ...(measure && { measure }),
      ...(unitText && { unitText }),
      isDate: /^(?:date|day|datum|tag|fecha|jour|data)(?:\b|$)/iu.test(text),
      ...place,
    }
  })
  const named = columns.filter(({ measure }) => measure).length
  return named >= 2 || (named >= 1 && columns.some(({ isDate }) => isDate)) ? columns : undefined
}

export function readVitalRow(
  row: PageRow,
  columns: readonly VitalColumn[],
  text: string,
  style: DecimalStyle,
  order: Order,
): TabledVital[] {
  const date = dateOf(row, order)
  return row.cells.flatMap((cell, index) => {
    const column = columnOf(row, cell, index, columns)
    const { measure, unitText } = column ?? {}
    if (!measure || cell.text === '') return []
    const value = readVital(text, cell.start, cell.end, measure, style, unitText)
    if (!value || text.slice(value.unitSpan?.end ?? value.valueSpan.end, cell.end).trim().length > 3) return []
    return [{ measure, nameText: measure.name, value, ...(date && { date }) }]
  })
}

/** Two days or more, each alone in its cell, with nothing or a word before them. */
export function dayColumns(row: PageRow, order: Order): VitalColumn[] | undefined {
  // most rows are none: looked for in each cell only where all that follow the first begin as a day may
  if (row.cells.length < 2 || !row.cells.slice(1).every(({ text }) => /\d/.test(text))) return
  const columns = row.cells.map((cell): VitalColumn => {
    const [found] = findDates(cell.text, { order })
    const isWhole =
      found !== undefined && `${cell.text.slice(0, found.start)}${cell.text.slice(found.end)}`.trim() === ''
    const { x0, x1 } = cell
    return {
      isDate: isWhole,
      ...(isWhole && { date: { ...found.date, dateKind: 'stated' as const } }),
      ...(x0 !== undefined && x1 !== undefined && { x0, x1 }),
    }
  })
  const others = row.cells.filter(({ text }, at) => text !== '' && columns[at]?.date === undefined)
  const days = columns.filter(({ date }) => date !== undefined)
  return days.length >= 2 && others.length <= 1 && columns.slice(1).every(({ date }) => date) ? columns : undefined
}

/** `BP | 142/88 | 138/84` below days. A row of which a cell holds more than its value gives nothing. */
export function readDayRow(
  row: PageRow,
  days: readonly VitalColumn[],
  text: string,
  style: DecimalStyle,
): TabledVital[] {
  const [title, ...cells] = row.cells
  const [measure, ...more] = title === undefined ? [] : measuresNamed(title.text)
  if (title === undefined || measure === undefined || more.length > 0) return []
  const unitText = /[([]([^()[\]]+)[)\]]/u.exec(title.text)?.[1]
  return cells.flatMap((cell, at) => {
    const date = columnOf(row, cell, at + 1, days)?.date
    const value = readVital(text, cell.start, cell.end, measure, style, unitText)
    if (!date || !value || text.slice(value.unitSpan?.end ?? value.valueSpan.end, cell.end).trim() !== '') return []
    return [{ measure, nameText: measure.name, value, date }]
  })
}

/** A row of a day and pairs, under a title that speaks of blood pressure. */
export function readDiaryRow(row: PageRow, text: string, style: DecimalStyle, order: Order): TabledVital[] {
  const date = dateOf(row, order)
  const pressure = measures.find(({ key }) => key === 'pressure')
  if (!date || !pressure || row.cells.length < 2) return []
  return row.cells.flatMap((cell) => {
    const value = readVital(text, cell.start, cell.end, pressure, style)
    return value && text.slice(value.unitSpan?.end ?? value.valueSpan.end, cell.end).trim() === ''
      ? [{ measure: pressure, nameText: pressure.name, value, date }]
      : []
  })
}

function columnOf(row: PageRow, cell: Cell, index: number, columns: readonly VitalColumn[]): VitalColumn | undefined {
  if (
    row.alignment !== 'x' ||
    cell.x0 === undefined ||
    cell.x1 === undefined ||
    columns.some(({ x0 }) => x0 === undefined)
  ) {
    return row.alignment === 'index' || row.cells.length === columns.length ? columns[index] : undefined
  }
  const [x0, x1] = [cell.x0, cell.x1]
  const apart = (column: VitalColumn) => {
    const [from, to] = [column.x0 ?? 0, column.x1 ?? 0]
    return Math.min(Math.abs(from - x0), Math.abs(to - x1), Math.abs(from + to - x0 - x1) / 2)
  }
  return [...columns].sort((a, b) => apart(a) - apart(b))[0]
}

function dateOf(row: PageRow, order: Order): Dated | undefined {
  for (const cell of row.cells) {
    const [found] = findDates(cell.text, { order })
    if (found && (found.date.precision !== 'year' || found.date.isAmbiguous))
      return { ...found.date, dateKind: 'stated' }
  }
  return
}
