/**
 * Reads the word tables in resources/dictionaries (format: their README) into rows. What a row means for a search
 * is dictionary.ts's.
 */
import { readFileSync } from 'node:fs'
import { tokensOf } from './tokens.ts'

type DictionaryKind = 'abbreviation' | 'brand' | 'lay' | 'family'

/** Wordings of one meaning, each a phrase of tokens as written in the table. */
interface Meaning {
  readonly wordings: readonly (readonly string[])[]
  /** A combined product: its wordings name all of it, its parts are found in it. */
  readonly parts: readonly (readonly string[])[]
}

export interface DictionaryRow {
  readonly kind: DictionaryKind
  readonly term: readonly string[]
  /** The lower-case form is an ordinary word: only capitals count. */
  readonly capitalsOnly: boolean
  /** More than one: ambiguous (or, for a family, its members). */
  readonly meanings: readonly Meaning[]
}

const FILES: Record<DictionaryKind, string> = {
  abbreviation: 'abbreviations.csv',
  brand: 'brands.csv',
  lay: 'lay-terms.csv',
  family: 'families.csv',
}

const KINDS: readonly DictionaryKind[] = ['abbreviation', 'brand', 'lay', 'family']

/** `folder` ends in a slash. */
export function readDictionaryRows(
  folder = new URL('../../resources/dictionaries/', import.meta.url),
): DictionaryRow[] {
  return KINDS.flatMap((kind) => parseRows(kind, readFileSync(new URL(FILES[kind], folder), 'utf8')))
}

function parseRows(kind: DictionaryKind, table: string): DictionaryRow[] {
  return table
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [term = '', meanings = ''] = line.split(',')
      const capitalsOnly = term.endsWith('!')
      return { kind, term: tokensOf(term), capitalsOnly, meanings: meanings.split(' | ').map(parseMeaning) }
    })
}

function parseMeaning(meaning: string): Meaning {
  const parts = meaning.split(' + ').map(tokensOf)
  if (parts.length > 1) return { wordings: [parts.flat(), joinWithAnd(parts)], parts }
  return { wordings: meaning.split(' = ').map(tokensOf), parts: [] }
}

const joinWithAnd = (parts: string[][]) => parts.flatMap((part, index) => (index === 0 ? part : ['and', ...part]))
