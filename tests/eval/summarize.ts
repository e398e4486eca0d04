/** A group's scores boiled down to the figures that are promised of it, each held against its promise. Pure. */
import type { ReadingGroup } from '../../tools/make-papers/print/reading-corpus.ts'
import { type PageScore, share } from './score-page.ts'

export interface ScoredPage {
  readonly name: string
  readonly group: ReadingGroup
  /** What kind of page it is: the typeface of a letter, the layout family of a table. */
  readonly family: string
  readonly score: PageScore
  readonly ms: number
  readonly passes: number
  /** For a photo: by how much the same paper, scanned flat, was read better. */
  readonly behindFlat?: number
  /** The reader's error code, when it did not read the page. */
  readonly failed?: string
}

export interface Figure {
  readonly name: string
  readonly value: number
  readonly limit?: number
  readonly met?: boolean
  readonly note?: string
}

interface Promises {
  readonly recallMedian?: number
  readonly recallWorst?: number
  readonly behindFlat?: number
}

const promises: Readonly<Record<ReadingGroup, Promises>> = {
  flat: { recallMedian: 0.99, recallWorst: 0.95 },
  dense: { recallMedian: 0.97, recallWorst: 0.9 },
  'held-out': { recallMedian: 0.97, recallWorst: 0.9 },
  photo: { behindFlat: 0.06 },
  'photo-twin': {},
  ledger: {},
  boxes: {},
}
const PRECISION_WORST = 0.96
const FIGURES_SAID = 0.995
const BOXES_RIGHT = 0.98
const UNREAD_FLAGGED = 0.95
const FALSELY_FLAGGED = 0.03

export function summarize(group: ReadingGroup, pages: readonly ScoredPage[]): Figure[] {
  const promise = promises[group]
  const scores = pages.map(({ score }) => score)
  const recalls = scores.map(({ recall }) => recall)
  const precisions = scores.map(({ precision }) => precision)
  const behind = pages.flatMap(({ behindFlat }) => (behindFlat === undefined ? [] : [behindFlat]))
  return [
    atLeast('recall, median', median(recalls), promise.recallMedian),
    atLeast('recall, worst', Math.min(...recalls), promise.recallWorst),
    ...(behind.length === 0
      ? []
      : [
          atMost('behind the flat scan, median', median(behind)),
          atMost('behind the flat scan, worst', Math.max(...behind), promise.behindFlat),
        ]),
    atLeast('precision, median', median(precisions)),
    atLeast('precision, worst', Math.min(...precisions), PRECISION_WORST),
    ...figuresOf(scores),
    boxesOf(scores),
    ...ledgerOf(scores),
    { name: 'ms a page, median', value: median(pages.map(({ ms }) => ms)) },
  ]
}

function figuresOf(scores: readonly PageScore[]): Figure[] {
  const total = sum(scores, ({ figures }) => figures.total)
  const right = sum(scores, ({ figures }) => figures.right)
  const doubtful = sum(scores, ({ figures }) => figures.doubtful)
  const needlessly = sum(scores, ({ figures }) => figures.needlessly)
  const note = `${right} right, ${doubtful} doubtful, ${total - right - doubtful} wrong of ${total}`
  return [
    { ...atLeast('numeric words right or doubtful', share(right + doubtful, total), FIGURES_SAID), note },
    { name: 'right numeric words doubted', value: right === 0 ? 0 : needlessly / right },
  ]
}

function boxesOf(scores: readonly PageScore[]): Figure {
  const [right, total] = [sum(scores, ({ boxes }) => boxes.right), sum(scores, ({ boxes }) => boxes.total)]
  return { ...atLeast('word boxes right', share(right, total), BOXES_RIGHT), note: `${right} of ${total}` }
}

function ledgerOf(scores: readonly PageScore[]): Figure[] {
  const planted = sum(scores, ({ ledger }) => ledger.planted)
  const read = sum(scores, ({ ledger }) => ledger.read)
  const falsely = sum(scores, ({ ledger }) => ledger.falselyFlagged)
  const flagged = share(
    sum(scores, ({ ledger }) => ledger.flagged),
    planted,
  )
  return [
    ...(planted === 0 ? [] : [atLeast('planted unread area flagged', flagged, UNREAD_FLAGGED)]),
    atMost('read area falsely flagged', read === 0 ? 0 : falsely / read, FALSELY_FLAGGED),
  ]
}

const atLeast = (name: string, value: number, limit?: number): Figure =>
  limit === undefined ? { name, value } : { name, value, limit, met: value >= limit }

const atMost = (name: string, value: number, limit?: number): Figure =>
  limit === undefined ? { name, value } : { name, value, limit, met: value <= limit }

const sum = (scores: readonly PageScore[], of: (score: PageScore) => number) =>
  scores.reduce((total, score) => total + of(score), 0)

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [below, above] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return ((below ?? Number.NaN) + (above ?? Number.NaN)) / 2
}
