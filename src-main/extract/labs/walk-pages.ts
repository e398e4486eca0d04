/**
 * Goes through the rows of all pages in order and hands each to the reader it is for: heading, table row, form, line,
 * culture or running text. What a heading says holds until the next one, over the ends of pages.
 */
import { decimalStyleOf } from '../quantities.ts'
import { type Cell, type Edges, edgesOf, type PageRow, pageRows } from '../page-rows.ts'
import type { ExtractPage } from '../proposal.ts'
import { type Column, columnsOf, joinHeadings } from './columns.ts'
import { isCommentText } from './gates.ts'
import { createHeadingDates } from './heading-dates.ts'
import { readLineRow } from './line-row.ts'
import { createMicrobiology } from './microbiology.ts'
import { readProse } from './prose.ts'
import type { Dated, Reading, ReadingContext } from './reading.ts'
import { beginsBlock, createRecordBlocks } from './record-block.ts'
import { type Section, sectionOf } from './sections.ts'
import { readTableRow } from './table-row.ts'

export interface WalkedReading {
  readonly reading: Reading
  /** The table it stands in; undefined outside of tables with a heading. */
  readonly table?: number
  readonly headingDate?: Dated
  readonly text: string
}

export type WalkContext = Omit<ReadingContext, 'reader' | 'specimen' | 'edges'>

export function walkPages(pages: readonly ExtractPage[], context: WalkContext): WalkedReading[] {
  const walked: WalkedReading[] = []
  const documentStyle = decimalStyleOf(pages.map(({ text }) => text))
  const walk = createWalk(walked, context)
  for (const page of pages) {
    const own = decimalStyleOf([page.text])
    walk.page(page, own === 'unknown' ? documentStyle : own)
  }
  return walked
}

function createWalk(walked: WalkedReading[], context: WalkContext) {
  const dates = createHeadingDates()
  const microbiology = createMicrobiology()
  const blocks = createRecordBlocks()
  let columns: readonly Column[] | undefined
  let table = 0
  let section: Section = { isForeign: false }
  let text = ''
  let edges: Edges = () => undefined
  let reading: ReadingContext
  /** The lines above, while they may still be what they look like: a name that goes on, a comment, running text. */
  let pending: Cell | undefined
  let last: { readonly from: number; readonly count: number } | undefined
  let isComment = false
  let prose: { start: number; end: number; page: number } | undefined

  const take = (readings: readonly Reading[], isOfTable: boolean): boolean => {
    if (readings.length === 0) return false
    last = { from: walked.length, count: readings.length }
    const headingDate = dates.date()
    const { specimen } = section
    for (const each of readings) {
      walked.push({ reading: { ...each, ...(specimen && { specimen }) }, text, ...(isOfTable && { table }), ...(headingDate && { headingDate }) })
    }
    dates.used()
    pending = undefined
    isComment = false
    return true
  }

  const closeProse = () => {
    if (prose) take(readProse(text, prose, prose.page, { ...reading, specimen: undefined }), false)
    prose = undefined
  }
  const closeBlock = () => take(blocks.close(text, reading), false)

  const useHeading = (row: PageRow, next: PageRow | undefined): 0 | 1 | 2 => {
    const first = columnsOf(row, edges, context.order)
    if (!first) return 0
    table++
    section = { ...section, isForeign: false }
    const joined = next && joinHeadings({ row, columns: first }, next, edges, context.order)
    columns = joined ?? first
    return joined ? 2 : 1
  }

  /** A single cell: more of the name above, a comment, a heading, or the first line of a name. */
  const single = (row: PageRow, cell: Cell): boolean => {
    if (isCommentText(cell.text)) {
      isComment = true
      return true
    }
    if (isComment && !row.startsBlock) return true
    isComment = false
    if (columns && !row.startsBlock && continueName(cell)) return true
    pending = cell
    const begun = sectionOf(row)
    if (begun) {
      section = begun
      if (begun.isForeign) columns = undefined
    }
    return false
  }

  const continueName = (cell: Cell): boolean => {
    const above = last && walked[last.from]?.reading
    if (!last || !above || above.page !== reading_page || cell.text.length > 60) return false
    const whole = `${above.nameText} ${cell.text}`
    const isKnown = context.names.find(whole, { specimen: section.specimen }) !== undefined
    const isMore = !context.names.find(above.nameText, { specimen: section.specimen, unitText: above.unitText }) && /^[\p{Ll}(]/u.test(cell.text) && !/[.!?]$/u.test(cell.text)
    if (!isKnown && !isMore) return false
    for (let i = last.from; i < last.from + last.count; i++) {
      const each = walked[i]
      if (each) walked[i] = { ...each, reading: { ...each.reading, nameText: whole, nameSpans: [...each.reading.nameSpans, { start: cell.start, end: cell.end }] } }
    }
    last = undefined
    return true
  }
  let reading_page = 0

  const readRow = (row: PageRow): boolean => {
    reading = { ...reading, specimen: section.specimen }
    if (beginsBlock(row)) closeBlock()
    if (blocks.add(row)) return true
    closeBlock()
    const cultured = microbiology.read(row, text)
    if (cultured) return take(cultured, false) || true
    const filled = row.cells.filter(({ text: each }) => each !== '')
    const [only] = filled
    const name = row.startsBlock ? undefined : pending
    if (columns && take(readTableRow(row, columns, text, reading, name), true)) return true
    const isInProse = filled.length === 1 && prose !== undefined && prose.end - prose.start > 40
    if (!(columns && filled.length > 1) && !section.isForeign && !isComment && !isInProse && take(readLineRow(row, text, reading), false)) return true
    dates.see(row, context.order)
    if (filled.length === 1 && only) return single(row, only)
    const begun = sectionOf(row)
    if (begun?.isForeign) {
      section = begun
      columns = undefined
    }
    pending = undefined
    return false
  }

  return {
    page: (page: ExtractPage, style: ReadingContext['reader']['style']) => {
      text = page.text
      reading_page = page.number
      edges = edgesOf(page.words)
      reading = { ...context, edges, reader: { style, isUnit: context.names.isUnit }, specimen: section.specimen }
      pending = undefined
      last = undefined
      isComment = false
      const rows = pageRows(page)
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as PageRow
        const used = useHeading(row, rows[i + 1])
        if (used > 0) {
          closeProse()
          closeBlock()
          if (used === 2) i++
          continue
        }
        if (row.startsBlock) closeProse()
        if (readRow(row)) closeProse()
        else prose = { start: prose?.start ?? row.start, end: row.end, page: page.number }
      }
      closeProse()
      closeBlock()
    },
  }
}
