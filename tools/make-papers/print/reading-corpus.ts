/**
 * The corpus on which `eval -- reading` measures: made one item at a time from a seed, the same on every machine. The
 * held-out families are in it to be scored and are never looked at for tuning.
 */
import { createRandom } from '../random.ts'
import { boxItems } from './corpus/boxes.ts'
import { denseItems } from './corpus/dense.ts'
import { flatItems } from './corpus/flat.ts'
import { heldOutItems } from './corpus/held-out.ts'
import { ledgerItems } from './corpus/ledger.ts'
import { photoItems } from './corpus/photos.ts'
import type { ReadingGroup, ReadingItem } from './reading-item.ts'

export type { ReadingGroup, ReadingItem } from './reading-item.ts'

interface Choice {
  readonly seed: number
  /** All groups when absent. A group is the same whatever others are asked for. */
  readonly groups?: readonly ReadingGroup[]
}

const makers: readonly { groups: readonly ReadingGroup[]; items: (seed: number) => AsyncGenerator<ReadingItem> }[] = [
  { groups: ['flat'], items: (seed) => flatItems(createRandom(seed + 101)) },
  { groups: ['dense'], items: (seed) => denseItems(createRandom(seed + 202)) },
  { groups: ['held-out'], items: (seed) => heldOutItems(createRandom(seed + 303)) },
  { groups: ['photo', 'photo-twin'], items: (seed) => photoItems(createRandom(seed + 404)) },
  { groups: ['ledger'], items: (seed) => ledgerItems(createRandom(seed + 505)) },
  { groups: ['boxes'], items: (seed) => boxItems(createRandom(seed + 606)) },
]

export async function* readingCorpus({ seed, groups }: Choice): AsyncGenerator<ReadingItem> {
  for (const { groups: made, items } of makers) {
    if (groups !== undefined && !made.some((group) => groups.includes(group))) continue
    for await (const item of items(seed)) if (groups === undefined || groups.includes(item.group)) yield item
  }
}
