/**
 * Where a text holds what was asked for: the words, the other words for them, and what stood in quotes. As the full-text
 * index compares: by stem, capitals apart. For lighting only; what is found is decided by the index.
 */
import type { Span } from '../ingest/read-page.ts'
import { groupTerms, type Query, searchTerms } from './query.ts'
import { fold, stemOf, type Token, tokenize } from './tokens.ts'

/** `typing`: the last word may be unfinished, and lights what begins with it. In the order of the text. */
export function litWords(query: Query, typing: boolean): (text: string) => Span[] {
  const unfinished = typing && /[\p{L}\p{N}\p{M}]$/u.test(query.raw) ? query.terms.at(-1) : undefined
  const words = new Set<string>()
  const phrases: string[][] = query.phrases.map((phrase) => phrase.map(stemOf))
  for (const group of groupTerms(searchTerms(query))) {
    for (const { token } of group) words.add(stemOf(token))
    for (const phrase of group[0]?.alternatives ?? []) {
      const stems = phrase.map(stemOf)
      if (stems.length > 1) phrases.push(stems)
      else if (stems[0] !== undefined) words.add(stems[0])
    }
  }
  const beginning = unfinished === undefined ? undefined : fold(unfinished.token)
  // stemming changes endings only, so few words of a text need it
  const initials = new Set([...words, ...phrases.flat()].map((stem) => stem.charAt(0)))
  const known = new Map<string, string>()
  const stemOnce = ({ text }: Token): string => {
    if (!initials.has(fold(text.charAt(0)))) return ''
    let stem = known.get(text)
    if (stem === undefined) {
      stem = stemOf(text)
      known.set(text, stem)
    }
    return stem
  }

  return (text) => {
    const tokens = tokenize(text)
    const stems = tokens.map(stemOnce)
    const lit = new Set<number>()
    tokens.forEach((token, at) => {
      const stem = stems[at] ?? ''
      if (words.has(stem) || (beginning !== undefined && fold(token.text).startsWith(beginning))) lit.add(at)
      for (const phrase of phrases)
        if (phrase[0] === stem && phrase.every((word, offset) => stems[at + offset] === word))
          for (let offset = 0; offset < phrase.length; offset += 1) lit.add(at + offset)
    })
    return tokens.flatMap(({ start, end }, at) => (lit.has(at) ? [{ start, end }] : []))
  }
}
