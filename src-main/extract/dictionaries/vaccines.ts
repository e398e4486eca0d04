/**
 * Vaccines by name, short form and trade name. Whole names only; a short form of a few letters counts only with its own
 * capitals, since `Td` is a vaccine and `TD` may be anything.
 */
import type { Span } from '../../ingest/read-page.ts'
import { tableLines, wordingsOf } from './table-lines.ts'
import { joinRuns } from './vaccine-runs.ts'

export interface Vaccine {
  readonly name: string
  readonly cvx?: string
}

export interface FoundVaccine extends Span, Vaccine {}

export type Vaccines = ReturnType<typeof createVaccines>

export function createVaccines(table: string) {
  const names = tableLines(table).flatMap(([name = '', cvx = '', others = '']) => {
    const vaccine: Vaccine = { name, ...(cvx && { cvx }) }
    return [name, ...wordingsOf(others)].map((text) => nameOf(text, vaccine))
  })
  const byKey = new Map<string, Name[]>()
  const byFirstWord = new Map<string, Name[]>()
  for (const name of names) {
    push(byKey, name.words.map(keyOf).join(' '), name)
    push(byFirstWord, keyOf(name.words[0] ?? ''), name)
  }
  const wordsByVaccine = new Map<string, Set<string>>()
  for (const { words, vaccine } of names) {
    const own = wordsByVaccine.get(vaccine.name) ?? new Set<string>()
    for (const word of words) own.add(keyOf(word))
    wordsByVaccine.set(vaccine.name, own)
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length)

  /** The whole text names one vaccine; `vaccine`, dose numbers and the like around it are passed over. */
  function find(nameText: string): Vaccine | undefined {
    const words = wordsOf(nameText).map(({ text }) => text)
    const bare = words.filter((word, at) => !FILLERS.has(keyOf(word)) && !isDoseNumber(words, at))
    return choose(byKey, words) ?? choose(byKey, bare)
  }

  /** Where a text names vaccines, the longest name at each place. A name ends at the end of its line or cell. */
  function findIn(text: string): FoundVaccine[] {
    const words = wordsOf(text)
    const found: FoundVaccine[] = []
    for (let at = 0; at < words.length; ) {
      const name = byFirstWord.get(keyOf(words[at]?.text ?? ''))?.find((one) => isAt(text, words, at, one))
      const [first, last] = [words[at], words[at + (name?.words.length ?? 1) - 1]]
      if (name !== undefined && first !== undefined && last !== undefined)
        found.push({ start: first.start, end: last.end, ...name.vaccine })
      at += name?.words.length ?? 1
    }
    return joinRuns(text, found, isIn).map((one) => ({ ...one, end: one.end + endOfName(text, one.end) }))
  }

  function isIn(words: string, { name }: FoundVaccine): boolean {
    const own = wordsByVaccine.get(name)
    return wordsOf(words).every((word) => own?.has(keyOf(word.text)) || LINKS.has(keyOf(word.text)))
  }

  return { find, findIn }
}

interface Name {
  readonly words: readonly string[]
  readonly vaccine: Vaccine
  readonly needsCapitals: boolean
}

interface Word extends Span {
  readonly text: string
}

/** Short forms of so few letters are also other words. */
const SHORT_FORM = /^\p{L}{1,3}$/u
/** Read by everybody in any capitals. */
const ANY_CASE = new Set(['flu', 'mmr', 'hib', 'hpv'])

function nameOf(text: string, vaccine: Vaccine): Name {
  const words = wordsOf(text).map((word) => word.text)
  return { words, vaccine, needsCapitals: SHORT_FORM.test(text) && !ANY_CASE.has(text.toLowerCase()) }
}

const keyOf = (word: string) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))

const FILLERS = new Set(
  'vaccine vaccines vaccination immunization immunisation shot injection im sc dose booster pf preservative free virus toxoids conjugate'.split(
    ' ',
  ),
)

/** Words beside names of vaccines that tell none of them from another. */
const LINKS = new Set([...FILLERS, 'and', 'acellular'])

/** `Flu vaccine`: the word belongs to the name as it is written. */
const endOfName = (text: string, at: number) =>
  /^ (?:vaccine|vaccination|immuni[sz]ation)\b/iu.exec(text.slice(at))?.[0].length ?? 0

/** `#2`, `dose 2`, `2 of 3` after a name. */
const isDoseNumber = (words: readonly string[], at: number) =>
  at > 0 && /^(?:[1-5]|of|1st|2nd|3rd|4th|5th)$/i.test(words[at] ?? '')

function choose(index: ReadonlyMap<string, readonly Name[]>, words: readonly string[]): Vaccine | undefined {
  const found = (index.get(words.map(keyOf).join(' ')) ?? []).filter((name) => hasCapitals(name, words))
  return found.every(({ vaccine }) => vaccine === found[0]?.vaccine) ? found[0]?.vaccine : undefined
}

const hasCapitals = (name: Name, words: readonly string[]) =>
  !name.needsCapitals || name.words.every((word, at) => word === words[at])

/** Between the words of a name there is little, and never the end of a line or of a cell. */
const GAP = /^[ .,/&+()'-]{0,3}$/

function isAt(text: string, words: readonly Word[], at: number, name: Name): boolean {
  const held = words.slice(at, at + name.words.length)
  if (held.length < name.words.length) return false
  const written = held.map((word) => word.text)
  return (
    name.words.every((word, index) => keyOf(word) === keyOf(written[index] ?? '')) &&
    hasCapitals(name, written) &&
    held.every((word, index) => index === 0 || GAP.test(text.slice(held[index - 1]?.end, word.start)))
  )
}

function push(index: Map<string, Name[]>, key: string, name: Name) {
  const list = index.get(key)
  if (list === undefined) index.set(key, [name])
  else list.push(name)
}
