/** Words of a question that no table knows, read as the one known word that they are a slip of; never a name of a person. */
import { nameTokens } from '../../extract/dictionaries/name-tokens.ts'

export interface Spelling {
  /** The known word, or undefined where none is near or several are equally near. */
  correct(word: string): string | undefined
  knows(word: string): boolean
}

/** `written`: words as people write them; `compared`: words of names, as name-tokens.ts compares them. */
export function createSpelling(written: readonly string[], compared: ReadonlySet<string>): Spelling {
  const words = new Set([...written, ...written.map(asCompared), ...compared])
  const byLength = Map.groupBy(words, (word) => word.length)
  const knows = (word: string) =>
    words.has(word.toLowerCase()) || nameTokens(word).every((token) => words.has(token.key))
  return {
    knows,
    correct(word) {
      const key = word.toLowerCase()
      if (key.length < SHORTEST || /\d/.test(key) || knows(word)) return undefined
      const most = key.length >= TWO_FROM ? 2 : 1
      let best: string[] = []
      let least = most
      for (let length = key.length - most; length <= key.length + most; length += 1)
        for (const one of byLength.get(length) ?? []) {
          const slips = countSlips(key, one, least)
          if (slips > least) continue
          if (slips < least) best = []
          least = slips
          best.push(one)
        }
      const [first] = best
      const meant = new Set(best.map(asCompared))
      return meant.size === 1 ? first : undefined
    },
  }
}

/** In the singular, as names are. */
const asCompared = (word: string): string => nameTokens(word)[0]?.key ?? word

/** Shorter words are near to too many. */
const SHORTEST = 5
const TWO_FROM = 9

/** Letters added, left out, changed, or two that changed places (restricted Damerau-Levenshtein); more than `most` is only known to be more. */
function countSlips(a: string, b: string, most: number): number {
  if (a[0] !== b[0] && a[1] !== b[0] && a[0] !== b[1]) return most + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    if (Math.min(...row) > most) return most + 1
    before = above
    above = row
  }
  return above[b.length] ?? most + 1
}
