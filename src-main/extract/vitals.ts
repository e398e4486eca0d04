/**
 * Pages → the vital signs on them: blood pressure, pulse, temperature, breathing, saturation, weight, height, BMI, from
 * tables, lines and running text. Both scales of temperature stay as they are written; a unit is never supposed.
 */
import type { Span } from '../ingest/read-page.ts'
import { findDates } from './dates.ts'
import type { LabContext } from './labs/extract-labs.ts'
import type { Dated, Reading } from './labs/reading.ts'
import { toProposal } from './labs/to-proposal.ts'
import { type PageRow, pageRows } from './page-rows.ts'
import type { ExtractPage, Proposal } from './proposal.ts'
import { type DecimalStyle, decimalStyleOf } from './quantities.ts'
import { labelledVitals } from './vitals/labelled-values.ts'
import type { Measure } from './vitals/measures.ts'
import type { VitalValue } from './vitals/read-vital.ts'
import {
  dayColumns,
  readDayRow,
  readDiaryRow,
  readVitalRow,
  type TabledVital,
  type VitalColumn,
  vitalColumns,
} from './vitals/vital-table.ts'

export function extractVitals(pages: readonly ExtractPage[], context: LabContext): Proposal[] {
  const style = decimalStyleOf(pages.map(({ text }) => text))
  return pages.flatMap((page) => vitalsOfPage(page, style, context))
}

const DIARY = /blood pressure|blutdruck|tension art|presi[óo]n arterial/iu

const isTitle = ({ cells, startsBlock }: PageRow) =>
  startsBlock &&
  cells.length === 1 &&
  !/[.!?,;]$/u.test(cells[0]?.text ?? '') &&
  (cells[0]?.text.split(' ').length ?? 0) <= 10

/** `Home blood pressure diary   Name: …`. */
const isTitleBesideName = ({ cells, startsBlock }: PageRow) =>
  startsBlock && cells.length === 2 && !/\d/u.test(cells[0]?.text ?? '') && /^name\s*:/iu.test(cells[1]?.text ?? '')

interface FoundVital {
  readonly measure: Measure
  readonly nameText: string
  readonly nameSpans: readonly Span[]
  readonly value: VitalValue
  readonly date?: Dated
}

function vitalsOfPage(page: ExtractPage, style: DecimalStyle, context: LabContext): Proposal[] {
  const { text } = page
  const rows = pageRows(page)
  const tabled = new Set<PageRow>()
  const found: FoundVital[] = []
  let columns: readonly VitalColumn[] | undefined
  let days: readonly VitalColumn[] | undefined
  let isDiary = false
  for (const row of rows) {
    const heading = vitalColumns(row)
    const dayHeading = heading ? undefined : dayColumns(row, context.order)
    if (heading) columns = heading
    else if (dayHeading) days = dayHeading
    else if (isTitle(row) || isTitleBesideName(row)) isDiary = DIARY.test(row.cells[0]?.text ?? '')
    if (heading || dayHeading) continue
    const ofDays = days ? readDayRow(row, days, text, style) : []
    const read = ofDays.length > 0 ? ofDays : tableRow(row, columns, isDiary, text, style, context.order)
    if (read.length === 0) continue
    tabled.add(row)
    found.push(...read.map((each) => ({ ...each, nameSpans: [] })))
  }
  for (const { date, lines } of blocksOf(
    rows.filter((row) => !tabled.has(row)),
    text,
    context.order,
  )) {
    for (const line of lines) found.push(...labelled(text, line, style, date, context.order))
  }
  return found.map((each) => proposalOf(each, page, context))
}

function tableRow(
  row: PageRow,
  columns: readonly VitalColumn[] | undefined,
  isDiary: boolean,
  text: string,
  style: DecimalStyle,
  order: LabContext['order'],
): TabledVital[] {
  const read = columns ? readVitalRow(row, columns, text, style, order) : []
  return read.length > 0 || !isDiary ? read : readDiaryRow(row, text, style, order)
}

interface Block {
  readonly date?: Dated
  readonly lines: readonly Span[]
}

/** Lines that follow each other without a table's cells are one text; a line `Date: …` is the day of its block. */
function blocksOf(rows: readonly PageRow[], text: string, order: LabContext['order']): Block[] {
  const blocks: { date?: Dated; lines: { start: number; end: number }[] }[] = []
  for (const row of rows) {
    let block = blocks.at(-1)
    if (!block || row.startsBlock) {
      block = { lines: [] }
      blocks.push(block)
    }
    const labelledDate = /^(?:date|datum|fecha|measured|taken)(?:\s(?:and|\/)?\s?time)?\s*:/iu.test(
      text.slice(row.start, row.end),
    )
    const date = labelledDate ? findDates(text.slice(row.start, row.end), { order })[0]?.date : undefined
    if (date) block.date = { ...date, dateKind: 'stated' }
    const last = block.lines.at(-1)
    const isProse = row.cells.length === 1
    if (last && isProse && !text.slice(last.start, last.end).includes('\t') && row.start - last.end <= 1)
      last.end = row.end
    else block.lines.push({ start: row.start, end: row.end })
  }
  return blocks
}

function labelled(
  text: string,
  line: Span,
  style: DecimalStyle,
  blockDate: Dated | undefined,
  order: LabContext['order'],
): FoundVital[] {
  return labelledVitals(text, line, style).map(({ measure, nameSpan, value }) => {
    const date = blockDate ?? sentenceDate(text, line, value, order)
    const nameText = text.slice(nameSpan.start, nameSpan.end).replace(/\s+/gu, ' ')
    return { measure, nameText, nameSpans: [nameSpan], value, ...(date && { date }) }
  })
}

/** The only day of the sentence that holds the value. */
function sentenceDate(
  text: string,
  line: Span,
  { valueSpan }: VitalValue,
  order: LabContext['order'],
): Dated | undefined {
  const before = text.slice(line.start, valueSpan.start)
  const start = line.start + Math.max(before.lastIndexOf('. ') + 1, before.lastIndexOf('.\n') + 1, 0)
  const rest = text.slice(valueSpan.end, line.end)
  const stop = /[.;](?:\s|$)/u.exec(rest)?.index ?? rest.length
  const dates = findDates(text.slice(start, valueSpan.end + stop), { order }).filter(
    ({ date }) => date.precision !== 'year' || date.isAmbiguous,
  )
  const [only] = dates
  if (
    dates.length !== 1 ||
    !only ||
    /(?:since|until|next|born|before|after|by)\s*$/iu.test(text.slice(start, start + only.start))
  )
    return
  return { ...only.date, dateKind: 'stated' }
}

function proposalOf(
  { measure, nameText, nameSpans, value, date }: FoundVital,
  page: ExtractPage,
  context: LabContext,
): Proposal {
  const { unit, ...measured } = value
  const reading: Reading = { page: page.number, nameText, nameSpans, ...measured, ...(date && { date }) }
  const known = context.analytes.find(measure.name)?.analyte
  const named = { name: measure.name, ...(known && { analyte: known }), doubts: [], suggestions: [] }
  const proposal = toProposal(reading, { text: page.text, named, unit, date: context.date, category: 'vital-sign' })
  return { ...proposal, code: { system: 'loinc', code: measure.loinc } }
}
