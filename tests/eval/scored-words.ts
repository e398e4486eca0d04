/**
 * The words that count, in the form in which they are compared: NFKC, every dash a hyphen, case kept, at least one letter
 * or digit. A page's truth and its reading go through the same door.
 */
import type { PlacedWord } from './reader.ts'

/** A figure: the kind of word in which one lost character is another value. */
export const isNumeric = (text: string): boolean => /\p{Nd}/u.test(text)

/** A word with white space inside counts as several in the same place. */
export function scoredWords<W extends PlacedWord>(words: readonly W[]): W[] {
  return words.flatMap((word) =>
    canonical(word.text)
      .split(/\s+/u)
      .filter((text) => /[\p{L}\p{N}]/u.test(text))
      .map((text) => ({ ...word, text })),
  )
}

const canonical = (text: string) => text.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/gu, '-')
