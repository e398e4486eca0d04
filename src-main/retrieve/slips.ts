/**
 * What recognition makes of names that mix letters and digits: `HbA1c` printed, `HbAlc` read. A search for the one finds
 * the other, below what is written as asked, and lights it as it stands; stored text is never changed. Numbers alone are
 * left as they are: there a slip is another value.
 */
import type { Span } from '../ingest/read-page.ts'
import type { Query, Term } from './query.ts'
import { tokenize } from './tokens.ts'

export interface Slip {
  /** As it would be read, in lower case, and as it is meant: phrases of as many tokens. */
  readonly read: readonly string[]
  readonly meant: readonly string[]
}

/** A digit, and the letters of its shape. Never the capital L, which is no slip of 1: `ALC` is not `A1C`. */
const SHAPES: Readonly<Record<string, string>> = { '0': 'oO', '1': 'lIi', '5': 'sS', '8': 'B' }
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(SHAPES).flatMap(([digit, letters]) => [...letters].map((letter) => [letter.toLowerCase(), digit])),
)
/** One word has no more slips than this, and no query more readings. */
const IN_A_WORD = 2
const IN_A_QUERY = 24
const SHORTEST = 3

/** Every reading worth looking up, the likelier ones first. */
export function slipsOf(query: Query): Slip[] {
  const meant = new Map<string, readonly string[]>()
  const add = (phrase: readonly string[]) => void meant.set(phrase.join(' ').toLowerCase(), phrase)
  for (const { token, phrase, alternatives } of query.terms)
    for (const one of [phrase ?? [token], ...alternatives]) add(one)
  for (const [marker] of query.raw.matchAll(NUMBERED_NAME)) add(tokenize(marker).map(({ text }) => text))
  const slips = [...meant.keys()].flatMap((phrase) => slipsOfPhrase(phrase.split(' ')))
  return slips.slice(0, IN_A_QUERY)
}

/** `CA 19-9`, `CA 125`: the number is part of the name. */
const NUMBERED_NAME = /(?<![\p{L}\p{N}])(?:\p{Lu}{2,3}|ca)[ -]\p{N}+(?:-\p{N}+)?(?![\p{L}\p{N}])/gu

function slipsOfPhrase(meant: readonly string[]): Slip[] {
  if (!meant.some((token) => /\p{L}/u.test(token)) || !meant.some((token) => /\p{N}/u.test(token))) return []
  const isNumbered = meant.some((token) => /^\p{N}+$/u.test(token))
  return meant.flatMap((token, at) => {
    const isName = /^\p{L}.*\p{N}/u.test(token) || (isNumbered && /^\p{N}/u.test(token))
    return isName ? readingsOf(token).map((read) => ({ meant, read: meant.with(at, read) })) : []
  })
}

/** At most IN_A_WORD letters and digits taken for each other; never all digits, and no shorter words than tell. */
function readingsOf(token: string): string[] {
  let readings = new Set([token])
  const found = new Set<string>()
  for (let slips = 0; slips < IN_A_WORD; slips += 1) {
    readings = new Set([...readings].flatMap((word) => [...word].flatMap((_, at) => slipsAt(word, token, at))))
    for (const word of readings) found.add(word)
  }
  const least = /^\p{N}+$/u.test(token) ? 1 : SHORTEST
  return [...found].filter((word) => word.length >= least && /\p{L}/u.test(word))
}

function slipsAt(word: string, token: string, at: number): string[] {
  const letter = word.charAt(at)
  if (letter !== token.charAt(at)) return []
  const others = new Set([...(SHAPES[letter] ?? '').toLowerCase(), ...(LETTERS.get(letter) ?? '')])
  return [...others].map((other) => word.slice(0, at) + other + word.slice(at + 1))
}

/** Where a text holds such readings, letter for letter in a shape that can be a slip, and the words as they stand. */
export function findSlips(
  text: string,
  slips: readonly Slip[],
): (Span & { readonly written: string[]; readonly slip: Slip })[] {
  if (slips.length === 0) return []
  const tokens = tokenize(text)
  return tokens.flatMap((first, at) =>
    slips.flatMap((slip) => {
      const held = tokens.slice(at, at + slip.read.length)
      const written = held.map((token) => token.text)
      if (!slip.read.every((read, offset) => isReadAs(written[offset] ?? '', read, slip.meant[offset] ?? ''))) return []
      return [{ start: first.start, end: held.at(-1)?.end ?? first.end, written, slip }]
    }),
  )
}

function isReadAs(written: string, read: string, meant: string): boolean {
  if (written.toLowerCase() !== read) return false
  return [...written].every((letter, at) => {
    const digit = meant.charAt(at)
    return letter.toLowerCase() === digit || SHAPES[digit] === undefined || SHAPES[digit].includes(letter)
  })
}

/** The query that takes these words too for what they are slips of. */
export function withSlips(query: Query, slips: readonly Pick<Slip, 'read' | 'meant'>[]): Query {
  const saidBy = (term: Term, meant: string) =>
    [term.phrase ?? [term.token], ...term.alternatives].some((phrase) => phrase.join(' ').toLowerCase() === meant)
  const terms = query.terms.map((term) => {
    const more = slips.filter(({ meant }) => saidBy(term, meant.join(' ')) || meant.includes(term.token))
    return more.length === 0
      ? term
      : { ...term, alternatives: [...term.alternatives, ...more.map(({ read }) => [...read])] }
  })
  return { ...query, terms }
}
