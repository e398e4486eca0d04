/** A line of one cell that is no result: more of the name above, a comment, a heading, or the first line of a name. */
import type { Cell, PageRow } from '../page-rows.ts'
import { isCommentText } from './gates.ts'
import { sectionOf } from './sections.ts'
import { readStackedLine } from './stacked-lines.ts'
import { beginSection, type Walk } from './walk.ts'

/** Whether the line is used up; else it may be running text. */
export function readSingleCell(walk: Walk, row: PageRow, cell: Cell): boolean {
  if (isCommentText(cell.text)) {
    walk.isComment = true
    return true
  }
  if (walk.isComment && !row.startsBlock) return true
  walk.isComment = false
  if (walk.columns && !row.startsBlock && continuesName(walk, cell)) return true
  if (readStackedLine(walk, row, cell)) return true
  walk.pending = cell
  walk.pendingRange = undefined
  const begun = sectionOf(row)
  if (begun) beginSection(walk, begun)
  return false
}

/** The name of the row above goes on when both lines together are known, or when it is not known and looks unfinished. */
function continuesName(walk: Walk, cell: Cell): boolean {
  const { lastTaken, walked, section, context } = walk
  const above = lastTaken?.isOfTable && walked[lastTaken.from]?.reading
  if (!lastTaken || !above || cell.text.length > 60) return false
  const { specimen } = section
  const { nameText, unitText } = above
  const whole = `${nameText} ${cell.text}`
  const isUnfinished = /^[\p{Ll}(]/u.test(cell.text) && !/[.!?]$/u.test(cell.text)
  const isMore = isUnfinished && !context.names.find(nameText, { specimen, unitText })
  if (!isMore && !context.names.find(whole, { specimen })) return false
  for (let i = lastTaken.from; i < lastTaken.to; i++) {
    const each = walked[i]
    if (!each) continue
    const nameSpans = [...each.reading.nameSpans, { start: cell.start, end: cell.end }]
    walked[i] = { ...each, reading: { ...each.reading, nameText: whole, nameSpans } }
  }
  walk.lastTaken = undefined
  return true
}
