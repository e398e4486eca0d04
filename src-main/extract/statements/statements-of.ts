/** A passage cut into what states something by itself: sentences of running text, lines of a list. */
import type { Span } from '../../ingest/read-page.ts'
import { sentencesIn } from '../../retrieve/sentence-ends.ts'
import type { Passage } from './read-passages.ts'

export const statementsOf = ({ page, start, end }: Pick<Passage, 'page' | 'start' | 'end'>): Span[] =>
  withQuestioned(
    page.text,
    sentencesIn(page.text, { start: start + (MARKER.exec(page.text.slice(start, end))?.[0].length ?? 0), end }),
  )

/** `? Bell's palsy`, `TIA ? stroke`: a question mark that stands apart asks for what follows, and ends no sentence. */
function withQuestioned(text: string, sentences: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const sentence of sentences) {
    const last = joined.at(-1)
    if (last && ASKS.test(text.slice(last.start, last.end)) && !text.slice(last.end, sentence.start).includes('\n'))
      joined[joined.length - 1] = { start: last.start, end: sentence.end }
    else joined.push(sentence)
  }
  return joined
}
const ASKS = /(?:^|\s)\?+\s*$/

const MARKER = /^\s*(?:[-*•‣▪◦–·●○■□✓]+|\(?\d{1,2}[.)])\s+/u
