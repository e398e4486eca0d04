/** A hospital's discharge summary in headed prose: why the person came, what was done, and the medicines at both ends of the stay. */
import { addDays } from '../clinical/calendar.ts'
import { shuffled } from '../clinical/results.ts'
import type { Run, Scribe } from '../clinical/scribe.ts'
import { lastFirst } from '../clinical/subject.ts'
import {
  allergy,
  disclaimed,
  done,
  ill,
  medicine,
  noAllergies,
  reading,
  relative,
} from '../first-contact/statements.ts'
import { LETTER } from '../print/page.ts'
import type { Random } from '../random.ts'
import { type Draft, type Paper, startPaper } from './paper.ts'
import { wardRemedies } from './remedies.ts'

const LEFT = 60

interface Stay {
  readonly reason: string
  readonly diagnosis: readonly [name: string, about: string]
  /** Thought of and not found. */
  readonly excluded: string
  readonly given: string
  readonly measure: readonly [
    about: string,
    label: string,
    unit: string,
    first: readonly [number, number],
    last: readonly [number, number],
  ]
}

const stays: readonly Stay[] = [
  {
    ...{ reason: 'Shortness of breath', diagnosis: ['Community-acquired pneumonia', 'pneumonia'] },
    ...{ excluded: 'pulmonary embolism', given: 'ceftriaxone' },
    measure: ['wbc', 'WBC', 'K/uL', [132, 214], [62, 108]],
  },
  {
    ...{ reason: 'Leg swelling', diagnosis: ['Acute on chronic congestive heart failure', 'congestive heart failure'] },
    ...{ excluded: 'deep vein thrombosis', given: 'furosemide' },
    measure: ['creatinine', 'Creatinine', 'mg/dL', [16, 28], [9, 14]],
  },
  {
    ...{ reason: 'Flank pain and fever', diagnosis: ['Urinary tract infection', 'urinary tract infection'] },
    ...{ excluded: 'nephrolithiasis', given: 'ceftriaxone' },
    measure: ['lactate', 'Lactate', 'mmol/L', [22, 44], [8, 15]],
  },
]

const backgrounds = [
  ['hypertension', 'hypertension'],
  ['type 2 diabetes mellitus', 'type 2 diabetes mellitus'],
  ['atrial fibrillation', 'atrial fibrillation'],
  ['hypothyroidism', 'hypothyroidism'],
  ['gout', 'gout'],
  ['obstructive sleep apnea', 'obstructive sleep apnea'],
  ['COPD', 'chronic obstructive pulmonary disease'],
  ['depression', 'depression'],
] as const

export function drawHospitalStay(random: Random): Scribe {
  const paper = startPaper(random, {
    ...{ size: LETTER, dates: 'us-slash', country: 'american', left: LEFT, frame: drawFrame },
    style: { face: random.pick(['serif', 'book', 'sans']), size: 10 },
  })
  const left = addDays(paper.on, random.between(2, 9))
  const stay = random.pick(stays)
  const chosen = shuffled(random, wardRemedies)
  drawDiagnoses(paper, stay, left)
  drawHistory(paper, stay)
  const isAlready = (name: string) => name.toLowerCase() === stay.given
  const medicines = chosen.filter(({ name }) => !isAlready(name))
  drawBefore(paper, medicines.slice(0, 4))
  drawCourse(paper, stay, left)
  drawAfter(paper, medicines.slice(0, 7))
  drawPlan(paper)
  return paper.scribe
}

function drawFrame({ scribe, subject, style }: Draft, page: number): number {
  const small = { ...style, size: 8.5 }
  scribe.text(
    `${subject.institution} Regional Medical Center`,
    LETTER.width / 2,
    40,
    { ...style, bold: true, size: 13 },
    'middle',
  )
  scribe.text(
    `DISCHARGE SUMMARY   Page ${page} of 2   CONFIDENTIAL: contains protected health information`,
    LETTER.width / 2,
    758,
    small,
    'middle',
  )
  scribe.text(
    `PATIENT NAME: ${lastFirst(subject).toUpperCase()}    MRN: ${subject.record}    DOB: ${scribe.calendar.write(subject.bornOn)}`,
    LEFT,
    60,
    style,
  )
  return 66
}

function drawDiagnoses({ scribe, flow, random, on, subject }: Paper, { diagnosis, reason }: Stay, left: string) {
  scribe.own({ service: on, document: left })
  flow.line(`ADMISSION DATE: ${scribe.calendar.write(on)}      DISCHARGE DATE: ${scribe.calendar.write(left)}`)
  flow.line(`ATTENDING: ${subject.doctor}, MD      PCP: ${subject.otherDoctor}, DO      SERVICE: Hospital Medicine`)
  flow.heading('PRINCIPAL DIAGNOSIS')
  flow.prose([ill(...diagnosis)])
  flow.heading('SECONDARY DIAGNOSES')
  for (const [i, [name, about]] of shuffled(random, backgrounds)
    .filter(([, of]) => of !== diagnosis[1])
    .slice(0, random.between(2, 4))
    .entries())
    flow.prose([`${i + 1}. `, ill(name.charAt(0).toUpperCase() + name.slice(1), about)])
  flow.heading('REASON FOR ADMISSION')
  flow.prose([`${reason}.`])
}

function drawHistory({ scribe, flow, random, subject, on }: Paper, { reason, excluded }: Stay) {
  const who = `${subject.age}-year-old ${subject.sex === 'Male' ? 'man' : 'woman'}`
  const runs: Run[] = [`This is a ${who} who presented with ${reason.toLowerCase()} for ${random.between(2, 6)} days. `]
  runs.push(
    'In the ED, T ',
    reading({
      about: 'temperature',
      label: 'T',
      value: (random.between(982, 1026) / 10).toFixed(1),
      unit: '°F',
      on,
      gap: ' ',
    }),
  )
  runs.push(
    ', HR ',
    reading({
      about: 'heart-rate',
      label: 'HR',
      value: String(random.between(84, 128)),
      unit: '',
      understood: ['/min', '{beats}/min'],
      on,
    }),
  )
  runs.push(
    ', BP ',
    reading({
      about: 'blood-pressure',
      label: 'BP',
      value: `${random.between(94, 168)}/${random.between(52, 96)}`,
      unit: '',
      understood: ['mm[Hg]'],
      on,
    }),
  )
  runs.push(
    ', SpO2 ',
    reading({
      about: 'oxygen-saturation',
      label: 'SpO2',
      value: String(random.between(86, 96)),
      unit: '%',
      on,
      gap: '',
    }),
    ' on room air. ',
  )
  runs.push(`There was no evidence of ${excluded}. Denies chest pain, hemoptysis or syncope. `)
  scribe.disclaim(disclaimed(excluded, excluded, 'negated'))
  const [name, about] = random.pick([
    ['breast cancer', 'breast cancer'],
    ['colon cancer', 'colon cancer'],
    ['stroke', 'stroke'],
  ] as const)
  const relation = random.pick(['mother', 'father', 'sister'])
  runs.push(
    `Family history is notable for `,
    relative(name, about, relation),
    ` in her ${relation}. `.replace('her', subject.sex === 'Male' ? 'his' : 'her'),
  )
  scribe.disclaim(disclaimed(about, name, 'family'))
  flow.heading('HISTORY OF PRESENT ILLNESS')
  flow.prose(runs)
  const [surgery, of] = random.pick([
    ['appendectomy', 'appendectomy'],
    ['tonsillectomy', 'tonsillectomy'],
    ['laparoscopic cholecystectomy', 'laparoscopic cholecystectomy'],
  ] as const)
  flow.prose(['Past surgical history: ', done(surgery, of), '.'])
  flow.heading('ALLERGIES')
  flow.prose(
    random.chance(0.4)
      ? [noAllergies(random.pick(['NKDA', 'No known drug allergies']))]
      : [
          allergy('Penicillin', 'penicillin', 'rash'),
          ' (rash), ',
          allergy('morphine', 'morphine', 'itching'),
          ' (itching).',
        ],
  )
}

/** What was taken before is said once more at the end; reading it from either place is enough. */
function drawBefore({ flow }: Paper, medicines: typeof wardRemedies) {
  flow.heading('MEDICATIONS PRIOR TO ADMISSION')
  for (const { name, about, strength, form, directions } of medicines) {
    const run = medicine(name, about, { dose: strength })
    flow.prose([{ ...run, fact: { ...run.fact, isOptional: true } }, ` ${strength} ${form} ${directions}`])
  }
}

function drawCourse({ flow, scribe, on, random, subject }: Paper, { diagnosis, given, measure }: Stay, left: string) {
  const [about, label, unit, first, last] = measure
  const tenth = ([low, high]: readonly [number, number]) => (random.between(low, high) / 10).toFixed(1)
  const of = (value: string, on: string) => reading({ about, label, value, unit, on, category: 'laboratory' })
  const drug = medicine(given, given, { change: 'stopped' })
  flow.heading('HOSPITAL COURSE')
  flow.prose([
    `${subject.sex === 'Male' ? 'He' : 'She'} was admitted for ${diagnosis[0].toLowerCase()} and treated with IV `,
    { ...drug, fact: { ...drug.fact, isOptional: true } },
    `. ${label} on admission was `,
    of(tenth(first), on),
    ' and on the day of discharge ',
    of(tenth(last), left),
    '. The patient ambulated without oxygen and tolerated a regular diet. Home blood pressure medicines were held on the first day because of low pressures and then resumed.',
  ])
  flow.prose([
    `On ${scribe.calendar.write(addDays(on, 1))} a `,
    done('transthoracic echocardiogram', 'transthoracic echocardiogram', { isOptional: true }),
    ' showed preserved systolic function. Blood cultures x2 were drawn in the ED.',
  ])
  flow.heading('PENDING RESULTS AT DISCHARGE')
  flow.prose([
    random.pick(['Blood cultures, final read. Vitamin B12 level.', 'TSH and free T4. PCP to follow up.', 'None.']),
  ])
}

const marks = [
  ['NEW', 'started'],
  ['CHANGED', 'changed'],
  ['UNCHANGED', 'continued'],
  ['UNCHANGED', 'continued'],
] as const

function drawAfter({ flow, random }: Paper, medicines: typeof wardRemedies) {
  flow.heading('DISCHARGE MEDICATIONS')
  for (const [i, { name, about, strength, form, directions }] of medicines.slice(1).entries()) {
    const [mark, change] = i < 3 ? random.pick(marks.slice(1)) : marks[0]
    flow.prose([
      `${i + 1}. `,
      medicine(name, about, { dose: strength, change }),
      ` ${strength} ${form} ${directions}  [${mark}]`,
    ])
  }
  const [gone] = medicines
  if (gone === undefined) return
  flow.gap(4)
  flow.prose([
    'STOP taking these medications: ',
    medicine(gone.name, gone.about, { dose: gone.strength, change: 'stopped' }),
    ` ${gone.strength} ${gone.form}`,
  ])
}

function drawPlan({ flow, subject }: Paper) {
  flow.heading('DISPOSITION AND FOLLOW-UP')
  flow.prose([
    `Home with self care. Follow up with ${subject.otherDoctor}, DO within 7 days. Repeat BMP in 1 week. Daily weights; call for a gain of more than 3 lb in a day. Time spent on discharge: 35 minutes. `,
    `Electronically signed by ${subject.doctor}, MD`,
  ])
}
