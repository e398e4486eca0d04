/** An embedder whose work is done in the embedding engine, whichever model it is told to use. */
import type { EmbedEngine } from '../../engines/embed.engine.ts'
import type { Remote } from '../../engines/protocol.ts'
import type { Embedder } from '../embedder.ts'
import type { EmbedderSpec } from './model-spec.ts'

export interface EngineEmbedderDeps {
  readonly engine: Remote<EmbedEngine>
  readonly spec: EmbedderSpec
  readonly about: Omit<Embedder, 'embedQuery' | 'embedPassages'>
  /** Told of every failure before the caller is. */
  readonly onFailure: (error: unknown) => void
}

/** A message stays under 1 MiB: so many characters, three bytes each at most, are sent at once. */
const MOST_CHARACTERS = 250_000
/** No chunk and no question is longer, and no model reads as far. */
const LONGEST_TEXT = 50_000

export function createEngineEmbedder({ engine, spec, about, onFailure }: EngineEmbedderDeps): Embedder {
  async function embed(texts: readonly string[], as: 'query' | 'passage', signal: AbortSignal): Promise<Int8Array[]> {
    const rows = texts.map(() => new Int8Array())
    try {
      for (const { start, end } of slicesOf(texts)) {
        const some = texts.slice(start, end).map((text) => text.slice(0, LONGEST_TEXT))
        for await (const { from, vectors } of engine.embed({ model: spec, texts: some, as }, { signal }))
          for (let at = 0; at < vectors.length; at += about.dimensions) {
            const row = vectors.slice(at, at + about.dimensions)
            if (row.some((value) => value !== 0)) rows[start + from + at / about.dimensions] = row
          }
      }
    } catch (error) {
      onFailure(error)
      throw error
    }
    return rows
  }

  return {
    ...about,
    async embedQuery(text, signal) {
      const [vector] = await embed([text], 'query', signal)
      return vector === undefined || vector.length === 0 ? undefined : vector
    },
    embedPassages: (texts, signal) => embed(texts, 'passage', signal),
  }
}

function* slicesOf(texts: readonly string[]): Generator<{ start: number; end: number }> {
  let start = 0
  let characters = 0
  for (const [at, text] of texts.entries()) {
    const length = Math.min(text.length, LONGEST_TEXT)
    if (at > start && characters + length > MOST_CHARACTERS) {
      yield { start, end: at }
      start = at
      characters = 0
    }
    characters += length
  }
  if (texts.length > start) yield { start, end: texts.length }
}
