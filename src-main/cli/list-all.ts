/** Walks a list of the contract to its end. */
import { MAX_LIST_LIMIT } from '#contract/define.ts'

interface Page<T> {
  readonly items: readonly T[]
  readonly nextCursor: string | null
}

export async function listAll<T>(list: (from: { limit: number; cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = []
  let page = await list({ limit: MAX_LIST_LIMIT })
  for (;;) {
    all.push(...page.items)
    if (page.nextCursor === null) return all
    page = await list({ limit: MAX_LIST_LIMIT, cursor: page.nextCursor })
  }
}
