/**
 * What a word that the model does not know may have been meant to be: all that is one slip of the finger or of
 * recognition away. A letter too many, too few, another, two swapped (the four edits of Damerau 1964), or letters that
 * look like others.
 */
import { LONGEST_WORD } from './words.ts'

/** In a shorter word too much is one slip away from something else. */
const SHORTEST_WORD = 5
const FIRST_LETTER = 97
const LETTERS = 26
const lettersOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
/** What is read, and what is printed. */
const LOOKALIKES: readonly (readonly [Uint8Array, Uint8Array])[] = [
  [lettersOf('rn'), lettersOf('m')],
  [lettersOf('m'), lettersOf('rn')],
  [lettersOf('cl'), lettersOf('d')],
  [lettersOf('d'), lettersOf('cl')],
  [lettersOf('vv'), lettersOf('w')],
  [lettersOf('ii'), lettersOf('n')],
  [lettersOf('li'), lettersOf('h')],
]

/** Room for a word and a letter more. */
export const createSlipSpace = () => new Uint8Array(LONGEST_WORD + 2)

/** Calls `visit` with the length of each candidate in `space`, some more than once; of none for short words. */
export function eachUnslipped(
  word: Uint8Array,
  length: number,
  space: Uint8Array,
  visit: (length: number) => void,
): void {
  if (length < SHORTEST_WORD || length > LONGEST_WORD) return
  const copy = (from: number, to: number, at: number) => {
    for (let letter = from; letter < to; letter++) space[at + letter - from] = word[letter] as number
  }

  copy(1, length, 0)
  for (let at = 0; at < length; at++) {
    visit(length - 1)
    space[at] = word[at] as number
  }

  for (let at = 0; at + 1 < length; at++) {
    space[at] = word[at + 1] as number
    space[at + 1] = word[at] as number
    visit(length)
    space[at] = word[at] as number
    space[at + 1] = word[at + 1] as number
  }

  for (let at = 0; at < length; at++) {
    for (let letter = FIRST_LETTER; letter < FIRST_LETTER + LETTERS; letter++) {
      if (letter === word[at]) continue
      space[at] = letter
      visit(length)
    }
    space[at] = word[at] as number
  }

  copy(0, length, 1)
  for (let at = 0; at <= length && length < LONGEST_WORD; at++) {
    for (let letter = FIRST_LETTER; letter < FIRST_LETTER + LETTERS; letter++) {
      space[at] = letter
      visit(length + 1)
    }
    if (at < length) space[at] = word[at] as number
  }

  for (const [seen, meant] of LOOKALIKES) {
    const longer = length + meant.length - seen.length
    if (longer > LONGEST_WORD) continue
    for (let at = 0; at + seen.length <= length; at++) {
      if (!seen.every((letter, place) => word[at + place] === letter)) continue
      copy(0, at, 0)
      space.set(meant, at)
      copy(at + seen.length, length, at + meant.length)
      visit(longer)
    }
  }
}
