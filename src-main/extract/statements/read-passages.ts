/**
 * A document's pages as passages that each stand under one heading: running text, a list item, a table. Running heads
 * and feet are left out; a section goes on over a page's end. Nothing is read here but how the page is built.
 */
import type { Span } from '../../ingest/read-page.ts'
import type { ExtractPage } from '../proposal.ts'
import { endsAllergies, isOtherTable, type Knowing } from './end-of-allergies.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { runningLines } from './running-lines.ts'
import type { Section } from './section-names.ts'

export interface Passage extends Span {
  readonly page: ExtractPage
  readonly section: Section
  /** What stands over it, as written. */
  readonly title: string
  readonly kind: 'prose' | 'item' | 'table'
  /** Of a table: the cells of each row. */
  readonly rows: readonly (readonly Span[])[]
}

/**
 * `isContent`: the line names a medicine or a condition, and is therefore no unknown heading. `isReaction`: the words
 * say what an allergen does.
 */
export function readPassages(
  pages: readonly ExtractPage[],
  isContent: (line: string) => boolean,
  isReaction: (words: string) => boolean = () => false,
): Passage[] {
  const running = runningLines(pages)
  const passages: Passage[] = []
  let over: Over = { section: 'other', title: '' }
  for (const page of pages) {
    const pieces = piecesOf(page, running, isContent)
    const gathered = gather(page, pieces, over, { isContent, isReaction })
    passages.push(...gathered.passages)
    over = gathered
  }
  return passages
}

interface Over {
  readonly section: Section
  readonly title: string
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
  title: string
  readonly passages: Passage[]
  /** The section's content so far was a list or a table, or stood in the line of its title. */
  listed: boolean
  afterGap: boolean
}

function gather(page: ExtractPage, pieces: readonly Piece[], { section, title }: Over, knowing: Knowing) {
  const state: Gathering = { section, title, passages: [], listed: false, afterGap: true }
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as Piece
    if (piece.kind === 'blank' || piece.kind === 'rule') {
      state.afterGap = state.afterGap || piece.kind === 'blank'
      at += 1
      continue
    }
    const isOfHead = piece.opens === 'other' && !piece.isTitleOnly && HEAD_LABEL.test(labelOf(page, piece))
    const isOfOthers =
      endsAllergies(page, piece, state, knowing) || isOtherTable(page, [pieces[at], pieces[at + 1]], state, knowing)
    const opens = isOfOthers ? 'other' : (piece.opens ?? pastOrPresent(piece, state))
    if (opens && !isOfHead && !isDetail(page, piece, state) && !isKindOfAllergy(page, pieces, at, state, knowing))
      Object.assign(state, { section: opens, title: piece.title ?? '', listed: !piece.isTitleOnly })
    const isTitle = piece.isTitleOnly || (!piece.opens && isUnknownTitle(page, piece, state, knowing.isContent))
    if (isTitle) at += 1
    else at = addPassage(page, pieces, at, state, knowing)
    state.afterGap = false
  }
  return state
}

/** Whose paper it is stands between its title and what it lists, and ends no list. */
const HEAD_LABEL = /(?:^|[\s|])(?:patient|name|dob|date of birth|address)\s*:\s*$/i

const labelOf = ({ text }: ExtractPage, { start }: Piece): string => text.slice(Math.max(0, start - 24), start)

/** `Previously: …`, `Current: …` within a list of medicines. */
function pastOrPresent({ title = '' }: Piece, { section }: Over): Section | undefined {
  if (!section.startsWith('medications')) return undefined
  if (
    /^(?:previous(?:ly)?|past|former(?:ly)?|in the past|historical(?:ly)?|tried|previously tried|not tolerated)$/i.test(
      title.trim(),
    )
  )
    return 'medications-stopped'
  return /^(?:current(?:ly)?|now|at present|present(?:ly)?)$/i.test(title.trim()) ? 'medications' : undefined
}

/** `Instructions: take one daily` under the name of a medicine belongs to it. */
const isDetail = (page: ExtractPage, piece: Piece, { section, afterGap }: Pick<Gathering, 'section' | 'afterGap'>) =>
  section.startsWith('medications') &&
  !piece.isTitleOnly &&
  !afterGap &&
  /(?:instructions?|indications?|comments?|notes?|advice|information)\s*:\s*$/i.test(labelOf(page, piece))

/** `Drugs: penicillin` beside `Food: peanuts` under the title of allergies is no list of medicines. */
function isKindOfAllergy(page: ExtractPage, pieces: readonly Piece[], at: number, state: Gathering, knowing: Knowing) {
  const piece = pieces[at]
  if (state.section !== 'allergies' || state.listed || state.afterGap || !piece || piece.isTitleOnly) return false
  if (!/^\s*(?:drugs?|medications?|medicines?)\s*$/i.test(piece.title ?? '')) return false
  const beside = [pieces[at - 1], pieces[at + 1]].some((other) =>
    /^\s*(?:foods?|environment(?:al)?|latex|contrast(?: media)?|insects?|other)\s*$/i.test(other?.title ?? ''),
  )
  return beside || knowing.isReaction(page.text.slice(piece.start, piece.end))
}

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
  knowing: Knowing,
): number {
  const { isContent } = knowing
  const first = pieces[at] as Piece
  let until = at + 1
  const next = () => pieces[until]
  if (first.kind === 'row') {
    while (
      isRowHere(page, next(), pieces[until + 1], isContent) &&
      !isOtherTable(page, [pieces[until], pieces[until + 1]], state, knowing)
    )
      until += 1
    const rows = pieces.slice(at, until).map((row) => cellsOf(page.text, row))
    push(page, state, { start: first.start, end: (pieces[until - 1] ?? first).end }, 'table', rows)
    return until
  }
  while (continues(page, next(), state, knowing)) until += 1
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

const continues = (page: ExtractPage, piece: Piece | undefined, { section, title }: Gathering, knowing: Knowing) =>
  piece !== undefined &&
  !endsAllergies(page, piece, { section }, knowing) &&
  (piece.opens !== undefined || pastOrPresent(piece, { section, title }) === undefined) &&
  (!piece.opens || isDetail(page, piece, { section, afterGap: false })) &&
  (piece.kind === 'prose' ||
    piece.kind === 'field' ||
    (piece.kind === 'heading' && knowing.isContent(page.text.slice(piece.start, piece.end))))

function push(page: ExtractPage, state: Gathering, span: Span, kind: Passage['kind'], rows: Passage['rows']): void {
  state.passages.push({ ...span, page, section: state.section, title: state.title, kind, rows })
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
