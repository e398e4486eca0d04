/** Which column of a table means what: by its header, also one that stood on the page before. */
import type { Span } from '../../ingest/read-page.ts'
import { type Column, columnsOf } from './column-titles.ts'
import type { Passage } from './read-passages.ts'

export interface Columns {
  /** Meaning by place; undefined where the header says nothing that counts here. */
  readonly meanings: readonly (Column | undefined)[]
  readonly titles: readonly string[]
  /** The cells in which the titles stand. */
  readonly header: readonly Span[]
  /** The rows below the header. */
  readonly rows: Passage['rows']
}

/**
 * `wanted`: the meanings that count for a kind of fact, the most telling first; a title that may mean several things
 * takes the first of them that is still free.
 */
export function readColumns(passage: Passage, wanted: readonly Column[]): Columns | undefined {
  const at = passage.rows.slice(0, 3).findIndex((row) => isHeader(passage, row))
  const header = passage.rows[at]
  if (!header) return undefined
  const titles = header.map((cell) => textOf(passage, cell))
  const free = new Set(wanted)
  const meanings: (Column | undefined)[] = titles.map(() => undefined)
  for (const column of wanted)
    for (const [index, title] of titles.entries()) {
      if (meanings[index] !== undefined || !columnsOf(title).includes(column)) continue
      if (!free.has(column) && column !== 'time-of-day') continue
      meanings[index] = column
      free.delete(column)
    }
  return { meanings, titles, header, rows: passage.rows.slice(at + 1) }
}

function isHeader(passage: Passage, row: readonly Span[]): boolean {
  const titles = row.map((cell) => textOf(passage, cell)).filter((title) => title !== '')
  const known = titles.filter((title) => columnsOf(title).length > 0).length
  // The chart of a ward has a column for each day beside those of the medicine.
  const isWritten = (title: string) =>
    !/\d{2}/.test(title) || (known >= 4 && /^\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?$/.test(title))
  return known >= 2 && known >= titles.length / 2 && titles.every(isWritten)
}

export const textOf = ({ page }: Passage, { start, end }: Span) => page.text.slice(start, end)

/** A questionnaire's row: `Diabetes  No`, or a mark under `Yes` or `No`. A row that is no answer counts as it stands. */
export function isAnsweredYes(passage: Passage, row: readonly Span[]): boolean {
  const texts = row.map((cell) => textOf(passage, cell).trim())
  if (texts.slice(1).some((text) => /^(?:no|n|never|negative|absent|denies|denied|☐|\[ ?\])$/i.test(text))) return false
  const header = passage.rows.find((each) => {
    const titles = each.map((cell) => textOf(passage, cell).trim().toLowerCase())
    return titles.includes('yes') && titles.includes('no')
  })
  if (!header || header === row) return header !== row
  const yes = header.findIndex((cell) => textOf(passage, cell).trim().toLowerCase() === 'yes')
  return (texts[yes] ?? '') !== ''
}
