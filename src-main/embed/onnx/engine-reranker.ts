/** Scores passages for a question with a cross-encoder in the embedding engine. */
import type { EmbedEngine } from '../../engines/embed.engine.ts'
import type { Remote } from '../../engines/protocol.ts'
import type { OnnxSpec } from './model-spec.ts'

export interface Reranker {
  readonly modelId: string
  readonly sha256: string
  /** One score for each passage, in their order. Higher is better; scores of two questions are not compared. */
  score(query: string, passages: readonly string[], signal: AbortSignal): Promise<Float32Array>
}

export interface EngineRerankerDeps {
  readonly engine: Remote<EmbedEngine>
  readonly spec: OnnxSpec
  readonly about: Pick<Reranker, 'modelId' | 'sha256'>
  readonly onFailure: (error: unknown) => void
}

/** More than any model reads; thirty of them stay under a message of 1 MiB. */
const LONGEST_TEXT = 8_000

export const createEngineReranker = ({ engine, spec, about, onFailure }: EngineRerankerDeps): Reranker => ({
  ...about,
  async score(query, passages, signal) {
    const scores = new Float32Array(passages.length)
    const input = {
      model: spec,
      query: query.slice(0, LONGEST_TEXT),
      passages: passages.map((text) => text.slice(0, LONGEST_TEXT)),
    }
    try {
      for await (const some of engine.rerank(input, { signal }))
        for (const [i, at] of some.at.entries()) scores[at] = some.scores[i] ?? 0
    } catch (error) {
      onFailure(error)
      throw error
    }
    return scores
  },
})
