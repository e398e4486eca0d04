/** Questions for whole lists and for whether something is stated at all: medicines, allergies, conditions, vaccines, the family. */

import { shuffled } from '../../../../tools/make-papers/clinical/results.ts'
import type { Random } from '../../../../tools/make-papers/random.ts'
import {
  conditionById,
  drugReactants,
  medicineById,
  type Named,
  qaConditions,
  qaReactants,
  reactantById,
  vaccineById,
} from '../../../../tools/make-papers/record-qa/catalogue.ts'
import type { Place } from '../../../../tools/make-papers/record-qa/truth.ts'
import { firstWords, type Known } from './known.ts'
import * as phrases from './list-phrases.ts'
import type { Draft, Expected, QuestionKind } from './question.ts'
import { type Phrases, say } from './speech.ts'

type Make = (known: Known, random: Random) => Draft[]

/** What was stopped may be said beside what is taken. */
export const medicineLists: Make = ({ medicines }, random) => {
  const also = medicines.flatMap(({ all }) => all.map(firstWords))
  const active = medicines.filter(({ now }) => now === 'active')
  const items = active.map(({ substance, all }) => ({
    names: namesOf(medicineById(substance)),
    places: all.map(firstWords),
  }))
  return items.length === 0 ? [] : [list('list-medicines', phrases.listMedicines, items, random, also)]
}

export const allergyLists: Make = (known, random) => {
  const stated = known.of('allergy')
  if (stated.length > 0) {
    const items = [...Map.groupBy(stated, ({ substance }) => substance)].map(([id, all]) => ({
      names: namesOf(reactantById(id)),
      places: all.map(firstWords),
    }))
    return [list('list-allergies', phrases.listAllergies, items, random)]
  }
  const none = noneKnown(known)
  return [draft('list-allergies', phrases.listAllergies, none ?? { is: 'unanswerable', why: 'never-stated' }, random)]
}

export const conditionLists: Make = (known, random) => {
  const own = Map.groupBy(
    known.of('condition').filter(({ how }) => how === 'has'),
    ({ condition }) => condition,
  )
  const items = [...own].map(([id, all]) => ({ names: namesOf(conditionById(id)), places: all.map(firstWords) }))
  return items.length === 0
    ? []
    : [list('list-conditions', phrases.listConditions, items, random, known.of('condition').map(firstWords))]
}

export const vaccineLists: Make = (known, random) => {
  const own = Map.groupBy(known.of('vaccine'), ({ vaccine }) => vaccine)
  const items = [...own].map(([id, all]) => ({ names: namesOf(vaccineById(id)), places: all.map(firstWords) }))
  if (items.length > 0) return [list('list-vaccines', phrases.listVaccines, items, random)]
  return [draft('list-vaccines', phrases.listVaccines, { is: 'unanswerable', why: 'never-stated' }, random)]
}

/** One that is stated or said to be none at all, and one that nobody speaks of. */
export const allergiesStated: Make = (known, random) => {
  const stated = known.of('allergy')
  const ids = new Set(stated.map(({ substance }) => substance))
  const none = noneKnown(known)
  const candidates = qaReactants.filter(({ id }) => !ids.has(id) && (none === undefined || drugReactants.includes(id)))
  const never = random.pick(candidates)
  const ofNever = draft(
    'stated-allergy',
    phrases.statedAllergy,
    none ?? { is: 'unanswerable', why: 'never-stated' },
    random,
    never,
  )
  const [one] = shuffled(random, [...ids])
  if (one === undefined) return [ofNever]
  const places = stated.filter(({ substance }) => substance === one).map(firstWords)
  const reactant = reactantById(one)
  return [
    draft('stated-allergy', phrases.statedAllergy, finding('stated', reactant, places), random, reactant),
    ofNever,
  ]
}

/** One they have, one that is denied, one only of the family, and one that nobody speaks of. */
export const conditionsStated: Make = (known, random) => {
  const stated = known.of('condition')
  const idsOf = (...hows: readonly string[]) => [
    ...new Set(stated.filter(({ how }) => hows.includes(how)).map(({ condition }) => condition)),
  ]
  const ask = (id: string, expected: Expected, words = phrases.statedCondition) =>
    draft('stated-condition', words, expected, random, conditionById(id))
  const placesOf = (id: string) => stated.filter(({ condition }) => condition === id).map(firstWords)
  const has = shuffled(random, idsOf('has')).slice(0, 1)
  const denied = shuffled(random, idsOf('denied')).slice(0, 1)
  const [relative] = idsOf('family')
  const mentioned = new Set(idsOf('has', 'denied', 'family'))
  const never = random.pick(qaConditions.filter(({ id }) => !mentioned.has(id))).id
  return [
    ...has.map((id) => ask(id, finding('stated', conditionById(id), placesOf(id)))),
    ...denied.map((id) => ask(id, finding('stated-ruled-out', conditionById(id), placesOf(id)))),
    ...(relative === undefined
      ? []
      : [ask(relative, { is: 'unanswerable', why: 'family-only' }, phrases.ownCondition)]),
    ask(never, { is: 'unanswerable', why: 'never-stated' }),
  ]
}

export const relatives: Make = (known, random) => {
  const all = known.of('condition').filter(({ how }) => how === 'family')
  const [one] = shuffled(random, all)
  if (one?.relation === undefined) return []
  const places = all.filter(({ condition }) => condition === one.condition).map(firstWords)
  const expected: Expected = { is: 'text', anyOf: [one.relation], groups: [places] }
  return [draft('family', phrases.familyWho, expected, random, conditionById(one.condition))]
}

function noneKnown(known: Known): Expected | undefined {
  const none = known.of('no-allergies')
  if (none.length === 0) return undefined
  return { is: 'finding', anyOf: ['stated-none-known'], about: ['allergies'], groups: [none.map(firstWords)] }
}

const finding = (found: 'stated' | 'stated-ruled-out', about: Named, places: readonly Place[]): Expected => ({
  ...{ is: 'finding', anyOf: [found], about: namesOf(about), groups: [places] },
})

/** A list may name it as papers do or as people do. */
const namesOf = ({ names, asked, known }: Named) => [...new Set([...names, ...asked, ...known])]

interface Item {
  readonly names: readonly string[]
  readonly places: readonly Place[]
}

function list(
  kind: QuestionKind,
  words: Phrases,
  items: readonly Item[],
  random: Random,
  also: readonly Place[] = [],
): Draft {
  const groups = items.map(({ places }) => places)
  // a name that a bad scan has spoiled is named as it stands
  const named = items.map(({ names, places }) => [...new Set([...names, ...places.flatMap((place) => place.words)])])
  return draft(kind, words, { is: 'items', items: named, groups, also }, random)
}

function draft(kind: QuestionKind, words: Phrases, expected: Expected, random: Random, about?: Named): Draft {
  return { kind, ...say(words, about, random), before: [], expected }
}
