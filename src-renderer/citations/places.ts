/** The numbered places of one answer or note, for whatever shows their numbers. */
import type { Citation } from '#contract/answers.ts'

export interface Places {
  /** From 1. */
  numberOf(citation: Citation): number
  /** Which of them is open beside the answer. */
  readonly current: number | undefined
  open(number: number): void
}

export function placesOf(
  sources: readonly Citation[],
  current: number | undefined,
  open: (number: number) => void,
): Places {
  const numbers = new Map(sources.map((source, at) => [placeOf(source), at + 1]))
  return { numberOf: (citation) => numbers.get(placeOf(citation)) ?? 0, current, open }
}

export function withoutRepeats(citations: readonly Citation[]): Citation[] {
  const byPlace = new Map<string, Citation>()
  for (const citation of citations) if (!byPlace.has(placeOf(citation))) byPlace.set(placeOf(citation), citation)
  return [...byPlace.values()]
}

export const placeOf = ({ documentId, page, start, quote }: Citation): string =>
  `${documentId} ${page} ${start} ${quote.length}`
