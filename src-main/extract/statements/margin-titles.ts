/**
 * Titles in a narrow column at the left with the text beside them, `Known  asthma, gout.`: on a page that sets its known
 * titles so, a short first cell is a title too, though nobody knows its word. What it names is then not read as part of
 * the section above.
 */
import { sectionOf } from './section-names.ts'

/** Fewer may stand so by chance. */
const FEWEST = 2

/** Tells of a written line of the page whether it begins with such a title. */
export function marginTitles(
  lines: readonly string[],
  isContent: (line: string) => boolean,
): (line: string) => boolean {
  const known = lines.filter((line) => {
    const [title, text] = cellsOf(line)
    return text !== undefined && sectionOf(title) !== undefined
  })
  if (known.length < FEWEST) return () => false
  return (line) => {
    const [title, text] = cellsOf(line)
    return text !== undefined && TITLE.test(title) && !isContent(title)
  }
}

const TITLE = /^\p{Lu}[\p{L}’'/&-]*(?: [\p{L}’'/&-]+){0,2}:?$/u

/** Of a line of just two cells, of which the second is more than a word or a number. */
function cellsOf(line: string): [string, string | undefined] {
  const [title = '', text, ...more] = line.split(/\t+| \| /)
  const isText = text !== undefined && more.length === 0 && text.length >= 8 && /\p{L}{3}/u.test(text)
  return [title.trim(), isText ? text : undefined]
}
