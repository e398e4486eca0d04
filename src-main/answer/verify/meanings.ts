/**
 * Runs of words that the tables of words know as one thing, with every wording of it. Groups and their members are left
 * out: what belongs to a group is general knowledge, and no paper says it. So are short forms of several meanings.
 */
import { readFileSync } from 'node:fs'
import { tableLines, wordingsOf } from '../../extract/dictionaries/table-lines.ts'
import { readDictionaryRows } from '../../retrieve/dictionary-rows.ts'
import { tokenize } from '../../retrieve/tokens.ts'
import type { Phrase } from './token.ts'
import { wordKey } from './word-key.ts'

interface Meaning {
  readonly id: number
  readonly isMeasured: boolean
  /** Only in these capitals. */
  readonly capitals: string | undefined
}

export interface Meanings {
  /** The longest first, with the shorter ones that stand inside it. */
  phrasesIn(text: string): Phrase[]
}

const LONGEST_WORDS = 6

export function createMeanings(folder = new URL('../../../resources/dictionaries/', import.meta.url)): Meanings {
  const byKey = new Map<string, Meaning[]>()
  let id = 0
  const add = (wordings: readonly string[], isMeasured: boolean) => {
    id += 1
    for (const wording of wordings) addWording(byKey, wording, id, isMeasured)
  }
  for (const row of readDictionaryRows(folder)) {
    const [meaning] = row.meanings
    if (row.kind === 'family' || row.meanings.length !== 1 || !meaning) continue
    // A product of several substances is none of them.
    const wordings = meaning.wordings.map((wording) => wording.join(' '))
    const term = `${row.term.join(' ')}${row.capitalsOnly ? '!' : ''}`
    add([term, ...wordings], row.kind === 'brand')
  }
  for (const [file, columns, isMeasured] of TABLES)
    for (const cells of tableLines(readFileSync(new URL(file, folder), 'utf8')))
      add(
        columns.flatMap((column) => wordingsOf(cells[column] ?? '')),
        isMeasured,
      )
  return { phrasesIn: (text) => phrasesIn(byKey, text) }
}

/** Which columns hold wordings of the same thing. */
const TABLES: readonly (readonly [file: string, columns: readonly number[], isMeasured: boolean])[] = [
  ['analytes.csv', [0, 1], true],
  ['drugs.csv', [0, 1, 2], true],
  ['vaccines.csv', [0, 2], true],
  ['conditions.csv', [0, 1], false],
  ['procedures.csv', [0, 1], false],
]

function addWording(byKey: Map<string, Meaning[]>, wording: string, id: number, isMeasured: boolean) {
  // A name that counts only beside a unit is too short to stand for anything alone.
  if (wording.endsWith('?')) return
  const written = wording.replace(/!$/, '')
  const words = tokenize(written).map(({ text }) => text)
  if (words.length === 0 || words.length > LONGEST_WORDS) return
  const key = words.map(wordKey).join(' ')
  const capitals = wording.endsWith('!') || key.length < 2 ? words.join(' ') : undefined
  byKey.set(key, [...(byKey.get(key) ?? []), { id, isMeasured, capitals }])
}

function phrasesIn(byKey: Map<string, Meaning[]>, text: string): Phrase[] {
  const words = tokenize(text)
  const keys = words.map((word) => wordKey(word.text))
  const found: Phrase[] = []
  for (const [at, first] of words.entries()) {
    for (let length = Math.min(LONGEST_WORDS, words.length - at); length > 0; length -= 1) {
      const last = words[at + length - 1]
      const known = byKey.get(keys.slice(at, at + length).join(' '))
      if (!known || !last || !isJoined(text.slice(first.start, last.end))) continue
      const written = words
        .slice(at, at + length)
        .map((word) => word.text)
        .join(' ')
      const meanings = known.filter(({ capitals }) => capitals === undefined || capitals === written)
      if (meanings.length === 0) continue
      const isMeasured = meanings.some((meaning) => meaning.isMeasured)
      found.push({ start: first.start, end: last.end, meanings: meanings.map(({ id }) => id), isMeasured })
    }
  }
  return found.sort((one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start)
}

/** Words of one name stand side by side, on one line and in one cell. */
const isJoined = (run: string) => !/[\t\n;:]|, | {3}/.test(run)
