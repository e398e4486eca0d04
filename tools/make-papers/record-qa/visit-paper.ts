/** Letters after a visit: vital signs, what was changed of the medicines, what the person has, has not and has in the family. */

import { shuffled } from '../clinical/results.ts'
import type { Random } from '../random.ts'
import { conditionById, procedureById } from './catalogue.ts'
import { headOf } from './head.ts'
import { type Life, measure } from './life.ts'
import { measureOf, vitalMeasures } from './measures.ts'
import { changeMedicines } from './medicine-changes.ts'
import type { Scribe } from './scribe.ts'

export function writeVisitLetter(scribe: Scribe, life: Life, on: string, random: Random): void {
  const isSpecialist = random.chance(0.5)
  const doctor = isSpecialist ? random.pick(life.specialists) : life.familyDoctor(on)
  headOf(scribe, life, on, doctor.place, random.pick(['Visit letter', 'Clinic letter', 'Office visit']))
  const met = scribe.state({
    kind: 'encounter',
    visit: 'clinic',
    clinician: doctor.name,
    specialty: doctor.specialty,
    place: doctor.place,
    on,
  })
  scribe.lines(`Seen by: ${met(doctor.name)}, ${doctor.specialty}`, `Reason for visit: ${random.pick(reasons)}`)
  writeVitals(scribe, life, on, random)
  if (life.results.length > 0 && random.chance(0.6)) writeRepeated(scribe, life, random)
  changeMedicines(scribe, life, on, random)
  if (random.chance(0.7)) writeAssessment(scribe, life, on, random)
  if (random.chance(0.5)) writeAllergies(scribe, life, on)
  if (random.chance(0.4)) writeFamily(scribe, life, on, random)
  writePast(scribe, life, on)
  scribe.paragraph(random.pick(endings))
}

const reasons = [
  'routine follow-up',
  'tiredness for some weeks',
  'cough at night',
  'back pain after lifting',
  'annual check',
  'dizziness on standing',
]
const endings = [
  'We will meet again in six months.',
  'Please bring this letter to the next appointment.',
  'The patient feels well and walks every day.',
  'Thank you for the shared care.',
]

function writeVitals(scribe: Scribe, life: Life, on: string, random: Random) {
  const seen = vitalMeasures.map((one) => measure(life, one, on, random))
  const texts = seen.map((one) => {
    const unit = one.unit.startsWith('/') ? one.unit : ` ${one.unit}`
    return `${random.pick(measureOf(one.measure).names)} ${scribe.state(one)(one.valueText)}${unit}`
  })
  scribe.paragraph(`${random.pick(['Vital signs: ', 'On examination: ', 'Vitals: '])}${texts.join(', ')}.`)
}

/** A result of an earlier report, said again with its own day. */
function writeRepeated(scribe: Scribe, life: Life, random: Random) {
  const one = life.results.at(-random.between(1, Math.min(3, life.results.length)))
  if (one === undefined) return
  const { range: _, ...bare } = one
  const name = random.pick(measureOf(one.measure).names)
  const value = `${scribe.state(bare)(one.valueText)} ${one.unit}`.trim()
  scribe.paragraph(`${random.pick(['Results', 'Laboratory'])}: ${name} was ${value} on ${scribe.date(one.on)}.`)
}

function writeAssessment(scribe: Scribe, life: Life, on: string, random: Random): void {
  const own = shuffled(random, life.has).slice(0, random.between(2, 4))
  scribe.heading(random.pick(['Assessment', 'Diagnoses', 'Problems']))
  scribe.list(
    own.map((one) => {
      const name = random.pick(conditionById(one.condition).names)
      const side = one.side === undefined ? '' : ` of the ${one.side} side`
      const since = one.since === undefined ? '' : `, since ${one.since}`
      return scribe.state({ kind: 'condition', ...one, on })(capital(name)) + side + since
    }),
  )
  for (const id of life.denied.slice(0, random.between(1, 3))) {
    const name = scribe.state({ kind: 'condition', condition: id, how: 'denied', on })(
      random.pick(conditionById(id).names),
    )
    scribe.paragraph(
      random.pick([`No history of ${name}.`, `The patient denies ${name}.`, `There is no evidence of ${name}.`]),
    )
  }
}

export function writeAllergies(scribe: Scribe, { allergies }: Life, on: string): void {
  if (allergies === 'nothing-said') return
  scribe.heading('Allergies')
  if (allergies === 'none-known') scribe.lines(scribe.state({ kind: 'no-allergies', on })('No known drug allergies'))
  else
    scribe.list(
      allergies.map(([reactant, reaction]) => {
        const say = scribe.state({ kind: 'allergy', substance: reactant.id, reaction, on })
        return `${say(capital(reactant.names[0] ?? ''))}: ${say(reaction)}`
      }),
    )
}

function writeFamily(scribe: Scribe, { family }: Life, on: string, random: Random) {
  scribe.heading('Family history')
  scribe.list(
    family.map(({ condition, relation = 'mother', ...one }) => {
      const name = random.pick(conditionById(condition).names)
      const said = scribe.state({ kind: 'condition', condition, relation, ...one, on })(name)
      return random.chance(0.5) ? `${capital(relation)}: ${said}` : `${capital(relation)} with ${said}`
    }),
  )
}

/** Operations of before, with their year. */
function writePast(scribe: Scribe, { operations }: Life, on: string) {
  const past = operations.filter((one) => one.on < on)
  if (past.length === 0) return
  scribe.heading('Past surgical history')
  scribe.list(
    past.map((one) => {
      const year = one.on.slice(0, 4)
      const name = procedureById(one.procedure).names[0] ?? ''
      const said = scribe.state({ ...one, on: year, surgeon: '', place: '' })(
        one.side === undefined ? capital(name) : name,
      )
      return `${one.side === undefined ? said : `${capital(one.side)} ${said}`} (${scribe.date(year)})`
    }),
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
