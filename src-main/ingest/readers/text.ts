/** Plain text and Markdown: as it was written, in pages where it has form feeds, else in sections of bounded length. */
import { AppError } from '#contract/errors.ts'
import { decodeText } from './decode-text.ts'
import { type ReadSections, toSection } from './section.ts'

const SECTION_WORDS = 3_000

/** Fails as `text/not-text` when bytes beyond the file's head are no text after all. */
export async function readText(bytes: Uint8Array): Promise<ReadSections> {
  const text = decodeText(bytes)
  if (text === undefined) throw new AppError('text/not-text')
  const pages = text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split('\f')
    .flatMap(sectionsOf)
  return { pages: pages.map((page, index) => toSection(index + 1, page)) }
}

/** Cut at empty lines, or at line ends where a stretch has none. */
function sectionsOf(page: string): string[] {
  const sections: string[] = []
  let lines: string[] = []
  let words = 0
  for (const line of page.split('\n')) {
    const enough = words >= SECTION_WORDS && (line.trim() === '' || words >= 2 * SECTION_WORDS)
    if (enough) {
      sections.push(lines.join('\n'))
      lines = []
      words = 0
    }
    lines.push(line)
    words += line.match(/\S+/g)?.length ?? 0
  }
  sections.push(lines.join('\n'))
  return sections.map((section) => section.replace(/^\n+|\s+$/g, ''))
}
