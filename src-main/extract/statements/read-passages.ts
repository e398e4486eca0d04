/**
 * A document's pages as passages that each stand under one heading: running text, a list item, a table. Running heads
 * and feet are left out; a section goes on over a page's end. Nothing is read here but how the page is built.
 */
import type { Span } from '../../ingest/read-page.ts'
import { type Line, linesOf } from '../../retrieve/lines.ts'
import type { ExtractPage } from '../proposal.ts'
import { isColumnTitle } from './column-titles.ts'
import { marginTitles } from './margin-titles.ts'
import { type Section, sectionOf } from './section-names.ts'

export interface Passage extends Span {
  readonly page: ExtractPage
  readonly section: Section
  readonly kind: 'prose' | 'item' | 'table'
  /** Of a table: the cells of each row. */
  readonly rows: readonly (readonly Span[])[]
}

/** `isContent`: the line names a medicine or a condition, and is therefore no unknown heading. */
export function readPassages(pages: readonly ExtractPage[], isContent: (line: string) => boolean): Passage[] {
  const running = runningLines(pages)
  const passages: Passage[] = []
  let section: Section = 'other'
  for (const page of pages) {
    const pieces = piecesOf(page, running, isContent)
    const gathered = gather(page, pieces, section, isContent)
    passages.push(...gathered.passages)
    section = gathered.section
  }
  return passages
}

/** A line, or a part of one that begins with a title of its own. */
interface Piece extends Span {
  readonly kind: Line['kind']
  /** The section that this piece opens. */
  readonly opens?: Section
  /** The title is the whole piece. */
  readonly isTitleOnly: boolean
}

const TITLE_IN_LINE = /(?:^|[.;|]\s+|\s{2,}|\t)(\p{L}[\p{L}/&'’ -]{1,45}?)(?::(?=\s|$)|\s[–-]\s)/gu

function piecesOf(page: ExtractPage, running: ReadonlySet<string>, isContent: (line: string) => boolean): Piece[] {
  const lines = linesOf(page.text).filter(
    (line) => line.kind === 'blank' || !running.has(runningKey(page.text.slice(line.start, line.end))),
  )
  const isInMargin = marginTitles(
    lines.map(({ start, end }) => page.text.slice(start, end)),
    isContent,
  )
  return lines.flatMap((line) => piecesOfLine(page.text, withEmptyCells(page.text, line), isInMargin))
}

/** A row whose first or last cells are empty is one still, and one whose cells are set apart by strokes. */
function withEmptyCells(text: string, line: Line): Line {
  if (line.kind === 'blank' || line.kind === 'rule') return line
  const start = text.lastIndexOf('\n', line.start - 1) + 1
  const next = text.indexOf('\n', line.end)
  const end = next < 0 ? text.length : next
  const hasTabs = text.slice(start, line.start).includes('\t') || text.slice(line.end, end).includes('\t')
  if (hasTabs) return { kind: 'row', start, end }
  return / \| /.test(text.slice(line.start, line.end)) ? { kind: 'row', start: line.start, end: line.end } : line
}

function piecesOfLine(text: string, line: Line, isInMargin: (title: string) => boolean): Piece[] {
  const written = text.slice(line.start, line.end)
  if (line.kind === 'blank' || line.kind === 'rule') return [{ ...line, isTitleOnly: false }]
  const marked = LIST_MARK.exec(written)
  if (marked) return [{ kind: 'item', start: line.start + marked[0].length, end: line.end, isTitleOnly: false }]
  const cells = written.split(/\t| \| /)
  if (cells.length > 1 && cells.slice(1).every((cell) => cell.trim() === '' || isColumnTitle(cell)))
    return [{ ...line, isTitleOnly: false }]
  const whole = sectionOf(written)
  if (whole && cells.length === 1) return [{ ...line, opens: whole, isTitleOnly: true }]
  const marks = titlesIn(written)
  // A form's row: the title in the first cell, without a colon.
  const [title = ''] = cells
  const inFirstCell = cells.length !== 2 ? undefined : (sectionOf(title) ?? (isInMargin(written) ? 'other' : undefined))
  if (marks.length === 0 && inFirstCell)
    return [
      {
        kind: 'field',
        start: line.start + title.length + 1,
        end: line.end,
        opens: inFirstCell,
        isTitleOnly: false,
      },
    ]
  const [first] = marks
  if (!first) return [{ ...line, isTitleOnly: false }]
  const pieces: Piece[] = []
  if (first.start > 0)
    pieces.push({ kind: line.kind, start: line.start, end: line.start + first.start, isTitleOnly: false })
  for (const [index, mark] of marks.entries()) {
    const end = line.start + (marks[index + 1]?.start ?? written.length)
    const start = Math.min(line.start + mark.end, end)
    const isTitleOnly = text.slice(start, end).trim() === ''
    pieces.push({ kind: 'field', start, end, opens: mark.section, isTitleOnly })
  }
  return pieces
}

/** The mark or number of a list in a cell of its own, and then one cell: an item. A box to be ticked is no such mark. */
const LIST_MARK = /^(?:(?:[-*•‣▪◦–·●]|\(?\d{1,2}[.)])\t+(?=[^\t]+$)|\d{1,2}(?:\t+|[ ]{2,})(?=\p{L}[^\t]+$))/u

function titlesIn(line: string): (Span & { readonly section: Section })[] {
  return [...line.matchAll(TITLE_IN_LINE)].flatMap((match) => {
    const title = match[1] ?? ''
    const isDash = !match[0].endsWith(':')
    const section = isDash && match.index > 0 ? undefined : sectionOf(title)
    if (!section) return []
    const start = match.index + match[0].indexOf(title)
    return [{ start, end: match.index + match[0].length, section }]
  })
}

const LISTS: ReadonlySet<Section> = new Set<Section>([
  'medications',
  'medications-started',
  'medications-stopped',
  'medications-changed',
  'medications-continued',
  'allergies',
  'problems',
  'history',
  'diagnoses',
  'procedures',
  'immunizations',
  'encounters',
  'family-history',
  'care-team',
])
/** Prose this long after a list and a gap is no longer part of it. */
const LONG_PROSE = 90

/** No item of a list begins so, whatever it names. */
const TELLS =
  /^(?:it|he|she|they|we|i|you|there|his|her|their|this|the patient|on examination|thank you|many thanks)\s/i

interface Gathering {
  section: Section
  readonly passages: Passage[]
  /** The section's content so far was a list or a table, or stood in the line of its title. */
  listed: boolean
  afterGap: boolean
}

function gather(page: ExtractPage, pieces: readonly Piece[], from: Section, isContent: (line: string) => boolean) {
  const state: Gathering = { section: from, passages: [], listed: false, afterGap: true }
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as Piece
    if (piece.kind === 'blank' || piece.kind === 'rule') {
      state.afterGap = state.afterGap || piece.kind === 'blank'
      at += 1
      continue
    }
    const isOfHead = piece.opens === 'other' && !piece.isTitleOnly && HEAD_LABEL.test(labelOf(page, piece))
    if (piece.opens && !isOfHead && !isDetail(page, piece, state))
      Object.assign(state, { section: piece.opens, listed: !piece.isTitleOnly })
    const isTitle = piece.isTitleOnly || (!piece.opens && isUnknownTitle(page, piece, state, isContent))
    if (isTitle) at += 1
    else at = addPassage(page, pieces, at, state, isContent)
    state.afterGap = false
  }
  return state
}

/** Whose paper it is stands between its title and what it lists, and ends no list. */
const HEAD_LABEL = /(?:^|[\s|])(?:patient|name|dob|date of birth|address)\s*:\s*$/i

const labelOf = ({ text }: ExtractPage, { start }: Piece): string => text.slice(Math.max(0, start - 24), start)

/** `Instructions: take one daily` under the name of a medicine belongs to it. */
const isDetail = (page: ExtractPage, piece: Piece, { section, afterGap }: Pick<Gathering, 'section' | 'afterGap'>) =>
  section.startsWith('medications') &&
  !piece.isTitleOnly &&
  !afterGap &&
  /(?:instructions?|indications?|comments?|notes?|advice|information)\s*:\s*$/i.test(labelOf(page, piece))

function isUnknownTitle(
  page: ExtractPage,
  piece: Piece,
  state: Gathering,
  isContent: (line: string) => boolean,
): boolean {
  const written = page.text.slice(piece.start, piece.end)
  if (piece.kind !== 'heading' || isContent(written)) return false
  if (LISTS.has(state.section) && (/\d/.test(written) || SUBTITLE.test(written))) return false
  if (state.afterGap || /:$/.test(written)) state.section = state.afterGap ? 'other' : state.section
  return /:$/.test(written) || state.afterGap
}

/** Parts of one list, not another section. */
const SUBTITLE =
  /^(?:morning|noon|midday|lunch|afternoon|evening|night|bedtime|breakfast|regular|daily|as needed|as required|prn|scheduled|topical|oral|inhaled|injections?|drugs?|food|environmental|tablets|other|others|active|resolved|chronic|acute|cardiac|mother|father|paternal|maternal)\b[^.]{0,20}:?$/i

function addPassage(
  page: ExtractPage,
  pieces: readonly Piece[],
  at: number,
  state: Gathering,
  isContent: (line: string) => boolean,
): number {
  const first = pieces[at] as Piece
  let until = at + 1
  const next = () => pieces[until]
  if (first.kind === 'row') {
    while (isRowHere(page, next(), pieces[until + 1], isContent)) until += 1
    const rows = pieces.slice(at, until).map((row) => cellsOf(page.text, row))
    push(page, state, { start: first.start, end: (pieces[until - 1] ?? first).end }, 'table', rows)
    return until
  }
  while (continues(page, next(), state, isContent)) until += 1
  const span = { start: first.start, end: (pieces[until - 1] ?? first).end }
  const opening = page.text.slice(first.start, first.end)
  const isTold =
    first.kind === 'prose' && (TELLS.test(opening) || (span.end - span.start > LONG_PROSE && !isContent(opening)))
  if (isTold && state.afterGap && state.listed) state.section = 'other'
  push(page, state, span, first.kind === 'item' ? 'item' : 'prose', [])
  return until
}

/** A row whose other cells are empty is a line without a tab. */
const isRowHere = (
  page: ExtractPage,
  piece: Piece | undefined,
  after: Piece | undefined,
  isContent: (line: string) => boolean,
) => {
  if (!piece || piece.opens) return false
  if (piece.kind === 'row') return true
  const written = page.text.slice(piece.start, piece.end)
  const isShort = (piece.kind === 'prose' || piece.kind === 'heading') && written.length <= 40 && !/[.:]$/.test(written)
  return isShort && ((after?.kind === 'row' && !after.opens) || isContent(written))
}

const continues = (
  page: ExtractPage,
  piece: Piece | undefined,
  { section }: Gathering,
  isContent: (line: string) => boolean,
) =>
  piece !== undefined &&
  (!piece.opens || isDetail(page, piece, { section, afterGap: false })) &&
  (piece.kind === 'prose' ||
    piece.kind === 'field' ||
    (piece.kind === 'heading' && isContent(page.text.slice(piece.start, piece.end))))

function push(page: ExtractPage, state: Gathering, span: Span, kind: Passage['kind'], rows: Passage['rows']): void {
  state.passages.push({ ...span, page, section: state.section, kind, rows })
  if (kind !== 'prose') state.listed = true
}

/** The span of each cell without the blanks around it; an empty cell keeps its place. */
function cellsOf(text: string, row: Span): Span[] {
  const cells: Span[] = []
  let at = row.start
  const separator = text.slice(row.start, row.end).includes('\t') ? /\t/ : /\||\s{3,}/
  for (const cell of text.slice(row.start, row.end).split(separator)) {
    const lead = cell.length - cell.trimStart().length
    const start = text.indexOf(cell, at) + lead
    cells.push({ start, end: start + cell.trim().length })
    at = start - lead + cell.length
  }
  return cells
}

const EDGE_LINES = 6

/** Lines at the head or foot of two pages or more, page numbers aside. */
function runningLines(pages: readonly ExtractPage[]): Set<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const lines = page.text.split('\n').filter((line) => line.trim() !== '')
    const edges = new Set([...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)].map(runningKey))
    for (const key of edges) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Set([...counts].filter(([key, count]) => count > 1 && !isTitleOrColumns(key)).map(([key]) => key))
}

const isTitleOrColumns = (line: string) =>
  sectionOf(line) !== undefined || (line.includes('\t') && line.split('\t').every((cell) => isColumnTitle(cell)))

/** Only page numbers may differ: two medicines that differ in their dose are two lines. */
const runningKey = (line: string) => line.trim().replace(/\bpage\s*\d+(?:\s*(?:of|\/)\s*\d+)?/gi, 'page')
