/** How well one page was read, from its truth and its reading alone. Pure. */
import type { Box } from '../../src-main/ingest/read-page.ts'
import { coveredArea, overlapOf, samePlace } from './boxes.ts'
import { type FigureCount, judgeFigures, type Misread } from './judge-figures.ts'
import { pairWords } from './pair-words.ts'
import type { PlacedWord, ReadResult } from './reader.ts'
import { scoredWords } from './scored-words.ts'

export interface PageTruth {
  /** Printed words that a person can see, with their ink boxes. */
  readonly words: readonly PlacedWord[]
  /** Ink that nobody is asked to read, and that must be said to be unread. */
  readonly handwriting: readonly Box[]
}

export interface PageScore {
  readonly truthCount: number
  readonly readCount: number
  /** Of the truth's words, as a multiset. */
  readonly recall: number
  /** Of the words read. */
  readonly precision: number
  readonly figures: FigureCount
  /** Of the words read right: how many lie where the truth says, by an overlap of at least half. */
  readonly boxes: { readonly total: number; readonly right: number }
  readonly ledger: Ledger
  readonly lost: readonly Misread[]
  readonly extra: readonly PlacedWord[]
}

/** Areas in fractions of the page. */
export interface Ledger {
  readonly planted: number
  readonly flagged: number
  /** Of words read right, outside what was planted. */
  readonly read: number
  readonly falselyFlagged: number
  /** What was planted and is for the most part not flagged; words read right that are for the most part flagged. */
  readonly overlooked: readonly Box[]
  readonly blamed: readonly PlacedWord[]
}

const LEAST_OVERLAP = 0.5

export function scorePage(truth: PageTruth, result: Pick<ReadResult, 'words' | 'unread'>): PageScore {
  const wanted = scoredWords(truth.words)
  const read = scoredWords(result.words)
  const { pairs, lost, extra } = pairWords(wanted, read)
  const right = pairs.filter((pair) => overlapOf(pair.truth.box, pair.read.box) >= LEAST_OVERLAP)
  return {
    truthCount: wanted.length,
    readCount: read.length,
    recall: share(pairs.length, wanted.length),
    precision: share(pairs.length, read.length),
    figures: judgeFigures(wanted, read, result.unread),
    boxes: { total: pairs.length, right: right.length },
    ledger: ledgerOf(
      truth.handwriting,
      result.unread,
      pairs.map((pair) => pair.truth),
    ),
    lost: lost.map(({ text, box }) => ({ truth: text, read: textAt(box, read), box })),
    extra,
  }
}

/** Of nothing, all. */
export const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

function ledgerOf(planted: readonly Box[], unread: readonly Box[], words: readonly PlacedWord[]): Ledger {
  const boxes = words.map(({ box }) => box)
  const outside = { outside: planted }
  return {
    planted: coveredArea(planted),
    flagged: coveredArea(planted, { within: unread }),
    read: coveredArea(boxes, outside),
    falselyFlagged: coveredArea(boxes, { within: unread, ...outside }),
    overlooked: planted.filter((box) => coveredArea([box], { within: unread }) < coveredArea([box]) / 2),
    blamed: words.filter(({ box }) => coveredArea([box], { within: unread, ...outside }) > coveredArea([box]) / 2),
  }
}

const textAt = (box: Box, words: readonly PlacedWord[]) =>
  words
    .filter((word) => samePlace(word.box, box))
    .sort((a, b) => a.box[0] - b.box[0])
    .map(({ text }) => text)
    .join(' ')
