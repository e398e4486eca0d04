/** Letters and notes of a hospital: discharge summary, clinic letter, referral, radiology report, operation note. */
import { A4, LETTER } from '../print/page.ts'
import type { Random } from '../random.ts'
import { analytes } from './analytes.ts'
import { addDays } from './calendar.ts'
import {
  createChart,
  drawAllergies,
  drawChanges,
  drawDenials,
  drawFamily,
  drawMedicines,
  drawOperations,
  drawProblems,
} from './chart.ts'
import { type StartedLetter, startLetter } from './letter-head.ts'
import { shuffled } from './results.ts'
import type { Run, Scribe } from './scribe.ts'
import { capital, conditionFact, disclaim, procedureFact, spokenResult, vitalSign } from './statements.ts'
import { dayOf } from './subject.ts'

const anyPaper = (random: Random) => random.pick([A4, LETTER])

export function drawDischarge(random: Random): Scribe {
  const letter = startLetter(anyPaper(random), random, {
    title: random.pick(['DISCHARGE SUMMARY', 'Hospital Discharge Summary', 'After Visit Summary']),
    dateLabel: 'Date of report',
  })
  const { scribe, flow, subject, close } = letter
  const { calendar } = scribe
  const chart = createChart(random)
  const dischargedOn = dayOf(subject.seenAt)
  const admittedOn = addDays(dischargedOn, -random.between(2, 9))
  scribe.own({ service: dischargedOn })
  flow.line(
    `Admitted: ${calendar.write(admittedOn)}    Discharged: ${calendar.write(dischargedOn)}    Length of stay ${random.between(2, 9)} days`,
  )
  flow.line(`Attending: ${subject.doctor}, MD    Primary care: ${subject.otherDoctor}, MD`)
  drawProblems(
    flow,
    random.pick(['Discharge diagnoses', 'Diagnoses:', 'Principal and secondary diagnoses']),
    chart,
    random.between(2, 4),
    random,
  )
  flow.heading(random.pick(['Hospital course', 'Course']))
  flow.prose([
    `The patient is a ${subject.age}-year-old admitted through the emergency department, bed ${random.digits(3)}. `,
    ...resultRuns(letter, addDays(dischargedOn, -1), 3, random),
  ])
  drawDenials(scribe, flow, chart, random)
  drawFamily(scribe, flow, chart, random)
  drawAllergies(flow, chart, random)
  drawMedicines(
    flow,
    random.pick(['Discharge medications', 'Medications at discharge:', 'MEDICATIONS ON DISCHARGE']),
    chart,
    random.between(4, 9),
    random,
  )
  flow.heading(random.pick(['Changes to medications', 'Medication changes']))
  drawChanges(flow, chart, random)
  flow.heading('Follow-up')
  flow.prose([
    `See Dr. ${subject.otherDoctor} in ${random.between(1, 4)} weeks. Call ${subject.phone} for fever above 101 °F. Weigh yourself daily; report a gain of more than 3 lb.`,
  ])
  close()
  return scribe
}

export function drawClinicLetter(random: Random): Scribe {
  const letter = startLetter(anyPaper(random), random, {
    day: 'seen',
    dateLabel: random.pick(['Date of visit', 'Clinic date', 'Date of consultation']),
  })
  const { scribe, flow, subject, close } = letter
  const chart = createChart(random)
  const on = dayOf(subject.seenAt)
  drawProblems(flow, random.pick(['Diagnoses', 'Problem list', 'Active problems']), chart, random.between(3, 5), random)
  flow.heading('History')
  flow.prose([
    `I reviewed this ${subject.age}-year-old in clinic ${random.between(2, 14)}. `,
    `${random.between(2, 5)} falls in the last ${random.between(3, 12)} months were reported.`,
  ])
  drawDenials(scribe, flow, chart, random)
  if (random.chance(0.6)) drawFamily(scribe, flow, chart, random)
  drawAllergies(flow, chart, random)
  drawMedicines(
    flow,
    random.pick(['Current medications', 'Medications', 'Regular medication']),
    chart,
    random.between(3, 7),
    random,
  )
  flow.heading('Examination')
  flow.prose(vitalRuns(on, random))
  flow.heading('Investigations')
  flow.prose(resultRuns(letter, addDays(on, -random.between(1, 20)), 3, random))
  flow.heading('Plan')
  drawChanges(flow, chart, random)
  flow.prose([`Review in ${random.between(2, 12)} months. Target blood pressure below 130/80.`])
  close()
  return scribe
}

export function drawReferral(random: Random): Scribe {
  const letter = startLetter(anyPaper(random), random)
  const { scribe, flow, subject, close } = letter
  const chart = createChart(random)
  const question = chart.condition()
  const name = random.pick(question.names)
  scribe.disclaim(disclaim(question, name, 'uncertain'))
  flow.prose([
    `Thank you for seeing this ${subject.age}-year-old with ${random.between(2, 8)} weeks of symptoms. I would be grateful for your opinion on possible ${name}.`,
  ])
  drawProblems(
    flow,
    random.pick(['Past medical history', 'PMH', 'Medical history']),
    chart,
    random.between(2, 4),
    random,
  )
  if (random.chance(0.7)) drawOperations(flow, chart, random.between(1, 3), random)
  flow.heading(random.pick(['Other history', 'Remarks', 'Assessment']))
  drawDenials(scribe, flow, chart, random)
  drawFamily(scribe, flow, chart, random)
  drawMedicines(
    flow,
    random.pick(['Current medications', 'Medications:', 'Drug history']),
    chart,
    random.between(3, 6),
    random,
  )
  drawAllergies(flow, chart, random)
  flow.heading('Results')
  flow.prose(resultRuns(letter, addDays(dayOf(subject.seenAt), -random.between(3, 30)), 2, random))
  close()
  return scribe
}

export function drawRadiology(random: Random): Scribe {
  const study = random.pick([
    'CT CHEST WITHOUT CONTRAST',
    'MRI LUMBAR SPINE',
    'X-RAY, CHEST, 2 VIEWS',
    'ULTRASOUND ABDOMEN COMPLETE',
    'CT ABDOMEN AND PELVIS',
  ])
  const { scribe, flow, subject, close } = startLetter(anyPaper(random), random, {
    title: random.pick(['RADIOLOGY REPORT', 'Diagnostic Imaging Report']),
    day: 'seen',
    dateLabel: random.pick(['Exam date', 'Date of exam', 'Date of service']),
  })
  const { calendar } = scribe
  const chart = createChart(random)
  const before = addDays(dayOf(subject.seenAt), -random.between(200, 700))
  flow.line(`Exam: ${study}    Accession ${subject.accession}`)
  flow.line(`Comparison: ${calendar.write(before)}`)
  const asked = chart.condition()
  const askedName = random.pick(asked.names)
  scribe.disclaim(disclaim(asked, askedName, 'uncertain'))
  flow.heading(random.pick(['Indication', 'CLINICAL INDICATION', 'Reason for exam']))
  flow.prose([`${random.pick(['Rule out', 'Query', 'Evaluate for possible'])} ${askedName}. ${subject.age}-year-old.`])
  flow.heading(random.pick(['Findings', 'FINDINGS']))
  const absent = chart.condition()
  const absentName = random.pick(absent.names)
  scribe.disclaim(disclaim(absent, absentName, 'negated'))
  flow.prose([
    `Slice thickness ${random.between(1, 5)} mm. A ${random.between(3, 9)} mm nodule in segment ${random.between(2, 8)} is unchanged. The aorta measures ${random.between(25, 38)} mm. No evidence of ${absentName}. ${random.between(2, 4)} small cysts, the largest of ${random.between(8, 24)} mm.`,
  ])
  flow.heading(random.pick(['Impression', 'IMPRESSION', 'Conclusion']))
  const found = chart.condition()
  const foundName = capital(random.pick(found.names))
  flow.prose([{ text: foundName, value: foundName, fact: conditionFact(found, foundName) }, '.'], {
    indent: 16,
    mark: '1.',
  })
  const other = chart.condition()
  const otherName = random.pick(other.names)
  scribe.disclaim(disclaim(other, otherName, 'negated'))
  flow.prose([`No ${otherName}.`], { indent: 16, mark: '2.' })
  const maybe = chart.condition()
  const maybeName = random.pick(maybe.names)
  scribe.disclaim(disclaim(maybe, maybeName, 'uncertain'))
  flow.prose(
    [
      `${random.pick(['Cannot exclude', 'Findings may represent', 'Suspicious for'])} ${maybeName}; follow-up in ${random.between(3, 12)} months.`,
    ],
    { indent: 16, mark: '3.' },
  )
  close()
  return scribe
}

export function drawOperation(random: Random): Scribe {
  const { scribe, flow, subject, close } = startLetter(anyPaper(random), random, {
    title: random.pick(['OPERATIVE REPORT', 'Operation Note']),
    day: 'seen',
    dateLabel: random.pick(['Date of surgery', 'Date of operation', 'Date of procedure']),
  })
  const chart = createChart(random)
  const on = dayOf(subject.seenAt)
  const procedure = chart.procedure()
  const side = procedure.isSided ? random.pick(['left', 'right'] as const) : undefined
  const name = random.pick(procedure.names)
  const condition = chart.condition()
  const conditionName = capital(random.pick(condition.names))
  const ruledOut = chart.condition()
  const ruledOutName = random.pick(ruledOut.names)
  scribe.disclaim(disclaim(ruledOut, ruledOutName, 'negated'))
  flow.line(`Surgeon: ${subject.doctor}, MD    Assistant: ${subject.otherDoctor}, PA    Room ${random.between(1, 12)}`)
  flow.heading(random.pick(['Postoperative diagnosis', 'Preoperative diagnosis', 'Diagnosis']))
  flow.prose([{ text: conditionName, value: conditionName, fact: conditionFact(condition, conditionName) }])
  flow.heading(random.pick(['Procedure performed', 'Operation', 'Procedure']))
  const shown = side === undefined ? capital(name) : name
  const fact = procedureFact(procedure, shown, { on, ...(side === undefined ? {} : { details: { side } }) })
  flow.prose([side === undefined ? '' : `${capital(side)} `, { text: shown, value: shown, fact }])
  flow.heading('Description')
  flow.prose([
    `After time-out at 08:${random.between(10, 59)} a ${random.between(2, 9)} cm incision was made. Estimated blood loss ${random.between(1, 30) * 10} mL, fluids ${random.between(8, 20) * 100} mL, tourniquet time ${random.between(30, 90)} minutes at 250 mmHg. Sutures 3-0 and 4-0. Specimen no. ${random.digits(6)}. There was no ${ruledOutName}.`,
  ])
  flow.heading('Anesthesia')
  flow.prose([`General, ASA ${random.between(1, 3)}. Counts were correct twice.`])
  if (random.chance(0.6)) drawAllergies(flow, chart, random)
  drawMedicines(
    flow,
    random.pick(['Postoperative medications', 'Discharge medications']),
    chart,
    random.between(2, 4),
    random,
  )
  close()
  return scribe
}

/** Results of one day, the day first. */
function resultRuns({ scribe }: StartedLetter, on: string, count: number, random: Random): Run[] {
  const chosen = shuffled(
    random,
    analytes.filter(({ us }) => us.unit !== ''),
  ).slice(0, count)
  const runs: Run[] = [`Laboratory tests on ${scribe.calendar.write(on)}: `]
  for (const [i, analyte] of chosen.entries()) {
    const name = random.pick(analyte.names)
    runs.push(`${i === 0 ? '' : ', '}${name} `, spokenResult(analyte, name, random, on))
  }
  return [...runs, '.']
}

function vitalRuns(on: string, random: Random): Run[] {
  const pressure = random.pick(['BP', 'Blood pressure'])
  const pulse = random.pick(['pulse', 'HR', 'heart rate'])
  return [
    `${pressure} `,
    vitalSign('blood-pressure', pressure, random, on),
    `, ${pulse} `,
    vitalSign('heart-rate', pulse, random, on),
    ', weight ',
    vitalSign('weight', 'weight', random, on),
    ', SpO2 ',
    vitalSign('oxygen-saturation', 'SpO2', random, on),
    ' on room air.',
  ]
}
