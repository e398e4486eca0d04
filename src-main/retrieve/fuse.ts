/**
 * One order out of two: what matches in words and what is near in meaning. A convex sum, because the scores say more than
 * the ranks do: each scaled by the best and the worst found (models differ in how far apart they put things), a chunk that
 * was found by one alone counting as worst in the other.
 */
export interface WordMatch {
  readonly chunkId: number
  /** BM25, larger is better; 0 where words were found but could not be ranked. */
  readonly score: number
  /** Every term asked for stands in it. */
  readonly isWhole: boolean
}

export interface MeaningMatch {
  readonly chunkId: number
  /** Cosine, -1 to 1. */
  readonly similarity: number
}

export interface FusedMatch {
  readonly chunkId: number
  /** 0 to 1, and WHOLE more for every word. */
  readonly score: number
  readonly inWords: boolean
  /** Cosine with the question; undefined: not among the nearest. */
  readonly similarity: number | undefined
}

/** What having every word is worth, beside a score of 0 to 1. */
const WHOLE = 0.2

/** So many of each half take part. The worst of a full list says how far it reaches; a shorter one holds all there is, down to 0. */
export const POOL = 100

/** `weight`: the share of meaning, 0 to 1. Best first; ties in the order of the word matches, then of the others. */
export function fuse(words: readonly WordMatch[], meaning: readonly MeaningMatch[], weight: number): FusedMatch[] {
  const share = meaning.length === 0 ? 0 : words.length === 0 ? 1 : weight
  const ofScore = scale(
    words.map(({ score }) => score),
    words.length < POOL ? 0 : undefined,
  )
  const ofCosine = scale(meaning.map(({ similarity }) => similarity))
  const nearness = new Map(meaning.map((match) => [match.chunkId, match.similarity]))
  const ofMeaning = (similarity: number | undefined) => (similarity === undefined ? 0 : ofCosine(similarity))
  const hasScores = words.some(({ score }) => score > 0)
  const inWords = words.map(({ chunkId, score, isWhole }, rank) => {
    const ofWords = hasScores ? ofScore(score) : 1 - rank / words.length
    const similarity = nearness.get(chunkId)
    const sum = (1 - share) * ofWords + share * ofMeaning(similarity) + (isWhole ? WHOLE : 0)
    return { chunkId, score: sum, inWords: true, similarity }
  })
  const seen = new Set(words.map(({ chunkId }) => chunkId))
  const others = meaning
    .filter(({ chunkId }) => !seen.has(chunkId))
    .map(({ chunkId, similarity }) => ({ chunkId, score: share * ofMeaning(similarity), inWords: false, similarity }))
  return [...inWords, ...others].sort((one, other) => other.score - one.score)
}

/** From 0 for the least to 1 for the most; 1 throughout where they are one. */
function scale(values: readonly number[], least = Math.min(...values)): (value: number) => number {
  const most = Math.max(...values)
  return (value) => (most > least ? (value - least) / (most - least) : 1)
}
