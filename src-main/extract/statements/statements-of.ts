/** A passage cut into what states something by itself: sentences of running text, lines of a list. */
import type { Span } from '../../ingest/read-page.ts'
import { sentencesIn } from '../../retrieve/sentence-ends.ts'
import type { Passage } from './read-passages.ts'

export const statementsOf = ({ page, start, end }: Pick<Passage, 'page' | 'start' | 'end'>): Span[] =>
  sentencesIn(page.text, { start: start + (MARKER.exec(page.text.slice(start, end))?.[0].length ?? 0), end })

const MARKER = /^\s*(?:[-*•‣▪◦–·●○■□✓]+|\(?\d{1,2}[.)])\s+/u
