/**
 * What the text of a match says beyond words and nearness: that its document is from the time asked about, that it is the
 * kind of paper asked for, and that it only repeats another. Changes the order and drops copies; adds nothing.
 */
import type { PlacedChunk } from '../store/chunks.ts'
import type { FusedMatch } from './fuse.ts'
import { isWithin, type Period, writtenDates } from './written-dates.ts'

export interface Candidate {
  readonly chunk: PlacedChunk
  readonly match: FusedMatch
}

/** What a question says beside its matter. */
export interface Circumstances {
  readonly periods: readonly Period[]
  /** Whether a paper with this title and first line is of the kind asked for; undefined: none is. */
  readonly isAskedKind: ((head: string) => boolean) | undefined
}

const IN_PERIOD = 0.25
const OUT_OF_PERIOD = -0.1
const OF_THE_KIND = 0.08
/** Letters of an opening that say what a paper is. */
const HEAD = 120

/** `openingOf`: how the document of a chunk begins, which is where papers say what they are and when they are from. */
export function refine(
  candidates: readonly Candidate[],
  { periods, isAskedKind }: Circumstances,
  openingOf: (chunk: PlacedChunk) => string,
): Candidate[] {
  const ranked = candidates.map(({ chunk, match }) => {
    const opening = openingOf(chunk)
    const kind = isAskedKind?.(`${chunk.title}\n${opening.slice(0, HEAD)}`) ? OF_THE_KIND : 0
    return { chunk, match: { ...match, score: match.score + ofPeriod(chunk, opening, periods) + kind } }
  })
  return withoutCopies(ranked.sort((one, other) => other.match.score - one.match.score))
}

/** The chunk's own dates count before those of its document; without any, nothing is known and nothing changes. */
function ofPeriod({ text, title }: PlacedChunk, opening: string, periods: readonly Period[]): number {
  if (periods.length === 0) return 0
  const dated = [text, title, opening].map(writtenDates).filter((dates) => dates.length > 0)
  if (dated.length === 0) return 0
  const isIn = dated.some((dates) => dates.some((date) => periods.some((period) => isWithin(date, period))))
  return isIn ? IN_PERIOD : OUT_OF_PERIOD
}

/**
 * Only the same page of a paper of the same title, letter for letter, is a copy: two reports of one test that differ in a
 * single figure, or were given on two days, both stay.
 */
function withoutCopies(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>()
  return candidates.filter(({ chunk }) => {
    const identity = [chunk.title, chunk.pageNumber, chunk.startOffset, chunk.text].join('\n')
    if (seen.has(identity)) return false
    seen.add(identity)
    return true
  })
}
