/** The words of a stretch of text, prepared for asking whether a term or a phrase of a question stands in it. */
import { isStopWord } from '../retrieve/question-words.ts'
import { stemOf, tokensOf } from '../retrieve/tokens.ts'

export interface WordIndex {
  readonly text: string
  readonly stems: readonly string[]
  has(token: string): boolean
  /** The words one after the other; a token in capitals only where the text has it in capitals. */
  hasPhrase(phrase: readonly string[]): boolean
  /** The same words side by side in any order, small words left out: `x-ray of the chest`. */
  hasTogether(phrase: readonly string[]): boolean
}

/** Words come again and again within one question: each is stemmed once. */
export function createWordIndexer(): (text: string) => WordIndex {
  const stems = new Map<string, string>()
  const stemOnce = (token: string) => {
    let stem = stems.get(token)
    if (stem === undefined) {
      stem = stemOf(token)
      stems.set(token, stem)
    }
    return stem
  }
  return (text) => indexWords(text, stemOnce)
}

function indexWords(text: string, stem: (token: string) => string): WordIndex {
  const written = tokensOf(text)
  const stems = written.map(stem)
  const known = new Set(stems)
  const content = stems.filter((_, index) => !isStopWord((written[index] ?? '').toLowerCase()))
  const matches = (at: number, token: string) => {
    if (/^\p{Lu}/u.test(token)) return written[at] === token
    return stems[at] === stem(token)
  }
  return {
    text,
    stems,
    has(token) {
      const wanted = stem(token)
      return known.has(wanted) || (wanted.length >= SHORTEST_KIN && stems.some((other) => isKin(wanted, other)))
    },
    hasPhrase(phrase) {
      for (let at = 0; at + phrase.length <= stems.length; at += 1)
        if (phrase.every((token, offset) => matches(at + offset, token))) return true
      return false
    },
    hasTogether(phrase) {
      const wanted = phrase.filter((token) => !isStopWord(token)).map(stem)
      if (wanted.some((token) => !known.has(token))) return false
      for (let at = 0; at + wanted.length <= content.length; at += 1) {
        const window = content.slice(at, at + wanted.length)
        if (wanted.every((token) => window.includes(token))) return true
      }
      return false
    },
  }
}

const SHORTEST_KIN = 5

/** Stems of one word that the stemmer keeps apart (`allergi`, `allerg`). */
const isKin = (one: string, other: string) => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= SHORTEST_KIN && long.length - short.length === 1 && long.startsWith(short)
}
