/**
 * Goes through the rows of all pages in order and hands each to the reader it is for: heading, table row, form, line,
 * culture or running text. What a heading says holds until the next one, over the ends of pages.
 */
import type { Span } from '../../ingest/read-page.ts'
import { type Cell, edgesOf, type PageRow, pageRows } from '../page-rows.ts'
import type { ExtractPage } from '../proposal.ts'
import { type DecimalStyle, decimalStyleOf } from '../quantities.ts'
import { columnsOf, joinHeadings } from './columns.ts'
import { withFirstLine } from './first-line.ts'
import { type FlowSheet, readFlowSheet } from './flow-sheet.ts'
import { readLineRow } from './line-row.ts'
import { readProse } from './prose.ts'
import { beginsBlock } from './record-block.ts'
import { isBarOfPart, sectionOf } from './sections.ts'
import { untangleRows } from './side-by-side.ts'
import { readSingleCell } from './single-cell.ts'
import { specimenOfRow } from './specimen-lines.ts'
import { readStackedLine } from './stacked-lines.ts'
import { holdsSeveralValues, readTableRow } from './table-row.ts'
import { beginSection, createWalk, takeReadings, type Walk, type WalkContext, type WalkedReading } from './walk.ts'

export function walkPages(pages: readonly ExtractPage[], context: WalkContext): readonly WalkedReading[] {
  const documentStyle = decimalStyleOf(pages.map(({ text }) => text))
  const walk = createWalk(context)
  for (const page of pages) {
    const own = decimalStyleOf([page.text])
    walkPage(walk, page, own === 'unknown' ? documentStyle : own)
  }
  return walk.walked
}

function walkPage(walk: Walk, page: ExtractPage, style: DecimalStyle): void {
  const { names, order } = walk.context
  walk.page = page
  walk.reading = {
    names,
    order,
    edges: edgesOf(page.words),
    reader: { style, isUnit: names.isUnit },
    specimen: undefined,
  }
  walk.pending = undefined
  walk.pendingRange = undefined
  walk.lastTaken = undefined
  walk.isComment = false
  const { edges } = walk.reading
  const lined = pageRows(page).map((row) => withFirstLine(row, page.words, names))
  const rows = untangleRows(lined, (row) => columnsOf(row, edges, order))
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as PageRow
    const sheet = readFlowSheet(rows, i, page, walk.reading)
    if (sheet) {
      closeProse(walk)
      closeBlock(walk)
      takeFlowSheet(walk, sheet)
      i += sheet.rowCount - 1
      continue
    }
    const headingRows = readHeading(walk, row, rows[i + 1])
    if (headingRows > 0) {
      closeProse(walk)
      closeBlock(walk)
      i += headingRows - 1
      continue
    }
    if (row.startsBlock) closeProse(walk)
    if (readRow(walk, row)) closeProse(walk)
    else walk.prose = { start: walk.prose?.start ?? row.start, end: row.end }
  }
  closeProse(walk)
  closeBlock(walk)
}

/** No line below it goes on with its names. */
function takeFlowSheet(walk: Walk, { readings }: FlowSheet): void {
  walk.table++
  walk.section = { ...walk.section, isForeign: false }
  walk.columns = undefined
  takeReadings(walk, readings, true)
  walk.lastTaken = undefined
}

/** How many rows the heading of a table takes; 0 when there is none. */
function readHeading(walk: Walk, row: PageRow, next: PageRow | undefined): 0 | 1 | 2 {
  const { edges, order } = walk.reading
  const first = columnsOf(row, edges, order)
  if (!first) return 0
  const joined = next && joinHeadings({ row, columns: first }, next, edges, order)
  walk.table++
  walk.section = { ...walk.section, isForeign: false }
  walk.columns = joined ?? first
  return joined ? 2 : 1
}

/** Whether the row is anything but running text. */
function readRow(walk: Walk, row: PageRow): boolean {
  const { text } = walk.page
  const specimen = specimenOfRow(row, text)
  if (specimen !== undefined) walk.section = { isForeign: false, ...(specimen !== 'blood' && { specimen }) }
  walk.reading = { ...walk.reading, specimen: walk.section.specimen }
  if (beginsBlock(row)) closeBlock(walk)
  if (walk.blocks.add(row)) return true
  closeBlock(walk)
  const cultured = walk.microbiology.read(row)
  if (cultured) {
    takeReadings(walk, cultured, false)
    return true
  }
  const name = row.startsBlock ? undefined : walk.pending
  if (walk.columns && takeReadings(walk, readTableRow(row, walk.columns, text, walk.reading, name), true)) return true
  if (mayBeLine(walk, row) && takeReadings(walk, readLineRow(row, text, walk.reading), false)) return true
  walk.dates.see(row, walk.context.order, isBarOfPart(row, walk.reading))
  const filled = row.cells.filter((cell) => cell.text !== '')
  if (filled.length === 1 && filled[0]) return readSingleCell(walk, row, filled[0])
  if (walk.pending && !walk.columns && readStackedLine(walk, row, wholeLine(filled, text))) return true
  const begun = sectionOf(row)
  if (begun?.isForeign) beginSection(walk, begun)
  walk.pending = undefined
  return false
}

function wholeLine(cells: readonly Cell[], text: string): Cell {
  const [start, end] = [cells[0]?.start ?? 0, cells.at(-1)?.end ?? 0]
  return { start, end, text: text.slice(start, end) }
}

/** A row of a table that its columns could not explain is not explained by less. */
function mayBeLine({ columns, section, isComment, prose, page }: Walk, row: PageRow): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '').length
  const line = page.text.slice(row.start, row.end)
  const isInProse =
    filled === 1 &&
    prose !== undefined &&
    !LABELLED.test(line) &&
    (prose.end - prose.start > 40 || goesOn(page.text, prose, line))
  const isUnsure = columns && holdsSeveralValues(columns) && !/^[^\d]*[:=]/u.test(line)
  return !(columns && filled > 1) && !isUnsure && !section.isForeign && !isComment && !isInProse
}

/** `Potassium: 4.7 …` on a line of its own, whatever the lines above are. */
const LABELLED = /^\s*\p{L}[^:.;\d]{1,50}:\s*[<>≤≥]?\s?\d/u

/** The sentence of the line above: it has no end there, and this line begins with a small letter. */
const goesOn = (text: string, prose: Span, line: string) =>
  /^\s*\p{Ll}{2}/u.test(line) && /[\p{L}\p{N},)-]\s*$/u.test(text.slice(prose.start, prose.end))

function closeProse(walk: Walk): void {
  const { prose, page, reading } = walk
  if (prose) takeReadings(walk, readProse(page.text, prose, page.number, { ...reading, specimen: undefined }), false)
  walk.prose = undefined
}

function closeBlock(walk: Walk): void {
  takeReadings(walk, walk.blocks.close(walk.page.text, walk.reading), false)
}
