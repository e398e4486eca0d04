/**
 * Which read word is which word of the truth. Words pair by equal text alone, so that a right word in a wrong box still
 * counts as read; among equal ones the nearest pair first.
 */
import { distanceBetween } from './boxes.ts'
import type { PlacedWord } from './reader.ts'

export interface Pairing<T, R> {
  readonly pairs: readonly { readonly truth: T; readonly read: R }[]
  /** In the truth and not read. */
  readonly lost: readonly T[]
  /** Read and not in the truth. */
  readonly extra: readonly R[]
}

export function pairWords<T extends PlacedWord, R extends PlacedWord>(
  truth: readonly T[],
  read: readonly R[],
): Pairing<T, R> {
  const readByText = Map.groupBy(read, ({ text }) => text)
  const pairs: { truth: T; read: R }[] = []
  for (const [text, wanted] of Map.groupBy(truth, (word) => word.text))
    pairs.push(...nearestFirst(wanted, readByText.get(text) ?? []))
  const found = new Set(pairs.map((pair) => pair.truth))
  const used = new Set(pairs.map((pair) => pair.read))
  return { pairs, lost: truth.filter((word) => !found.has(word)), extra: read.filter((word) => !used.has(word)) }
}

function nearestFirst<T extends PlacedWord, R extends PlacedWord>(truth: readonly T[], read: readonly R[]) {
  const candidates = truth.flatMap((wanted) =>
    read.map((given) => ({ truth: wanted, read: given, distance: distanceBetween(wanted.box, given.box) })),
  )
  candidates.sort((a, b) => a.distance - b.distance)
  const [found, used] = [new Set<T>(), new Set<R>()]
  return candidates.filter((pair) => {
    if (found.has(pair.truth) || used.has(pair.read)) return false
    found.add(pair.truth)
    used.add(pair.read)
    return true
  })
}
