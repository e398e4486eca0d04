/**
 * Answers about what is stated: allergies, conditions, vaccines, operations, visits, family and clinicians. It says what
 * papers state and where, never that something is not so: an absence is the caller's to tell, with what is unread.
 */
import type { FactKind } from '#contract/facts.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import type { Entry } from './find-facts.ts'
import type { TypedAnswer, TypedSentence } from './typed-answer.ts'
import { capital, onDate, sayDate } from './wording.ts'

/** `entries`: in the order of their dates. Undefined where nothing of it is stated. */
export function answerStatements(query: TypedQuery, entries: readonly Entry[]): TypedAnswer | undefined {
  const asked = query.nth === undefined ? entries : ofNumber(entries, query.nth)
  if (asked.length === 0) return undefined
  return answerers[query.ask]?.(asked, query)
}

/** As papers number them; where none does, by the days. */
function ofNumber(entries: readonly Entry[], nth: number): readonly Entry[] {
  const numbered = entries.filter(({ details }) => /^\d+$/.test(details.doseNumber ?? ''))
  if (numbered.length > 0) return numbered.filter(({ details }) => Number(details.doseNumber) === nth)
  const days = [...new Set(happened(entries).map(({ happenedOn = '' }) => happenedOn.slice(0, 10)))].toSorted()
  return happened(entries).filter(({ happenedOn }) => happenedOn?.slice(0, 10) === days[nth - 1])
}

const answerers: Partial<
  Record<TypedQuery['ask'], (entries: readonly Entry[], query: TypedQuery) => TypedAnswer | undefined>
> = {
  list: answerList,
  'as-of': answerList,
  count: answerCount,
  stated: answerStated,
  latest: (entries) => answerOne(entries, 'last'),
  first: (entries) => answerOne(entries, 'first'),
  when: answerWhen,
  detail: answerDetail,
  who: (entries, query) =>
    query.kinds[0] === 'care-contact' ? answerContact(entries) : answerDetail(entries, { ...query, detail: 'role' }),
  where: (entries, query) => answerDetail(entries, { ...query, detail: 'place' }),
}

const isRuledOut = ({ details }: Entry) => details.certainty === 'ruled-out'
const isSuspected = ({ details }: Entry) => details.certainty === 'suspected'

/** With side, relation and certainty: never the bare name of what is only suspected. */
export function sayName({ kind, name, details }: Entry): string {
  const sided = details.side === undefined ? name : `${name} (${details.side === 'both' ? 'both sides' : details.side})`
  const of = kind === 'family-history' && details.relation !== undefined ? `${details.relation}: ${sided}` : sided
  if (details.certainty === 'suspected') return `${of} (suspected)`
  return details.status === 'resolved' ? `${of} (resolved)` : of
}

/** By its name and, where that says more, as it is written: which product it was. */
function sayVaccine({ name, nameText }: Entry): string {
  const [known, written] = [name.toLowerCase(), nameText.toLowerCase()]
  return known.includes(written) || written === `${known} vaccine` ? name : `${name} (“${nameText}”)`
}

export function sayWhole(entry: Entry): string {
  const { details, kind, happenedOn } = entry
  const parts = [
    kind === 'immunization' ? sayVaccine(entry) : sayName(entry),
    ...(details.reaction === undefined ? [] : [`reaction: ${details.reaction}`]),
    ...(details.severity === undefined ? [] : [details.severity]),
    ...(details.doseNumber === undefined ? [] : [`dose ${details.doseNumber}`]),
    ...(details.role === undefined ? [] : [details.role]),
    ...(details.place === undefined ? [] : [details.place]),
  ]
  const isDated = happenedOn !== undefined && kind !== 'allergy' && kind !== 'care-contact' && kind !== 'family-history'
  return `${capital(parts.join(', '))}${isDated ? onDate(happenedOn) : ''}`
}

const TITLES: Readonly<Record<FactKind, string>> = {
  observation: 'Values',
  condition: 'Conditions',
  medication: 'Medicines',
  allergy: 'Allergies',
  immunization: 'Vaccines',
  procedure: 'Operations and procedures',
  encounter: 'Visits and stays',
  'family-history': 'Family history',
  'care-contact': 'Clinicians',
  note: 'Notes',
}

function answerList(entries: readonly Entry[], query: TypedQuery): TypedAnswer | undefined {
  const none = entries.filter(({ isNoneKnown }) => isNoneKnown)
  const stated = entries.filter((entry) => !entry.isNoneKnown && !isRuledOut(entry))
  if (stated.length === 0) return none.length === 0 ? undefined : answerNoneKnown(none)
  const kind = query.kinds[0] ?? 'note'
  const shown = REPEATS.has(kind) ? stated : firstOfEach(stated)
  const items = REPEATS.has(kind) ? shown.map(({ name }) => name) : shown.map(sayName)
  const said = REPEATS.has(kind) ? shown.map((entry) => `${sayName(entry)}${onDate(entry.happenedOn)}`) : items
  const head: TypedSentence = {
    text: `${TITLES[kind]} stated: ${said.join('; ')}.`,
    factIds: shown.map(({ id }) => id),
  }
  const each = shown.map((entry) => ({ text: `${sayWhole(entry)}.`, factIds: [entry.id] }))
  const contrary = none.map((entry) => ({
    text: `Elsewhere it is stated that there are none: “${entry.valueText}”.`,
    factIds: [entry.id],
  }))
  return {
    sentences: shown.length === 1 ? [...each, ...contrary] : [head, ...each, ...contrary],
    answer: { items: [...new Set(items)] },
    dependsOnUnread: true,
  }
}

/** What happens again is listed each time. */
const REPEATS: ReadonlySet<FactKind> = new Set(['immunization', 'procedure', 'encounter'])

/** One entry a name, the one that says most. */
function firstOfEach(entries: readonly Entry[]): Entry[] {
  const byName = Map.groupBy(entries, (entry) => sayName(entry).toLowerCase())
  return [...byName.values()].flatMap((alike) =>
    alike.toSorted((a, b) => Object.keys(b.details).length - Object.keys(a.details).length).slice(0, 1),
  )
}

function answerNoneKnown(none: readonly Entry[]): TypedAnswer {
  const [first] = none
  return {
    sentences: [
      {
        text: `Stated as none known: “${first?.valueText ?? ''}”${none.length === 1 ? onDate(first?.happenedOn) : ''}.`,
        factIds: none.map(({ id }) => id),
      },
    ],
    answer: { finding: 'stated-none-known', items: [] },
    dependsOnUnread: true,
  }
}

function answerCount(entries: readonly Entry[], query: TypedQuery): TypedAnswer | undefined {
  const stated = entries.filter((entry) => !entry.isNoneKnown && !isRuledOut(entry))
  if (stated.length === 0) return answerList(entries, query)
  const shown = REPEATS.has(query.kinds[0] ?? 'note') ? stated : firstOfEach(stated)
  const list = shown.map(
    (entry) => `${sayName(entry)}${entry.happenedOn === undefined ? '' : onDate(entry.happenedOn)}`,
  )
  return {
    sentences: [
      { text: `${shown.length} stated in what I could read: ${list.join('; ')}.`, factIds: shown.map(({ id }) => id) },
    ],
    answer: { value: shown.length, valueText: String(shown.length), items: shown.map(({ name }) => name) },
    dependsOnUnread: true,
  }
}

/** Entries that state it, then what states the contrary of it; both side by side where both are there. */
function answerStated(entries: readonly Entry[], query: TypedQuery): TypedAnswer | undefined {
  const none = entries.filter(({ isNoneKnown }) => isNoneKnown)
  const out = entries.filter((entry) => !entry.isNoneKnown && isRuledOut(entry))
  const stated = entries.filter((entry) => !entry.isNoneKnown && !isRuledOut(entry))
  const repeats = REPEATS.has(query.kinds[0] ?? 'note')
  const shown = repeats ? stated.toReversed() : firstOfEach(stated)
  const yes = shown.map((entry) => ({
    text: `${isSuspected(entry) ? 'Stated as suspected' : 'Stated'}: ${sayWhole(entry)}.`,
    factIds: [entry.id],
  }))
  const denied = out.map((entry) => ({
    text: `Stated as ruled out or denied: ${sayWhole(entry)}.`,
    factIds: [entry.id],
  }))
  if (yes.length === 0 && denied.length === 0) return none.length === 0 ? undefined : answerNoneKnown(none)
  const [first] = shown
  const finding = yes.length > 0 ? 'stated' : 'stated-ruled-out'
  return {
    sentences: [...yes, ...denied],
    answer: {
      finding,
      items: [...new Set(shown.map(({ name }) => name))],
      ...(first?.happenedOn !== undefined && { on: first.happenedOn }),
    },
    dependsOnUnread: false,
  }
}

const happened = (entries: readonly Entry[]) =>
  entries.filter((entry) => !entry.isNoneKnown && !isRuledOut(entry) && entry.happenedOn !== undefined)

function answerOne(entries: readonly Entry[], end: 'last' | 'first'): TypedAnswer | undefined {
  const all = happened(entries)
  const edge = (end === 'last' ? all.at(-1) : all[0])?.happenedOn?.slice(0, 10)
  const shown = all.filter(({ happenedOn }) => happenedOn?.slice(0, 10) === edge)
  const [one] = shown
  if (one?.happenedOn === undefined) return undefined
  return {
    sentences: shown.map((entry) => ({ text: `${sayWhole(entry)}.`, factIds: [entry.id] })),
    answer: { on: one.happenedOn, valueText: one.name, items: [...new Set(shown.map(({ name }) => name))] },
    dependsOnUnread: true,
  }
}

/** A condition was first stated then; what happens on a day happened last then. */
function answerWhen(entries: readonly Entry[], query: TypedQuery): TypedAnswer | undefined {
  const all = happened(entries)
  const isLasting = query.kinds.includes('condition') || query.kinds.includes('allergy')
  const one = isLasting ? all[0] : all.at(-1)
  if (one?.happenedOn === undefined) return undefined
  const others = all.filter((entry) => entry !== one)
  const first = isLasting
    ? `${capital(sayName(one))} is first dated ${sayDate(one.happenedOn)} in what I could read.`
    : `${sayWhole(one)}.`
  const earlier = isLasting
    ? []
    : others.toReversed().map((entry) => ({ text: `Before that: ${sayWhole(entry)}.`, factIds: [entry.id] }))
  return {
    sentences: [{ text: first, factIds: [one.id] }, ...earlier],
    answer: { on: one.happenedOn, valueText: sayDate(one.happenedOn) },
    dependsOnUnread: true,
  }
}

function answerDetail(entries: readonly Entry[], { detail }: TypedQuery): TypedAnswer | undefined {
  if (detail === undefined) return undefined
  const withIt = entries.filter((entry) => entry.details[detail] !== undefined && !isRuledOut(entry))
  const last = withIt.toReversed()
  const [one] = last
  if (one === undefined) return undefined
  const values = [...new Set(last.map(({ details }) => String(details[detail])))]
  return {
    sentences: last
      .filter((entry, at) => last.findIndex((other) => other.details[detail] === entry.details[detail]) === at)
      .map((entry) => ({
        text: `${capital(entry.name)}: ${String(entry.details[detail])}${entry.kind === 'allergy' ? '' : onDate(entry.happenedOn)}.`,
        factIds: [entry.id],
      })),
    answer: {
      valueText: String(one.details[detail]),
      items: values,
      ...(one.happenedOn !== undefined && { on: one.happenedOn }),
    },
    dependsOnUnread: false,
  }
}

function answerContact(entries: readonly Entry[]): TypedAnswer | undefined {
  const shown = firstOfEach(entries)
  return {
    sentences: shown.map((entry) => ({ text: `${sayWhole(entry)}.`, factIds: [entry.id] })),
    answer: { valueText: shown[0]?.name ?? '', items: shown.map(({ name }) => name) },
    dependsOnUnread: false,
  }
}
