/** Scans of the reading corpus for the bench, under a seed that nothing else uses. */
import { type ReadingGroup, type ReadingItem, readingCorpus } from '../../tools/make-papers/print/reading-corpus.ts'

const SEED = 77

export async function takeScans(group: ReadingGroup, count: number): Promise<ReadingItem[]> {
  const items: ReadingItem[] = []
  for await (const item of readingCorpus({ seed: SEED, groups: [group] })) {
    items.push(item)
    if (items.length === count) break
  }
  return items
}
