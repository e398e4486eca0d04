/**
 * Answers about measures: the last, the extremes, means, counts, trends, comparisons. Arithmetic is done within one unit
 * only; what does not convert exactly is a series of its own and answered beside the first.
 */
import type { TypedQuery } from '#contract/typed-query.ts'
import type { Convert } from '../../facts/series.ts'
import { askedValues, dated, type Point, type Values } from './asked-values.ts'
import { type Entry, isWithin } from './find-facts.ts'
import type { TypedAnswer, TypedSentence } from './typed-answer.ts'
import { capital, onDate, roundMean, sayDate, sayFlag, sayList, sayValue, subtract } from './wording.ts'

export function answerValues(query: TypedQuery, entries: readonly Entry[], convert: Convert): TypedAnswer | undefined {
  const series = askedValues(query, entries, convert)
  if (series.length === 0) return undefined
  const answer = answerers[query.ask] ?? answerers.latest
  return answer?.(series, query)
}

type Answer = (series: readonly Values[], query: TypedQuery) => TypedAnswer | undefined

const answerers: Partial<Record<TypedQuery['ask'], Answer>> = {
  latest: (series, query) => answerEnd(series, query, 'last'),
  'as-of': (series, query) => answerEnd(series, query, 'last'),
  first: (series, query) => answerEnd(series, query, 'first'),
  highest: (series) => answerExtreme(series, 'highest'),
  lowest: (series) => answerExtreme(series, 'lowest'),
  mean: answerMean,
  count: answerCount,
  list: answerList,
  trend: answerTrend,
  change: answerChange,
  when: answerWhen,
  'in-range': answerInRange,
  stated: (series, query) => {
    const last = answerEnd(series, query, 'last')
    return last === undefined ? undefined : { ...last, answer: { ...last.answer, finding: 'stated' } }
  },
}

const say = (name: string, point: Point) => `${capital(name)} ${sayValue(point)}${onDate(point.happenedOn)}`
/** In its own unit, as its paper writes it. */
const plainly = ({ value, unit, valueText, happenedOn }: Point) => ({
  ...(value !== undefined && { value }),
  valueText,
  ...(value !== undefined && unit !== undefined && { unit }),
  ...(happenedOn !== undefined && { on: happenedOn }),
})

/** All values of the last (or first) day there is: two of one day stand side by side. */
function answerEnd(series: readonly Values[], query: TypedQuery, end: 'last' | 'first'): TypedAnswer | undefined {
  const isOne = new Set(series.map(({ name }) => name)).size === 1
  const ends = series.map((values) => ({ values, points: endOf(values, end) }))
  const shown = isOne ? [bestEnd(ends, end)] : query.name === undefined ? ofOneDay(ends, end) : inOrderOf(query, ends)
  const [first] = shown
  const [main] = first?.points ?? []
  if (first === undefined || main === undefined) return undefined
  const which = end === 'last' ? 'last' : 'first'
  const sentences = shown.flatMap(({ values: { name }, points }): TypedSentence[] => {
    const [point, ...others] = points
    if (point === undefined) return []
    const also = others.filter((other) => sayValue(other) !== sayValue(point))
    const said = `The ${which} ${lower(name)} is ${sayValue(point)}${onDate(point.happenedOn)}${sayFlag(point)}.`
    return [
      { text: said, factIds: [point.id] },
      ...also.map((other) => ({
        text: `Also stated of that day: ${sayValue(other)}${sayFlag(other)}.`,
        factIds: [other.id],
      })),
    ]
  })
  const items =
    shown.length > 1
      ? { items: shown.flatMap(({ values, points }) => points.map((p) => `${values.name} ${sayValue(p)}`)) }
      : {}
  return { sentences, answer: { ...plainly(main), ...items }, dependsOnUnread: true }
}

interface End {
  readonly values: Values
  readonly points: readonly Point[]
}

function endOf(values: Values, end: 'last' | 'first'): readonly Point[] {
  const all = dated(values)
  const edge = (end === 'last' ? all.at(-1) : all[0])?.happenedOn
  if (edge === undefined) return values.points
  const ofDay = all.filter(({ happenedOn }) => happenedOn?.slice(0, 10) === edge.slice(0, 10))
  // of one day the last that has a time, where all have one
  const isTimed = ofDay.every(({ happenedOn = '' }) => happenedOn.length > 10)
  return isTimed ? ofDay.filter(({ happenedOn }) => happenedOn === edge) : ofDay
}

/** Of a group, as the group names them. */
function inOrderOf({ names = [] }: TypedQuery, ends: readonly End[]): End[] {
  const place = ({ values }: End) => (names.indexOf(values.name) + names.length + 1) % (names.length + 1)
  return ends.toSorted((a, b) => place(a) - place(b))
}

const edgeOf = ({ points }: End) => points[0]?.happenedOn ?? ''

function bestEnd(ends: readonly End[], end: 'last' | 'first'): End {
  const isBetter = (a: End, b: End) =>
    end === 'last' ? edgeOf(a) > edgeOf(b) : edgeOf(a) < edgeOf(b) && edgeOf(a) !== ''
  return ends.reduce((best, one) => (isBetter(one, best) ? one : best))
}

/** Of all measures those of the last paper's day. */
function ofOneDay(ends: readonly End[], end: 'last' | 'first'): End[] {
  const day = edgeOf(bestEnd(ends, end)).slice(0, 10)
  return ends.filter((one) => edgeOf(one).slice(0, 10) === day)
}

/** Names stay as they are written but for a capital that only begins them. */
const lower = (name: string) =>
  /^\p{Lu}\p{Ll}+(?![\p{L}]*\d)/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name

function answerExtreme(series: readonly Values[], end: 'highest' | 'lowest'): TypedAnswer | undefined {
  const found = series.flatMap(({ name, unit, points }) => {
    const numbered = points.filter((point) => point.number !== undefined)
    if (numbered.length === 0) return []
    const pick = end === 'highest' ? Math.max : Math.min
    const best = pick(...numbered.map(({ number = 0 }) => number))
    const at = numbered.filter(({ number }) => number === best)
    return [{ name, unit, at, count: numbered.length }]
  })
  // more values say more; those in a unit that does not convert stand beside
  const ranked = found.toSorted((a, b) => b.count - a.count)
  const [main] = ranked
  const [point] = main?.at ?? []
  if (main === undefined || point === undefined) return undefined
  const sentences = ranked.map(({ name, at }): TypedSentence => {
    const [one = point, ...again] = at
    const days = again.flatMap(({ happenedOn }) => (happenedOn === undefined ? [] : [sayDate(happenedOn)]))
    const also = days.length === 0 ? '' : `, and the same on ${sayList(days)}`
    return {
      text: `The ${end} ${lower(name)} is ${sayValue(one)}${onDate(one.happenedOn)}${also}.`,
      factIds: at.map(({ id }) => id),
    }
  })
  return { sentences, answer: plainly(point), dependsOnUnread: true }
}

function answerMean(series: readonly Values[]): TypedAnswer | undefined {
  const [main] = series.toSorted((a, b) => numbersOf(b).length - numbersOf(a).length)
  if (main === undefined) return undefined
  const points = numbersOf(main)
  const numbers = points.map(({ number = 0 }) => number)
  if (numbers.length === 0) return undefined
  const mean = roundMean(average(numbers), numbers)
  const seconds = points.flatMap(({ second }) => second ?? [])
  const pair = seconds.length === numbers.length ? `/${roundMean(average(seconds), seconds)}` : ''
  const unit = points.find(({ unitText, unit }) => unitText !== undefined && unit === main.unit)?.unitText ?? main.unit
  return {
    sentences: [
      {
        text: `The mean ${lower(main.name)} is ${mean}${pair}${unit === undefined ? '' : ` ${unit}`}.`,
        factIds: points.map(({ id }) => id),
      },
    ],
    answer: { value: mean, valueText: `${mean}${pair}`, ...(main.unit !== undefined && { unit: main.unit }) },
    dependsOnUnread: true,
  }
}

/** `<5` is no number to calculate with. */
const numbersOf = ({ points }: Values) =>
  points.filter(({ number, comparator }) => number !== undefined && comparator === undefined)
const average = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

function answerCount(series: readonly Values[]): TypedAnswer {
  const points = series.flatMap(({ points }) => points)
  const names = [...new Set(series.map(({ name }) => lower(name)))]
  return {
    sentences: [
      {
        text: `${points.length} ${points.length === 1 ? 'value' : 'values'} of ${sayList(names)} ${points.length === 1 ? 'is' : 'are'} stated in what I could read.`,
        factIds: points.map(({ id }) => id),
      },
    ],
    answer: { value: points.length, valueText: String(points.length) },
    dependsOnUnread: true,
  }
}

function answerList(series: readonly Values[], query: TypedQuery): TypedAnswer {
  const lists = query.name === undefined && query.from === undefined ? series.map(lastOnly) : series
  const limited = lists.map((values) =>
    query.limit === undefined ? values : { ...values, points: dated(values).slice(-query.limit) },
  )
  const all = limited.flatMap(({ name, unit, points }) => points.map((point) => ({ name, unit, point })))
  const isOne = new Set(all.map(({ name }) => name)).size === 1
  const items = all.map(({ name, point }) =>
    isOne ? `${sayValue(point)}${onDate(point.happenedOn)}` : say(name, point),
  )
  const [only] = all
  const head = isOne && only !== undefined ? `${capital(only.name)}: ${items.join('; ')}.` : `${items.join('; ')}.`
  const each = all.map(({ name, point }) => ({ text: `${say(name, point)}${sayFlag(point)}.`, factIds: [point.id] }))
  const sentences =
    all.length === 1
      ? each
      : [{ text: head, factIds: all.map(({ point }) => point.id) }, ...(all.length > FEW ? [] : each)]
  return {
    sentences,
    answer: {
      ...(all.length === 1 && only !== undefined ? plainly(only.point) : {}),
      items: all.map(({ name, point }) => (isOne ? sayValue(point) : `${name} ${sayValue(point)}`)),
    },
    dependsOnUnread: true,
  }
}

/** Longer lists are not said twice. */
const FEW = 12

const lastOnly = (values: Values): Values => ({ ...values, points: endOf(values, 'last') })

function answerTrend(series: readonly Values[], query: TypedQuery): TypedAnswer | undefined {
  const ranked = series.filter((values) => numbersOf(values).length > 0)
  const [main] = ranked.toSorted((a, b) => numbersOf(b).length - numbersOf(a).length)
  if (main === undefined) return answerList(series, query)
  const names = new Set(ranked.map(({ name }) => name))
  const shown = names.size === 1 ? [main] : ranked
  const sentences = shown.flatMap((values): TypedSentence[] => {
    const points = numbersOf(values).filter(({ happenedOn }) => happenedOn !== undefined)
    const [first, last] = [points[0], points.at(-1)]
    if (first === undefined || last === undefined) return []
    if (first === last)
      return [
        {
          text: `Only one value of ${lower(values.name)} is stated: ${sayValue(first)}${onDate(first.happenedOn)}.`,
          factIds: [first.id],
        },
      ]
    const text = `${capital(values.name)} ${wayOf(first, last)} from ${sayValue(first)}${onDate(first.happenedOn)} to ${sayValue(last)}${onDate(last.happenedOn)}.`
    return [
      { text, factIds: [first.id, last.id] },
      ...(shown.length === 1 && points.length > 2
        ? points.map((point) => ({ text: `${say(values.name, point)}${sayFlag(point)}.`, factIds: [point.id] }))
        : []),
    ]
  })
  if (sentences.length === 0) return answerList(series, query)
  const points = numbersOf(main).filter(({ happenedOn }) => happenedOn !== undefined)
  const [first, last] = [points[0], points.at(-1)]
  const difference =
    first?.number !== undefined && last?.number !== undefined ? { value: subtract(last.number, first.number) } : {}
  return {
    sentences,
    answer: {
      ...difference,
      ...(main.unit !== undefined && { unit: main.unit }),
      items: points.map((point) => sayValue(point)),
    },
    dependsOnUnread: true,
  }
}

/** A fact's own numbers in one unit; what is written in two units is compared by what they convert to. */
const wayOf = (first: Point, last: Point): string => {
  const [before = 0, after = 0] = [first.number, last.number]
  return before === after ? 'stayed the same' : after > before ? 'went up' : 'went down'
}

function answerChange(series: readonly Values[], query: TypedQuery): TypedAnswer | undefined {
  const { days } = query
  if (days === undefined) return answerTrend(series, query)
  const pairs = series.flatMap((values) => {
    const points = numbersOf(values)
    const [earlier, later] = days.map((day) =>
      points.filter(({ happenedOn }) => happenedOn !== undefined && isWithin(happenedOn, day, day)).at(-1),
    )
    return earlier === undefined || later === undefined ? [] : [{ values, earlier, later }]
  })
  const [main] = pairs
  if (main === undefined) return undefined
  const sentences = pairs.map(({ values: { name }, earlier, later }): TypedSentence => {
    const difference = subtract(later.number ?? 0, earlier.number ?? 0)
    const by = difference === 0 ? 'the same' : `${difference > 0 ? 'higher' : 'lower'} by ${Math.abs(difference)}`
    return {
      text: `${capital(name)} was ${sayValue(earlier)}${onDate(earlier.happenedOn)} and ${sayValue(later)}${onDate(later.happenedOn)}: ${by}.`,
      factIds: [earlier.id, later.id],
    }
  })
  const value = subtract(main.later.number ?? 0, main.earlier.number ?? 0)
  return {
    sentences,
    answer: {
      ...{ value, valueText: `${sayValue(main.earlier)} → ${sayValue(main.later)}` },
      ...(main.values.unit !== undefined && { unit: main.values.unit }),
      items: [sayValue(main.earlier), sayValue(main.later)],
    },
    dependsOnUnread: true,
  }
}

function answerWhen(series: readonly Values[], query: TypedQuery): TypedAnswer | undefined {
  if (query.beyond !== undefined) return answerList(series, query)
  const last = answerEnd(series, query, 'last')
  if (last === undefined) return undefined
  const [values] = series
  const points = values === undefined ? [] : endOf(values, 'last')
  const [point] = points
  if (values === undefined || point?.happenedOn === undefined) return last
  return {
    ...last,
    sentences: [
      {
        text: `${capital(values.name)} was last measured${onDate(point.happenedOn)}: ${sayValue(point)}.`,
        factIds: [point.id],
      },
      ...last.sentences.slice(1),
    ],
  }
}

function answerInRange(series: readonly Values[], query: TypedQuery): TypedAnswer | undefined {
  const last = answerEnd(series, query, 'last')
  const shown = series.flatMap((values) =>
    endOf(values, 'last')
      .slice(0, 1)
      .map((point) => ({ values, point })),
  )
  const isOne = new Set(shown.map(({ values }) => values.name)).size === 1
  const [main] = shown
  if (last === undefined || main === undefined) return undefined
  const sentences = (isOne ? [main] : shown).map(({ values, point }): TypedSentence => {
    const { flag, rangeText } = point
    const said =
      flag === 'unknown'
        ? rangeText === undefined
          ? 'its report prints no range with it'
          : `its report prints the range ${rangeText}`
        : flag === 'normal'
          ? `within the range of its report${rangeText === undefined ? '' : `, ${rangeText}`}`
          : `${flag} by its report${rangeText === undefined ? '' : `, range ${rangeText}`}`
    return { text: `${say(values.name, point)}: ${said}.`, factIds: [point.id] }
  })
  const finding =
    main.point.flag === 'unknown' ? 'no-range' : main.point.flag === 'normal' ? 'in-range' : 'out-of-range'
  return { sentences, answer: { ...plainly(main.point), finding }, dependsOnUnread: true }
}
