/**
 * Which language running text in Latin letters is in, by its words of grammar (the oldest method there is: Ingle 1976;
 * Grefenstette 1995). Made so that an English page is never taken for another: tables, names, addresses and Latin terms
 * have no grammar and tell nothing, and where any doubt is left there is no answer.
 */
import { foldWord } from './fold-word.ts'
import { functionWords } from './function-words.ts'

export interface TextLanguage {
  /** ISO 639-3 */
  readonly code: string
  /** Surely no English, and written at such length that a page without its pack is not worth reading. */
  readonly certain: boolean
}

const ENGLISH = 'eng'
/** Words of running text below which nothing is said. */
const LEAST_WORDS = 25
/** A line of fewer words is a cell, a heading or an address. */
const LEAST_IN_A_LINE = 4

/** Share of the running words that are grammar of the language and not of English; English has of its own at most … */
const LIKELY = { share: 0.1, different: 3, english: 0.6 }
const CERTAIN = { share: 0.13, different: 4, english: 0.35 }
const SHORT_BESIDE_LONG = 2.5

export function languageOf(text: string): TextLanguage | undefined {
  const words = runningWords(text)
  if (words.length < LEAST_WORDS) return undefined
  const known = words.flatMap((word) => (listed.has(word) ? [word] : []))
  const best = closest(known)
  if (best === undefined) return undefined
  const { own, english, different } = against(best, known)
  const holds = (bar: typeof LIKELY) =>
    own >= bar.share * words.length && different >= bar.different && english <= bar.english * own
  if (!holds(LIKELY)) return undefined
  return { code: best, certain: holds(CERTAIN) }
}

/** Folded words of the lines that read on: without numbers, short lines and rows of cells. */
function runningWords(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (line.includes('\t')) return []
    const all = line.match(/\S+/g) ?? []
    const words = line.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
    const reads = words.length >= LEAST_IN_A_LINE && words.length > 0.6 * all.length
    return reads ? words.filter((word) => !isInitial(word)).map(foldWord) : []
  })
}

/** `A Keech and S MacMahon`: a Czech page would be full of such. */
const isInitial = (word: string) => /^\p{Lu}$/u.test(word)

/** Languages by folded word. */
const listed: ReadonlyMap<string, readonly string[]> = (() => {
  const byWord = new Map<string, string[]>()
  for (const [code, list] of Object.entries(functionWords))
    for (const word of new Set(list.split(/\s+/).map(foldWord))) byWord.set(word, [...(byWord.get(word) ?? []), code])
  return byWord
})()

/** A word that several languages share speaks for each with that much less weight. */
function closest(words: readonly string[]): string | undefined {
  const weights = new Map<string, number>()
  for (const word of words) {
    const codes = listed.get(word) ?? []
    for (const code of codes) weights.set(code, (weights.get(code) ?? 0) + 1 / Math.sqrt(codes.length))
  }
  return [...weights].sort((one, other) => other[1] - one[1])[0]?.[0]
}

/**
 * Words that only one of the two languages has. One and two letters are also what noise is read as: they count as far as
 * longer words of grammar stand beside them.
 */
function against(code: string, words: readonly string[]): { own: number; english: number; different: number } {
  const has = (word: string, which: string) => listed.get(word)?.includes(which) ?? false
  const own = words.filter((word) => has(word, code) && (code === ENGLISH || !has(word, ENGLISH)))
  const long = own.filter((word) => word.length > 2)
  const english = words.filter((word) => has(word, ENGLISH) && !has(word, code))
  return {
    own: long.length + Math.min(SHORT_BESIDE_LONG * long.length, own.length - long.length),
    english: english.length,
    different: new Set(long).size,
  }
}
