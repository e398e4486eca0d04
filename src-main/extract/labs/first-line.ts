/**
 * A cell of a name below which a remark was printed, so that both were read as one cell → the name alone. Only where the
 * whole is no known name and its first lines are one.
 */
import type { Word } from '../../ingest/read-page.ts'
import type { PageRow } from '../page-rows.ts'
import type { Names } from './names.ts'

/** Shorter cells hold no remark beside a name. */
const SHORTEST = 40
/** A name of more lines is none. */
const MOST_LINES = 3

export function withFirstLine(row: PageRow, words: readonly Word[], names: Names): PageRow {
  const [first, ...others] = row.cells
  if (!first || others.length === 0 || first.text.length < SHORTEST || row.alignment !== 'x') return row
  if (names.find(first.text)) return row
  const lines = linesOf(words.filter(({ start }) => start >= first.start && start < first.end))
  for (let count = Math.min(MOST_LINES, lines.length - 1); count > 0; count--) {
    const own = lines.slice(0, count).flat()
    const end = Math.max(...own.map(({ start, length }) => start + length))
    const text = first.text.slice(0, end - first.start)
    if (!names.find(text.replace(/\s+/gu, ' '))) continue
    const x1 = Math.max(...own.map(({ box }) => box[0] + box[2]))
    return { ...row, cells: [{ ...first, text, end, x1 }, ...others] }
  }
  return row
}

function linesOf(words: readonly Word[]): Word[][] {
  const lines: Word[][] = []
  for (const word of words) {
    const last = lines.at(-1)?.[0]
    if (last && Math.abs(last.box[1] - word.box[1]) < word.box[3] / 2) lines.at(-1)?.push(word)
    else lines.push([word])
  }
  return lines
}
