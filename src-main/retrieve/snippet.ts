/** Cuts the passage shown with a hit. */
import type { Span } from '../ingest/read-page.ts'

const SHOWN = 300

/** The stretch of text that holds most matches, cut at white space; whole lines where they fit. */
export function snippet(text: string, spans: readonly Span[]): Span {
  if (text.length <= SHOWN) return { start: 0, end: text.length }
  const first = densest(spans)
  const lineStart = text.lastIndexOf('\n', first) + 1
  const from = first - lineStart <= SHOWN / 2 ? lineStart : text.indexOf(' ', Math.max(0, first - SHOWN / 4)) + 1
  const limit = Math.min(text.length, from + SHOWN)
  if (limit === text.length) return { start: from, end: limit }
  const cut = Math.max(text.lastIndexOf('\n', limit), text.lastIndexOf(' ', limit))
  return { start: from, end: cut > from ? cut : limit }
}

/** Where the window with the most matches begins. */
function densest(spans: readonly Span[]): number {
  let best = { start: spans[0]?.start ?? 0, count: 0 }
  for (const { start } of spans) {
    const count = spans.filter((other) => other.start >= start && other.end <= start + SHOWN * 0.75).length
    if (count > best.count) best = { start, count }
  }
  return best.start
}
