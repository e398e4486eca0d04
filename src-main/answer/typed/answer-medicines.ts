/**
 * Answers about medicines, by the last statement of each: old is not stopped and unmentioned is not stopped. What is asked
 * of a time before is answered by what was stated up to then.
 */
import type { MedicineLine } from '#contract/facts.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import type { Entry } from './find-facts.ts'
import type { TypedAnswer, TypedSentence } from './typed-answer.ts'
import { capital, onDate, sayDate } from './wording.ts'

interface MedicinesInput {
  readonly query: TypedQuery
  /** Every statement that was asked for, in the order of their dates. */
  readonly entries: readonly Entry[]
  /** The last statement of each medicine that was asked for; of all of the record where none was named. */
  readonly lines: readonly MedicineLine[]
}

export function answerMedicines({ query, entries, lines }: MedicinesInput): TypedAnswer | undefined {
  const isOfThen = [query.from, query.to, query.event].some((bound) => bound !== undefined)
  if (query.ask === 'count') return answerCount(isOfThen ? statedThen(entries) : lines.map(({ fact }) => fact))
  if (query.ask === 'list' || query.ask === 'as-of') {
    if (query.detail === 'stoppedOn') return answerStopped(lines)
    if (query.names !== undefined) return isOfThen ? answerEver(entries) : answerGroup(lines)
    if (query.name !== undefined) return answerHistory(entries)
    return isOfThen ? answerThen(entries, query) : answerNow(lines)
  }
  if (entries.length === 0) return undefined
  if (query.ask === 'detail' && query.detail === 'stoppedOn') return answerStop(entries)
  if (query.ask === 'detail') return answerDetail(query, entries, isOfThen ? [] : lines)
  if (query.ask === 'when' || query.ask === 'first') return answerStart(entries)
  if (query.ask === 'latest' || isOfThen) return answerHistory(entries.slice(-1))
  return answerStanding(lines)
}

/** What is stored of a medicine, whether with its places or without. */
type Said = Pick<Entry, 'id' | 'name' | 'valueText' | 'details' | 'happenedOn'>

/** As its paper writes it, else put together of what it says. */
export function sayMedicine({ name, details }: Said): string {
  const how = [details.dose, details.form, details.route, details.frequency, details.asNeeded ? 'as needed' : undefined]
  return [name, ...how.flatMap((part) => part ?? [])].join(' ')
}

const STANDINGS: Readonly<Record<MedicineLine['standing'], string>> = {
  current: 'Current',
  'last-stated': 'Last stated',
  'not-on-last-list': 'Left out of the last list',
  stopped: 'Stated as stopped',
}

export function sayLine({ fact, standing, on }: MedicineLine): string {
  if (standing === 'not-on-last-list')
    return `${capital(sayMedicine(fact))}: not on the list of ${on === undefined ? 'a later paper' : sayDate(on)}`
  return `${capital(sayMedicine(fact))}: ${STANDINGS[standing].toLowerCase()}${onDate(on)}`
}

/** With the list that leaves it out, where one does. */
function toSentence(line: MedicineLine): TypedSentence {
  const { fact, standing, on, documentId } = line
  const isLeftOut = standing === 'not-on-last-list' && on !== undefined && documentId !== undefined
  return { text: `${sayLine(line)}.`, factIds: [fact.id], ...(isLeftOut && { days: [{ documentId, on }] }) }
}

function answerNow(lines: readonly MedicineLine[]): TypedAnswer | undefined {
  const now = lines.filter(({ standing }) => standing === 'current' || standing === 'last-stated')
  const past = lines.filter(({ standing }) => standing === 'stopped' || standing === 'not-on-last-list')
  if (lines.length === 0) return undefined
  const names = [...new Set(now.map(({ fact }) => fact.name))]
  const head: TypedSentence[] =
    now.length === 0
      ? [
          {
            text: 'Every medicine that is stated is stated as stopped, or left out of the last list.',
            factIds: past.map(({ fact }) => fact.id),
          },
        ]
      : [{ text: `Medicines as last stated: ${names.join('; ')}.`, factIds: now.map(({ fact }) => fact.id) }]
  return {
    sentences: [...head, ...[...now, ...past].map(toSentence)],
    answer: { items: names },
    dependsOnUnread: true,
  }
}

/** Of a group all that are stated, each as it was last stated: which of them were taken is as much asked as which are. */
function answerGroup(lines: readonly MedicineLine[]): TypedAnswer | undefined {
  const names = [...new Set(lines.map(({ fact }) => fact.name))]
  if (names.length === 0) return undefined
  return {
    sentences: [
      { text: `Stated in what I could read: ${names.join('; ')}.`, factIds: lines.map(({ fact }) => fact.id) },
      ...lines.map(toSentence),
    ],
    answer: { items: names },
    dependsOnUnread: true,
  }
}

/** Of a group what is stated within a time, whether begun then or ended. */
function answerEver(entries: readonly Entry[]): TypedAnswer | undefined {
  const said = entries.filter(({ isNoneKnown }) => !isNoneKnown)
  const history = answerHistory(said)
  const names = [...new Set(said.map(({ name }) => name))]
  return history && { ...history, answer: { items: names } }
}

function answerStopped(lines: readonly MedicineLine[]): TypedAnswer | undefined {
  const past = lines.filter(({ standing }) => standing === 'stopped' || standing === 'not-on-last-list')
  if (past.length === 0) return undefined
  const stopped = past.filter(({ standing }) => standing === 'stopped')
  return {
    sentences: past.map(toSentence),
    answer: { items: [...new Set((stopped.length > 0 ? stopped : past).map(({ fact }) => fact.name))] },
    dependsOnUnread: true,
  }
}

function answerStanding(lines: readonly MedicineLine[]): TypedAnswer | undefined {
  const said = stopsFirst(lines)
  const [first] = said
  if (first === undefined) return undefined
  return {
    sentences: said.map(toSentence),
    answer: {
      finding: first.standing,
      items: [...new Set(said.map(({ fact }) => fact.name))],
      ...(first.fact.details.dose !== undefined && { valueText: first.fact.details.dose }),
      ...(first.on !== undefined && { on: first.on }),
    },
    dependsOnUnread: true,
  }
}

/** A medicine that one line calls stopped is no longer taken, unless a later day says so again. */
function stopsFirst(lines: readonly MedicineLine[]): readonly MedicineLine[] {
  const isLast = (line: MedicineLine) =>
    line.standing === 'stopped' &&
    lines.every(
      ({ fact, on }) => fact.name !== line.fact.name || on === undefined || (line.on !== undefined && on <= line.on),
    )
  return lines.toSorted((one, other) => Number(isLast(other)) - Number(isLast(one)))
}

const isStop = ({ details }: Said) => details.change === 'stopped'

/** Of each medicine the last statement of that time; what was stopped by then is left out. */
function statedThen(entries: readonly Entry[]): Entry[] {
  const byName = Map.groupBy(
    entries.filter(({ isNoneKnown }) => !isNoneKnown),
    ({ name }) => name.toLowerCase(),
  )
  return [...byName.values()].flatMap((of) => {
    const last = of.at(-1)
    return last === undefined || isStop(last) ? [] : [last]
  })
}

function answerThen(entries: readonly Entry[], query: TypedQuery): TypedAnswer | undefined {
  const then = statedThen(entries)
  if (then.length === 0) return undefined
  const names = then.map(({ name }) => name)
  const until = query.from === undefined && query.to !== undefined ? ` by ${sayDate(query.to)}` : ''
  return {
    sentences: [
      { text: `Medicines stated${until}: ${names.join('; ')}.`, factIds: then.map(({ id }) => id) },
      ...then.map((entry) => ({
        text: `${capital(sayMedicine(entry))}${onDate(entry.happenedOn)}.`,
        factIds: [entry.id],
      })),
    ],
    answer: { items: names },
    dependsOnUnread: true,
  }
}

function answerHistory(entries: readonly Entry[]): TypedAnswer | undefined {
  const said = entries.map((entry) => {
    const { change } = entry.details
    const did = change === undefined || change === 'continued' ? '' : `, ${change}`
    return { text: `${capital(sayMedicine(entry))}${did}${onDate(entry.happenedOn)}.`, factIds: [entry.id] }
  })
  // those without a day come last in the order of days, and are not the newest
  const dated = entries.filter(({ happenedOn }) => happenedOn !== undefined).length
  const last = entries[dated === 0 ? entries.length - 1 : dated - 1]
  if (last === undefined) return undefined
  return {
    sentences: [...said.slice(0, dated).toReversed(), ...said.slice(dated)],
    answer: {
      items: entries.map(sayMedicine),
      ...(last.details.dose !== undefined && { valueText: last.details.dose }),
      ...(last.happenedOn !== undefined && { on: last.happenedOn }),
    },
    dependsOnUnread: true,
  }
}

function answerCount(said: readonly Said[]): TypedAnswer | undefined {
  const names = [...new Set(said.map(({ name }) => name))]
  if (names.length === 0) return undefined
  return {
    sentences: [
      { text: `${names.length} stated in what I could read: ${names.join('; ')}.`, factIds: said.map(({ id }) => id) },
    ],
    answer: { value: names.length, valueText: String(names.length), items: names },
    dependsOnUnread: true,
  }
}

/** By the last statement that has it; where the last differs in nothing but saying less, an earlier one speaks. */
function answerDetail(
  { detail }: TypedQuery,
  entries: readonly Entry[],
  lines: readonly MedicineLine[],
): TypedAnswer | undefined {
  if (detail === undefined) return undefined
  const last: readonly Said[] = lines.map(({ fact }) => fact)
  const inLast = last.filter(({ details }) => details[detail] !== undefined)
  const withIt = inLast.length > 0 ? inLast : entries.filter(({ details }) => details[detail] !== undefined).slice(-1)
  const [one] = withIt
  if (one === undefined) return undefined
  const value = String(one.details[detail])
  const standing = lines.find(({ fact }) => fact.id === one.id)
  const isPast = standing !== undefined && (standing.standing === 'stopped' || standing.standing === 'not-on-last-list')
  return {
    sentences: [
      ...withIt.map((said) => ({
        text: `${capital(said.name)}: ${String(said.details[detail])}${onDate(said.happenedOn)}.`,
        factIds: [said.id],
      })),
      ...(isPast ? [toSentence(standing)] : []),
    ],
    answer: {
      valueText: value,
      items: [...new Set(withIt.map(({ details }) => String(details[detail])))],
      ...(one.happenedOn !== undefined && { on: one.happenedOn }),
    },
    dependsOnUnread: true,
  }
}

/** When a paper says that it ended; else the day of the last paper that says so. */
function answerStop(entries: readonly Entry[]): TypedAnswer | undefined {
  const last = entries.findLast(
    ({ details, happenedOn }) =>
      details.stoppedOn !== undefined || (details.change === 'stopped' && happenedOn !== undefined),
  )
  const on = last?.details.stoppedOn ?? last?.happenedOn
  if (last === undefined || on === undefined) return undefined
  return {
    sentences: [{ text: `${capital(sayMedicine(last))} is stated as stopped${onDate(on)}.`, factIds: [last.id] }],
    answer: { on, valueText: sayDate(on) },
    dependsOnUnread: true,
  }
}

/** When a paper says that it began; else when it is first stated. */
function answerStart(entries: readonly Entry[]): TypedAnswer | undefined {
  const started = entries.find(({ details }) => details.startedOn !== undefined)
  const first =
    started ??
    entries.find(({ details, happenedOn }) => details.change === 'started' && happenedOn !== undefined) ??
    entries.find(({ happenedOn }) => happenedOn !== undefined)
  const on = first?.details.startedOn ?? first?.happenedOn
  if (first === undefined || on === undefined) return undefined
  const isSaid = started !== undefined || first.details.change === 'started'
  // what has no day may be older than the first that has one
  const undated = isSaid ? [] : entries.filter((entry) => entry.happenedOn === undefined && !isStop(entry))
  const others = undated.map((entry) => ({
    text: `Also stated, without a date: ${sayMedicine(entry)}${entry.details.change === 'started' ? ', started' : ''}.`,
    factIds: [entry.id],
  }))
  return {
    sentences: [
      {
        text: `${capital(sayMedicine(first))} ${isSaid ? 'was started' : 'is first stated'}${onDate(on)}.`,
        factIds: [first.id],
      },
      ...others,
    ],
    answer: { on, valueText: sayDate(on) },
    dependsOnUnread: true,
  }
}
