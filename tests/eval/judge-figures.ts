/**
 * What became of every figure of a page: right in its place, marked doubtful, or silently wrong. A figure that was
 * neither read nor marked is silently wrong too.
 */
import type { Box } from '../../src-main/ingest/read-page.ts'
import { coveredArea, samePlace } from './boxes.ts'
import type { PlacedWord, ReadWord } from './reader.ts'
import { isNumeric } from './scored-words.ts'

export interface Misread {
  readonly truth: string
  /** What stands in its place, left to right; empty when nothing does. */
  readonly read: string
  readonly box: Box
}

export interface FigureCount {
  readonly total: number
  readonly right: number
  /** Not right, and said so: a word in its place is doubtful, or the place is marked unread. */
  readonly doubtful: number
  /** Right and marked doubtful all the same. */
  readonly needlessly: number
  readonly wrong: readonly Misread[]
}

export function judgeFigures(
  truth: readonly PlacedWord[],
  read: readonly ReadWord[],
  unread: readonly Box[],
): FigureCount {
  const figures = truth.filter(({ text }) => isNumeric(text))
  const wrong: Misread[] = []
  let [right, doubtful, needlessly] = [0, 0, 0]
  for (const { text, box } of figures) {
    const here = read.filter((word) => samePlace(word.box, box))
    const same = here.filter((word) => word.text === text)
    if (same.length > 0) {
      right += 1
      if (same.every((word) => word.doubtful)) needlessly += 1
    } else if (here.some((word) => word.doubtful) || mostlyMarked(box, unread)) doubtful += 1
    else wrong.push({ truth: text, read: inReadingOrder(here), box })
  }
  return { total: figures.length, right, doubtful, needlessly, wrong }
}

const mostlyMarked = (box: Box, unread: readonly Box[]) =>
  coveredArea([box], { within: unread }) >= 0.5 * coveredArea([box])

const inReadingOrder = (words: readonly PlacedWord[]) =>
  [...words]
    .sort((a, b) => a.box[0] - b.box[0])
    .map(({ text }) => text)
    .join(' ')
