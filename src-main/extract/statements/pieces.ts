/** The lines of a page, each cut where a title begins in it. What a title opens is told; what follows is not read. */
import type { Span } from '../../ingest/read-page.ts'
import { type Line, linesOf } from '../../retrieve/lines.ts'
import type { ExtractPage } from '../proposal.ts'
import { isColumnTitle } from './column-titles.ts'
import { marginTitles } from './margin-titles.ts'
import { runningKey } from './running-lines.ts'
import { type Section, sectionOf } from './section-names.ts'

/** A line, or a part of one that begins with a title of its own. */
export interface Piece extends Span {
  readonly kind: Line['kind']
  /** The section that this piece opens. */
  readonly opens?: Section
  /** The title that opens it, or a label before a colon that is no known title, as written. */
  readonly title?: string
  /** The title is the whole piece. */
  readonly isTitleOnly: boolean
}

const TITLE_IN_LINE = /(?:^|[.;|]\s+|\s{2,}|\t)(\p{L}[\p{L}/&'’ -]{1,45}?)(?::(?=\s|$)|\s?[–-](?=\s|$))/gu

export function piecesOf(
  page: ExtractPage,
  running: ReadonlySet<string>,
  isContent: (line: string) => boolean,
): Piece[] {
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
  if (whole && cells.length === 1) return [{ ...line, opens: whole, title: written, isTitleOnly: true }]
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
        title,
        isTitleOnly: false,
      },
    ]
  const [first] = marks
  const label = LABEL.exec(written)?.[1]
  if (!first) return [{ ...line, ...(label ? { title: label } : {}), isTitleOnly: false }]
  const pieces: Piece[] = []
  if (first.start > 0)
    pieces.push({ kind: line.kind, start: line.start, end: line.start + first.start, isTitleOnly: false })
  for (const [index, mark] of marks.entries()) {
    const end = line.start + (marks[index + 1]?.start ?? written.length)
    const start = Math.min(line.start + mark.end, end)
    const isTitleOnly = text.slice(start, end).trim() === ''
    const opens = mark.section ? { opens: mark.section } : {}
    pieces.push({ kind: 'field', start, end, ...opens, title: mark.title, isTitleOnly })
  }
  return pieces
}

/** The mark or number of a list in a cell of its own, and then one cell: an item. A box to be ticked is no such mark. */
const LIST_MARK = /^(?:(?:[-*•‣▪◦–·●]|\(?\d{1,2}[.)])\t+(?=[^\t]+$)|\d{1,2}(?:\t+|[ ]{2,})(?=\p{L}[^\t]+$))/u

const LABEL = /^\s*(\p{L}[\p{L}/&'’() -]{1,45}?):(?=\s|$)/u

/** `PMH Asthma, hayfever`: what clinicians write without a colon. */
const SHORTHAND = /^(P?[MS]Hx?|FM?Hx?|DHx?)\s+(?=[\p{L}?])/u

interface Mark extends Span {
  /** None for a label that is no known title. */
  readonly section?: Section
  readonly title: string
}

/** After allergies in the same line labels count that nobody knows: what they name must not be taken for allergies. */
function titlesIn(line: string): Mark[] {
  const marks: Mark[] = []
  const [whole = '', short = ''] = SHORTHAND.exec(line) ?? []
  const opened = sectionOf(short)
  if (opened) marks.push({ start: 0, end: whole.length, title: short, section: opened })
  for (const match of line.matchAll(TITLE_IN_LINE)) {
    const title = match[1] ?? ''
    const isDash = !match[0].endsWith(':')
    const section = isDash && match.index > 0 ? undefined : sectionOf(title)
    if (!section && (isDash || !marks.some((mark) => mark.section === 'allergies'))) continue
    const start = match.index + match[0].indexOf(title)
    marks.push({ start, end: match.index + match[0].length, title, ...(section ? { section } : {}) })
  }
  return marks
}
