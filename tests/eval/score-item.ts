/** Reads item after item and scores each. One image at a time is in memory. */
import { AppError } from '#contract/errors.ts'
import { type ReadingItem, twinOf } from '../../tools/make-papers/print/reading-item.ts'
import type { Reader, ReadResult } from './reader.ts'
import { scorePage } from './score-page.ts'
import type { ScoredPage } from './summarize.ts'

export async function scoreItem({ name, group, family, image, format, page, truth }: ReadingItem, reader: Reader) {
  const { results, failed } = await tryToRead(reader, image, format)
  const result = results[page - 1]
  const scored: ScoredPage = {
    name,
    group,
    family,
    score: scorePage(truth, result ?? { words: [], unread: [] }),
    ms: result?.ms ?? 0,
    passes: result?.passes ?? 0,
    ...(result === undefined ? { failed: failed ?? 'no such page' } : {}),
  }
  return scored
}

/** Photos learn by how much the flat scan of the same paper was read better. */
export function besideTwins(pages: readonly ScoredPage[]): ScoredPage[] {
  const recalls = new Map(pages.map(({ name, score }) => [name, score.recall]))
  return pages.map((page) => {
    const flat = page.group === 'photo' ? recalls.get(twinOf(page.name)) : undefined
    return flat === undefined ? page : { ...page, behindFlat: flat - page.score.recall }
  })
}

/** A reader that gives up on an image has read none of its words; the rest of the corpus is still scored. */
async function tryToRead(
  reader: Reader,
  image: Uint8Array,
  format: string,
): Promise<{ results: readonly ReadResult[]; failed?: string }> {
  try {
    return { results: await reader.read(image, format) }
  } catch (error) {
    return { results: [], failed: error instanceof AppError ? error.code : String(error) }
  }
}
