/** What is evaluated: anything that puts the chunks of one person's record in order for a query. */

export interface RankedChunk {
  readonly documentId: string
  readonly chunkId: number
}

/** At most `limit` chunks, best first. */
export type RankingSystem = (query: string, limit: number) => Promise<readonly RankedChunk[]>

export const systemNames = ['bm25', 'vectors', 'hybrid'] as const
export type SystemName = (typeof systemNames)[number]

export interface Answered {
  readonly ranked: readonly RankedChunk[]
  readonly ms: number
}

/** As deep as any of the metrics looks. */
const DEPTH = 100

/** Answers in the order of the queries. Times mean something only when one is asked at a time. */
export async function askAll(
  queries: readonly { readonly text: string; readonly system: RankingSystem }[],
  { atOnce }: { atOnce: number },
): Promise<Answered[]> {
  const answered: Answered[] = []
  const waiting = queries.entries()
  const askOn = async () => {
    for (const [at, { text, system }] of waiting) {
      const startedAt = performance.now()
      const ranked = await system(text, DEPTH)
      answered[at] = { ranked, ms: performance.now() - startedAt }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, askOn))
  return answered
}
