/** Questions for days, people and places: operations, vaccines, visits, and medicines as they were begun, stopped and stand now. */

import { shuffled } from '../../../../tools/make-papers/clinical/results.ts'
import type { Random } from '../../../../tools/make-papers/random.ts'
import {
  medicineById,
  type Named,
  procedureById,
  qaMedicines,
  specialties,
  vaccineById,
} from '../../../../tools/make-papers/record-qa/catalogue.ts'
import * as phrases from './event-phrases.ts'
import { firstWords, type Known, type Standing } from './known.ts'
import type { Draft, Expected, Finding, QuestionKind } from './question.ts'
import { dayInWords, type Phrases, type Subject, say } from './speech.ts'

type Make = (known: Known, random: Random) => Draft[]

export const operationDays: Make = (known, random) =>
  shuffled(random, known.operations)
    .slice(0, 1)
    .map(({ procedure, on }) =>
      draft(
        'when',
        phrases.whenOperated,
        procedureById(procedure),
        { is: 'date', on: [on], groups: [placesOfOperation(known, procedure)] },
        random,
      ),
    )

export const vaccineDays: Make = (known, random) => {
  const [one] = shuffled(random, [...Map.groupBy(known.of('vaccine'), ({ vaccine }) => vaccine)])
  if (one === undefined) return []
  const [id, all] = one
  const last = all.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1)?.on ?? ''
  const places = all.filter(({ on }) => on === last).map(firstWords)
  const drafts = [
    draft('when', phrases.whenVaccinated, vaccineById(id), { is: 'date', on: [last], groups: [places] }, random),
  ]
  const days = new Set(all.map(({ on }) => on)).size
  const counted: Expected = { is: 'computed', value: days, tolerance: 0, groups: [] }
  return [...drafts, draft('count', phrases.countVaccine, vaccineById(id), counted, random)]
}

/** A specialist, as people change their family doctor. */
export const visits: Make = (known, random) => {
  const bySpecialty = Map.groupBy(known.encounters, ({ specialty }) => specialty)
  const drafts = shuffled(random, specialties.slice(1)).flatMap(([printed, asked]) => {
    const seen = bySpecialty.get(printed)?.toSorted((a, b) => a.on.localeCompare(b.on)) ?? []
    const last = seen.at(-1)
    if (last === undefined) return []
    const who: Subject = { asked: [asked] }
    const name: Expected = { is: 'text', anyOf: surnamesOf(last.clinician, seen), groups: [seen.map(firstWords)] }
    return [
      [
        draft('when', phrases.whenSeen, who, { is: 'date', on: [last.on], groups: [[firstWords(last)]] }, random),
        draft('who', phrases.whoIs, who, name, random),
      ],
    ]
  })
  return drafts[0] ?? []
}

export const visitsOfADay: Make = (known, random) => {
  const alone = known.encounters.filter(
    ({ on, visit }) => visit === 'clinic' && known.encounters.filter((other) => other.on === on).length === 1,
  )
  const [one] = shuffled(random, alone)
  if (one === undefined) return []
  const d = dayInWords(one.on, random)
  const groups = [[firstWords(one)]]
  const place = { ...firstWords(one), words: [wordOf(one.place)] }
  return [
    draft('who', phrases.whoSaw, undefined, { is: 'text', anyOf: surnamesOf(one.clinician, [one]), groups }, random, {
      d,
    }),
    draft(
      'where',
      phrases.whereSeen,
      undefined,
      { is: 'text', anyOf: [wordOf(one.place)], groups: [[place]] },
      random,
      { d },
    ),
  ]
}

export const operationsBy: Make = (known, random) =>
  shuffled(random, known.operations)
    .slice(0, 1)
    .flatMap(({ procedure, surgeon, place, fileName, page }) => {
      const at = (word: string) => [[{ fileName, page, words: [word] }]]
      const about = procedureById(procedure)
      const [who, where] = [surnameOf(surgeon), wordOf(place)]
      return [
        draft('who', phrases.whoOperated, about, { is: 'text', anyOf: [who], groups: at(who) }, random),
        draft('where', phrases.whereOperated, about, { is: 'text', anyOf: [where], groups: at(where) }, random),
      ]
    })

export const doses: Make = ({ medicines }, random) => {
  const [one, two] = shuffled(
    random,
    medicines.filter(({ now }) => now === 'active'),
  )
  return [
    ...(one === undefined ? [] : [dosed(one, phrases.dose, [one.last.dose, ...one.last.words.slice(1)], random)]),
    ...(two === undefined ? [] : [dosed(two, phrases.frequency, [two.last.frequency], random)]),
  ]
}

function dosed(one: Standing, words: Phrases, said: readonly string[], random: Random): Draft {
  const same = one.all.filter(({ dose, frequency }) => dose === one.last.dose && frequency === one.last.frequency)
  const expected: Expected = {
    is: 'text',
    anyOf: said,
    groups: [same.filter(({ how }) => how !== 'stopped').map(firstWords)],
  }
  return draft('dose', words, askedAs(one.substance), expected, random)
}

export const standings: Make = ({ medicines }, random) =>
  (['active', 'stopped', 'not-on-last-list'] as const).flatMap((now) =>
    shuffled(
      random,
      medicines.filter((one) => one.now === now),
    )
      .slice(0, 1)
      .map(({ substance, last }) => {
        const anyOf: readonly Finding[] = now === 'active' ? ['current', 'last-stated'] : [now]
        const expected: Expected = {
          is: 'finding',
          anyOf,
          about: [...medicineById(substance).names, ...medicineById(substance).known],
          groups: [[firstWords(last)]],
        }
        return draft('standing', phrases.standing, askedAs(substance), expected, random)
      }),
  )

/** Of medicines that were begun, or stopped, once. */
export const medicineDays: Make = ({ medicines }, random) =>
  (['started', 'stopped'] as const).flatMap((how) => {
    const once = medicines.filter(
      ({ all }) =>
        all.filter((one) => one.how === how).length === 1 &&
        (how === 'stopped' || all[0]?.how === 'started' || isListedThatDay(all)),
    )
    const [one] = shuffled(random, once)
    const stated = one?.all.find((said) => said.how === how)
    if (one === undefined || stated === undefined) return []
    const words = how === 'started' ? phrases.whenStarted : phrases.whenStopped
    const expected: Expected = { is: 'date', on: [stated.on], groups: [[firstWords(stated)]] }
    return [draft('when', words, askedAs(one.substance), expected, random)]
  })

/** A discharge lists what it begins before it says so. */
const isListedThatDay = (all: Standing['all']) => all[0]?.on === all.find(({ how }) => how === 'started')?.on

function askedAs(substance: string): Subject {
  const { asked, group } = medicineById(substance)
  return { asked, lay: [group] }
}

/** A medicine that no paper names, nor any other of its group. */
export function neverTaken({ medicines }: Known, random: Random): Named {
  const groups = new Set(medicines.map(({ substance }) => medicineById(substance).group))
  return random.pick(qaMedicines.filter(({ group }) => !groups.has(group)))
}

export const placesOfOperation = (known: Known, procedure: string) =>
  known
    .of('procedure')
    .filter((one) => one.procedure === procedure)
    .map(firstWords)

/** And as a bad scan has spoiled it. */
const surnamesOf = (clinician: string, places: readonly { readonly words: readonly string[] }[]) => [
  ...new Set([clinician, ...places.map(({ words }) => words[0] ?? clinician)].map(surnameOf)),
]

/** `Dr. Agnes Wickamby` → the rare word of it; so of a hospital. */
export const surnameOf = (clinician: string) => clinician.split(' ').at(-1) ?? clinician
const wordOf = (place: string) => place.split(' ')[0] ?? place

function draft(
  kind: QuestionKind,
  words: Phrases,
  about: Subject | undefined,
  expected: Expected,
  random: Random,
  more: Readonly<Record<string, string>> = {},
): Draft {
  return { kind, ...say(words, about, random, more), before: [], expected }
}
