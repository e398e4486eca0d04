/** The summary that a British practice prints: coded problems with their days, medicines on repeat and acute, allergies. */
import { addDays } from '../clinical/calendar.ts'
import { shuffled } from '../clinical/results.ts'
import { drawCells } from '../clinical/row.ts'
import type { Scribe } from '../clinical/scribe.ts'
import { lastFirst } from '../clinical/subject.ts'
import { writeOn } from '../first-contact/dates.ts'
import {
  disclaimed,
  done,
  ill,
  medicine,
  noAllergies,
  reading,
  relative,
  vaccine,
} from '../first-contact/statements.ts'
import { A4 } from '../print/page.ts'
import type { Random } from '../random.ts'
import { type Draft, type Paper, put, startPaper } from './paper.ts'
import { practiceCourses, practiceRemedies, type Remedy } from './remedies.ts'

const LEFT = 46

export function drawGpSummary(random: Random): Scribe {
  const paper = startPaper(random, {
    ...{ size: A4, dates: 'uk-slash', country: 'british', left: LEFT, frame: drawFrame },
    style: { face: random.pick(['sans', 'humanist']), size: 9.5 },
  })
  drawProblems(paper)
  drawMedicines(paper)
  drawAllergies(paper)
  drawStatus(paper)
  return paper.scribe
}

const dated = ({ scribe }: Pick<Draft, 'scribe'>, on: string) => writeOn(scribe.calendar, on, '14-Mar-2024')

function drawFrame(draft: Draft, page: number): number {
  const { scribe, subject, random, on, style } = draft
  const small = { ...style, size: 7.5 }
  scribe.text(
    `Summary printed ${dated(draft, on)} by ${subject.otherDoctor} (Administrator)   Page ${page} of 2`,
    LEFT,
    812,
    small,
  )
  if (page > 1) return 44
  scribe.own({ document: on })
  scribe.text(`${subject.institution} Surgery`, LEFT, 44, { ...style, size: 14, bold: true })
  scribe.text(`${subject.address}   Tel: ${subject.phone}`, LEFT, 57, small)
  scribe.text('Patient Summary', A4.width - LEFT, 44, { ...style, size: 14 }, 'right')
  scribe.text(`${lastFirst(subject).toUpperCase()} (${subject.sex === 'Male' ? 'Mr' : 'Mrs'})`, LEFT, 78, {
    ...style,
    bold: true,
  })
  scribe.text(
    `Born ${dated(draft, subject.bornOn)} (${subject.age}y)   Gender ${subject.sex}   NHS No. 999 ${random.digits(3)} ${random.digits(4)}`,
    LEFT,
    91,
    style,
  )
  scribe.text(`Usual GP: Dr ${subject.doctor}`, LEFT, 104, style)
  scribe.pen().line({ x: LEFT, y: 110 }, { x: A4.width - LEFT, y: 110 })
  return 112
}

const problems = [
  ['Essential hypertension', 'hypertension', 'G20..'],
  ['Type 2 diabetes mellitus', 'type 2 diabetes mellitus', 'X40J5'],
  ['Asthma', 'asthma', 'H33..'],
  ['Hypothyroidism', 'hypothyroidism', 'C04..'],
  ['Atrial fibrillation', 'atrial fibrillation', 'G5730'],
  ['Osteoporosis', 'osteoporosis', 'N330.'],
  ['Gout', 'gout', 'C34..'],
  ['Chronic kidney disease stage 3', 'chronic kidney disease stage 3', 'XaLHI'],
  ['Depressive disorder', 'depression', 'X00SO'],
] as const
const past = [
  ['Appendicectomy', 'appendectomy'],
  ['Tonsillectomy', 'tonsillectomy'],
  ['Total replacement of hip', 'total hip arthroplasty'],
  ['Repair of inguinal hernia', 'inguinal hernia repair'],
] as const

function drawProblems(paper: Paper) {
  const { scribe, flow, random, on } = paper
  const columns = [{ x: LEFT }, { x: 140 }, { x: 440 }]
  flow.heading('Active Problems')
  for (const [name, about, code] of shuffled(random, problems).slice(0, random.between(2, 5))) {
    const day = addDays(on, -random.between(300, 6500))
    const { fact } = ill(name, about)
    drawCells(scribe, flow, [dated(paper, day), { text: name, fact: { ...fact, on: day } }, `(${code})`], columns)
  }
  flow.heading('Significant Past')
  for (const [name, about] of shuffled(random, past).slice(0, random.between(1, 2))) {
    const year = `${Number(on.slice(0, 4)) - random.between(3, 20)}`
    scribe.calendar.write(year)
    const { fact } = done(name, about)
    const side = about === 'total hip arthroplasty' ? random.pick(['left', 'right'] as const) : undefined
    const shown = side === undefined ? name : `${name} - ${side}`
    const of = { ...fact, on: year, ...(side === undefined ? {} : { details: { side } }) }
    drawCells(scribe, flow, [year, { text: shown, fact: of }], columns)
  }
  scribe.pen().line({ x: LEFT, y: flow.y() + 6 }, { x: A4.width - LEFT, y: flow.y() + 6 }, 0.3)
  flow.gap(4)
}

function drawMedicines(paper: Paper) {
  const { flow, random, on } = paper
  flow.heading('Acute Medication (since last 3 months)')
  for (const remedy of shuffled(random, practiceCourses).slice(0, random.between(1, 2)))
    drawMedicine(paper, remedy, addDays(on, -random.between(6, 80)), false)
  flow.heading('Repeat Medication')
  for (const remedy of shuffled(random, practiceRemedies).slice(0, random.between(3, 6)))
    drawMedicine(paper, remedy, addDays(on, -random.between(2, 50)), true)
}

function drawMedicine(
  paper: Paper,
  { name, about, strength, form, directions }: Remedy,
  day: string,
  isRepeat: boolean,
) {
  const { scribe, flow, random, style } = paper
  flow.need(30)
  const y = flow.down(15)
  scribe.text(dated(paper, day), LEFT, y, style)
  put(scribe, [medicine(name, about, { dose: strength }), ` ${strength} ${form}`], 140, y, { ...style, bold: true })
  const count = random.pick(['28', '56', '84'])
  const below = flow.down(12)
  scribe.text(`${directions}, ${count} ${form.split(' ').at(-1)?.replace(/s$/, '') ?? ''}`, 140, below, style)
  if (isRepeat) scribe.text(`Last issued ${dated(paper, day)}`, A4.width - LEFT, y, { ...style, size: 8 }, 'right')
}

const reactions = [
  ['Penicillins', 'penicillin', 'Adverse reaction to Penicillins'],
  ['codeine phosphate', 'codeine', 'Adverse reaction to codeine phosphate'],
  ['Trimethoprim', 'trimethoprim', 'Adverse reaction to Trimethoprim'],
  ['Elastoplast', 'elastoplast', 'Allergy to Elastoplast'],
] as const

function drawAllergies(paper: Paper) {
  const { scribe, flow, random, on, style } = paper
  flow.heading('Allergies and Adverse Reactions')
  if (random.chance(0.3)) {
    flow.prose([noAllergies('No known allergies')])
    return
  }
  for (const [name, about, words] of shuffled(random, reactions).slice(0, random.between(1, 2))) {
    const day = addDays(on, -random.between(900, 6000))
    const fact = { kind: 'allergy', about, nameText: name, valueText: name, on: day, alsoNamed: [about] } as const
    const y = flow.down(14)
    scribe.text(dated(paper, day), LEFT, y, style)
    put(scribe, [{ text: words, value: name, fact }, random.chance(0.5) ? ' (Rash)' : ''], 140, y, style)
  }
}

function drawStatus(paper: Paper) {
  const { scribe, flow, random, on, style } = paper
  flow.heading('Health Status')
  const draw = (day: string, label: string, runs: Parameters<typeof put>[1]) => {
    const y = flow.down(14)
    scribe.text(dated(paper, day), LEFT, y, style)
    put(scribe, [`${label} `, ...runs], 140, y, style)
  }
  const day = addDays(on, -random.between(5, 200))
  const of = (
    about: string,
    label: string,
    value: string,
    unit: string,
    category: 'vital-sign' | 'laboratory' = 'vital-sign',
  ) => draw(day, label, [reading({ about, label, value, unit, on: day, category })])
  of('blood-pressure', 'O/E - blood pressure reading', `${random.between(112, 162)}/${random.between(62, 94)}`, 'mmHg')
  of('weight', 'O/E - weight', (random.between(540, 1100) / 10).toFixed(1), 'kg')
  of('creatinine', 'Serum creatinine', String(random.between(58, 148)), 'umol/L', 'laboratory')
  of('hba1c', 'Haemoglobin A1c level - IFCC standardised', String(random.between(34, 82)), 'mmol/mol', 'laboratory')
  flow.line('Ex-smoker. Alcohol consumption 6 U/week.')
  const [name, about] = random.pick([
    ['Ischaemic heart disease', 'ischaemic heart disease'],
    ['Carcinoma of breast', 'breast cancer'],
  ] as const)
  const relation = random.pick(['mother', 'father'])
  scribe.disclaim(disclaimed(about, name, 'family'))
  flow.prose(['FH: ', relative(name, about, relation), ` in ${relation}`])
  flow.heading('Immunisations')
  const given = addDays(on, -random.between(40, 300))
  draw(given, '', [vaccine('Seasonal influenza vaccination', 'influenza', given)])
}
