/** Shares of right answers with their intervals, by kind, by wording and by engine; citations, abstentions and what must be none. */
import { bootstrapIntervals, type Interval } from '../retrieval/bootstrap.ts'
import type { Scored } from './score.ts'

export interface Row {
  readonly name: string
  readonly questions: number
  readonly right: number
  readonly ci95: Interval
  /** Of those not right: nothing was answered. */
  readonly silent: number
  readonly citations: Shares
}

interface Shares {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface Summary {
  readonly answerable: Row
  readonly unanswerable: Row
  readonly byKind: readonly Row[]
  readonly byWording: readonly Row[]
  readonly byEngine: readonly Row[]
  readonly byPapers: readonly Row[]
  /** By kind, then by engine: right and asked, of what can be answered. */
  readonly byKindAndEngine: Readonly<Record<string, Readonly<Record<string, readonly [right: number, asked: number]>>>>
  readonly byWhyNot: readonly Row[]
  readonly abstention: { readonly precision: number; readonly recall: number }
  readonly unsupported: { readonly answers: number; readonly figures: number }
  readonly foreign: number
  readonly latencyMs: { readonly p50: number; readonly p95: number }
}

export function summarize(scored: readonly Scored[], seed: number): Summary {
  const isAnswerable = ({ question }: Scored) => question.expected.is !== 'unanswerable'
  const [answerable, unanswerable] = [scored.filter(isAnswerable), scored.filter((one) => !isAnswerable(one))]
  const rowsBy = (all: readonly Scored[], nameOf: (one: Scored) => string) =>
    [...Map.groupBy(all, nameOf)].map(([name, rows]) => row(name, rows, seed))
  const abstained = scored.filter((one) => one.isAbstained)
  const rightly = abstained.filter((one) => !isAnswerable(one)).length
  const ms = scored.map((one) => one.ms).toSorted((a, b) => a - b)
  return {
    answerable: row('answerable', answerable, seed),
    unanswerable: row('unanswerable', unanswerable, seed),
    byKind: rowsBy(answerable, ({ question }) => question.kind),
    byWording: rowsBy(answerable, ({ question }) => question.wording),
    byEngine: rowsBy(answerable, ({ engine }) => engine),
    byKindAndEngine: countByEngine(answerable),
    byPapers: rowsBy(answerable, ({ isNoisy }) => (isNoisy ? 'bad scans among them' : 'clean papers')),
    byWhyNot: rowsBy(unanswerable, ({ question: { expected } }) =>
      expected.is === 'unanswerable' ? expected.why : '',
    ),
    abstention: { precision: part(rightly, abstained.length), recall: part(rightly, unanswerable.length) },
    unsupported: {
      answers: scored.filter(({ unsupported }) => unsupported.length > 0).length,
      figures: sum(scored.map(({ unsupported }) => unsupported.length)),
    },
    foreign: sum(scored.map(({ foreign }) => foreign)),
    latencyMs: { p50: ms[Math.floor(ms.length * 0.5)] ?? 0, p95: ms[Math.floor(ms.length * 0.95)] ?? 0 },
  }
}

function countByEngine(scored: readonly Scored[]): Summary['byKindAndEngine'] {
  const rightOf = (all: readonly Scored[]) => all.filter(({ isRight }) => isRight).length
  const byEngine = (all: readonly Scored[]) =>
    Object.fromEntries(
      [...Map.groupBy(all, ({ engine }) => engine)].map(([engine, same]) => [
        engine,
        [rightOf(same), same.length] as const,
      ]),
    )
  return Object.fromEntries(
    [...Map.groupBy(scored, ({ question }) => question.kind)].map(([kind, all]) => [kind, byEngine(all)]),
  )
}

function row(name: string, scored: readonly Scored[], seed: number): Row {
  const right = scored.map(({ isRight }) => (isRight ? 1 : 0) as number)
  const [ci95 = [Number.NaN, Number.NaN] as const] =
    scored.length === 0 ? [] : bootstrapIntervals([right], { seed, resamples: 2000 })
  const cited = scored.flatMap(({ citations }) => (citations === undefined ? [] : [citations]))
  const total = (of: 'shown' | 'fitting' | 'wanted' | 'found') => sum(cited.map((one) => one[of]))
  const precision = part(total('fitting'), total('shown'))
  const recall = part(total('found'), total('wanted'))
  return {
    ...{ name, questions: scored.length, ci95 },
    right: part(sum(right), scored.length),
    silent: part(scored.filter(({ isRight, isAbstained }) => !isRight && isAbstained).length, scored.length),
    citations: { precision, recall, f1: part(2 * precision * recall, precision + recall) },
  }
}

/** NaN where there is nothing to share. */
const part = (count: number, all: number) => (all === 0 ? Number.NaN : count / all)
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
