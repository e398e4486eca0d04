/** A page of a format that has no sheets and no positions, and how a text of any length becomes such pages. */
import { chunkPage } from '../chunk.ts'
import type { ReadPage } from '../read-page.ts'

export interface ReadSections {
  readonly title?: string
  readonly pages: ReadPage[]
}

const SECTION_WORDS = 3_000
/** Far more than that many words have, and far less than a message between processes may carry. */
const SECTION_CHARACTERS = 40_000

/** Texts of bounded length from given pages, numbered in order; there is always one, if an empty one. */
export const toSections = (pages: readonly string[]): ReadPage[] =>
  pages.flatMap(cut).map((text, index) => toSection(index + 1, text))

const toSection = (number: number, text: string): ReadPage => ({
  number,
  text,
  words: new Uint8Array(),
  method: 'text',
  needsOcr: false,
  chunks: chunkPage(text),
})

/** Cut at empty lines, or at line ends where a stretch has none, or inside a line that never ends. */
function cut(page: string): string[] {
  const sections: string[] = []
  let lines: string[] = []
  let words = 0
  let characters = 0
  for (const line of page.split('\n').flatMap(cutLine)) {
    const full = words >= 2 * SECTION_WORDS || characters >= SECTION_CHARACTERS
    if (full || (words >= SECTION_WORDS && line.trim() === '')) {
      sections.push(lines.join('\n'))
      lines = []
      words = 0
      characters = 0
    }
    lines.push(line)
    words += line.match(/\S+/g)?.length ?? 0
    characters += line.length
  }
  sections.push(lines.join('\n'))
  return sections.map((section) => section.replace(/^\n+/, '').trimEnd())
}

function cutLine(line: string): string[] {
  const pieces: string[] = []
  let rest = line
  while (rest.length > SECTION_CHARACTERS) {
    const sentence = rest.lastIndexOf('. ', SECTION_CHARACTERS) + 1
    const space = rest.lastIndexOf(' ', SECTION_CHARACTERS)
    const end = sentence > SECTION_CHARACTERS / 2 ? sentence : space > 0 ? space : SECTION_CHARACTERS
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return [...pieces, rest]
}
