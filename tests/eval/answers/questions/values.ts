/** Questions for measured values, each with its right answer from what the papers state. */

import { shuffled } from '../../../../tools/make-papers/clinical/results.ts'
import type { Random } from '../../../../tools/make-papers/random.ts'
import { procedureById } from '../../../../tools/make-papers/record-qa/catalogue.ts'
import { measureOf } from '../../../../tools/make-papers/record-qa/measures.ts'
import { hasOneUnit, type Known, type Point, wantedOf } from './known.ts'
import type { Draft, Expected, QuestionKind } from './question.ts'
import { dayInWords, monthInWords, type Phrases, say } from './speech.ts'
import * as phrases from './value-phrases.ts'

type Make = (known: Known, random: Random) => Draft[]

export const latestValues: Make = (known, random) =>
  ofSome(known, random, 3, 1).map(([id, points]) =>
    draft('latest', phrases.latest, id, expectValue([points.at(-1)]), random),
  )

export const firstValues: Make = (known, random) =>
  ofSome(known, random, 1, 2).map(([id, points]) => draft('first', phrases.first, id, expectValue([points[0]]), random))

export const extremes: Make = (known, random) =>
  (['highest', 'lowest'] as const).flatMap((kind) =>
    ofSome(comparable(known), random, 1, 3).map(([id, points]) => {
      const values = points.map(({ first }) => first.value)
      const wanted = kind === 'highest' ? Math.max(...values) : Math.min(...values)
      const tied = points.filter(({ first }) => first.value === wanted)
      return draft(kind, kind === 'highest' ? phrases.highest : phrases.lowest, id, expectValue(tied), random)
    }),
  )

export const means: Make = (known, random) =>
  ofSome(comparable(known), random, 1, 3).map(([id, points]) => {
    const value = points.reduce((sum, { first }) => sum + first.value, 0) / points.length
    const tolerance = 0.5 * 10 ** -measureOf(id).scale.decimals + 1e-9
    return draft('mean', phrases.mean, id, { is: 'computed', value, tolerance, groups: groupsOf(points) }, random)
  })

export const counts: Make = (known, random) =>
  ofSome(known, random, 1, 2).map(([id, points]) =>
    draft('count', phrases.count, id, { is: 'computed', value: points.length, tolerance: 0, groups: [] }, random),
  )

export const valueLists: Make = (known, random) =>
  ofSome(known, random, 1, 2).map(([id, points]) =>
    draft('list-values', phrases.listValues, id, expectValues(points), random),
  )

export const trends: Make = (known, random) =>
  ofSome(comparable(known), random, 1, 3).map(([id, points]) =>
    draft('trend', phrases.trend, id, expectEnds(points), random),
  )

export const asOfValues: Make = (known, random) => {
  const [inMonth] = ofSome(known, random, 1, 2, (points) => alone(points, 7).length > 0)
  const [asOf] = ofSome(known, random, 1, 3)
  const drafts: Draft[] = []
  if (inMonth !== undefined) {
    const point = random.pick(alone(inMonth[1], 7))
    const m = monthInWords(point.on, random)
    drafts.push(draft('as-of', phrases.inMonth, inMonth[0], expectValue([point]), random, { m }))
  }
  if (asOf !== undefined) {
    const [id, points] = asOf
    const at = random.between(0, points.length - 2)
    const day = between(points[at], points[at + 1])
    if (day !== undefined)
      drafts.push(draft('as-of', phrases.asOf, id, expectValue([points[at]]), random, { d: dayInWords(day, random) }))
  }
  return drafts
}

export const changes: Make = (known, random) =>
  ofSome(comparable(known), random, 1, 2, (points) => alone(points, 4).length > 1).map(([id, points]) => {
    const [a, b] = twoOf(alone(points, 4), random)
    const value = b.first.value - a.first.value
    const expected: Expected = {
      ...{ is: 'computed', value, tolerance: 1e-6, from: [wantedOf(a), wantedOf(b)], groups: groupsOf([a, b]) },
    }
    return draft('change', phrases.change, id, expected, random, { a: a.on.slice(0, 4), b: b.on.slice(0, 4) })
  })

export const comparisons: Make = (known, random) =>
  ofSome(known, random, 1, 2).map(([id, points]) => {
    const [a, b] = twoOf(points, random)
    const days = { a: dayInWords(a.on, random), b: dayInWords(b.on, random) }
    return draft('compare-dates', phrases.compareDays, id, expectValues([a, b]), random, days)
  })

export const aroundOperations: Make = (known, random) =>
  known.operations.slice(0, 1).flatMap(({ procedure, on }) => {
    const p = random.pick(procedureById(procedure).asked)
    const isBefore = random.chance(0.5)
    const fits = (point: Point) => (isBefore ? point.on < on : point.on > on)
    return ofSome(known, random, 2, 2, (points) => points.some(fits)).map(([id, points]) => {
      const point = isBefore ? points.findLast(fits) : points.find(fits)
      const words = isBefore ? phrases.beforeEvent : phrases.afterEvent
      return draft('before-after', words, id, expectValue([point]), random, { p })
    })
  })

export const inRanges: Make = (known, random) =>
  ofSome(known, random, 1, 1, (points) => rangeFinding(points.at(-1)) !== undefined).flatMap(([id, points]) => {
    const last = points.at(-1)
    const found = rangeFinding(last)
    if (last === undefined || found === undefined) return []
    const { asked, lay } = measureOf(id)
    const expected: Expected = { is: 'finding', anyOf: [found], about: [...asked, ...lay], groups: groupsOf([last]) }
    return [draft('in-range', phrases.inRange, id, expected, random)]
  })

/** By the limits on the paper; a value on a limit is nobody's to decide here. */
function rangeFinding(point: Point | undefined) {
  if (point === undefined || point.first.second !== undefined) return undefined
  const { range, first } = point
  if (range === undefined) return 'no-range' as const
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = range
  if (first.value === low || first.value === high) return undefined
  return first.value > low && first.value < high ? ('in-range' as const) : ('out-of-range' as const)
}

function draft(
  kind: QuestionKind,
  words: Phrases,
  measure: string,
  expected: Expected,
  random: Random,
  more: Readonly<Record<string, string>> = {},
): Draft {
  return { kind, ...say(words, measureOf(measure), random, more), before: [], expected }
}

/** Of some measures that have so many values at least. */
export function ofSome(
  { series }: Pick<Known, 'series'>,
  random: Random,
  most: number,
  least: number,
  fits: (points: readonly Point[]) => boolean = () => true,
): (readonly [id: string, points: readonly Point[]])[] {
  return shuffled(
    random,
    [...series].filter(([, points]) => points.length >= least && fits(points)),
  ).slice(0, most)
}

/** Values of one unit that are single numbers. */
const comparable = ({ series }: Known): Pick<Known, 'series'> => ({
  series: new Map([...series].filter(([id, points]) => id !== 'blood-pressure' && hasOneUnit(points))),
})

/** Those that have their year (4 letters of the day) or month (7) for themselves. */
export const alone = (points: readonly Point[], letters: 4 | 7): Point[] =>
  points.filter(({ on }) => points.filter((other) => other.on.slice(0, letters) === on.slice(0, letters)).length === 1)

export function expectValue(points: readonly (Point | undefined)[]): Expected {
  const known = points.filter((point) => point !== undefined)
  const [first] = known
  if (first === undefined) throw new Error('a question without the value that answers it')
  const wanted = { ...wantedOf(first), on: known.map(({ on }) => on) }
  return { is: 'value', wanted, groups: [known.flatMap(({ places }) => places)] }
}

const expectValues = (points: readonly Point[]): Expected => ({
  ...{ is: 'values', wanted: points.map(wantedOf), groups: groupsOf(points) },
})

/** The first and the last must be said; those between may be. */
const expectEnds = (points: readonly Point[]): Expected => ({
  ...expectValues(points.filter((_, at) => at === 0 || at === points.length - 1)),
  also: points.flatMap(({ places }) => places),
})

const groupsOf = (points: readonly Point[]) => points.map(({ places }) => places)

function twoOf(points: readonly Point[], random: Random): readonly [Point, Point] {
  const [a, b] = shuffled(random, points)
    .slice(0, 2)
    .toSorted((one, two) => one.on.localeCompare(two.on))
  if (a === undefined || b === undefined) throw new Error('two values are needed')
  return [a, b]
}

/** A day well between two; undefined where they are near. */
function between(a: Point | undefined, b: Point | undefined): string | undefined {
  if (a === undefined || b === undefined) return undefined
  const [from, to] = [Date.parse(a.on), Date.parse(b.on)]
  const DAY = 86_400_000
  return to - from < 40 * DAY
    ? undefined
    : new Date(from + Math.round((to - from) / 2 / DAY) * DAY).toISOString().slice(0, 10)
}
