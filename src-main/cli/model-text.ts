/** Models in words. */
import type { ModelRole } from '#contract/models.ts'

export const roleWords: Readonly<Record<ModelRole, string>> = {
  embedder: 'finds by meaning',
  reranker: 'puts in order',
  writer: 'writes',
}

export const describeSize = (bytes: number): string =>
  bytes < 1e6
    ? `${Math.max(1, Math.round(bytes / 1e3))} kB`
    : bytes < 1e9
      ? `${Math.round(bytes / 1e6)} MB`
      : `${(bytes / 1e9).toFixed(1)} GB`

/** What to type so that it does its work. */
export const howToUse = (kind: ModelRole, id: string): string => `"medmemory models use ${kind} ${id}" puts it to work.`
