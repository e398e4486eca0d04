/**
 * A page's text as units that can be quoted: sentences, table rows, list items, `label: value` lines. Spans are exact
 * and contiguous in the source; nothing is rewritten. A unit knows the heading and the table header it stands under,
 * because a row or an item often means nothing without them.
 */
import type { Span } from '../ingest/read-page.ts'
import { type Line, linesOf } from './lines.ts'
import { sentencesIn } from './sentence-ends.ts'

export interface Unit extends Span {
  /** A `heading` is quotable too, where it holds the fact itself (`COLONOSCOPY 12.03.2024`). */
  readonly kind: 'sentence' | 'row' | 'item' | 'field' | 'heading'
  readonly heading?: Span
  /** The header row of the table that a row stands in. */
  readonly header?: Span
}

/** A list item longer than this is quoted sentence by sentence. */
const LONG_ITEM = 240

export function splitUnits(text: string): Unit[] {
  const lines = linesOf(text)
  const units: Unit[] = []
  let heading: Span | undefined
  /** The section under the heading was a list or a table: running text after a gap is no longer part of it. */
  let listed = false
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line
    const afterGap = (lines[at - 1]?.kind ?? 'blank') === 'blank'
    const until = blockEnd(text, lines, at)
    const block = { start: line.start, end: (lines[until - 1] ?? line).end }
    if (line.kind === 'prose' && listed && afterGap) heading = undefined
    if (line.kind === 'heading') {
      units.push({ ...block, kind: 'heading', ...(heading && isEmptySection(units) ? { heading } : {}) })
      heading = block
      listed = false
    } else if (line.kind === 'row') {
      units.push(...rowsOf(text, lines.slice(at, until), heading))
    } else if (line.kind !== 'blank' && line.kind !== 'rule') units.push(...textUnits(text, line, block, heading))
    if (line.kind === 'row' || line.kind === 'item') listed = true
    if (line.kind === 'prose') listed = false
    at = until
  }
  return units
}

/** A heading right under a heading belongs to it (`MEDICATIONS`, then `Morning:`). */
const isEmptySection = (units: readonly Unit[]) => units.at(-1)?.kind === 'heading'

/** Rows run together; text runs on over the plain lines that follow it. */
function blockEnd(text: string, lines: readonly Line[], at: number): number {
  const first = lines[at]?.kind
  let until = at + 1
  if (first === 'row') while (lines[until]?.kind === 'row' || isRuleInTable(lines, until)) until += 1
  if (first !== 'prose' && first !== 'item' && first !== 'field') return until
  for (;;) {
    while (lines[until]?.kind === 'prose') until += 1
    let next = until
    while (lines[next]?.kind === 'blank') next += 1
    if (next === until || !runsOn(text, lines[until - 1], lines[next])) return until
    until = next
  }
}

/** A sentence goes on over a gap (a column or a picture ended there): cut in two it could lose what it says. */
const runsOn = (text: string, before: Line | undefined, after: Line | undefined) =>
  before !== undefined &&
  after?.kind === 'prose' &&
  /^\p{Ll}/u.test(text.slice(after.start, after.start + 2)) &&
  /[\p{L}\d,]$/u.test(text.slice(before.start, before.end))

const isRuleInTable = (lines: readonly Line[], at: number) =>
  lines[at]?.kind === 'rule' && lines[at + 1]?.kind === 'row'

function rowsOf(text: string, lines: readonly Line[], heading: Span | undefined): Unit[] {
  const rows = lines.filter((line) => line.kind === 'row')
  const [first, ...others] = rows
  const isHeader =
    first !== undefined &&
    others.length > 0 &&
    !/\d/.test(
      text.slice(first.start, first.end).replace(/\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{4}(?:-\d\d){0,2}\b/g, ''),
    ) &&
    !/:\s/.test(text.slice(first.start, first.end)) &&
    others.some((row) => /\d/.test(text.slice(row.start, row.end)))
  return (isHeader ? others : rows).map(({ start, end }) => ({
    start,
    end,
    kind: 'row',
    ...(heading ? { heading } : {}),
    ...(isHeader ? { header: { start: first.start, end: first.end } } : {}),
  }))
}

function textUnits(text: string, line: Line, block: Span, heading: Span | undefined): Unit[] {
  const under = heading ? { heading } : {}
  if (line.kind === 'item' && block.end - block.start <= LONG_ITEM) return [{ ...block, kind: 'item', ...under }]
  const body = line.kind === 'item' ? { start: afterMarker(text, block), end: block.end } : block
  return sentencesIn(text, body).map((span, index) => {
    if (line.kind === 'item') return { ...span, kind: 'item', ...under }
    if (line.kind === 'prose') return { ...span, kind: 'sentence', ...under }
    return index === 0
      ? { ...span, kind: 'field', ...under }
      : { ...span, kind: 'sentence', heading: line.label ?? line }
  })
}

/** A list number must not be taken for a sentence of its own. */
const afterMarker = (text: string, block: Span) =>
  block.start + (/^\S+\s+/.exec(text.slice(block.start, block.end))?.[0].length ?? 0)
