/** From spans of a page's text to the boxes that light them: one box a line and gap-free run of words. */
import type { PageBox } from '#contract/documents.ts'
import type { Box, Span, Word } from '../ingest/read-page.ts'
import { unpackWordsIn } from '../ingest/words.ts'

/** `words` as stored. Words that touch a span are lit; neighbours on one line are joined. Empty without positions. */
export function boxesOf(words: Uint8Array, spans: readonly Span[]): PageBox[] {
  if (words.byteLength === 0) return []
  const lit = unpackWordsIn(words, spans)
  const boxes: { box: Box; last: Word }[] = []
  for (const word of lit) {
    const run = boxes.at(-1)
    if (run !== undefined && follows(run.last, word))
      boxes[boxes.length - 1] = { box: union(run.box, word.box), last: word }
    else boxes.push({ box: word.box, last: word })
  }
  return boxes.map(({ box: [x, y, width, height] }) => [round(x), round(y), round(width), round(height)])
}

/** On the same line, next to each other. */
function follows(before: Word, word: Word): boolean {
  const [x, y, width, height] = before.box
  const [nextX, nextY, , nextHeight] = word.box
  const overlap = Math.min(y + height, nextY + nextHeight) - Math.max(y, nextY)
  const gap = nextX - (x + width)
  return overlap > 0.5 * Math.min(height, nextHeight) && gap > -height && gap < 2 * height
}

function union([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): Box {
  const x = Math.min(ax, bx)
  const y = Math.min(ay, by)
  return [x, y, Math.max(ax + aw, bx + bw) - x, Math.max(ay + ah, by + bh) - y]
}

const round = (fraction: number) => Math.round(fraction * 1e5) / 1e5
