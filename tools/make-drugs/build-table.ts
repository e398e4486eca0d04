/**
 * Joins what is in use and the trade names to the rows of drugs.csv, and proves the names by the vocabulary. Spellings
 * are listed by hand: the vocabulary's own are in many languages, and one letter off may be another medicine.
 */
import type { InUse } from './read-in-use.ts'
import type { Vocabulary } from './vocabulary.ts'

interface DrugTable {
  readonly lines: readonly string[]
  /** In use, and not in the vocabulary under any of its names. */
  readonly notInVocabulary: readonly string[]
  /** Trade names left out since no substance of theirs is in the list (vaccines). */
  readonly brandsLeftOut: readonly string[]
}

interface Row {
  readonly name: string
  readonly otherNames: Set<string>
  readonly brands: Set<string>
  readonly className: string
  readonly isOrdinary: boolean
}

export function buildTable(inUse: readonly InUse[], vocabulary: Vocabulary, brandsCsv: string): DrugTable {
  const rowsByName = new Map<string, Row>()
  const known = new Map<string, string>()
  const notInVocabulary: string[] = []
  for (const entry of inUse) {
    const isCombined = entry.name.includes(' + ')
    if (!isCombined && [entry.name, ...entry.otherNames].every((name) => !vocabulary.has(name)))
      notInVocabulary.push(entry.name)
    rowsByName.set(entry.name, { ...entry, otherNames: new Set(entry.otherNames), brands: new Set() })
    for (const name of [entry.name, ...entry.otherNames]) known.set(name.toLowerCase(), entry.name)
  }
  const brandsLeftOut = addBrands(brandsCsv, rowsByName, known)
  const lines = [...rowsByName.values()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
  return { lines: lines.map(lineOf), notInVocabulary, brandsLeftOut }
}

function addBrands(brandsCsv: string, rowsByName: Map<string, Row>, known: Map<string, string>): string[] {
  const leftOut: string[] = []
  for (const line of brandsCsv.split('\n')) {
    const [brand = '', meanings = ''] = line.split(',')
    if (meanings === '' || line.startsWith('#')) continue
    const meaningsOfBrand = meanings.split(' | ')
    if (meaningsOfBrand.length > 1) {
      // The same trade name stands for different substances: known, and its substance is not.
      rowsByName.set(brand, { name: brand, otherNames: new Set(), brands: new Set(), className: '', isOrdinary: false })
      continue
    }
    const parts = meanings.split(' + ').map((part) =>
      part
        .split(' = ')
        .map((wording) => known.get(wording.trim().toLowerCase()))
        .find((name) => name !== undefined),
    )
    if (parts.some((part) => part === undefined)) leftOut.push(brand)
    else rowFor(parts as string[], rowsByName, known).brands.add(brand)
  }
  return leftOut
}

function rowFor(parts: readonly string[], rowsByName: Map<string, Row>, known: Map<string, string>): Row {
  const same = [...rowsByName.values()].find(
    (row) =>
      [...row.name.split(' + ').map((part) => known.get(part.toLowerCase()) ?? part)].sort().join() ===
      [...parts].sort().join(),
  )
  if (same) return same
  const name = parts.join(' + ')
  const row: Row = { name, otherNames: new Set(), brands: new Set(), className: '', isOrdinary: false }
  rowsByName.set(name, row)
  return row
}

const lineOf = ({ name, otherNames, brands, className, isOrdinary }: Row) =>
  [name, [...otherNames].join(' = '), [...brands].join(' = '), className, isOrdinary ? 'ordinary' : ''].join(',')
