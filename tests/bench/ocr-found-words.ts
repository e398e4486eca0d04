/** Of the words of a file, the part that a reading of it found, page by page; where on the page is not asked. */
import { pairWords } from '../eval/pair-words.ts'
import type { PlacedWord } from '../eval/reader.ts'
import { scoredWords } from '../eval/scored-words.ts'

export function foundWords(truth: readonly (readonly string[])[], pages: readonly string[]): number {
  let [found, wanted] = [0, 0]
  for (const [index, words] of truth.entries()) {
    const { pairs, lost } = pairWords(unplaced(words), unplaced(pages[index]?.split(/\s+/u) ?? []))
    found += pairs.length
    wanted += pairs.length + lost.length
  }
  return found / wanted
}

const unplaced = (texts: readonly string[]) =>
  scoredWords(texts.map((text): PlacedWord => ({ text, box: [0, 0, 0, 0] })))
