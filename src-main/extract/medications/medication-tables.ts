/** Tables of medicines: by their header, by one that stood a page before, or by what the columns hold. */
import type { Span } from '../../ingest/read-page.ts'
import type { ClinicalContext } from '../clinical-context.ts'
import { findDoses } from '../dictionaries/doses.ts'
import type { Change } from '../dictionaries/sig.ts'
import type { Column } from '../statements/column-titles.ts'
import type { Passage } from '../statements/read-passages.ts'
import { type Columns, readColumns, textOf } from '../statements/table-columns.ts'
import type { Reading } from './medication-proposal.ts'
import { type Mention, mentionsIn, unknownMention } from './mentions.ts'

const WANTED: readonly Column[] = [
  'medication',
  'strength',
  'form',
  'route',
  'directions',
  'frequency',
  'started',
  'stopped',
  'change',
  'status',
  'reason',
  'time-of-day',
  'comment',
  'quantity',
  'person',
  'date',
]
/** Their words are directions. */
const DIRECTIONS: ReadonlySet<Column | undefined> = new Set<Column | undefined>([
  'strength',
  'form',
  'route',
  'directions',
  'frequency',
  'comment',
  undefined,
])

export function createTableReader(context: ClinicalContext): (passage: Passage) => Reading[] {
  let before: { readonly columns: Columns; readonly section: Passage['section'] } | undefined
  return (passage) => {
    const columns = columnsOfTable(passage, context, before)
    before = columns ? { columns, section: passage.section } : undefined
    return columns ? readRows(passage, columns, context) : []
  }
}

function columnsOfTable(
  passage: Passage,
  context: ClinicalContext,
  before: { readonly columns: Columns; readonly section: Passage['section'] } | undefined,
): Columns | undefined {
  const own = readColumns(passage, WANTED)
  if (own?.meanings.includes('medication')) return own
  if (own && !passage.section.startsWith('medications') && !isOfMedicines(own)) return undefined
  const width = passage.rows[0]?.length ?? 0
  if (
    !own &&
    before &&
    before.section === passage.section &&
    before.columns.titles.length === width &&
    holdsNames(passage, before.columns, context)
  )
    return { ...before.columns, rows: passage.rows }
  return byContent(passage, own, context)
}

/** The name column has a title of its own making; the others are those of no other table. */
const isOfMedicines = ({ meanings }: Columns) =>
  meanings.includes('strength') && (meanings.includes('directions') || meanings.includes('frequency'))

const holdsNames = (passage: Passage, { meanings }: Columns, context: ClinicalContext) =>
  passage.rows.some((row) => {
    const cell = row[meanings.indexOf('medication')]
    return cell !== undefined && mentionsIn(textOf(passage, cell), context.drugs).length > 0
  })

/** The column in which most cells begin with the name of a medicine. */
function byContent(passage: Passage, own: Columns | undefined, context: ClinicalContext): Columns | undefined {
  const rows = own?.rows ?? passage.rows
  const width = Math.max(0, ...rows.map((row) => row.length))
  const counts = Array.from(
    { length: width },
    (_, index) => rows.filter((row) => beginsWithName(passage, row[index], context)).length,
  )
  const most = Math.max(0, ...counts)
  const isListed = passage.section.startsWith('medications')
  const isEnough = isListed
    ? most >= 1 && most * 3 >= rows.length
    : most >= 1 && most * 2 >= rows.length && rows.some((row) => isDirected(passage, row, context))
  if (!isEnough) return undefined
  const index = counts.indexOf(most)
  const meanings = own?.meanings ?? Array.from({ length: width }, () => undefined)
  return {
    meanings: Array.from({ length: width }, (_, at) => (at === index ? 'medication' : meanings[at])),
    titles: own?.titles ?? Array.from({ length: width }, () => ''),
    header: own?.header ?? [],
    rows,
  }
}

function beginsWithName(passage: Passage, cell: Span | undefined, context: ClinicalContext): boolean {
  const [first] = cell ? mentionsIn(textOf(passage, cell), context.drugs) : []
  return first !== undefined && first.start <= 3
}

/** Times or a form beside the dose: what a laboratory's table does not have. */
function isDirected(passage: Passage, row: readonly Span[], context: ClinicalContext): boolean {
  const written = row.map((cell) => textOf(passage, cell)).join(' ')
  const { frequency, form } = context.sig.directionsIn(written)
  return findDoses(written).length > 0 && (frequency !== undefined || form !== undefined)
}

function readRows(passage: Passage, columns: Columns, context: ClinicalContext): Reading[] {
  const readings: Reading[] = []
  const nameAt = columns.meanings.indexOf('medication')
  for (const row of columns.rows) {
    const cell = row[nameAt]
    const others = row.filter((each, index) => index !== nameAt && each.end > each.start)
    if (!cell || cell.end === cell.start) {
      const last = readings.at(-1)
      // The row before goes on.
      if (last && others.length > 0) readings[readings.length - 1] = { ...last, reaches: [...last.reaches, ...others] }
      continue
    }
    const mention = mentionOfCell(passage, cell, others.length > 0, context)
    if (mention) readings.push(readingOf(passage, columns, row, mention, cell, context))
  }
  return readings
}

function mentionOfCell(
  passage: Passage,
  cell: Span,
  hasOthers: boolean,
  context: ClinicalContext,
): Mention | undefined {
  const written = textOf(passage, cell)
  const shift = (mention: Mention) => ({ ...mention, start: mention.start + cell.start, end: mention.end + cell.start })
  const [first] = mentionsIn(written, context.drugs)
  if (first && first.start <= 24) return shift(first)
  if (!hasOthers || NO_NAME.test(written)) return undefined
  const dose = findDoses(written)[0]
  const head = written.slice(0, dose?.start ?? written.length)
  const name = /^[\p{L}][\p{L}\p{N}'’ /+.-]{2,60}?(?=\s*(?:$|[,(\n–:]|\s-\s))/u.exec(head.trim())?.[0]?.trim()
  if (name === undefined) return undefined
  const start = cell.start + written.indexOf(name)
  return unknownMention(name, start, start + name.length, context.drugs.near(name))
}
const NO_NAME =
  /^\s*(?:none|nil|n\/a|no (?:known|current|other)|total|page|date|name|signature|notes?|comments?|prescriber|allerg)/i

function readingOf(
  passage: Passage,
  columns: Columns,
  row: readonly Span[],
  mention: Mention,
  nameCell: Span,
  context: ClinicalContext,
): Reading {
  const { meanings, titles } = columns
  const reaches = row.flatMap((cell, index) => {
    if (cell === nameCell) return mention.end < cell.end ? [{ start: mention.end, end: cell.end }] : []
    return cell.end > cell.start && DIRECTIONS.has(meanings[index]) ? [cell] : []
  })
  const cells = Object.fromEntries(
    row.flatMap((cell, index) => {
      const meaning = meanings[index]
      return meaning && meaning !== 'medication' && cell.end > cell.start && !EMPTY.test(textOf(passage, cell))
        ? [[meaning, cell]]
        : []
    }),
  )
  const times = row.flatMap((cell, index) =>
    meanings[index] === 'time-of-day' && cell.end > cell.start && !/^[-–0]$/.test(textOf(passage, cell))
      ? [`${titles[index]} ${textOf(passage, cell)}`]
      : [],
  )
  const change = changeOfRow(passage, cells, context)
  return {
    page: passage.page,
    mention,
    reaches,
    cells,
    ...(times.length > 0 ? { times: times.join(', ') } : {}),
    ...(change ? { change } : {}),
  }
}
const EMPTY = /^(?:[-–—]+|n\/?a|none|nil|unknown)$/i

function changeOfRow(
  passage: Passage,
  cells: Partial<Record<Column, Span>>,
  context: ClinicalContext,
): Change | undefined {
  const cell = cells.change ?? cells.status
  const said = cell ? context.sig.changesIn(textOf(passage, cell))[0]?.value : undefined
  const comment = cells.comment ? context.sig.changesIn(textOf(passage, cells.comment))[0]?.value : undefined
  const ofSection = /^medications-(started|stopped|changed|continued)$/.exec(passage.section)?.[1] as Change | undefined
  return said ?? comment ?? ofSection
}
