/**
 * Other ways to say the same: short forms, trade names, everyday words and members of a group, in both directions
 * (a group finds its members, never the reverse). Only widens what is searched; never changes what is shown.
 */
import type { DictionaryRow } from './dictionary-rows.ts'
import { fold, stemOf } from './tokens.ts'

interface Expansion {
  /** Which of the given tokens: [start, start + length). */
  readonly start: number
  readonly length: number
  /**
   * Phrases of lower-case tokens; a token left in capitals counts only where a page writes it in capitals too,
   * because it is ambiguous or an ordinary word otherwise.
   */
  readonly alternatives: string[][]
}

export interface Dictionary {
  /** `tokens` as typed: capitals tell `US` from `us`. Longest phrases first, never overlapping. */
  expansionsOf(tokens: readonly string[]): Expansion[]
}

type Phrase = readonly string[]

/** All full wordings of one meaning, and the short or vague forms that may stand for it. */
interface Concept {
  wordings: Map<string, Phrase>
  shorts: Map<string, Phrase>
  members: Phrase[]
}

interface Short {
  readonly capitals?: string
  readonly concepts: Set<string>
}

export function createDictionary(rows: readonly DictionaryRow[]): Dictionary {
  const concepts = new Map<string, Concept>()
  const shorts = new Map<string, Short[]>()
  for (const row of rows) if (row.kind !== 'family') addRow(concepts, shorts, row)
  for (const row of rows) if (row.kind === 'family') addFamily(concepts, row)
  const longest = Math.max(1, ...[...concepts.keys(), ...shorts.keys()].map((key) => key.split(' ').length))

  const equalsOf = (tokens: Phrase): Phrase[] => {
    const found = conceptsOf(concepts, shorts, tokens)
    return found.flatMap((concept) => [...concept.wordings.values(), ...concept.shorts.values()])
  }

  const alternativesOf = (tokens: Phrase): string[][] => {
    const found = conceptsOf(concepts, shorts, tokens)
    const members = found.flatMap((concept) => concept.members).flatMap((member) => [member, ...equalsOf(member)])
    const own = ` ${keyOf(tokens)} `
    const alternatives = new Map<string, string[]>()
    // A longer phrase around the very words asked for is found by those words already.
    for (const phrase of [...equalsOf(tokens), ...members.map(lowerUnlessShort)])
      if (!` ${keyOf(phrase)} `.includes(own)) alternatives.set(phrase.join(' '), [...phrase])
    return [...alternatives.values()]
  }

  return {
    expansionsOf(tokens) {
      const expansions: Expansion[] = []
      for (let start = 0; start < tokens.length; ) {
        let length = Math.min(longest, tokens.length - start)
        let alternatives: string[][] = []
        for (; length > 0; length -= 1) {
          alternatives = alternativesOf(tokens.slice(start, start + length))
          if (alternatives.length > 0) break
        }
        if (length > 0) expansions.push({ start, length, alternatives })
        start += Math.max(1, length)
      }
      return expansions
    },
  }
}

const keyOf = (phrase: Phrase) => phrase.map(stemOf).join(' ')
const shortKeyOf = (phrase: Phrase) => phrase.map(fold).join(' ')
const lower = (phrase: Phrase): Phrase => phrase.map((token) => token.toLowerCase())
const lowerUnlessShort = (phrase: Phrase): Phrase =>
  phrase.some((token) => /\p{Lu}\p{Lu}/u.test(token)) ? phrase : lower(phrase)

function conceptsOf(concepts: Map<string, Concept>, shorts: Map<string, Short[]>, tokens: Phrase): Concept[] {
  const written = tokens.join(' ')
  const plural = written.replace(/(?<=\p{Lu})s$/u, '')
  const found = new Set<Concept>()
  const whole = concepts.get(keyOf(tokens))
  if (whole) found.add(whole)
  for (const form of new Set([written, plural]))
    for (const short of shorts.get(form.split(' ').map(fold).join(' ')) ?? [])
      if (short.capitals === undefined || short.capitals === form)
        for (const key of short.concepts) found.add(concepts.get(key) as Concept)
  return [...found]
}

function conceptOf(concepts: Map<string, Concept>, wording: Phrase): Concept {
  const key = keyOf(wording)
  const known = concepts.get(key)
  if (known) return known
  const concept: Concept = { wordings: new Map([[key, lower(wording)]]), shorts: new Map(), members: [] }
  concepts.set(key, concept)
  return concept
}

/** Makes two meanings one. */
function unite(concepts: Map<string, Concept>, one: Concept, other: Concept): Concept {
  if (one === other) return one
  for (const [key, phrase] of other.wordings) {
    one.wordings.set(key, phrase)
    concepts.set(key, one)
  }
  for (const [key, phrase] of other.shorts) one.shorts.set(key, phrase)
  return one
}

function addRow(concepts: Map<string, Concept>, shorts: Map<string, Short[]>, row: DictionaryRow) {
  const ambiguous = row.meanings.length > 1
  const keys = new Set<string>()
  for (const meaning of row.meanings) {
    let concept: Concept | undefined
    for (const wording of meaning.wordings) {
      const next = conceptOf(concepts, wording)
      concept = concept ? unite(concepts, concept, next) : next
    }
    if (!concept) continue
    const [wording] = meaning.wordings
    if (wording) keys.add(keyOf(wording))
    if (row.kind !== 'abbreviation' && !ambiguous) unite(concepts, concept, conceptOf(concepts, row.term))
    else concept.shorts.set(shortKeyOf(row.term), ambiguous || row.capitalsOnly ? row.term : lower(row.term))
    for (const part of meaning.parts) conceptOf(concepts, part).shorts.set(shortKeyOf(row.term), lower(row.term))
  }
  if (row.kind !== 'abbreviation' && !ambiguous) return
  const short: Short = row.capitalsOnly ? { capitals: row.term.join(' '), concepts: keys } : { concepts: keys }
  shorts.set(shortKeyOf(row.term), [...(shorts.get(shortKeyOf(row.term)) ?? []), short])
}

function addFamily(concepts: Map<string, Concept>, row: DictionaryRow) {
  const concept = conceptOf(concepts, row.term)
  for (const meaning of row.meanings) concept.members.push(...meaning.wordings)
}
