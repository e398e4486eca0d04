/** The words of a stretch of text, prepared for asking whether a term or a phrase of a question stands in it. */
import { isStopWord } from '../retrieve/question-words.ts'
import { stemOf, tokensOf } from '../retrieve/tokens.ts'

export interface WordIndex {
  readonly text: string
  readonly wordCount: number
  has(token: string): boolean
  /** The words one after the other; a token in capitals only where the text has it in capitals. */
  hasPhrase(phrase: readonly string[]): boolean
  /**
   * The same words side by side in any order, small words left out: `x-ray of the chest`. Three words and more may
   * have one other word among them: `anterior and posterior cruciate ligaments`.
   */
  hasTogether(phrase: readonly string[]): boolean
}

/**
 * Stemming every word of every page is most of the work, and nearly all of it is for words that nobody asks about. A
 * stem keeps the first two letters of its word, so only words that begin like a wanted one are stemmed, each once.
 */
export function createWordIndexer(): (text: string) => WordIndex {
  const stems = new Map<string, string>()
  const wanted = new Map<string, Wanted>()
  const stemOnce = (token: string) => {
    let stem = stems.get(token)
    if (stem === undefined) {
      stem = stemOf(token)
      stems.set(token, stem)
    }
    return stem
  }
  const wantedOf = (token: string) => {
    let found = wanted.get(token)
    if (found === undefined) {
      const stem = stemOnce(token)
      found = { token, stem, start: stem.slice(0, 2), capitals: /^\p{Lu}/u.test(token), small: isStopWord(token) }
      wanted.set(token, found)
    }
    return found
  }
  const known = new Map<string, WordIndex>()
  return (text) => {
    let words = known.get(text)
    if (words === undefined) {
      words = indexWords(text, stemOnce, wantedOf)
      known.set(text, words)
    }
    return words
  }
}

interface Wanted {
  readonly token: string
  readonly stem: string
  readonly start: string
  readonly capitals: boolean
  readonly small: boolean
}

/** A short word may lose its second letter to the stemmer, an accented one to folding. */
const keepsItsStart = (word: string) => /^[a-z\d]{5,}$/.test(word)

interface Words {
  readonly written: readonly string[]
  readonly lower: readonly string[]
  /** The places of the words whose stems begin with these two letters. */
  readonly byStart: ReadonlyMap<string, readonly number[]>
}

function readWords(text: string, stemOnce: (token: string) => string): Words {
  const written = tokensOf(text)
  const lower = written.map((word) => word.toLowerCase())
  const byStart = new Map<string, number[]>()
  lower.forEach((word, at) => {
    const start = (keepsItsStart(word) ? word : stemOnce(word)).slice(0, 2)
    const places = byStart.get(start)
    if (places) places.push(at)
    else byStart.set(start, [at])
  })
  return { written, lower, byStart }
}

/** Read when first asked: many a heading never is. */
function indexWords(text: string, stemOnce: (token: string) => string, wantedOf: (token: string) => Wanted): WordIndex {
  let read: Words | undefined
  const words = () => {
    read ??= readWords(text, stemOnce)
    return read
  }
  const placesOf = ({ stem, start }: Wanted) =>
    (words().byStart.get(start) ?? []).filter((at) => stemOnce(words().lower[at] ?? '') === stem)
  const matches = (at: number, { token, stem, start, capitals }: Wanted) => {
    if (capitals) return words().written[at] === token
    const word = words().lower[at] ?? ''
    return (!keepsItsStart(word) || word.startsWith(start)) && stemOnce(word) === stem
  }
  return {
    text,
    get wordCount() {
      return words().written.length
    },
    has(token) {
      const one = wantedOf(token)
      return (words().byStart.get(one.start) ?? []).some((at) => {
        const stem = stemOnce(words().lower[at] ?? '')
        return stem === one.stem || isKin(one.stem, stem)
      })
    },
    hasPhrase([first, ...others]) {
      if (first === undefined) return true
      const one = wantedOf(first)
      const rest = others.map(wantedOf)
      return (words().byStart.get(one.start) ?? []).some(
        (at) => matches(at, one) && rest.every((next, offset) => matches(at + offset + 1, next)),
      )
    },
    hasTogether(phrase) {
      const wanted = phrase.map(wantedOf).filter(({ small }) => !small)
      const places = wanted.map(placesOf)
      if (places.some((found) => found.length === 0)) return false
      const room = wanted.length + (wanted.length > 2 ? 1 : 0)
      return (places[0] ?? []).some((at) => isWithinRoom(words().lower, at, places.slice(1), room))
    },
  }
}

/** Whether a stretch of `room` words that count, around `at`, holds one of each of the places. */
function isWithinRoom(lower: readonly string[], at: number, places: readonly (readonly number[])[], room: number) {
  const around: number[] = []
  const walk = (step: 1 | -1) => {
    for (let to = at + step, left = room - 1; left > 0 && to >= 0 && to < lower.length; to += step) {
      if (isStopWord(lower[to] ?? '')) continue
      around.push(to)
      left -= 1
    }
  }
  walk(-1)
  around.reverse().push(at)
  walk(1)
  for (let from = 0; from < around.length; from += 1) {
    const window = around.slice(from, from + room)
    if (window.includes(at) && places.every((found) => found.some((place) => window.includes(place)))) return true
  }
  return false
}

const SHORTEST_KIN = 5

/** Stems of one word that the stemmer keeps apart (`allergi`, `allerg`). */
const isKin = (one: string, other: string) => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= SHORTEST_KIN && long.length - short.length === 1 && long.startsWith(short)
}
