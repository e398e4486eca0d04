/** Plain text and Markdown: as it was written, in pages where it has form feeds, else in sections of bounded length. */
import { AppError } from '#contract/errors.ts'
import { decodeText } from './decode-text.ts'
import { type ReadSections, toSections } from './section.ts'

/** Fails as `text/not-text` when bytes beyond the file's head are no text after all. */
export async function readText(bytes: Uint8Array): Promise<ReadSections> {
  return { pages: toSections(pagesIn(bytes)) }
}

/** As `readText`; a first line that is a heading is the title as well, and tables are rows of cells as on any other page. */
export async function readMarkdown(bytes: Uint8Array): Promise<ReadSections> {
  // Before pages are cut into chunks: these hold places of the text as it is kept.
  const pages = toSections(pagesIn(bytes).map(withRows))
  const [first = ''] = pages[0]?.text.split('\n', 1) ?? []
  const heading = first.startsWith('#') ? first.replace(/^#{1,6}\s+/, '').replace(/[\s#]{1,20}$/, '') : first
  return heading !== first && heading !== '' && heading.length <= 80 ? { title: heading, pages } : { pages }
}

function pagesIn(bytes: Uint8Array): string[] {
  const text = decodeText(bytes)
  if (text === undefined) throw new AppError('text/not-text')
  return text.replace(/\r\n?|\u2028|\u2029/g, '\n').split('\f')
}

const DELIMITERS = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

/** GitHub Flavored Markdown, 4.10: a line of names, a line of dashes, then rows until a line without a bar. */
function withRows(text: string): string {
  if (!text.includes('|')) return text
  const lines = text.split('\n')
  const rows: string[] = []
  let isTable = false
  for (const [at, line] of lines.entries()) {
    if (isTable && DELIMITERS.test(line) && line.includes('-')) continue
    const begins = line.includes('|') && DELIMITERS.test(lines[at + 1] ?? '') && (lines[at + 1] ?? '').includes('|')
    isTable = begins || (isTable && line.includes('|'))
    rows.push(isTable ? cellsOf(line).join('\t') : line)
  }
  return rows.join('\n')
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/\\\|/g, '|'))
