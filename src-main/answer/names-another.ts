/** Whether a question is about another person of the vault: by a name of theirs that the asked one does not share. */
import { fold } from '../retrieve/tokens.ts'
import { isFiller } from './typed/filler-words.ts'

/** `others`: full names. A name that is a word of questions counts only with a capital; one behind a title is a clinician's. */
export function namesAnother(question: string, own: string, others: readonly string[]): boolean {
  const ours = new Set(wordsOf(own))
  const theirs = new Set(others.flatMap(wordsOf).filter((word) => word.length > 2 && !ours.has(word)))
  return [...question.matchAll(/\p{L}+/gu)].some(({ 0: written, index }) => {
    const word = fold(written)
    if (!theirs.has(word) || TITLE.test(question.slice(0, index))) return false
    return /^\p{Lu}/u.test(written) || !isFiller(word)
  })
}

const TITLE = /\b(?:dr|doctor|prof|professor|nurse|sister)\.?\s+(?:\p{L}+\.?\s+)?$/iu

const wordsOf = (name: string): string[] => (name.match(/\p{L}+/gu) ?? []).map(fold)
