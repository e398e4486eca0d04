/** Measures whose names are near to a written one. Indexed by length and letters, since every unknown row of a page asks. */
import type { AnalyteName } from './analyte-rows.ts'
import { nameTokens } from './name-tokens.ts'
import { countChanges, mostChanges } from './near-names.ts'

const MOST = 3

interface Spelled {
  readonly spelled: string
  /** Which letters and digits it holds, a bit each. */
  readonly letters: number
  readonly name: string
}

export function createNearAnalytes(names: readonly AnalyteName[]) {
  let byLength: ReadonlyMap<number, Spelled[]> | undefined

  /** The nearest first. */
  return (nameText: string): string[] => {
    const written = spell(nameText)
    const most = mostChanges(written)
    if (most === 0) return []
    byLength ??= indexByLength(names)
    const letters = lettersOf(written)
    const found: { name: string; changes: number }[] = []
    for (let length = written.length - most; length <= written.length + most; length += 1)
      for (const one of byLength.get(length) ?? []) {
        if (countBits(one.letters ^ letters) > 2 * most) continue
        const changes = countChanges(written, one.spelled, most)
        if (changes <= most) found.push({ name: one.name, changes })
      }
    found.sort((a, b) => a.changes - b.changes)
    return [...new Set(found.map(({ name }) => name))].slice(0, MOST)
  }
}

/** Built when first asked for: many papers name nothing unknown. */
function indexByLength(names: readonly AnalyteName[]): ReadonlyMap<number, Spelled[]> {
  const all = new Map(names.map(({ text, analyte }) => [spell(text), analyte.name]))
  const spelled = [...all].map(([spelled, name]) => ({ spelled, letters: lettersOf(spelled), name }))
  return Map.groupBy(spelled, (one) => one.spelled.length)
}

const spell = (text: string) =>
  nameTokens(text)
    .map(({ key }) => key)
    .join('')

function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}
