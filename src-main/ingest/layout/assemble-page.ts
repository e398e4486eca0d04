/**
 * Positions → reading order. Takes the words of a page in any order and gives the text a person would read:
 * columns of prose one after the other, rows of tables whole. Depends on geometry alone, never on drawing order.
 */
import type { Word } from '../read-page.ts'
import { readingOrder } from './columns.ts'
import { uprightWords } from './frame.ts'
import type { PageSize, PositionedWord, Turn } from './positioned-word.ts'
import { rowsOf } from './segments.ts'
import { createTextSheet } from './write-text.ts'

/** `page` in the unit of the words. */
export function assemblePage(words: readonly PositionedWord[], page: PageSize): { text: string; words: Word[] } {
  const sheet = createTextSheet(page)
  for (const [turn, turned] of byTurn(words)) {
    for (const block of readingOrder(rowsOf(uprightWords(turned, turn, page)))) sheet.block(block)
  }
  return sheet.done()
}

/** The direction most of the text runs in first; what is printed across it (margins, stamps) after it. */
function byTurn(words: readonly PositionedWord[]): [Turn, PositionedWord[]][] {
  const turns: [Turn, PositionedWord[]][] = ([0, 1, 2, 3, 4] as const).map((turn) => [turn, []])
  for (const word of words) turns[word.turn ?? 0]?.[1].push(word)
  const weight = ([, turned]: [Turn, PositionedWord[]]) => turned.reduce((sum, word) => sum + word.text.length, 0)
  const present = turns.filter(([, turned]) => turned.length > 0)
  return present.sort((a, b) => weight(b) - weight(a) || a[0] - b[0])
}
