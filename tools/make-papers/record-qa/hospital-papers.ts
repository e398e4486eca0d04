/** Papers of a hospital: the discharge summary after an operation, of two pages where the format has pages, and imaging reports. */

import { addDays } from '../clinical/calendar.ts'
import type { Random } from '../random.ts'
import { conditionById, procedureById } from './catalogue.ts'
import { headOf } from './head.ts'
import { type Life, startCourse } from './life.ts'
import { writeMedicines } from './list-papers.ts'
import { medicated } from './medicine-changes.ts'
import type { Scribe } from './scribe.ts'
import type { Operated } from './truth.ts'
import { writeAllergies } from './visit-paper.ts'

export function writeDischarge(scribe: Scribe, life: Life, operation: Operated, random: Random): void {
  const { on, place, surgeon, side } = operation
  const until = addDays(on, random.between(1, 6))
  headOf(scribe, life, until, place, 'Discharge summary')
  const met = scribe.state({
    ...({ kind: 'encounter', visit: 'hospital', clinician: surgeon, specialty: 'Surgery', place, on, until } as const),
  })
  scribe.lines(
    `Admitted: ${scribe.date(on)}`,
    `Discharged: ${scribe.date(until)}`,
    `Attending surgeon: ${met(surgeon)}`,
    `Hospital: ${place}`,
  )
  scribe.heading('Procedure')
  const name = random.pick(procedureById(operation.procedure).names)
  const said = scribe.state(operation)(side === undefined ? capital(name) : name)
  scribe.paragraph(
    `${side === undefined ? said : `${capital(side)} ${said}`} on ${scribe.date(on)}, performed by ${surgeon}.`,
  )
  scribe.heading('Course')
  scribe.paragraph('The operation and the days after it were without complications. The wound is dry.')
  scribe.turn()
  writeAllergies(scribe, life, until)
  const started = random.chance(0.7) ? startCourse(life, random) : undefined
  writeMedicines(scribe, life, until, random, 'Medications at discharge')
  if (started !== undefined) {
    const say = scribe.state(medicated(started, 'started', until))
    scribe.paragraph(`New: ${say(started.called)} ${say(started.dose)} ${started.frequency} was started in hospital.`)
  }
  scribe.paragraph('Stitches come out after ten days at the family practice.')
}

const regions = [
  ['Chest radiograph', 'The lungs are clear. The heart is not enlarged.'],
  ['Ultrasound of the abdomen', 'Liver, spleen and kidneys are of normal size.'],
  ['CT of the abdomen', 'No free fluid. The bowel is unremarkable.'],
  ['MRI of the lumbar spine', 'Alignment is kept. No fracture.'],
] as const

export function writeImaging(scribe: Scribe, life: Life, on: string, random: Random): void {
  const { radiologist, denied } = life
  headOf(scribe, life, on, radiologist.place, 'Imaging report')
  const [exam, findings] = random.pick(regions)
  const met = scribe.state({
    ...({ kind: 'encounter', visit: 'clinic', clinician: radiologist.name, specialty: 'Radiology' } as const),
    ...{ place: radiologist.place, on },
  })
  scribe.lines(`Examination: ${exam}`, `Date of examination: ${scribe.date(on)}`, `Read by: ${met(radiologist.name)}`)
  scribe.heading('Findings')
  scribe.paragraph(findings)
  scribe.heading('Impression')
  const ruledOut = denied.at(-1)
  if (ruledOut !== undefined) {
    const name = scribe.state({ kind: 'condition', condition: ruledOut, how: 'denied', on })(
      conditionById(ruledOut).names[0] ?? '',
    )
    scribe.paragraph(random.pick([`No evidence of ${name}.`, `No signs of ${name}.`, `Negative for ${name}.`]))
  } else scribe.paragraph('Unremarkable examination.')
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
