/**
 * The vector half of a search: the question as a direction, the person's chunks nearest to it. Knows no model and no
 * index; both are handed in. For a question of which the model knows no word, nothing is near.
 */
import type { Embedder } from '../embed/embedder.ts'
import type { Span } from '../ingest/read-page.ts'
import type { MeaningMatch } from './fuse.ts'
import { splitUnits } from './sentences.ts'

/** Where in a text the question's matter is spoken of, by meaning alone. */
export type NearestSentence = (question: string, text: string) => Span | undefined

export interface Meaning {
  /** Share of meaning in the sum with full text; a property of the embedder. */
  readonly weight: number
  /** Cosine from which a chunk that has none of the words is worth showing; a property of the embedder. */
  readonly near: number
  /** Best first, of one person's chunks. */
  nearest(input: { personSeq: number; text: string; limit: number }, signal: AbortSignal): Promise<MeaningMatch[]>
  readonly nearestSentence: NearestSentence
  /** Cosine of some words with a text, -1 to 1. */
  nearness(words: string, text: string): number
}

export interface MeaningDeps {
  readonly embedder: Embedder
  readonly findNearest: (input: {
    personSeq: number
    vector: Int8Array
    limit: number
  }) => Promise<{ chunkIds: readonly number[]; similarities: readonly number[] }>
  /** Cosines of texts with a question. */
  readonly compare: (question: string, texts: readonly string[]) => readonly number[]
}

export const createMeaning = ({ embedder, findNearest, compare }: MeaningDeps): Meaning => ({
  weight: embedder.weight,
  near: embedder.near,
  async nearest({ personSeq, text, limit }, signal) {
    const vector = await embedder.embedQuery(text, signal)
    if (vector === undefined) return []
    const { chunkIds, similarities } = await findNearest({ personSeq, vector, limit })
    return chunkIds.map((chunkId, at) => ({ chunkId, similarity: similarities[at] ?? 0 }))
  },
  nearness: (words, text) => compare(words, [text])[0] ?? 0,
  nearestSentence(question, text) {
    const units = splitUnits(text).filter(({ kind }) => kind !== 'heading')
    const cosines = compare(
      question,
      units.map(({ start, end }) => text.slice(start, end)),
    )
    const best = cosines.indexOf(Math.max(...cosines))
    const unit = units[best]
    return unit === undefined ? undefined : { start: unit.start, end: unit.end }
  },
})
