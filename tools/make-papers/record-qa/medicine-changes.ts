/** What a letter says of medicines: one is begun, one is raised, one is stopped, the rest go on unsaid. */
import type { Random } from '../random.ts'
import { qaFrequencies } from './catalogue.ts'
import { type Course, type Life, startCourse } from './life.ts'
import type { Scribe } from './scribe.ts'
import type { Medicated } from './truth.ts'

const MOST_AT_ONCE = 6

export function changeMedicines(scribe: Scribe, life: Life, on: string, random: Random): void {
  const sentences = [
    ...(random.chance(0.35) ? [stop(scribe, life, on, random)] : []),
    ...(random.chance(0.4) ? [change(scribe, life, on, random)] : []),
    ...(life.active.size < MOST_AT_ONCE && random.chance(0.75) ? [begin(scribe, life, on, random)] : []),
  ].filter((sentence) => sentence !== undefined)
  if (sentences.length === 0) return
  scribe.heading(random.pick(['Medication changes', 'Plan', 'Treatment']))
  scribe.list(shuffledApart(sentences))
}

/** One sentence about a medicine each: the order says nothing. */
const shuffledApart = (sentences: readonly string[]) => sentences.toReversed()

function begin(scribe: Scribe, life: Life, on: string, random: Random): string | undefined {
  const course = startCourse(life, random)
  if (course === undefined) return undefined
  const say = scribe.state(medicated(course, 'started', on))
  const line = `${say(course.called)} ${say(course.dose)} ${course.frequency}`
  return random.pick([`Started ${line}.`, `Start ${line}.`, `We have started ${line}.`])
}

function change(scribe: Scribe, life: Life, on: string, random: Random): string | undefined {
  const raisable = [...life.active.values()].filter(({ medicine }) => medicine.doses.length > 1)
  if (raisable.length === 0) return undefined
  const before = random.pick(raisable)
  const dose = random.pick(before.medicine.doses.filter((one) => one !== before.dose))
  const course: Course = { ...before, dose, frequency: random.pick(qaFrequencies) }
  life.active.set(course.medicine.id, course)
  const say = scribe.state(medicated(course, 'changed', on))
  return random.pick([
    `Changed ${say(course.called)} from ${before.dose} to ${say(dose)} ${course.frequency}.`,
    `${say(capital(course.called))} is now ${say(dose)} ${course.frequency}.`,
  ])
}

function stop(scribe: Scribe, life: Life, on: string, random: Random): string | undefined {
  if (life.active.size < 2) return undefined
  const course = random.pick([...life.active.values()])
  life.active.delete(course.medicine.id)
  const say = scribe.state(medicated(course, 'stopped', on))
  return random.pick([
    `Stopped ${say(course.called)}.`,
    `${say(capital(course.called))} was stopped because of side effects.`,
    `Discontinue ${say(course.called)}.`,
  ])
}

export const medicated = ({ medicine, dose, frequency }: Course, how: Medicated['how'], on: string): Medicated => ({
  kind: 'medication',
  substance: medicine.id,
  dose,
  frequency,
  how,
  on,
})

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
