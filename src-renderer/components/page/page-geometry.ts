/** Boxes on a page, as fractions of it; and which words of a page a stretch of its text covers. Pure. */
import type { ShownPage } from '#contract/pages.ts'

export type Box = readonly [x: number, y: number, width: number, height: number]
export type Turn = 0 | 1 | 2 | 3
export type PageWord = ShownPage['words'][number]

/** Half open, in UTF-16 units of the page's text. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** The box after the page was turned clockwise by so many quarters. */
function turnBox([x, y, width, height]: Box, turn: Turn): Box {
  if (turn === 1) return [1 - y - height, x, height, width]
  if (turn === 2) return [1 - x - width, 1 - y - height, width, height]
  if (turn === 3) return [y, 1 - x - width, height, width]
  return [x, y, width, height]
}

const wordsIn = (words: readonly PageWord[], { start, end }: TextSpan): PageWord[] =>
  words.filter((word) => word.start < end && word.start + word.length > start)

/** The boxes of what the span covers; of a word that it covers in part, that part by the count of its letters. */
export function boxesIn(words: readonly PageWord[], span: TextSpan): Box[] {
  return wordsIn(words, span).map(({ start, length, box: [x, y, width, height] }) => {
    const from = Math.max(0, span.start - start) / length
    const until = Math.min(length, span.end - start) / length
    // a word that runs down the page is cut from its top
    return height > 1.5 * width && length > 2
      ? [x, y + from * height, width, (until - from) * height]
      : [x + from * width, y, (until - from) * width, height]
  })
}

/** One box for each run of neighbours on one line. */
export function runsOf(boxes: readonly Box[]): Box[] {
  const runs: { box: Box; last: Box }[] = []
  for (const box of boxes) {
    const run = runs.at(-1)
    if (run !== undefined && follows(run.last, box)) runs[runs.length - 1] = { box: union(run.box, box), last: box }
    else runs.push({ box, last: box })
  }
  return runs.map(({ box }) => box)
}

function follows([x, y, width, height]: Box, [nextX, nextY, , nextHeight]: Box): boolean {
  const overlap = Math.min(y + height, nextY + nextHeight) - Math.max(y, nextY)
  const gap = nextX - (x + width)
  return overlap > 0.5 * Math.min(height, nextHeight) && gap > -height && gap < 1.6 * height
}

function union([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): Box {
  const [x, y] = [Math.min(ax, bx), Math.min(ay, by)]
  return [x, y, Math.max(ax + aw, bx + bw) - x, Math.max(ay + ah, by + bh) - y]
}

/** What is lit on a page: a stretch of its text, or, where the page was read anew since, the place that was kept. */
export interface Lit {
  readonly spans: readonly TextSpan[]
  /** As search and citations have them: of the page as its file shows it. */
  readonly boxes?: readonly Box[]
}

export const nothingLit: Lit = { spans: [] }

/** Where a quote stands in the text now; it was there when it was quoted. */
export function spanOfQuote(text: string, quote: string, start: number): TextSpan | undefined {
  if (text.startsWith(quote, start)) return { start, end: start + quote.length }
  const at = text.indexOf(quote)
  return at === -1 ? undefined : { start: at, end: at + quote.length }
}

/** On the upright page: by its words, else by the boxes. */
export function litBoxes({ words, turn }: Pick<ShownPage, 'words' | 'turn'>, { spans, boxes = [] }: Lit): Box[] {
  const byWords = spans.flatMap((span) => runsOf(boxesIn(words, span)))
  return byWords.length > 0 ? byWords : boxes.map((box) => turnBox(box, turn))
}
