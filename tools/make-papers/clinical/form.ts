/** G: a check-up form: labels and values in two columns of fields, measures of the body and results in one line each. */
import { LETTER, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { analytes } from './analytes.ts'
import { createCalendar } from './calendar.ts'
import type { StatedFact } from './clinical-document.ts'
import { inventManner, inventResult, shuffled } from './results.ts'
import { createScribe, type Scribe } from './scribe.ts'
import { type Vital, vitalSign } from './statements.ts'
import { dayOf, fullName, inventSubject } from './subject.ts'

const LEFT = 50
const SECOND = 316
const vitals: readonly (readonly [Vital, readonly string[]])[] = [
  ['blood-pressure', ['Blood pressure', 'BP']],
  ['heart-rate', ['Pulse', 'Heart rate']],
  ['weight', ['Weight']],
  ['height', ['Height']],
  ['bmi', ['BMI', 'Body mass index']],
  ['temperature', ['Temperature', 'Temp']],
  ['oxygen-saturation', ['SpO2', 'Oxygen saturation']],
  ['respiratory-rate', ['Respiratory rate']],
]

interface Field {
  readonly label: string
  readonly value: string
  /** Behind the value. */
  readonly tail?: string
  readonly fact?: StatedFact
}

export function drawForm(random: Random): Scribe {
  const scribe = createScribe(LETTER, createCalendar(random.pick(['us-slash', 'us-short', 'iso'])))
  const { calendar } = scribe
  const subject = inventSubject(random)
  const style: Style = { face: random.pick(['sans', 'humanist', 'serif']), size: 9.2 }
  const on = dayOf(subject.seenAt)
  scribe.own({ service: on })
  scribe.text(
    random.pick(['Health Screening Form', 'Annual Physical Examination', 'Biometric Screening Results']),
    LEFT,
    58,
    { ...style, size: 14, bold: true },
  )
  const colon = random.pick([':', ':', ''])
  const manner = inventManner(random, { flags: random.pick(['letters', 'brackets', 'none']) })
  const results = shuffled(random, analytes)
    .slice(0, random.between(10, 18))
    .map((analyte) => inventResult(analyte, manner, random, on))
  const people: Field[] = [
    { label: 'Name', value: fullName(subject) },
    { label: 'Date of birth', value: calendar.write(subject.bornOn) },
    { label: random.pick(['Date of visit', 'Exam date', 'Visit date']), value: calendar.write(on) },
    { label: 'Member ID', value: `W${subject.record}` },
    { label: 'Provider', value: `Dr. ${subject.doctor}` },
    { label: 'Telephone', value: subject.phone },
    { label: 'Emergency contact', value: `${random.pick(['Bernd', 'Olga', 'Tess'])} ${subject.last}` },
    { label: 'Group number', value: random.digits(6) },
  ]
  const body: Field[] = vitals
    .filter(() => random.chance(0.85))
    .map(([vital, labels]) => {
      const label = random.pick(labels)
      const { text, value, fact } = vitalSign(vital, label, random, on)
      return { label, value, tail: text.slice(value.length).trimStart(), fact }
    })
  const laboratory: Field[] = results.map(({ name, value, unit, range, flag, fact }) => {
    const limits = range === '' || /^[[(]/.test(range) ? range : `(${range})`
    return { label: name, value, tail: [unit, flag, limits].filter((part) => part !== '').join(' '), fact }
  })
  let y = 84
  const section = (title: string, fields: readonly Field[]) => {
    scribe.text(title, LEFT, y, { ...style, bold: true })
    scribe.pen().line({ x: LEFT, y: y + 3 }, { x: 562, y: y + 3 }, 0.7)
    y = drawFields(scribe, fields, y + 17, style, colon) + 12
  }
  section(random.pick(['Patient information', 'Personal data']), people)
  section(random.pick(['Vital signs', 'Measurements']), body)
  section(random.pick(['Laboratory', 'Lab results', 'Blood tests']), laboratory)
  scribe.text(
    `Form HS-${random.digits(4)} rev. ${random.between(2, 9)}/${random.between(18, 24)}. Signature on file.`,
    LEFT,
    752,
    { ...style, size: 7 },
  )
  return scribe
}

/** Returns the baseline after the last row. */
function drawFields(scribe: Scribe, fields: readonly Field[], top: number, style: Style, colon: string): number {
  for (const [i, { label, value, tail = '', fact }] of fields.entries()) {
    const x = i % 2 === 0 ? LEFT : SECOND
    const y = top + Math.floor(i / 2) * 17
    const narrow: Style = { ...style, face: 'narrow' }
    const end = scribe.text(`${label}${colon}`, x, y, narrow).end
    const written = scribe.text(value, Math.max(end + 6, x + 92), y, { ...style, bold: true })
    if (fact !== undefined) scribe.state(fact, written)
    if (tail !== '') scribe.text(tail, written.end + 4, y, narrow)
  }
  return top + Math.ceil(fields.length / 2) * 17
}
