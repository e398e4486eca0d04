/** An outside set through the program's own retrieval: a document stands where the best of its chunks stands. */
import { z } from 'zod'
import { quantile } from '../../bench/stats.ts'
import { Comparison, compareSystems } from './compare.ts'
import { scoreRanking } from './metrics.ts'
import { openOutsideStore } from './outside-store.ts'
import { askAll, type RankingSystem, type SystemName } from './ranking-system.ts'
import { sample } from './sample.ts'
import type { OutsideSet } from './set-file.ts'
import { openSystems } from './systems.ts'
import { withFolder } from './with-folder.ts'

export const SetReport = z.strictObject({
  set: z.string(),
  /** How many were asked. */
  queries: z.int(),
  ...Comparison.shape,
  /** Of the hybrid, asked one query after the other. */
  latencyMs: z.strictObject({ p50: z.number(), p95: z.number() }),
})
export type SetReport = z.infer<typeof SetReport>

export interface SetOptions {
  /** At most so many queries, taken evenly from all. */
  readonly limit: number
  /** Of the intervals. */
  readonly seed: number
}

export const evaluateSet = (set: OutsideSet, { limit, seed }: SetOptions): Promise<SetReport> =>
  withFolder(async (folder) => {
    const { store, personId } = await openOutsideStore(folder, set.corpus)
    try {
      const systems = (await openSystems(store)).of(personId)
      const queries = sample(set.queries, limit)
      const ask = (system: RankingSystem, atOnce: number) =>
        askAll(
          queries.map(({ text }) => ({ text, system })),
          { atOnce },
        )
      const answered = {
        bm25: await ask(systems.bm25, store.readers),
        vectors: await ask(systems.vectors, store.readers),
        hybrid: await ask(systems.hybrid, 1),
      }
      const scoresOf = (name: SystemName) =>
        queries.map(({ grades }, at) =>
          scoreRanking(answered[name][at]?.ranked.map(({ documentId }) => documentId) ?? [], grades),
        )
      const scores = { bm25: scoresOf('bm25'), vectors: scoresOf('vectors'), hybrid: scoresOf('hybrid') }
      const times = answered.hybrid.map(({ ms }) => ms)
      return SetReport.parse({
        set: set.name,
        queries: queries.length,
        ...compareSystems(scores, seed),
        latencyMs: { p50: quantile(times, 0.5), p95: quantile(times, 0.95) },
      })
    } finally {
      await store.close()
    }
  })
