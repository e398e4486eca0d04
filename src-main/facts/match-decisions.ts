/**
 * Finds, for what was read anew of one document, what was decided about it before. Exact words on the same page first;
 * else those that share the most words, at the same place on the page or, where there are no places, under the same
 * name. Better no match than the neighbour's: a decision without one stands by itself.
 */

import { unpackBoxes } from '../ingest/boxes.ts'
import type { FoundFact } from '../ingest/found-fact.ts'
import type { Box } from '../ingest/read-page.ts'
import type { Decision } from './decision-value.ts'
import { fold } from './statement.ts'

/** Of the shorter one's words. */
const LEAST_SHARED = 0.5

/** By the index of what was found; each decision is used once, and what has no index has no proposal any more. */
export function matchDecisions(
  found: readonly FoundFact[],
  decisions: readonly Decision[],
): { byFound: ReadonlyMap<number, Decision>; left: readonly Decision[] } {
  const byFound = new Map<number, Decision>()
  const open = new Set(decisions)
  const foundByPlace = Map.groupBy(found.keys(), (at) => placeKey(found[at]?.proposal))
  for (const isFirst of [true, false]) {
    const pairs: { at: number; decision: Decision; score: number }[] = []
    for (const decision of open)
      for (const at of foundByPlace.get(placeKey(decision)) ?? []) {
        const fact = found[at]
        if (fact === undefined || byFound.has(at)) continue
        const score = isFirst ? exactScore(fact, decision) : sharedScore(fact, decision)
        if (score > 0) pairs.push({ at, decision, score })
      }
    for (const { at, decision } of pairs.toSorted((a, b) => b.score - a.score || a.at - b.at)) {
      if (byFound.has(at) || !open.has(decision)) continue
      byFound.set(at, decision)
      open.delete(decision)
    }
  }
  return { byFound, left: [...open] }
}

const placeKey = (at: { readonly page: number; readonly kind: string } | undefined) => `${at?.page} ${at?.kind}`

/** The same words can stand on a page twice; the one at the old place goes first. */
function exactScore(fact: FoundFact, { words, value }: Decision): number {
  if (fact.words !== words) return 0
  return 1 + shareOfArea(unpackBoxes(fact.valueBoxes), value.place?.valueBoxes ?? [])
}

function sharedScore(fact: FoundFact, { words, value }: Decision): number {
  const shared = sharedWords(fact.words, words)
  if (shared < LEAST_SHARED) return 0
  const here = unpackBoxes(fact.valueBoxes)
  const there = value.place?.valueBoxes ?? []
  if (here.length > 0 && there.length > 0) {
    const area = shareOfArea(here, there)
    return area === 0 ? 0 : shared + area
  }
  const name = fold(fact.proposal.name)
  const isSameName = [value.read?.name, value.statement.name].some(
    (known) => known !== undefined && fold(known) === name,
  )
  return isSameName ? shared : 0
}

/** Of the words of the shorter one, how many the other has too. */
export function sharedWords(a: string, b: string): number {
  const [first, second] = [a.split(' '), b.split(' ')]
  const left = new Map<string, number>()
  for (const word of first) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of second) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    shared += 1
    left.set(word, count - 1)
  }
  return shared / Math.min(first.length, second.length)
}

/** How much of the smaller one's frame lies in the other's, 0 to 1. */
function shareOfArea(a: readonly Box[], b: readonly Box[]): number {
  const [first, second] = [frameOf(a), frameOf(b)]
  if (first === undefined || second === undefined) return 0
  const width = Math.min(first.right, second.right) - Math.max(first.left, second.left)
  const height = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top)
  if (width <= 0 || height <= 0) return 0
  const area = ({ left, right, top, bottom }: typeof first) => (right - left) * (bottom - top)
  return (width * height) / Math.min(area(first), area(second))
}

function frameOf(boxes: readonly Box[]) {
  if (boxes.length === 0) return undefined
  return {
    left: Math.min(...boxes.map(([x]) => x)),
    top: Math.min(...boxes.map(([, y]) => y)),
    right: Math.max(...boxes.map(([x, , width]) => x + width)),
    bottom: Math.max(...boxes.map(([, y, , height]) => y + height)),
  }
}
