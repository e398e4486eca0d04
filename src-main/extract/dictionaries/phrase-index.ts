/**
 * Finds the phrases of a table in running text: by whole words, the longest first, in linear time. Capitals and the
 * hyphens, blanks and points between words do not matter; a tab or an empty line is never crossed.
 */
import type { Span } from '../../ingest/read-page.ts'

export interface Found<T> extends Span {
  readonly value: T
}

interface PhraseIndex<T> {
  /** The whole text is the phrase. */
  readonly find: (phrase: string) => T | undefined
  readonly findIn: (text: string) => Found<T>[]
}

interface Node<T> {
  readonly next: Map<string, Node<T>>
  value?: T
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu
const GAP = /^(?:[ .\-‐‑–/]{0,2}\n?[ ]{0,8})$/u

/** Of two entries with the same phrase the first counts. */
export function createPhraseIndex<T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseIndex<T> {
  const root: Node<T> = { next: new Map() }
  for (const [phrase, value] of entries) add(root, phrase, value)
  return {
    find: (phrase) => {
      let node: Node<T> | undefined = root
      const words = wordsOf(phrase)
      for (const { word } of words) node = node?.next.get(word)
      return words.length === 0 ? undefined : node?.value
    },
    findIn: (text) => findAll(root, text),
  }
}

function add<T>(root: Node<T>, phrase: string, value: T): void {
  let node = root
  for (const { word } of wordsOf(phrase)) {
    const next: Node<T> = node.next.get(word) ?? { next: new Map() }
    node.next.set(word, next)
    node = next
  }
  if (node !== root && node.value === undefined) node.value = value
}

interface PlacedWord extends Span {
  readonly word: string
}

function wordsOf(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: match[0].toLowerCase().replace('’', "'"),
  }))
}

function findAll<T>(root: Node<T>, text: string): Found<T>[] {
  const words = wordsOf(text)
  const found: Found<T>[] = []
  for (let at = 0; at < words.length; ) {
    const longest = longestFrom(root, text, words, at)
    if (longest) found.push(longest.found)
    at = longest?.next ?? at + 1
  }
  return found
}

function longestFrom<T>(root: Node<T>, text: string, words: readonly PlacedWord[], at: number) {
  let longest: { readonly found: Found<T>; readonly next: number } | undefined
  let node: Node<T> | undefined = root
  const start = words[at]?.start ?? 0
  for (let index = at; index < words.length; index += 1) {
    const word = words[index]
    const before = words[index - 1]
    if (!word || (index > at && !GAP.test(text.slice(before?.end ?? 0, word.start)))) break
    node = node?.next.get(word.word)
    if (!node) break
    if (node.value !== undefined) longest = { found: { start, end: word.end, value: node.value }, next: index + 1 }
  }
  return longest
}
