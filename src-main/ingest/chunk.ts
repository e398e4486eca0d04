/**
 * Cuts a page's text into chunks, the units of retrieval: contiguous, in order, about 120 words, all visible text in
 * exactly one. Pure. Cuts at empty lines first, then at line ends, in very long lines after sentences; never inside a
 * table row, never between a heading and what it heads.
 */
import type { Span } from './read-page.ts'

const TARGET_WORDS = 120
const MAX_WORDS = 200

interface Unit extends Span {
  readonly words: number
  /** An empty line comes before it. */
  readonly opensBlock: boolean
  /** A short line that heads what follows, or a table's first row. */
  readonly leads: boolean
}

export function chunkPage(text: string): Span[] {
  const chunks: Unit[][] = []
  let current: Unit[] = []
  let words = 0
  const close = () => {
    const held: Unit[] = []
    while (current.length > 1 && current.at(-1)?.leads) held.unshift(current.pop() as Unit)
    if (current.length > 0) chunks.push(current)
    current = held
    words = held.reduce((sum, unit) => sum + unit.words, 0)
  }
  for (const unit of unitsOf(text)) {
    const full = words + unit.words > MAX_WORDS || (unit.opensBlock && words + unit.words / 2 > TARGET_WORDS)
    if (full && current.length > 0) close()
    current.push(unit)
    words += unit.words
  }
  if (current.length > 0) chunks.push(current)
  return chunks.map((units) => ({ start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 }))
}

function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  let afterEmpty = true
  let inTable = false
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const visible = line.trim()
    if (text.startsWith('\n\n', index - 2)) afterEmpty = true
    if (visible === '') {
      afterEmpty = true
      inTable = false
      continue
    }
    const start = index + line.indexOf(visible)
    const isRow = visible.includes('\t')
    const leads = (isRow && !inTable) || (!isRow && afterEmpty && isHeading(visible))
    const pieces =
      isRow || countWords(visible) <= MAX_WORDS ? [{ start, end: start + visible.length }] : sentencesOf(visible, start)
    pieces.forEach((piece, at) => {
      units.push({
        ...piece,
        words: countWords(text.slice(piece.start, piece.end)),
        opensBlock: afterEmpty && at === 0,
        leads,
      })
    })
    inTable = isRow
    afterEmpty = false
  }
  return units
}

const isHeading = (line: string) => line.length <= 60 && !/[.;,]$/.test(line)
const countWords = (text: string) => text.match(/\S+/g)?.length ?? 0

/** Pieces of a long line of at most MAX_WORDS words, cut after sentences where there are any. */
function sentencesOf(line: string, offset: number): Span[] {
  const pieces: Span[] = []
  let from = 0
  let words = 0
  let sentenceEnd = -1
  for (const { 0: word, index } of line.matchAll(/\S+/g)) {
    words += 1
    if (/[.!?]["')\]]?$/.test(word) && words >= TARGET_WORDS / 2) sentenceEnd = index + word.length
    if (words < MAX_WORDS) continue
    const end = sentenceEnd > from ? sentenceEnd : index + word.length
    pieces.push({ start: from, end })
    from = end + (/^\s*/.exec(line.slice(end))?.[0].length ?? 0)
    words = countWords(line.slice(from, index + word.length))
    sentenceEnd = -1
  }
  if (from < line.length) pieces.push({ start: from, end: line.length })
  return pieces.map(({ start, end }) => ({ start: start + offset, end: end + offset }))
}
