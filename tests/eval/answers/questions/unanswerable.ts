/** Questions that nothing in the record answers, in the wordings of those that are answered, and questions about somebody else. */

import { shuffled } from '../../../../tools/make-papers/clinical/results.ts'
import type { Random } from '../../../../tools/make-papers/random.ts'
import {
  medicineById,
  procedureById,
  qaConditions,
  qaProcedures,
  qaVaccines,
  specialties,
} from '../../../../tools/make-papers/record-qa/catalogue.ts'
import { labMeasures, measureOf } from '../../../../tools/make-papers/record-qa/measures.ts'
import * as events from './event-phrases.ts'
import { neverTaken } from './events.ts'
import type { Known } from './known.ts'
import * as lists from './list-phrases.ts'
import type { Draft, QuestionKind, WhyNot } from './question.ts'
import { monthInWords, type Phrases, type Subject, say } from './speech.ts'
import * as values from './value-phrases.ts'

export function unanswerables(known: Known, mates: readonly Known[], random: Random): Draft[] {
  return [
    ...neverMeasured(known, random),
    ...notThen(known, random),
    ...neverHappened(known, random),
    ...ofSomebodyElse(known, mates, random),
  ]
}

function neverMeasured(known: Known, random: Random): Draft[] {
  const { sex } = known.person
  const never = labMeasures.filter(({ id, only }) => !known.series.has(id) && (only === undefined || only === sex))
  const asked: readonly (readonly [QuestionKind, Phrases])[] = shuffled(random, [
    ['latest', values.latest],
    ['highest', values.highest],
    ['lowest', values.lowest],
    ['mean', values.mean],
    ['count', values.count],
    ['list-values', values.listValues],
    ['trend', values.trend],
    ['in-range', values.inRange],
    ['first', values.first],
  ] as const)
  return shuffled(random, never)
    .slice(0, 3)
    .flatMap((measure, at) => {
      const [kind, words] = asked[at] ?? []
      return kind === undefined || words === undefined ? [] : [draft(kind, words, measure, random)]
    })
}

/** A month of the record without a value of it. */
function notThen(known: Known, random: Random): Draft[] {
  const [one] = shuffled(
    random,
    [...known.series].filter(([id]) => id !== 'blood-pressure'),
  )
  if (one === undefined) return []
  const [id, points] = one
  const has = new Set(points.map(({ on }) => on.slice(0, 7)))
  const free = known.person.papers.map(({ writtenOn }) => writtenOn.slice(0, 7)).filter((month) => !has.has(month))
  const [month] = shuffled(random, free)
  if (month === undefined) return []
  const m = monthInWords(`${month}-01`, random)
  return [draft('as-of', values.inMonth, measureOf(id), random, { m }, 'not-then')]
}

function neverHappened(known: Known, random: Random): Draft[] {
  const had = {
    procedures: new Set(known.of('procedure').map(({ procedure }) => procedure)),
    vaccines: new Set(known.of('vaccine').map(({ vaccine }) => vaccine)),
    doctors: new Set(known.encounters.map(({ specialty }) => specialty)),
    conditions: new Set(known.of('condition').map(({ condition }) => condition)),
  }
  const operation = () => random.pick(qaProcedures.filter(({ id }) => !had.procedures.has(id)))
  const [, doctor = ''] = random.pick(specialties.slice(1).filter(([printed]) => !had.doctors.has(printed)))
  const medicine = () => {
    const { id, asked } = neverTaken(known, random)
    return { asked, lay: [medicineById(id).group] }
  }
  const all = [
    () => draft('when', events.whenOperated, operation(), random),
    () => draft('who', events.whoOperated, operation(), random),
    () => draft('where', events.whereOperated, operation(), random),
    () =>
      draft('when', events.whenVaccinated, random.pick(qaVaccines.filter(({ id }) => !had.vaccines.has(id))), random),
    () => draft('who', events.whoIs, { asked: [doctor] }, random),
    () => draft('when', events.whenSeen, { asked: [doctor] }, random),
    () => draft('dose', events.dose, medicine(), random),
    () => draft('standing', events.standing, medicine(), random),
    () =>
      draft('family', lists.familyWho, random.pick(qaConditions.filter(({ id }) => !had.conditions.has(id))), random),
    () => draft('when', events.whenStarted, medicine(), random),
  ]
  return shuffled(random, all)
    .slice(0, 4)
    .map((make) => make())
}

/** Of another person of the vault, by name: what is true of the other must not be told here, nor the own for it. */
function ofSomebodyElse(known: Known, mates: readonly Known[], random: Random): Draft[] {
  const others = mates.filter(({ person }) => person !== known.person && person.first !== known.person.first)
  return shuffled(random, others)
    .slice(0, 2)
    .flatMap((mate, at) => {
      const name = random.pick([mate.person.first, mate.person.name])
      return at === 0 ? [valueOfMate(mate, name, random)] : [eventOfMate(mate, name, random)]
    })
}

function valueOfMate({ series }: Known, name: string, random: Random): Draft {
  const [id = 'weight'] = shuffled(random, [...series.keys()])
  const words = [
    "What was {n}'s last {x}?",
    "{n}'s latest {x}?",
    "how high is {n}'s {x}",
    "Can you show me {n}'s {x}?",
    'last {x} of {n}',
    '{x} for {n}?',
  ]
  return draft('latest', both(words), measureOf(id), random, { n: name }, 'other-person')
}

function eventOfMate({ medicines, operations }: Known, name: string, random: Random): Draft {
  const [operation] = operations
  const [medicine] = medicines
  if (operation !== undefined && random.chance(0.5)) {
    const words = [
      'When did {n} have the {x}?',
      "date of {n}'s {x}?",
      "when was {n}'s {x}",
      'Who did the {x} of {n}?',
      "{n}'s {x}, which hospital?",
      '{n} {x} when',
    ]
    return draft('when', both(words), procedureById(operation.procedure), random, { n: name }, 'other-person')
  }
  if (medicine === undefined) {
    const words = [
      'What is {n} allergic to?',
      "{n}'s allergies?",
      'does {n} have allergies',
      'any allergies for {n}',
      "list {n}'s allergies",
      'allergies of {n}',
    ]
    return draft('list-allergies', both(words), undefined, random, { n: name }, 'other-person')
  }
  const words = [
    'What dose of {x} does {n} take?',
    "{n}'s {x} dose?",
    'how much {x} is {n} on',
    'which dose of {x} for {n}',
    "dose of {n}'s {x}",
    'Is {n} still on {x}?',
  ]
  return draft(
    'dose',
    both(words),
    { asked: medicineById(medicine.substance).names },
    random,
    { n: name },
    'other-person',
  )
}

const both = (words: readonly string[]): Phrases => ({ patient: words, clinician: words })

function draft(
  kind: QuestionKind,
  words: Phrases,
  about: Subject | undefined,
  random: Random,
  more: Readonly<Record<string, string>> = {},
  why: WhyNot = 'never-stated',
): Draft {
  return { kind, ...say(words, about, random, more), before: [], expected: { is: 'unanswerable', why } }
}
