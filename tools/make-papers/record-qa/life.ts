/** What befalls one invented person: who looks after them, what is measured, what they take and have. Papers are written from it. */

import { shuffled } from '../clinical/results.ts'
import type { Random } from '../random.ts'
import {
  type Named,
  type QaMedicine,
  qaConditions,
  qaFrequencies,
  qaMedicines,
  qaProcedures,
  qaReactants,
  qaReactions,
  qaRelatives,
  qaVaccines,
  specialties,
} from './catalogue.ts'
import { labMeasures, type Measure, type Scale } from './measures.ts'
import type { Diagnosed, Observed, Operated, Profile, Vaccinated } from './truth.ts'

export interface Doctor {
  readonly name: string
  readonly specialty: string
  readonly place: string
}

/** One medicine as it is taken now. */
export interface Course {
  readonly medicine: QaMedicine
  /** As this person's papers call it. */
  readonly called: string
  readonly dose: string
  readonly frequency: string
}

export interface Life {
  readonly profile: Profile
  readonly years: readonly [first: number, last: number]
  readonly measures: readonly Measure[]
  /** From this day on its laboratory prints other units; absent: never. */
  readonly otherUnitsFrom?: string
  readonly latest: Map<string, number>
  /** All that a laboratory has measured, the oldest first. */
  readonly results: Observed[]
  readonly active: Map<string, Course>
  readonly notYetTaken: QaMedicine[]
  readonly has: readonly Omit<Diagnosed, 'on' | 'kind'>[]
  readonly denied: readonly string[]
  readonly family: readonly Omit<Diagnosed, 'on' | 'kind'>[]
  readonly allergies: 'nothing-said' | 'none-known' | readonly (readonly [reactant: Named, reaction: string])[]
  readonly vaccines: readonly Vaccinated[]
  readonly operations: readonly Operated[]
  familyDoctor(on: string): Doctor
  readonly specialists: readonly Doctor[]
  readonly laboratory: string
  readonly radiologist: Doctor
}

export function inventLife(profile: Profile, words: () => string, random: Random): Life {
  const lastYear = 2025
  const firstYear = lastYear - random.between(4, 19)
  const known = labMeasures.filter(({ only }) => only === undefined || only === profile.sex)
  const [has, denied, family] = inventConditions(random)
  const doctor = (specialty: string, place: string): Doctor => ({ name: inventDoctor(words, random), specialty, place })
  const practice = `${words()} Family Practice`
  const hospital = `${words()} Hospital`
  const first = doctor('Family medicine', practice)
  const second = doctor('Family medicine', practice)
  const changesOn = `${random.between(firstYear + 2, lastYear + 4)}-01-01`
  const otherUnitsFrom = `${random.between(firstYear + 2, lastYear)}-01-01`
  return {
    profile,
    years: [firstYear, lastYear],
    measures: shuffled(random, known).slice(0, random.between(5, 7)),
    ...(random.chance(0.25) ? { otherUnitsFrom } : {}),
    latest: new Map(),
    results: [],
    active: new Map(),
    notYetTaken: inventMedicines(profile, random),
    ...{ has, denied, family },
    allergies: inventAllergies(random),
    vaccines: inventVaccines([firstYear, lastYear], random),
    operations: inventOperations([firstYear, lastYear], hospital, words, random),
    familyDoctor: (on) => (on < changesOn ? first : second),
    specialists: shuffled(random, specialties.slice(1))
      .slice(0, random.between(1, 3))
      .map(([specialty]) => doctor(specialty, random.chance(0.5) ? hospital : `${words()} Clinic`)),
    laboratory: `${words()} Laboratory`,
    radiologist: doctor('Radiology', hospital),
  }
}

const inventDoctor = (words: () => string, random: Random) =>
  `Dr. ${random.pick(['Agnes', 'Boris', 'Celia', 'Dario', 'Elena', 'Franz', 'Greta', 'Hugo'])} ${words()}`

function inventConditions(random: Random) {
  const pool = shuffled(random, qaConditions)
  const take = (count: number) => pool.splice(0, count)
  const has = take(random.between(3, 6)).map(({ id, isSided }) => ({
    condition: id,
    how: 'has' as const,
    ...(isSided ? { side: random.pick(['left', 'right'] as const) } : {}),
    ...(random.chance(0.5) ? { since: String(random.between(1996, 2019)) } : {}),
  }))
  const denied = take(random.between(2, 3)).map(({ id }) => id)
  const relatives = shuffled(random, qaRelatives)
  const family = take(random.between(1, 2)).map(({ id }, at) => ({
    condition: id,
    how: 'family' as const,
    relation: relatives[at] ?? 'mother',
  }))
  return [has, denied, family] as const
}

function inventMedicines({ sex }: Profile, random: Random): QaMedicine[] {
  const groups = new Set<string>()
  return shuffled(random, qaMedicines).filter(({ group }) => {
    if (groups.has(group) || (group === 'prostate pill' && sex === 'female')) return false
    groups.add(group)
    return true
  })
}

function inventAllergies(random: Random): Life['allergies'] {
  if (random.chance(0.2)) return 'nothing-said'
  if (random.chance(0.35)) return 'none-known'
  return shuffled(random, qaReactants)
    .slice(0, random.between(1, 3))
    .map((reactant) => [reactant, random.pick(qaReactions)] as const)
}

function inventVaccines([first, last]: Life['years'], random: Random): Vaccinated[] {
  const chosen = shuffled(random, qaVaccines).slice(0, random.between(3, 5))
  return chosen
    .flatMap(({ id }) =>
      Array.from({ length: id === 'influenza' ? 3 : id === 'hepatitis B' ? 2 : 1 }, () => ({
        kind: 'vaccine' as const,
        vaccine: id,
        on: someDay([first, last - 1], random),
      })),
    )
    .toSorted((a, b) => a.on.localeCompare(b.on))
}

function inventOperations(years: Life['years'], place: string, words: () => string, random: Random): Operated[] {
  const [first, last] = years
  return shuffled(random, qaProcedures)
    .slice(0, random.between(0, 2))
    .map(({ id, isSided }) => ({
      kind: 'procedure' as const,
      procedure: id,
      surgeon: inventDoctor(words, random),
      place,
      on: someDay([first + 1, last - 1], random),
      ...(isSided ? { side: random.pick(['left', 'right'] as const) } : {}),
    }))
    .toSorted((a, b) => a.on.localeCompare(b.on))
}

const someDay = ([first, last]: readonly [number, number], random: Random) =>
  `${random.between(first, Math.max(first, last))}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`

/** The next value wanders from the last one. */
export function measure(life: Life, one: Measure, on: string, random: Random): Observed {
  const { from, to } = one.scale
  const last = life.latest.get(one.id) ?? from + ((to - from) * random.between(15, 85)) / 100
  const step = ((to - from) * random.between(-30, 30)) / 100
  const next = Math.min(to, Math.max(from, last + step))
  life.latest.set(one.id, next)
  const isOther = one.other !== undefined && life.otherUnitsFrom !== undefined && on >= life.otherUnitsFrom
  const scale = isOther && one.other !== undefined ? one.other : one.scale
  const share = (next - from) / (to - from)
  const valueText = (scale.from + (scale.to - scale.from) * share).toFixed(scale.decimals)
  const { unit, ucum } = scale
  const base = { kind: 'observation' as const, measure: one.id, unit, ucum, on }
  if (one.id === 'blood-pressure') {
    const second = Math.round(next * 0.42 + random.between(14, 30))
    return { ...base, value: Number(valueText), second, valueText: `${valueText}/${second}` }
  }
  const range = rangeOf(scale)
  return { ...base, value: Number(valueText), valueText, ...(range === undefined ? {} : { range }) }
}

const rangeOf = ({ low, high }: Scale): Observed['range'] =>
  low === undefined && high === undefined
    ? undefined
    : { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }

export function startCourse(life: Life, random: Random): Course | undefined {
  const medicine = life.notYetTaken.pop()
  if (medicine === undefined) return undefined
  const called = random.chance(0.25) ? random.pick(medicine.brands) : medicine.id
  const course = { medicine, called, dose: random.pick(medicine.doses), frequency: random.pick(qaFrequencies) }
  life.active.set(medicine.id, course)
  return course
}

const two = (number: number) => String(number).padStart(2, '0')
