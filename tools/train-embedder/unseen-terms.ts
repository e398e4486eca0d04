/** Terms that the committed evaluation asks for and that no list of names may teach (running text may hold them). */
import { wordsOf } from '../../src-main/embed/static/words.ts'
import { isNaming, type TextPair } from './training-text.ts'

/** Pairs without those that name one of `terms` on either side, as whole words in order. */
export function withoutUnseen(pairs: readonly TextPair[], terms: readonly string[]): TextPair[] {
  const unseen = terms.map(spaced).filter((term) => term.trim() !== '')
  const names = (text: string) => {
    const words = spaced(text)
    return unseen.some((term) => words.includes(term))
  }
  return pairs.filter(({ kind, query, passage }) => !isNaming(kind) || !(names(query) || names(passage)))
}

const spaced = (text: string) => ` ${wordsOf(text).join(' ')} `
