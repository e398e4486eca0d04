/** A pathology laboratory in India: the method under each test, and tables that explain results and are none. */
import { drawCells } from '../clinical/row.ts'
import type { Scribe } from '../clinical/scribe.ts'
import { fullName } from '../clinical/subject.ts'
import { halfDay, writeOn } from '../first-contact/dates.ts'
import { inventOutcome, type Measure, measuresFrom, type Writing } from '../first-contact/measure.ts'
import { A4 } from '../print/page.ts'
import { drawBarcode } from '../print/pictures.ts'
import type { Random } from '../random.ts'
import { type Draft, type Paper, startPaper } from './paper.ts'

const LEFT = 36
const columns = [{ x: LEFT, width: 200 }, { x: 262 }, { x: 352 }, { x: 430, width: 130 }]

export function drawPathologyIndia(random: Random): Scribe {
  const paper = startPaper(random, {
    ...{ size: A4, dates: 'day-mon-dash', country: 'indian', left: LEFT, frame: drawFrame },
    style: { face: random.pick(['sans', 'narrow', 'modern']), size: 9 },
  })
  const isMarked = random.chance(0.5)
  const writing: Writing = {
    range: (low, high) => (low === undefined ? `< ${high}` : high === undefined ? `> ${low}` : `${low} - ${high}`),
    flag: (side) => ({ text: isMarked ? (side === 'high' ? 'H' : 'L') : '' }),
  }
  for (const panel of chosen(random)) drawPanel(paper, panel, writing)
  drawEnd(paper)
  return paper.scribe
}

function drawFrame({ scribe, subject, random, style }: Draft, page: number): number {
  const small = { ...style, size: 7 }
  scribe.text(`${subject.institution} DIAGNOSTICS`, LEFT, 44, { ...style, size: 15, bold: true, ink: '#8a1c1c' })
  scribe.text(`${subject.address}  Tel: ${subject.phone}  CIN: U74899DL1995PLC0${random.digits(5)}`, LEFT, 56, small)
  scribe.pen().put(drawBarcode({ x: 440, y: 30, width: 110, height: 22 }, random))
  scribe.text(`Page ${page} of 2`, 559, 806, small, 'right')
  scribe.text('Conditions of reporting are overleaf. Not valid for medico legal purposes.', LEFT, 806, small)
  const at = (when: string) =>
    `${writeOn(scribe.calendar, when.slice(0, 10), '14/Mar/2024')} ${halfDay(when.slice(11)).padStart(8, '0')}`
  const rows: readonly (readonly [string, string, string, string])[] = [
    [
      'Name',
      `${subject.sex === 'Male' ? 'Mr.' : 'Mrs.'} ${fullName(subject).toUpperCase()}`,
      'Collected',
      at(subject.seenAt),
    ],
    ['Lab No.', random.digits(9), 'Received', at(`${subject.seenAt.slice(0, 11)}17:12`)],
    ['Age / Gender', `${subject.age} Years / ${subject.sex}`, 'Reported', at(subject.reportedAt)],
    ['Ref By', `Dr. ${subject.doctor.toUpperCase()}`, 'Report Status', 'Final'],
  ]
  scribe.own({ collected: subject.seenAt, reported: subject.reportedAt })
  for (const [i, [a, b, c, d]] of rows.entries()) {
    const y = 78 + i * 13
    for (const [x, text] of [
      [LEFT, a],
      [112, `: ${b}`],
      [342, c],
      [420, `: ${d}`],
    ] as const)
      scribe.text(text, x, y, style)
  }
  scribe.pen().line({ x: LEFT, y: 124 }, { x: 559, y: 124 })
  for (const [i, title] of ['Test Name', 'Results', 'Units', 'Bio. Ref. Interval'].entries())
    scribe.text(title, columns[i]?.x ?? LEFT, 136, { ...style, bold: true })
  scribe.pen().line({ x: LEFT, y: 141 }, { x: 559, y: 141 })
  return 146
}

interface Panel {
  readonly department: string
  readonly title: string
  readonly measures: readonly Measure[]
  readonly explained?: readonly (readonly [string, string])[]
  readonly note?: string
}

const panels: readonly Panel[] = [
  {
    ...{ department: 'BIOCHEMISTRY', title: 'LIVER & KIDNEY PANEL, SERUM' },
    measures: measuresFrom(`
      bilirubin-total | Bilirubin Total | mg/dL | 0.30 | 1.20 | 2 | DPD
      bilirubin-direct | Bilirubin Direct | mg/dL | | 0.30 | 2 | DPD
      ast | AST (SGOT) | U/L | | 50 | 0 | IFCC without P5P
      alt | ALT (SGPT) | U/L | | 50 | 0 | IFCC without P5P
      alp | Alkaline Phosphatase (ALP) | U/L | 30 | 120 | 0 | IFCC-AMP
      creatinine | Creatinine | mg/dL | 0.67 | 1.17 | 2 | Modified Jaffe, Kinetic
      uric-acid | Uric Acid | mg/dL | 3.50 | 7.20 | 2 | Uricase`),
    note: 'Note 1. In an asymptomatic patient, Non alcoholic fatty liver disease (NAFLD) is the most common cause of increased AST, ALT levels.',
  },
  {
    ...{ department: 'BIOCHEMISTRY', title: 'HbA1c (GLYCOSYLATED HEMOGLOBIN), BLOOD' },
    measures: measuresFrom(`
      hba1c | HbA1c | % | 4.0 | 5.6 | 1 | HPLC, NGSP certified`),
    explained: [
      ['Reference Group', 'HbA1c in %'],
      ['Non diabetic adults >=18 years', '<5.7'],
      ['At risk (Prediabetes)', '5.7 - 6.4'],
      ['Diagnosing Diabetes', '>= 6.5'],
      ['Therapeutic goals for glycemic control', '< 7.0'],
    ],
  },
  {
    ...{ department: 'BIOCHEMISTRY', title: 'LIPID SCREEN, SERUM' },
    measures: measuresFrom(`
      cholesterol | Cholesterol, Total | mg/dL | | 200.00 | 2 | CHO-POD
      triglycerides | Triglycerides | mg/dL | | 150.00 | 2 | GPO-POD
      hdl | HDL Cholesterol | mg/dL | 40.00 | | 2 | Enz Immunoinhibition
      ldl | LDL Cholesterol, Calculated | mg/dL | | 100.00 | 2 | Friedewald`),
    explained: [
      ['REMARKS', 'TOTAL CHOLESTEROL in mg/dL'],
      ['Optimal', '<200'],
      ['Borderline High', '200-239'],
      ['High', '>=240'],
    ],
  },
  {
    ...{ department: 'IMMUNOASSAY', title: 'THYROID PROFILE, TOTAL, SERUM' },
    measures: measuresFrom(`
      total-t3 | T3, Total | ng/mL | 0.80 | 2.00 | 2 | CLIA
      total-t4 | T4, Total | ug/dL | 5.10 | 14.10 | 2 | CLIA
      tsh | TSH | µIU/ml | 0.270 | 4.200 | 3 | CLIA, Ultrasensitive`),
    explained: [
      ['PREGNANCY', 'REFERENCE RANGE FOR TSH IN µIU/mL'],
      ['1st Trimester', '0.100 - 2.500'],
      ['2nd Trimester', '0.200 - 3.000'],
    ],
  },
  {
    ...{ department: 'IMMUNOASSAY', title: 'VITAMIN D, 25 - HYDROXY, SERUM' },
    measures: measuresFrom(`
      vitamin-d | Vitamin D, 25 Hydroxy | ng/mL | 30.0 | 100.0 | 1 | CLIA`),
    explained: [
      ['LEVEL', 'REFERENCE RANGE IN ng/mL'],
      ['Deficient', '< 20'],
      ['Insufficient', '20 - 29'],
      ['Potential intoxication', '> 100'],
    ],
  },
  {
    ...{ department: 'HAEMATOLOGY', title: 'COMPLETE BLOOD COUNT (CBC), WHOLE BLOOD EDTA' },
    measures: measuresFrom(`
      hemoglobin | Hemoglobin | g/dL | 13.00 | 17.00 | 2 | Photometry
      hematocrit | Packed Cell Volume (PCV) | % | 40.00 | 50.00 | 2 | Calculated
      rbc | RBC Count | mill/mm3 | 4.50 | 5.50 | 2 | Electrical Impedence
      mcv | MCV | fL | 83.00 | 101.00 | 2 | Electrical Impedence
      rdw | Red Cell Distribution Width (RDW) | % | 11.60 | 14.00 | 2
      wbc | Total Leukocyte Count (TLC) | thou/mm3 | 4.00 | 10.00 | 2 | Electrical Impedence
      platelets | Platelet Count | thou/mm3 | 150.00 | 410.00 | 2 | Electrical impedence`),
    note: 'Note 1. As per the recommendation of International council for Standardization in Hematology, the differential leucocyte counts are additionally being reported as absolute numbers of each cell in per unit volume of blood.',
  },
]

const chosen = (random: Random) =>
  panels
    .filter(() => random.chance(0.62))
    .concat(panels.slice(1, 2))
    .filter((one, i, all) => all.indexOf(one) === i)

function drawPanel(paper: Paper, { department, title, measures, explained = [], note }: Panel, writing: Writing) {
  const { scribe, flow, random, on, style } = paper
  flow.need(90)
  scribe.text(`DEPARTMENT OF ${department}`, A4.width / 2, flow.down(18), { ...style, bold: true }, 'middle')
  scribe.text(title, LEFT, flow.down(15), { ...style, bold: true })
  for (const measure of measures) {
    const { value, range, flag, isOutside, fact } = inventOutcome(measure, writing, random, on)
    const bold = isOutside ? { ...style, bold: true } : style
    const shown = flag === '' ? value : `${value} ${flag}`
    drawCells(scribe, flow, [measure.name, { text: shown, style: bold, fact }, measure.unit, range], columns, 15)
    if (measure.note !== '')
      scribe.text(`Method: ${measure.note}`, LEFT + 4, flow.down(10), { ...style, size: 7, italic: true })
  }
  if (explained.length > 0) drawExplained(paper, explained)
  if (note !== undefined) {
    flow.gap(4)
    for (const line of scribe.pen().wrap(note, flow.width, { ...style, size: 7.5 }))
      flow.line(line, { ...style, size: 7.5 })
  }
}

/** What the numbers mean in general; none of it is this person's. */
function drawExplained({ scribe, flow, style }: Paper, rows: readonly (readonly [string, string])[]) {
  flow.gap(6)
  flow.need(14 * rows.length + 14)
  scribe.text('Interpretation', LEFT, flow.down(14), { ...style, bold: true, size: 8 })
  for (const [left, right] of rows) {
    const y = flow.down(14)
    scribe.pen().frame(LEFT, y - 10, 200, 14, 0.4)
    scribe.pen().frame(LEFT + 200, y - 10, 190, 14, 0.4)
    scribe.text(left, LEFT + 4, y, { ...style, size: 8 })
    scribe.text(right, LEFT + 206, y, { ...style, size: 8 })
  }
}

function drawEnd({ scribe, flow, subject, style }: Paper) {
  flow.need(70)
  scribe.text(
    '-------------------------------End of report --------------------------------',
    A4.width / 2,
    flow.down(24),
    style,
    'middle',
  )
  scribe.text(`Dr. ${subject.otherDoctor}`, LEFT, flow.down(22), { ...style, bold: true })
  flow.line('MD, Pathology. Chief of Laboratory', { ...style, size: 8 })
  flow.line('Result relate only to the sample as received. Clinical correlation is advised.', { ...style, size: 7 })
}
