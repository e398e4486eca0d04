/** Whether a fact points at its words: the quote holds the value, the value's own word is lit, and not much besides. */
import type { Proposal } from '../../../src-main/extract/proposal.ts'
import { packWords } from '../../../src-main/ingest/words.ts'
import { boxesOf } from '../../../src-main/retrieve/light.ts'
import type { TrueFact } from '../../../tools/make-papers/clinical/clinical-document.ts'
import { coveredArea, samePlace } from '../boxes.ts'
import { boxesIn, placesOf } from './pair.ts'
import type { ReadDocument } from './scored-document.ts'
import { plain } from './values.ts'

export interface BoxVerdict {
  readonly quotes: boolean
  readonly holdsValue: boolean
  readonly isTight: boolean
}

/** The boxes may cover half as much again as the words they light. */
const LARGEST = 1.5

export function judgeBoxes(truth: TrueFact, found: Proposal, { pages, wordBoxes }: ReadDocument): BoxVerdict {
  const page = pages.find(({ number }) => number === found.page)
  if (page === undefined) return { quotes: false, holdsValue: false, isTight: false }
  const quote = plain(found.spans.map(({ start, end }) => page.text.slice(start, end)).join(' '))
  const words = boxesIn(page, found.spans)
  const lit = boxesOf(packWords(page.words), found.spans)
  // what has no value is lit by its name, wherever the extractor puts the value
  const values = truth.kind === 'observation' ? boxesIn(page, [found.valueSpan]) : words
  const [litArea, wordArea] = [coveredArea(lit), coveredArea(words)]
  const there = placesOf(truth, wordBoxes)
  return {
    quotes:
      quote.includes(plain(found.valueText)) &&
      [truth.valueText, ...(truth.alsoWritten ?? [])].some((text) => quote.includes(plain(text))),
    holdsValue:
      values.length > 0 && (there.length === 0 || values.some((box) => there.some((place) => samePlace(place, box)))),
    isTight: wordArea > 0 && litArea <= LARGEST * wordArea,
  }
}
