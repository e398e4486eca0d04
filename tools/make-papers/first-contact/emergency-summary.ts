/** What an American emergency department hands out at the door: visit, readings in boxes, allergies, a table of medicines. */
import { createCalendar } from '../clinical/calendar.ts'
import { createFlow, type Flow } from '../clinical/flow.ts'
import { shuffled } from '../clinical/results.ts'
import { createScribe, type Run, type Scribe } from '../clinical/scribe.ts'
import { dayOf, type Subject } from '../clinical/subject.ts'
import { LETTER, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { americanRemedies, illnesses, reactions } from './choices.ts'
import { halfDay, writeOn } from './dates.ts'
import { inventOutcome, measuresFrom, type Writing } from './measure.ts'
import { inventPerson } from './person.ts'
import {
  allergy,
  complaint,
  disclaimed,
  done,
  type FactRun,
  ill,
  medicine,
  noAllergies,
  reading,
  vaccine,
} from './statements.ts'

const LEFT = 44

interface Summary {
  readonly scribe: Scribe
  readonly flow: Flow
  readonly subject: Subject
  readonly random: Random
  readonly on: string
}

export function drawEmergencySummary(random: Random): Scribe {
  const scribe = createScribe(LETTER, createCalendar('us-slash'))
  const subject = inventPerson(random, 'american')
  const style: Style = { face: random.pick(['humanist', 'sans', 'modern']), size: 10 }
  const top = drawHead(scribe, subject, style)
  const flow = createFlow(scribe, {
    ...{ left: LEFT, width: LETTER.width - 2 * LEFT, top, bottom: LETTER.height - 56, style },
    onNewPage(page) {
      scribe.text(`${subject.first} ${subject.last} (MRN: ${subject.record})   Page ${page}`, LEFT, 40, {
        ...style,
        size: 8.5,
      })
      return 56
    },
  })
  const summary: Summary = { scribe, flow, subject, random, on: dayOf(subject.seenAt) }
  drawVisit(summary)
  drawVitals(summary)
  drawAllergies(summary)
  drawDone(summary)
  drawMedicines(summary)
  drawAdvice(summary)
  return scribe
}

function drawHead(scribe: Scribe, subject: Subject, style: Style): number {
  const { calendar } = scribe
  scribe.own({ service: subject.seenAt })
  scribe.pen().area(LEFT, 34, LETTER.width - 2 * LEFT, 26, '#d9e4f2')
  scribe.text('AFTER VISIT SUMMARY', LEFT + 8, 52, { ...style, size: 15, bold: true })
  scribe.text(
    `${subject.first} ${subject.last}   MRN: ${subject.record}   DOB: ${writeOn(calendar, subject.bornOn, '3/14/2024')}`,
    LEFT,
    78,
    style,
  )
  const at = `${writeOn(calendar, dayOf(subject.seenAt), '3/14/2024')} ${halfDay(subject.seenAt.slice(11))}`
  scribe.text(`${at}   ${subject.institution} Hospital Emergency Department   ${subject.phone}`, LEFT, 92, style)
  scribe.pen().line({ x: LEFT, y: 98 }, { x: LETTER.width - LEFT, y: 98 }, 0.8)
  return 100
}

const visits: readonly (readonly [reason: string, diagnosis: string, about: string])[] = [
  ['Flank Pain', 'Nephrolithiasis', 'nephrolithiasis'],
  ['Cough', 'Pneumonia', 'pneumonia'],
  ['Urinary Burning', 'Urinary tract infection', 'urinary tract infection'],
  ['Leg Redness', 'Cellulitis', 'cellulitis'],
  ['Headache', 'Migraine without aura', 'migraine'],
  ['Wheezing', 'Asthma', 'asthma'],
  ['Abdominal Pain', 'Diverticulitis', 'diverticulitis'],
]

function drawVisit({ flow, random, scribe }: Summary) {
  const [reason, diagnosis, about] = random.pick(visits)
  flow.heading('Today’s Visit')
  flow.prose([
    `You were seen by ${random.pick(['M', 'J', 'T'])}. ${random.pick(['Hollander', 'Petrescu', 'Lindqvist'])}, MD`,
  ])
  flow.prose(['Reason for Visit: ', complaint(reason)])
  const other = random.chance(0.5)
    ? shuffled(random, illnesses).find(
        ([name]) =>
          name !== about && /^[a-z]/.test(name) && !name.includes('aemia') && name !== 'migraine' && name !== 'asthma',
      )
    : undefined
  flow.prose([
    'Diagnoses: ',
    ill(diagnosis, about),
    ...(other === undefined ? [] : ['; ', ill(capital(other[0]), other[1])]),
  ])
  if (random.chance(0.6)) {
    scribe.disclaim(disclaimed('pulmonary embolism', 'pulmonary embolism', 'negated'))
    flow.prose(['Your tests today showed no sign of pulmonary embolism.'])
  }
}

/** Each reading in a cell of its own: the label over the value. */
function drawVitals({ scribe, flow, random, on }: Summary) {
  flow.heading('Your Most Recent Vitals')
  const tenth = (low: number, high: number) => (random.between(low * 10, high * 10) / 10).toFixed(1)
  const of = (about: string, label: string, value: string, unit: string, gap?: string) => {
    const run = reading({
      about,
      label,
      value,
      unit,
      on,
      ...(gap === undefined ? {} : { gap }),
      ...(unit === '' ? { understood: understoodOf(about) } : {}),
    })
    return { label, run }
  }
  const cells = [
    of('blood-pressure', 'BP', `${random.between(104, 172)}/${random.between(58, 98)}`, ''),
    of('heart-rate', 'Pulse', String(random.between(56, 118)), ''),
    of('temperature', 'Temp', tenth(97, 102), '°F'),
    of('respiratory-rate', 'Resp', String(random.between(12, 24)), ''),
    of('weight', 'Wt', tenth(52, 118), 'kg'),
    of('oxygen-saturation', 'SpO2', String(random.between(92, 100)), '%', ''),
  ]
  const step = flow.width / cells.length
  const [top, below] = [flow.down(15), flow.down(14)]
  for (const [i, { label, run }] of cells.entries()) {
    const x = LEFT + i * step
    scribe.pen().frame(x, top - 12, step - 4, 31, 0.5, '#7d8794')
    scribe.text(label, x + 5, top, { ...flow.style, size: 8.5 })
    drawRun(scribe, run, x + 5, below, { ...flow.style, bold: true })
  }
  flow.gap(6)
}

function drawRun(scribe: Scribe, run: FactRun, x: number, y: number, style: Style) {
  const [line] = scribe.lay([run], 1000, style)
  if (line !== undefined) scribe.drawLine(line, x, y, style)
}

const understoodOf = (about: string) =>
  about === 'blood-pressure' ? ['mm[Hg]'] : ['/min', '{beats}/min', '{breaths}/min']

function drawAllergies({ flow, random }: Summary) {
  flow.heading('Allergies')
  if (random.chance(0.3)) {
    flow.prose([noAllergies(random.pick(['No Known Allergies', 'No Known Drug Allergies', 'None on file']))])
    return
  }
  for (const [name, about, reaction] of shuffled(random, reactions).slice(0, random.between(1, 3)))
    flow.prose([allergy(capital(name), about, reaction), ` - ${capital(reaction)}`], { indent: 14, mark: '•' })
}

const tests = measuresFrom(`
  wbc | WBC | K/uL | 4.5 | 11.0 | 1
  hemoglobin | Hemoglobin | g/dL | 12.0 | 16.0 | 1
  sodium | Sodium | mmol/L | 136 | 145 | 0
  potassium | Potassium | mmol/L | 3.5 | 5.1 | 1
  creatinine | Creatinine | mg/dL | 0.60 | 1.20 | 2
  glucose | Glucose | mg/dL | 70 | 99 | 0
  lipase | Lipase | U/L | 13 | 60 | 0
  troponin | Troponin I, High Sensitivity | ng/L | | 14 | 0`)

const writing: Writing = {
  range: (low, high) => (low === undefined ? `< ${high}` : `${low} - ${high}`),
  flag: (side) => ({ text: side === 'high' ? '(H)' : '(L)' }),
}

function drawDone({ flow, random, on }: Summary) {
  flow.heading('Done Today')
  const imaging = random.pick(['X-ray chest 2 views', 'CT abdomen and pelvis', 'ECG 12 lead', 'Ultrasound kidneys'])
  const runs: Run[] = ['Imaging and tests: ', done(imaging, imaging.toLowerCase(), { isOptional: true }), '. ']
  if (random.chance(0.35)) runs.push('Immunizations given: ', vaccine('Tdap', 'Tdap', on), '.')
  flow.prose(runs)
  if (random.chance(0.7)) {
    flow.line('Lab results:', { ...flow.style, bold: true })
    for (const measure of shuffled(random, tests).slice(0, random.between(3, 6))) {
      const { value, flag, range, fact } = inventOutcome(measure, writing, random, on)
      const text = `${value}${flag === '' ? '' : ` ${flag}`} ${measure.unit}`
      flow.prose([`${measure.name}: `, { text, value, fact }, ` (Ref Range: ${range})`], { indent: 14 })
    }
  }
}

const statuses = ['START', 'CHANGE', 'CONTINUE', 'CONTINUE', 'STOP'] as const
const changes = { START: 'started', CHANGE: 'changed', CONTINUE: 'continued', STOP: 'stopped' } as const

function drawMedicines({ scribe, flow, random }: Summary) {
  const stops = [LEFT + 4, LEFT + 74, LEFT + 236, LEFT + 310]
  const { style } = flow
  flow.heading('Your Medication List')
  const head = flow.down(15)
  scribe.pen().area(LEFT, head - 11, flow.width, 15, '#e7ebf0')
  for (const [i, title] of ['Status', 'Medication', 'Strength', 'Instructions'].entries())
    scribe.text(title, stops[i] ?? LEFT, head, { ...style, bold: true, size: 9 })
  for (const { name, substance, doses } of shuffled(random, americanRemedies).slice(0, random.between(4, 8))) {
    const status = random.pick(statuses)
    const dose = random.pick(doses)
    const frequency = random.pick([
      '1 tablet by mouth daily',
      'Take 1 by mouth 2 times a day',
      'Take 1 by mouth every 6 hours as needed',
      'Take 1 at bedtime',
    ])
    flow.need(17)
    const y = flow.down(15)
    scribe.text(status, stops[0] ?? LEFT, y, { ...style, bold: true, size: 8.6 })
    drawRun(scribe, medicine(name, substance, { dose, frequency, change: changes[status] }), stops[1] ?? LEFT, y, style)
    scribe.text(dose, stops[2] ?? LEFT, y, style)
    scribe.text(status === 'STOP' ? 'Do not take any more' : frequency, stops[3] ?? LEFT, y, style)
    scribe.pen().line({ x: LEFT, y: y + 4 }, { x: LEFT + flow.width, y: y + 4 }, 0.4, '#9aa3ad')
  }
}

function drawAdvice({ flow, random, subject }: Summary) {
  flow.heading('What’s Next')
  flow.prose([
    `Call ${subject.doctor} (Primary Care) within ${random.between(2, 7)} days for a follow-up visit. `,
    'Return to the Emergency Department if your symptoms get worse, or if you have a fever above 101 °F or trouble breathing.',
  ])
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
