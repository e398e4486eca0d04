/** What is known while the rows of a document are gone through, and what was read so far. */
import type { Span } from '../../ingest/read-page.ts'
import type { Cell } from '../page-rows.ts'
import type { ExtractPage } from '../proposal.ts'
import type { Column } from './columns.ts'
import { createHeadingDates, type HeadingDates } from './heading-dates.ts'
import { withMethodApart } from './method-of-name.ts'
import { createMicrobiology, type Microbiology } from './microbiology.ts'
import type { Dated, Reading, ReadingContext } from './reading.ts'
import { createRecordBlocks, type RecordBlocks } from './record-block.ts'
import type { Section } from './sections.ts'

export interface WalkedReading {
  readonly reading: Reading
  /** The table it stands in; undefined outside of tables with a heading. */
  readonly table?: number
  readonly headingDate?: Dated
  /** Of its page. */
  readonly text: string
}

export type WalkContext = Pick<ReadingContext, 'names' | 'order'>

export interface Walk {
  readonly context: WalkContext
  readonly walked: WalkedReading[]
  readonly dates: HeadingDates
  readonly microbiology: Microbiology
  readonly blocks: RecordBlocks
  page: ExtractPage
  reading: ReadingContext
  columns: readonly Column[] | undefined
  /** Counts the tables. */
  table: number
  section: Section
  /** The line above, while it may be the beginning of a name. */
  pending: Cell | undefined
  /** A range on a line of its own below that name. */
  pendingRange: Pick<Required<Reading>, 'range' | 'rangeText' | 'rangeSpan'> | undefined
  /** The readings of the row above, while their name or range may go on. */
  lastTaken: { readonly from: number; readonly to: number; readonly isOfTable: boolean } | undefined
  isComment: boolean
  /** Rows that are nothing else, until their block ends. */
  prose: Span | undefined
}

export function createWalk(context: WalkContext): Walk {
  const { names, order } = context
  const reader = { style: 'unknown', isUnit: names.isUnit } as const
  return {
    context,
    walked: [],
    dates: createHeadingDates(),
    microbiology: createMicrobiology(),
    blocks: createRecordBlocks(),
    page: { number: 0, text: '', words: [], method: 'none' },
    reading: { names, order, edges: () => undefined, reader, specimen: undefined },
    columns: undefined,
    table: 0,
    section: { isForeign: false },
    pending: undefined,
    pendingRange: undefined,
    lastTaken: undefined,
    isComment: false,
    prose: undefined,
  }
}

/** False when there are none. */
export function takeReadings(walk: Walk, readings: readonly Reading[], isOfTable: boolean): boolean {
  if (readings.length === 0) return false
  const headingDate = walk.dates.date()
  const { specimen } = walk.section
  const from = walk.walked.length
  for (const each of readings) {
    walk.walked.push({
      reading: { ...withMethodApart(each), ...(specimen && { specimen }) },
      text: walk.page.text,
      ...(isOfTable && { table: walk.table }),
      ...(headingDate && { headingDate }),
    })
  }
  walk.dates.used()
  walk.lastTaken = { from, to: walk.walked.length, isOfTable }
  walk.pending = undefined
  walk.pendingRange = undefined
  walk.isComment = false
  return true
}

/** A part of another kind ends the table as well. */
export function beginSection(walk: Walk, section: Section): void {
  walk.section = section
  if (section.isForeign) walk.columns = undefined
}
