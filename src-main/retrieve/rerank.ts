/**
 * Reads the best candidates once more, each beside the question, with a model that a person has brought and chosen. Only
 * their order changes; where the model fails, the order they had is kept.
 */
import type { Candidate } from './refine.ts'

/** Higher is better, in the order of the passages; what counts is their order. */
export type ScorePassages = (
  query: string,
  passages: readonly string[],
  signal: AbortSignal,
) => Promise<ArrayLike<number>>

/** More would be waited for. */
const READ_AGAIN = 30

export async function rerank(
  candidates: readonly Candidate[],
  question: string,
  score: ScorePassages,
  signal: AbortSignal,
): Promise<Candidate[]> {
  const head = candidates.slice(0, READ_AGAIN)
  const texts = head.map(({ chunk }) => chunk.text)
  const scores = await score(question, texts, signal).catch(() => undefined)
  signal.throwIfAborted()
  if (scores === undefined) return [...candidates]
  const places = head.map((_, at) => at).sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0))
  // the scores stay those of the places, so that they still fall
  const ordered = places.map((from, to) => {
    const { chunk, match } = head[from] as Candidate
    return { chunk, match: { ...match, score: (head[to] as Candidate).match.score } }
  })
  return [...ordered, ...candidates.slice(READ_AGAIN)]
}
