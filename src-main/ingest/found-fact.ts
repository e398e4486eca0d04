/**
 * A proposal with where it stands on its page, as it crosses from the engine to the store. Made where the pages' words
 * are, so that they need not be unpacked on the main thread.
 */
import type { ExtractPage, Proposal } from '../extract/proposal.ts'
import { packBoxes } from './boxes.ts'
import type { Box, Span, Word } from './read-page.ts'

export interface FoundFact {
  readonly proposal: Proposal
  /** The words it was read from, folded, one space between them: by these decisions know it again. */
  readonly words: string
  /** packBoxes, a box a line; empty for pages without positions. */
  readonly boxes: Uint8Array
  readonly valueBoxes: Uint8Array
  readonly quote: string
}

const MAX_QUOTE = 1_000

export function findOnPage(page: ExtractPage, proposal: Proposal): FoundFact {
  const quote = proposal.spans.map(({ start, end }) => page.text.slice(start, end).trim()).join(' … ')
  return {
    proposal,
    words: foldWords(proposal.spans.map(({ start, end }) => page.text.slice(start, end)).join(' ')),
    boxes: packBoxes(boxesOf(page.words, proposal.spans)),
    valueBoxes: packBoxes(boxesOf(page.words, [proposal.valueSpan])),
    quote: quote.slice(0, MAX_QUOTE),
  }
}

export const foldWords = (text: string): string =>
  text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).join(' ')

function boxesOf(words: readonly Word[], spans: readonly Span[]): Box[] {
  const boxes: Box[] = []
  for (const { start, end } of spans)
    for (let at = firstAfter(words, start); at < words.length; at += 1) {
      const word = words[at]
      if (word === undefined || word.start >= end) break
      boxes.push(word.box)
    }
  return boxes
}

/** The first word that ends behind this place; words lie in the order of the text. */
function firstAfter(words: readonly Word[], start: number): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const word = words[middle]
    if (word !== undefined && word.start + word.length <= start) low = middle + 1
    else high = middle
  }
  return low
}
