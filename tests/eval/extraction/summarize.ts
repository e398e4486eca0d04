/** Counts what was judged: recall, precision with its weights, dates, boxes and what must never happen. Pure. */
import type { FactDoubt } from '#contract/facts.ts'
import type { Fault, Judged, JudgedDocument, Matched } from './judge.ts'
import { type Group, groups, type Medium } from './scored-document.ts'

export interface GroupCounts {
  readonly group: Group
  /** In the truth. */
  readonly total: number
  readonly right: number
  /** Of the right ones, those that are marked all the same. */
  readonly doubtful: number
  readonly wrong: number
  /** Wrong number, sign, unit or dose, and nothing marks it. */
  readonly heavy: number
  readonly missed: number
  readonly spurious: number
  readonly recall: number
  /** right / (right + what is wrong by weight + spurious). */
  readonly precision: number
  readonly flagsRight: number
  readonly faults: ReadonlyMap<Fault, number>
  /** Of the right ones that are marked. */
  readonly doubts: ReadonlyMap<FactDoubt, number>
}

export interface Summary {
  readonly documents: number
  readonly groups: readonly GroupCounts[]
  readonly dates: Dates
  readonly ownDates: Dates
  readonly boxes: {
    readonly total: number
    readonly quotes: number
    readonly holdsValue: number
    readonly isTight: number
  }
  readonly misattributed: ReadonlyMap<string, number>
  readonly agreed: Agreed
}

/** Laboratory rows that nothing marks but a doubt about their day: name and unit known, read surely, possible. */
export interface Agreed {
  /** Rows of the papers. */
  readonly total: number
  readonly right: number
  /** Wrong, or on no paper. */
  readonly wrong: number
}

export interface Dates {
  /** Facts that were found, of which a day is asked. */
  readonly total: number
  readonly right: number
  readonly undated: number
  readonly wrong: number
  readonly invented: number
}

export function summarizeFacts(documents: readonly JudgedDocument[]): Summary {
  const facts = documents.flatMap((document) => document.facts)
  const matched = facts.filter(isMatched)
  const share = (is: (fact: Matched) => boolean) => matched.filter(is).length
  return {
    documents: documents.length,
    groups: groups.flatMap((group) => {
      const inGroup = facts.filter((fact) => fact.group === group)
      return inGroup.length === 0 ? [] : [countGroup(group, inGroup)]
    }),
    dates: countDates(matched.map(({ date }) => date)),
    ownDates: countDates(documents.map(({ ownDate }) => ownDate)),
    boxes: {
      total: matched.length,
      quotes: share(({ boxes }) => boxes.quotes),
      holdsValue: share(({ boxes }) => boxes.holdsValue),
      isTight: share(({ boxes }) => boxes.isTight),
    },
    agreed: countAgreed(facts.filter(({ group }) => group === 'labs')),
    misattributed: countBy(
      documents.flatMap(({ misattributed }) => misattributed.map(({ statement }) => statement.why)),
    ),
  }
}

const OF_DAYS: ReadonlySet<FactDoubt> = new Set(['ambiguous-date', 'no-date', 'conflict'])

function countAgreed(labs: readonly Judged[]): Agreed {
  const agreed = labs.filter((fact) => fact.outcome !== 'missed' && fact.found.doubts.every((one) => OF_DAYS.has(one)))
  const right = agreed.filter(({ outcome }) => outcome === 'right').length
  return { total: labs.filter(({ outcome }) => outcome !== 'spurious').length, right, wrong: agreed.length - right }
}

export function byLayoutAndMedium(documents: readonly JudgedDocument[]): Map<string, JudgedDocument[]> {
  const key = (layout: string, medium: Medium) => `${layout} ${medium}`
  return Map.groupBy(documents, ({ layout, medium }) => key(layout, medium))
}

function countGroup(group: Group, facts: readonly Judged[]): GroupCounts {
  const [missed, spurious] = ['missed', 'spurious'].map(
    (one) => facts.filter(({ outcome }) => outcome === one).length,
  ) as [number, number]
  const matched = facts.filter(isMatched)
  const right = matched.filter(({ outcome }) => outcome === 'right')
  const wrong = matched.filter(({ outcome }) => outcome === 'wrong')
  const weighed = wrong.reduce((sum, { weight }) => sum + weight, 0)
  const total = matched.length + missed
  return {
    ...{ group, total, missed, spurious },
    right: right.length,
    doubtful: right.filter(({ isDoubtful }) => isDoubtful).length,
    wrong: wrong.length,
    heavy: wrong.filter(({ weight }) => weight > 1).length,
    recall: total === 0 ? 1 : right.length / total,
    precision: right.length + weighed + spurious === 0 ? 1 : right.length / (right.length + weighed + spurious),
    flagsRight: matched.length === 0 ? 1 : matched.filter(({ isFlagRight }) => isFlagRight).length / matched.length,
    doubts: countBy(right.flatMap(({ found }) => found.doubts)),
    faults: countBy(wrong.flatMap(({ faults }) => faults)),
  }
}

const isMatched = (fact: Judged): fact is Matched => fact.outcome === 'right' || fact.outcome === 'wrong'

function countDates(verdicts: readonly ('right' | 'undated' | 'wrong' | 'invented')[]): Dates {
  const counts = countBy(verdicts)
  return {
    total: verdicts.length,
    right: counts.get('right') ?? 0,
    undated: counts.get('undated') ?? 0,
    wrong: counts.get('wrong') ?? 0,
    invented: counts.get('invented') ?? 0,
  }
}

function countBy<T>(things: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1)
  return counts
}
