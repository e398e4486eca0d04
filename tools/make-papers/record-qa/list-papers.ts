/** Papers that are lists: all medicines of a day, vaccinations, allergies and problems. A list may forget a medicine. */
import type { Random } from '../random.ts'
import { conditionById, vaccineById } from './catalogue.ts'
import { headOf } from './head.ts'
import { type Life, startCourse } from './life.ts'
import { medicated } from './medicine-changes.ts'
import type { Scribe } from './scribe.ts'
import type { Said } from './truth.ts'
import { writeAllergies } from './visit-paper.ts'

export function writeMedicationList(scribe: Scribe, life: Life, on: string, random: Random): void {
  headOf(scribe, life, on, life.familyDoctor(on).place, 'Medication list')
  while (life.active.size < 2) startCourse(life, random)
  // who is left out was not stopped: nobody says anything of it any more
  if (life.active.size > 3 && random.chance(0.4)) life.active.delete(random.pick([...life.active.keys()]))
  writeMedicines(scribe, life, on, random, 'Current medications')
  scribe.lines('Bring this list to every appointment.')
}

export function writeMedicines(scribe: Scribe, life: Life, on: string, random: Random, heading: string): void {
  scribe.heading(heading)
  const courses = [...life.active.values()].map((course) => ({
    ...course,
    say: scribe.state(medicated(course, 'listed', on)),
  }))
  if (courses.length === 0) scribe.lines('As before admission.')
  else if (random.chance(0.5))
    scribe.table(
      ['Medication', 'Dose', 'How often'],
      courses.map(({ called, dose, frequency, say }) => [say(capital(called)), say(dose), frequency]),
    )
  else
    scribe.list(
      courses.map(
        ({ called, dose, frequency, medicine, say }) => `${say(called)} ${say(dose)} ${medicine.form}, ${frequency}`,
      ),
    )
}

export function writeVaccinations(scribe: Scribe, life: Life, on: string, random: Random): void {
  headOf(scribe, life, on, life.familyDoctor(on).place, 'Vaccination record')
  scribe.table(
    ['Vaccine', 'Date given', 'Lot'],
    life.vaccines
      .filter((one) => one.on < on)
      .map((one) => [
        scribe.state(one)(random.pick(vaccineById(one.vaccine).names)),
        scribe.date(one.on),
        `${random.pick(['A', 'K', 'T'])}${random.digits(4)}`,
      ]),
  )
}

export function writeAllergyCard(scribe: Scribe, life: Life, on: string): void {
  headOf(scribe, life, on, life.familyDoctor(on).place, 'Allergy card')
  writeAllergies(scribe, life, on)
  scribe.lines('Show this card before any treatment.')
}

export function writeProblemList(scribe: Scribe, life: Life, on: string, random: Random): void {
  headOf(scribe, life, on, life.familyDoctor(on).place, 'Problem list')
  scribe.table(
    ['Problem', 'Side', 'Since'],
    life.has.map((one) => {
      const said: Said = { kind: 'condition', ...one, on }
      return [
        scribe.state(said)(capital(random.pick(conditionById(one.condition).names))),
        one.side ?? '',
        one.since === undefined ? '' : scribe.date(one.since),
      ]
    }),
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
