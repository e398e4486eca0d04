/**
 * Where sentences of running text end. Medicine is full of points that end nothing (`Dr.`, `p.o.`, `7.2`,
 * `12.03.2024`, initials) and of lines that break in the middle; a sentence cut short could lose its negation, so in
 * doubt two sentences stay together.
 */
import type { Span } from '../ingest/read-page.ts'

/** Always followed by what they belong to. */
const OPEN_ABBREVIATION =
  /(?:^|[\s(])(?:dr|mr|mrs|ms|prof|st|vs|v|approx|ca|no|nr|fig|dept|tel|ext|e\.g|i\.e|cf|resp|incl|excl|est|ref|attn|hosp|rev|jr|sr|mt|lt|rt|max|min|avg|temp|wt|ht|hx|dx|rx|tx|pt|q|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\.$/i
/** May stand at the end: what follows decides. */
const INITIAL = /(?:^|[\s(.])\p{Lu}\.$/u
const DOTTED = /(?:^|[\s(])(?:\p{L}\.){2,}$/u
const DAY_OF_MONTH = /(?:^|\s)\d{1,2}\.$/

const END = /[.!?…]+["'”’)\]]*(?=\s)|\n/gu

/** Running text is hardly ever set narrower, in characters. */
const NARROW = 60

/** Sentences of text[block.start, block.end), in order, white space around them left out. */
export function sentencesIn(text: string, block: Span): Span[] {
  const body = text.slice(block.start, block.end)
  const lines = body.split('\n').map((line) => line.trim())
  // Short lines that all begin anew are a list without bullets, not a paragraph.
  const isPlainList = lines.every((line) => line.length < NARROW && /^[\p{Lu}\d]/u.test(line))
  const width = isPlainList ? Number.POSITIVE_INFINITY : Math.max(NARROW, ...lines.map((line) => line.length))
  const sentences: Span[] = []
  let start = 0
  const close = (end: number) => {
    const piece = body.slice(start, end)
    const lead = piece.length - piece.trimStart().length
    const trimmed = piece.trim()
    if (trimmed !== '')
      sentences.push({ start: block.start + start + lead, end: block.start + start + lead + trimmed.length })
    start = end
  }
  for (const match of body.matchAll(END)) {
    const end = match.index + match[0].length
    const before = body.slice(Math.max(start, end - 80), end)
    const after = body.slice(end, end + 60).trimStart()
    if (match[0] === '\n' ? breaksLine(body, match.index, after, width) : endsSentence(before, after)) close(end)
  }
  close(body.length)
  return sentences
}

function endsSentence(before: string, after: string): boolean {
  if (!/^[\p{Lu}\p{Lo}\d"'“‘([•–-]/u.test(after)) return false
  if (!before.endsWith('.')) return true
  if (OPEN_ABBREVIATION.test(before)) return false
  if (DOTTED.test(before)) return /^\p{Lu}\p{Ll}/u.test(after)
  if (INITIAL.test(before)) return /\s(?:vitamin|hepatitis|influenza|type|grade|group|stage)\s\p{Lu}\.$/iu.test(before)
  if (DAY_OF_MONTH.test(before)) return !/^\p{Lu}\p{Ll}+\.?\s+\d{4}/u.test(after)
  return true
}

/** A line well short of the block's width, followed by a new beginning, was ended by its writer. */
function breaksLine(body: string, at: number, after: string, width: number): boolean {
  const line = body.slice(at === 0 ? 0 : body.lastIndexOf('\n', at - 1) + 1, at).trimEnd()
  if (!/^[\p{Lu}\d"“(]/u.test(after)) return false
  return /[.!?:;]$/.test(line) ? !OPEN_ABBREVIATION.test(line) && endsSentence(line, after) : line.length < width * 0.7
}
