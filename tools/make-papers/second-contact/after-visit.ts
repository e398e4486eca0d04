/** What an American clinic hands out after a visit: readings, medicines to start, change, go on with and stop, and what is next. */
import { addDays } from '../clinical/calendar.ts'
import { shuffled } from '../clinical/results.ts'
import { drawCells } from '../clinical/row.ts'
import type { Scribe } from '../clinical/scribe.ts'
import { dayOf, fullName } from '../clinical/subject.ts'
import { halfDay, writeOn } from '../first-contact/dates.ts'
import {
  allergy,
  complaint,
  type FactRun,
  ill,
  medicine,
  noAllergies,
  reading,
  vaccine,
} from '../first-contact/statements.ts'
import { LETTER } from '../print/page.ts'
import type { Random } from '../random.ts'
import { type Draft, type Paper, startPaper } from './paper.ts'
import { clinicRemedies, type Remedy } from './remedies.ts'

const LEFT = 48

export function drawAfterVisit(random: Random): Scribe {
  const paper = startPaper(random, {
    ...{ size: LETTER, dates: 'us-slash', country: 'american', left: LEFT, frame: drawFrame },
    style: { face: random.pick(['sans', 'humanist', 'modern']), size: random.pick([9.5, 10]) },
  })
  drawToday(paper)
  drawVitals(paper)
  drawAllergies(paper)
  drawMedicines(paper)
  drawNext(paper)
  return paper.scribe
}

function drawFrame({ scribe, subject, style, on }: Draft, page: number): number {
  const small = { ...style, size: 8 }
  const { calendar } = scribe
  scribe.text(
    `${fullName(subject)} (MRN: ${subject.record}) • Printed at ${writeOn(calendar, on, '3/14/2024')} ${halfDay('16:42')}`,
    LEFT,
    758,
    small,
  )
  scribe.text(`Page ${page} of 3`, LETTER.width - LEFT, 758, small, 'right')
  if (page > 1) return 44
  scribe.own({ service: subject.seenAt })
  scribe.text('AFTER VISIT SUMMARY', LEFT, 52, { ...style, size: 18, bold: true, ink: '#1f4e79' })
  const born = writeOn(calendar, subject.bornOn, '3/14/2024')
  scribe.text(`${fullName(subject)}   MRN: ${subject.record}   DoB: ${born}`, LEFT, 70, style)
  const at = `${writeOn(calendar, dayOf(subject.seenAt), '3/14/2024')} ${halfDay(subject.seenAt.slice(11))}`
  scribe.text(`${at}   ${subject.institution} Family Medicine   ${subject.phone}`, LEFT, 84, style)
  scribe.pen().line({ x: LEFT, y: 90 }, { x: LETTER.width - LEFT, y: 90 }, 1.2, '#1f4e79')
  return 92
}

const diagnoses = [
  ['Essential hypertension', 'hypertension', 'I10'],
  ['Type 2 diabetes mellitus', 'type 2 diabetes mellitus', 'E11.9'],
  ['Mixed hyperlipidemia', 'hyperlipidemia', 'E78.2'],
  ['Acquired hypothyroidism', 'hypothyroidism', 'E03.9'],
  ['Gastroesophageal reflux disease without esophagitis', 'gastroesophageal reflux disease', 'K21.9'],
  ['Generalized anxiety disorder', 'generalized anxiety disorder', 'F41.1'],
  ['Vitamin D deficiency', 'vitamin D deficiency', 'E55.9'],
  ['Plantar fasciitis', 'plantar fasciitis', 'M72.2'],
] as const

function drawToday({ flow, random, subject, on }: Paper) {
  flow.heading('Today’s Visit')
  flow.prose([
    `You saw ${subject.doctor}, MD on ${random.pick(['Monday', 'Tuesday', 'Thursday'])}. The following issues were addressed:`,
  ])
  for (const [name, about, code] of shuffled(random, diagnoses).slice(0, random.between(2, 4)))
    flow.prose([ill(name, about), random.chance(0.5) ? ` (${code})` : ''], { indent: 16, mark: '•' })
  flow.prose([
    'Reason for visit: ',
    complaint(random.pick(['Follow-up', 'Cough', 'Medication Refill', 'Back Pain'])),
    '.',
  ])
  if (random.chance(0.6))
    flow.prose([
      'Immunizations Administered for This Visit: ',
      vaccine('Influenza', 'influenza', on),
      ', quadrivalent, preservative free (FLUZONE QUAD).',
    ])
}

function drawVitals({ scribe, flow, random, on, style }: Paper) {
  flow.heading('Your Vitals Were')
  const kilograms = random.between(540, 1190) / 10
  const metres = random.between(152, 190) / 100
  const [feet, inches] = [Math.floor(metres / 0.3048), Math.round((metres / 0.3048 - Math.floor(metres / 0.3048)) * 12)]
  const fahrenheit = random.between(970, 996) / 10
  const of = (about: string, label: string, value: string, unit: string, understood: readonly string[] = []) =>
    reading({ about, label, value, unit, on, ...(unit === '' ? { understood } : {}) })
  const second = (about: string, label: string, value: string, unit: string): FactRun => {
    const run = of(about, label, value, unit)
    return { ...run, fact: { ...run.fact, isOptional: true } }
  }
  const rate = ['/min', '{beats}/min', '{breaths}/min']
  const bp = of('blood-pressure', 'BP', `${random.between(108, 164)}/${random.between(60, 96)}`, '', ['mm[Hg]'])
  const first = [
    'BP ',
    bp,
    random.chance(0.5) ? ' (BP Location: Left arm, Patient Position: Sitting)' : '',
    ' | Pulse ',
    of('heart-rate', 'Pulse', String(random.between(54, 98)), '', rate),
  ]
  const temperature = [
    'Temp ',
    of('temperature', 'Temp', fahrenheit.toFixed(1), '°F'),
    ' (',
    second('temperature', 'Temp', (((fahrenheit - 32) * 5) / 9).toFixed(1), '°C'),
    ') (Oral) | Resp ',
    of('respiratory-rate', 'Resp', String(random.between(12, 20)), '', rate),
  ]
  const size = [
    `Ht ${feet}’ ${inches}” (`,
    of('height', 'Ht', metres.toFixed(2), 'm'),
    ') | Wt ',
    of('weight', 'Wt', kilograms.toFixed(1), 'kg'),
    ' (',
    second('weight', 'Wt', String(Math.round(kilograms * 2.20462)), 'lb'),
    ') | SpO2 ',
    reading({
      about: 'oxygen-saturation',
      label: 'SpO2',
      value: String(random.between(94, 100)),
      unit: '%',
      on,
      gap: '',
    }),
    ' | BMI ',
    of('bmi', 'BMI', (kilograms / metres ** 2).toFixed(2), 'kg/m²'),
  ]
  for (const runs of [first, temperature, size]) flow.prose(runs)
  if (random.chance(0.5))
    scribe.text('Smoking Status: Former   Tobacco comment: quit about 10 years ago', LEFT, flow.down(), style)
}

const allergens = [
  ['Penicillins', 'penicillin', 'Hives'],
  ['Sulfa (Sulfonamide Antibiotics)', 'sulfonamide antibiotics', 'Rash'],
  ['Codeine', 'codeine', 'Nausea And Vomiting'],
  ['Latex', 'latex', 'Itching'],
  ['Shellfish', 'shellfish', 'Swelling'],
] as const

function drawAllergies({ scribe, flow, random, style }: Paper) {
  flow.heading('Allergies as of Today')
  if (random.chance(0.25)) {
    flow.prose([noAllergies(random.pick(['No Known Allergies', 'No Known Drug Allergies']))])
    return
  }
  const columns = [{ x: LEFT }, { x: 270 }]
  const bold = { ...style, bold: true }
  drawCells(
    scribe,
    flow,
    [
      { text: 'Allergen', style: bold },
      { text: 'Reactions', style: bold },
    ],
    columns,
  )
  for (const [name, about, reaction] of shuffled(random, allergens).slice(0, random.between(1, 3)))
    drawCells(scribe, flow, [{ text: name, fact: allergy(name, about, reaction).fact }, reaction], columns)
}

function drawMedicines(paper: Paper) {
  const { flow, random, style } = paper
  const remedies = shuffled(random, clinicRemedies)
  const draw = (title: string, change: 'started' | 'changed' | 'continued' | 'stopped', count: number) => {
    if (count === 0) return
    flow.need(48)
    flow.gap(5)
    flow.line(title, { ...style, bold: true })
    for (const remedy of remedies.splice(0, count)) drawMedicine(paper, remedy, change)
  }
  flow.heading('Your Medication List')
  flow.line('as of today. Always use your most recent med list.', { ...style, italic: true })
  draw('START taking:', 'started', random.between(0, 2))
  draw('CHANGE how you take:', 'changed', random.between(0, 1))
  draw('CONTINUE taking these medications:', 'continued', random.between(2, 4))
  draw('STOP taking:', 'stopped', random.between(0, 2))
}

function drawMedicine(
  { flow, random, style }: Paper,
  remedy: Remedy,
  change: 'started' | 'changed' | 'continued' | 'stopped',
) {
  const { name, about, strength, form, directions, brand } = remedy
  const small = { ...style, size: 8.5 }
  flow.need(44)
  flow.prose([medicine(name, about, { dose: strength, change }), ` ${strength} ${form}`], { indent: 14, mark: '•' })
  if (brand !== undefined && random.chance(0.7)) flow.line(`       Commonly known as: ${brand}`, small)
  if (change === 'stopped') return
  flow.line(`       ${directions}`)
  if (change === 'changed') flow.line('       What changed: how much to take, when to take this', small)
}

function drawNext({ scribe, flow, random, subject, on }: Paper) {
  const { calendar } = scribe
  const day = (later: number) => writeOn(calendar, addDays(on, later), 'MAR 14, 2024')
  flow.heading('What’s Next')
  flow.line(`${day(random.between(20, 60))}   Lab visit with ${subject.institution} LAB, 8:00 AM`)
  flow.line(`${day(random.between(80, 190))}   Office Visit with ${subject.doctor}, MD, 2:20 PM. Arrive by 2:05 PM`)
  flow.heading('Instructions from your care team')
  flow.prose([
    random.pick([
      'Check your blood pressure at home once a day. Call if it is above 150/90 two days in a row. Aim for at least 30 minutes of walking 5 days a week.',
      'Your goal for hemoglobin A1c is below 7%. Cut back on sugary drinks. See a dentist every 6 months. Call 911 for chest pain.',
      'You can take acetaminophen for pain, no more than 3000 mg a day. Drink plenty of fluids. Return if you have a fever above 101 °F.',
    ]),
  ])
  flow.prose([
    'You may be due for: Shingles vaccine (1 of 2), Colon Cancer Screening, Diabetic Eye Exam. Ask your care team about these.',
  ])
}
