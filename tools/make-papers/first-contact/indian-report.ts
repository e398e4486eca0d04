/** N: a report of an Indian diagnostic centre: the method under each test, limits in words, what is outside in bold. */
import { createCalendar } from '../clinical/calendar.ts'
import { createFlow, type Flow } from '../clinical/flow.ts'
import { shuffled } from '../clinical/results.ts'
import { createScribe, type Scribe } from '../clinical/scribe.ts'
import { dayOf, type Subject } from '../clinical/subject.ts'
import { A4, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { halfDay, writeOn } from './dates.ts'
import { inventOutcome, type Measure, measuresFrom, type Writing } from './measure.ts'
import { inventPerson } from './person.ts'

interface Department {
  readonly name: string
  readonly sample: string
  readonly measures: readonly Measure[]
}

const departments: Readonly<Record<string, Department>> = {
  'COMPLETE BLOOD COUNT (CBC)': {
    ...{ name: 'DEPARTMENT OF HAEMATOLOGY', sample: 'EDTA Whole Blood' },
    measures: measuresFrom(`
      hemoglobin | Haemoglobin (Hb) | gm/dl | 13.0 | 17.0 | 1 | Spectrophotometry
      rbc | Total RBC Count | mill/cumm | 4.5 | 5.5 | 2 | Electrical impedance
      hematocrit | Packed Cell Volume (PCV) | % | 40 | 50 | 1 | Calculated
      mcv | MCV | fl | 83 | 101 | 1 | Calculated
      mch | MCH | pg | 27 | 32 | 1 | Calculated
      mchc | MCHC | gm/dl | 31.5 | 34.5 | 1 | Calculated
      rdw | RDW - CV | % | 11.6 | 14.0 | 1 | Calculated
      wbc | Total Leucocyte Count (TLC) | /cumm | 4000 | 10000 | 0 | Electrical impedance
      neutrophils-pct | Neutrophils | % | 40 | 80 | 0 | Flow cytometry
      lymphocytes-pct | Lymphocytes | % | 20 | 40 | 0 | Flow cytometry
      eosinophils-pct | Eosinophils | % | 1 | 6 | 0 | Flow cytometry
      monocytes-pct | Monocytes | % | 2 | 10 | 0 | Flow cytometry
      platelets | Platelet Count | lakhs/cumm | 1.50 | 4.10 | 2 | Electrical impedance
      esr | ESR (Erythrocyte Sedimentation Rate) | mm/1st hr | 0 | 15 | 0 | Westergren`),
  },
  'LIVER FUNCTION TEST (LFT)': {
    ...{ name: 'DEPARTMENT OF BIOCHEMISTRY', sample: 'Serum' },
    measures: measuresFrom(`
      bilirubin-total | Bilirubin - Total | mg/dl | 0.3 | 1.2 | 2 | Diazo
      bilirubin-direct | Bilirubin - Direct | mg/dl | | 0.2 | 2 | Diazo
      ast | SGOT (AST) | U/L | | 40 | 1 | IFCC without P5P
      alt | SGPT (ALT) | U/L | | 41 | 1 | IFCC without P5P
      alp | Alkaline Phosphatase (ALP) | U/L | 40 | 129 | 0 | PNPP, AMP buffer
      total-protein | Total Proteins | gm/dl | 6.4 | 8.3 | 1 | Biuret
      albumin | Albumin | gm/dl | 3.5 | 5.2 | 1 | BCG
      globulin | Globulin | gm/dl | 2.0 | 3.5 | 1 | Calculated
      ag-ratio | A : G Ratio | | 0.9 | 2.0 | 2 | Calculated`),
  },
  'KIDNEY FUNCTION TEST (KFT)': {
    ...{ name: 'DEPARTMENT OF BIOCHEMISTRY', sample: 'Serum' },
    measures: measuresFrom(`
      urea | Blood Urea | mg/dl | 17 | 43 | 1 | Urease - GLDH
      creatinine | Creatinine, Serum | mg/dl | 0.67 | 1.17 | 2 | Modified Jaffe kinetic
      uric-acid | Uric Acid | mg/dl | 3.5 | 7.2 | 1 | Uricase
      sodium | Sodium | mmol/L | 136 | 145 | 0 | ISE indirect
      potassium | Potassium | mmol/L | 3.5 | 5.1 | 1 | ISE indirect
      chloride | Chloride | mmol/L | 98 | 107 | 0 | ISE indirect
      calcium | Calcium, Total | mg/dl | 8.6 | 10.2 | 1 | Arsenazo III
      phosphate | Phosphorus, Inorganic | mg/dl | 2.5 | 4.5 | 1 | Phosphomolybdate UV`),
  },
  'LIPID PROFILE': {
    ...{ name: 'DEPARTMENT OF BIOCHEMISTRY', sample: 'Serum (fasting)' },
    measures: measuresFrom(`
      cholesterol | Total Cholesterol | mg/dl | ~110 | 200 | 0 | CHOD - PAP
      triglycerides | Triglycerides | mg/dl | ~45 | 150 | 0 | GPO - PAP
      hdl | HDL Cholesterol | mg/dl | 40 | ~85 | 0 | Direct homogeneous
      ldl | LDL Cholesterol | mg/dl | ~45 | 100 | 0 | Calculated
      vldl | VLDL Cholesterol | mg/dl | 6 | 38 | 0 | Calculated
      cholesterol-ratio | Total Cholesterol / HDL Ratio | | 3.3 | 4.4 | 2 | Calculated`),
  },
  'GLYCOSYLATED HAEMOGLOBIN (HbA1c)': {
    ...{ name: 'DEPARTMENT OF BIOCHEMISTRY', sample: 'EDTA Whole Blood' },
    measures: measuresFrom(`
      hba1c | HbA1c (Glycosylated Haemoglobin) | % | ~4.2 | 5.7 | 1 | HPLC
      average-glucose | Estimated Average Glucose (eAG) | mg/dl | 90 | 120 | 0 | Calculated`),
  },
  'BLOOD SUGAR': {
    ...{ name: 'DEPARTMENT OF BIOCHEMISTRY', sample: 'Fluoride Plasma' },
    measures: measuresFrom(`
      glucose | Blood Glucose - Fasting | mg/dl | 70 | 100 | 0 | GOD - POD
      glucose-after-meal | Blood Glucose - Post Prandial (PP) | mg/dl | 70 | 140 | 0 | GOD - POD`),
  },
  'THYROID PROFILE': {
    ...{ name: 'DEPARTMENT OF IMMUNOASSAY', sample: 'Serum' },
    measures: measuresFrom(`
      total-t3 | Total T3 (Triiodothyronine) | ng/ml | 0.80 | 2.00 | 2 | CLIA
      total-t4 | Total T4 (Thyroxine) | ug/dl | 5.10 | 14.10 | 2 | CLIA
      tsh | TSH - Ultrasensitive | µIU/ml | 0.27 | 4.20 | 3 | CLIA`),
  },
  VITAMINS: {
    ...{ name: 'DEPARTMENT OF IMMUNOASSAY', sample: 'Serum' },
    measures: measuresFrom(`
      vitamin-d | Vitamin D (25 - OH) | ng/ml | 30.0 | 100.0 | 2 | CLIA
      b12 | Vitamin B12 | pg/ml | 197 | 771 | 0 | CLIA`),
  },
}

const remarks: Readonly<Partial<Record<string, string>>> = {
  'GLYCOSYLATED HAEMOGLOBIN (HbA1c)':
    'As per ADA: Non-diabetic < 5.7 %, Prediabetes 5.7 - 6.4 %, Diabetes >= 6.5 %. Goal of therapy < 7.0 %.',
  'THYROID PROFILE': 'TSH shows diurnal variation, with a peak between 2 and 4 am. Correlate clinically.',
  'LIPID PROFILE': 'A fasting sample of 10 - 12 hours is recommended. Please correlate clinically.',
  VITAMINS: 'Deficiency < 20 ng/ml; insufficiency 20 - 29 ng/ml; sufficiency 30 - 100 ng/ml.',
}

const LEFT = 46
const AT = { name: LEFT, value: LEFT + 236, unit: LEFT + 296, range: LEFT + 376 } as const

export function drawIndianReport(random: Random): Scribe {
  const scribe = createScribe(A4, createCalendar('uk-slash'))
  const subject = inventPerson(random, 'indian')
  const style: Style = { face: random.pick(['sans', 'humanist', 'serif']), size: 9.3 }
  const number = random.digits(9)
  const head = () => drawHead(scribe, subject, style, number)
  const flow = createFlow(scribe, {
    ...{ left: LEFT, width: A4.width - 2 * LEFT, top: head(), bottom: A4.height - 84, style },
    onNewPage: head,
  })
  const hasLetters = random.chance(0.4)
  const chosen = shuffled(random, Object.keys(departments)).slice(0, random.between(2, 4))
  for (const title of chosen) drawProfile(scribe, flow, title, { on: subject.seenAt, hasLetters, random })
  flow.need(60)
  flow.gap(12)
  scribe.text('*** End Of Report ***', A4.width / 2, flow.down(), style, 'middle')
  flow.gap(14)
  flow.line(`Dr. ${subject.otherDoctor}, MD (Path)`, { ...style, bold: true })
  flow.line('Consultant Pathologist', style)
  return scribe
}

function drawHead(scribe: Scribe, subject: Subject, style: Style, number: string): number {
  const { calendar } = scribe
  const right = A4.width - LEFT
  const [seenOn, reportedOn] = [dayOf(subject.seenAt), dayOf(subject.reportedAt)]
  scribe.own({ collected: subject.seenAt, reported: subject.reportedAt })
  scribe.text(
    `${subject.institution.toUpperCase()} DIAGNOSTICS & IMAGING CENTRE`,
    A4.width / 2,
    44,
    { ...style, size: 14, bold: true },
    'middle',
  )
  scribe.text('(An ISO 9001 certified laboratory)', A4.width / 2, 56, { ...style, size: 8 }, 'middle')
  scribe.pen().frame(LEFT - 4, 64, right - LEFT + 8, 58, 0.6)
  const at = (on: string, time: string) => `${writeOn(calendar, on, '14/Mar/2024')} ${halfDay(time).replace(' ', '')}`
  const title = subject.sex === 'Female' ? 'Mrs.' : 'Mr.'
  const rows = [
    [
      'Patient Name',
      `${title} ${subject.first} ${subject.last}`.toUpperCase(),
      'Collected On',
      at(seenOn, subject.seenAt.slice(11)),
    ],
    ['Age / Sex', `${subject.age} Y / ${subject.sex}`, 'Received On', at(seenOn, subject.reportedAt.slice(11))],
    ['Ref. By', `Dr. ${subject.doctor}`, 'Reported On', at(reportedOn, subject.reportedAt.slice(11))],
    ['Lab No.', number, 'Status', 'Final'],
  ]
  for (const [i, [label = '', value = '', other = '', its = '']] of rows.entries()) {
    const y = 77 + i * 12.5
    scribe.text(label, LEFT, y, style)
    scribe.text(`: ${value}`, LEFT + 66, y, { ...style, bold: i === 0 })
    scribe.text(other, LEFT + 296, y, style)
    scribe.text(`: ${its}`, LEFT + 362, y, style)
  }
  const titles = [
    ['Test Name', AT.name],
    ['Result', AT.value],
    ['Unit', AT.unit],
    ['Bio. Ref. Interval', AT.range],
  ] as const
  scribe.pen().area(LEFT - 4, 128, right - LEFT + 8, 14, '#dfe7ee')
  for (const [text, x] of titles) scribe.text(text, x, 138, { ...style, bold: true })
  return 146
}

interface Profile {
  readonly on: string
  readonly hasLetters: boolean
  readonly random: Random
}

function drawProfile(scribe: Scribe, flow: Flow, title: string, { on, hasLetters, random }: Profile) {
  const { style } = flow
  const profile = departments[title]
  if (profile === undefined) return
  const writing: Writing = {
    range: (low, high) => (low === undefined ? `< ${high}` : high === undefined ? `> ${low}` : `${low} - ${high}`),
    flag: (side) => ({ text: hasLetters ? (side === 'high' ? 'H' : 'L') : '' }),
  }
  flow.need(80)
  flow.gap(6)
  scribe.text(profile.name, A4.width / 2, flow.down(), { ...style, bold: true }, 'middle')
  scribe.text(title, A4.width / 2, flow.down(13), { ...style, bold: true }, 'middle')
  flow.line(`Sample Type : ${profile.sample}`, { ...style, size: 8 })
  for (const measure of profile.measures) {
    if (profile.measures.length > 4 && random.chance(0.1)) continue
    flow.need(28)
    const { value, flag, range, isOutside, fact } = inventOutcome(measure, writing, random, on)
    const y = flow.down(14)
    const strong = { ...style, bold: isOutside }
    scribe.text(measure.name, AT.name, y, style)
    const written = scribe.text(value, AT.value, y, strong)
    // between the steps of a ladder a paper calls a value neither usual nor high
    const isOnLadder = ladders[measure.id] !== undefined && flag === ''
    scribe.state(isOnLadder ? { ...fact, flags: ['unknown', 'normal', 'high', 'abnormal'] } : fact, written)
    if (flag !== '') scribe.text(flag, written.end + 6, y, strong)
    scribe.text(measure.unit, AT.unit, y, style)
    drawLimits(scribe, flow, { id: measure.id, range, y })
    scribe.text(`Method : ${measure.note}`, AT.name + 6, y + 9, { ...style, size: 7, italic: true })
    flow.gap(flow.y() > y ? 2 : 10)
  }
  const remark = remarks[title]
  if (remark !== undefined) flow.prose([`Interpretation : ${remark}`])
}

/** Some limits stand as a ladder of words under each other. */
const ladders: Readonly<Partial<Record<string, readonly string[]>>> = {
  cholesterol: ['Desirable : < 200', 'Borderline : 200 - 239', 'High : >= 240'],
  triglycerides: ['Normal : < 150', 'Borderline : 150 - 199', 'High : 200 - 499'],
  ldl: ['Optimal : < 100', 'Near optimal : 100 - 129', 'High : >= 160'],
}

function drawLimits(
  scribe: Scribe,
  flow: Flow,
  { id, range, y }: { readonly id: string; readonly range: string; readonly y: number },
) {
  const [first, ...more] = ladders[id] ?? [range]
  scribe.text(first ?? '', AT.range, y, flow.style)
  for (const step of more) scribe.text(step, AT.range, flow.down(10.5), { ...flow.style, size: 8.4 })
}
