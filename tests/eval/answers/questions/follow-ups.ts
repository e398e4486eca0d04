/** Questions that are understood only with the one before them. */

import { shuffled } from '../../../../tools/make-papers/clinical/results.ts'
import type { Random } from '../../../../tools/make-papers/random.ts'
import { medicineById, procedureById } from '../../../../tools/make-papers/record-qa/catalogue.ts'
import { labMeasures, measureOf } from '../../../../tools/make-papers/record-qa/measures.ts'
import { placesOfOperation, surnameOf } from './events.ts'
import { firstWords, type Known } from './known.ts'
import type { Draft, Expected } from './question.ts'
import { alone, expectValue, ofSome } from './values.ts'

/** Two of a record: one of values, one of something else. */
export function followUps(known: Known, random: Random): Draft[] {
  const ofValues = shuffled(random, [previous, inYear, otherMeasure, dayOfValue, neverMeasured])
  const ofOthers = shuffled(random, [doseOf, dayOfOperation, surgeonOf])
  return [ofValues, ofOthers].flatMap((makers) => {
    for (const make of makers) {
      const draft = make(known, random)
      if (draft !== undefined) return [draft]
    }
    return []
  })
}

type Make = (known: Known, random: Random) => Draft | undefined

const previous: Make = (known, random) => {
  const [chosen] = ofSome(known, random, 1, 3)
  if (chosen === undefined) return undefined
  const [id, points] = chosen
  const text = random.pick([
    'and before that?',
    'And the one before?',
    'what was it before that',
    'the previous one?',
    'before that?',
    'and the time before?',
  ])
  return follow(lastOf(id, random), text, expectValue([points.at(-2)]))
}

const inYear: Make = (known, random) => {
  const [chosen] = ofSome(known, random, 1, 3, (points) => alone(points.slice(0, -1), 4).length > 0)
  if (chosen === undefined) return undefined
  const [id, points] = chosen
  const last = points.at(-1)?.on.slice(0, 4)
  const earlier = alone(points, 4).filter(({ on }) => on.slice(0, 4) !== last)
  if (earlier.length === 0) return undefined
  const point = random.pick(earlier)
  const year = point.on.slice(0, 4)
  const text = random.pick([
    'what about {y}?',
    'and in {y}?',
    '{y}?',
    'And what was it in {y}?',
    'how about {y}',
    'same for {y}?',
  ])
  return follow(lastOf(id, random), text.replace('{y}', year), expectValue([point]))
}

const otherMeasure: Make = (known, random) => {
  const [one, other] = ofSome(known, random, 2, 1)
  if (one === undefined || other === undefined) return undefined
  const text = random.pick([
    'and the {x}?',
    'And {x}?',
    'what about my {x}?',
    'same for {x}',
    'and {x}',
    'how about {x}?',
  ])
  return follow(
    lastOf(one[0], random),
    text.replace('{x}', random.pick(measureOf(other[0]).asked)),
    expectValue([other[1].at(-1)]),
  )
}

const dayOfValue: Make = (known, random) => {
  const [chosen] = ofSome(known, random, 1, 1)
  const last = chosen?.[1].at(-1)
  if (chosen === undefined || last === undefined) return undefined
  const text = random.pick([
    'when was that?',
    'When was it measured?',
    'what date was that',
    'from when is that?',
    'on which day?',
    'when?',
  ])
  return follow(lastOf(chosen[0], random), text, { is: 'date', on: [last.on], groups: [last.places] })
}

const neverMeasured: Make = (known, random) => {
  const [chosen] = ofSome(known, random, 1, 1)
  if (chosen === undefined) return undefined
  const other = random.pick(labMeasures.filter(({ id }) => !known.series.has(id)))
  const text = random.pick(['and the {x}?', 'what about {x}?', 'And {x}?']).replace('{x}', random.pick(other.asked))
  return follow(lastOf(chosen[0], random), text, { is: 'unanswerable', why: 'never-stated' })
}

const doseOf: Make = ({ medicines }, random) => {
  const [one] = shuffled(
    random,
    medicines.filter(({ now }) => now === 'active'),
  )
  if (one === undefined) return undefined
  const name = random.pick(medicineById(one.substance).names)
  const same = one.all.filter(({ dose, how }) => dose === one.last.dose && how !== 'stopped')
  const expected: Expected = { is: 'text', anyOf: [one.last.dose], groups: [same.map(firstWords)] }
  const before = random.pick(['Am I still taking {x}?', 'do I take {x}', 'Am I on {x}?']).replace('{x}', name)
  const text = random.pick(['what dose?', 'And how much of it?', 'at which dose?', 'how many mg?', 'which strength'])
  return follow(before, text, expected)
}

const dayOfOperation: Make = (known, random) => {
  const [one] = shuffled(random, known.operations)
  if (one === undefined) return undefined
  const expected: Expected = { is: 'date', on: [one.on], groups: [placesOfOperation(known, one.procedure)] }
  return follow(
    operated(one.procedure, random),
    random.pick(['when was that?', 'When?', 'what date?', 'and when was it done?']),
    expected,
  )
}

const surgeonOf: Make = (known, random) => {
  const [one] = shuffled(random, known.operations)
  if (one === undefined) return undefined
  const who = surnameOf(one.surgeon)
  const places = [{ fileName: one.fileName, page: one.page, words: [who] }]
  const text = random.pick(['who did it?', 'Who was the surgeon?', 'and who operated?', 'by whom?'])
  return follow(operated(one.procedure, random), text, { is: 'text', anyOf: [who], groups: [places] })
}

const lastOf = (id: string, random: Random) =>
  random
    .pick(['What was my last {x}?', 'last {x}?', 'latest {x}', "what's my most recent {x}"])
    .replace('{x}', random.pick(measureOf(id).asked))

const operated = (id: string, random: Random) =>
  random
    .pick(['Did I ever have a {x}?', 'have I had {x}', 'Is there a {x} in my papers?'])
    .replace('{x}', random.pick(procedureById(id).asked))

const follow = (before: string, text: string, expected: Expected): Draft => ({
  ...{ kind: 'follow-up', wording: 'plain', voice: 'patient', before: [before], text, expected },
})
