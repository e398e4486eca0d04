/** Lines of a DOCX or HTML document as they are gathered, with the marks between them, and how they become pages of text. */

export type Line =
  /** `row`: it came out of a table. */
  | { readonly kind: 'text'; readonly text: string; readonly row: boolean }
  | { readonly kind: 'gap' }
  | { readonly kind: 'page'; readonly cause: PageCause }
  | { readonly kind: 'note'; readonly id: string }

/** An order to begin a page, a paragraph that stands on top of one, or where a page ended when it was last laid out. */
export type PageCause = 'order' | 'paragraph' | 'layout'

export interface LinePage {
  text: string
  /** Of the notes at its foot, in order. */
  notes: string[]
}

export const gap: Line = { kind: 'gap' }

/** Beyond this, breaks no longer begin pages, so that a small file cannot ask for millions of them. */
const MAX_PAGES = 10_000

export const textLine = (text: string, row = false): Line => ({ kind: 'text', text, row })

/** One line, its cells apart by tabs. Cells that hold tables, or stand alone, keep lines of their own. */
export function rowLines(cells: readonly (readonly Line[])[]): Line[] {
  const isLayout = cells.some((cell) => cell.some((line) => line.kind === 'text' && line.row))
  if (isLayout || cells.length === 1) {
    return cells.flatMap((cell): Line[] => {
      const lines = cell.map((line) => (line.kind === 'text' ? textLine(line.text, true) : line))
      return isLayout ? [gap, ...lines, gap] : lines
    })
  }
  const all = cells.flat()
  const text = cells.map(cellText).join('\t')
  const breaks = all.filter(({ kind }) => kind === 'page').slice(0, 1)
  const row = text.trim() === '' ? [] : [textLine(text.trimEnd(), true)]
  return [...breaks, ...row, ...all.filter(({ kind }) => kind === 'note')]
}

const cellText = (cell: readonly Line[]) =>
  cell
    .map((line) => (line.kind === 'text' ? line.text : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

export function toPages(lines: readonly Line[]): LinePage[] {
  const pages: LinePage[] = []
  let texts: string[] = []
  let notes: string[] = []
  let ordered = false
  const close = () => {
    pages.push({ text: texts.join('\n').trim(), notes })
    texts = []
    notes = []
  }
  for (const line of lines) {
    if (line.kind === 'text') {
      texts.push(line.text)
      ordered = false
    } else if (line.kind === 'note') notes.push(line.id)
    else if (line.kind === 'gap') {
      if (texts.at(-1) !== '') texts.push('')
    } else {
      const isThere = line.cause === 'paragraph' && texts.every((text) => text === '')
      // The layout's own mark of a break that was ordered comes right after the order.
      const isRepeated = line.cause === 'layout' && ordered
      if (!isThere && !isRepeated && pages.length < MAX_PAGES) close()
      ordered = line.cause !== 'layout' && (ordered || !isThere)
    }
  }
  close()
  return pages
}
