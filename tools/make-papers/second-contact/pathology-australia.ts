/** An Australian pathology report: earlier days in columns before today's, units and ranges behind, a comment below each panel. */
import { addDays } from '../clinical/calendar.ts'
import type { Scribe } from '../clinical/scribe.ts'
import { lastFirst } from '../clinical/subject.ts'
import { writeOn } from '../first-contact/dates.ts'
import { inventOutcome, type Measure, measuresFrom, type Writing } from '../first-contact/measure.ts'
import { A4 } from '../print/page.ts'
import type { Random } from '../random.ts'
import { type Draft, type Paper, startPaper } from './paper.ts'

const LEFT = 44
const writing: Writing = {
  range: (low, high) => (low === undefined ? `(< ${high})` : high === undefined ? `(> ${low})` : `(${low} - ${high})`),
  flag: (side) => ({ text: side === 'high' ? 'H' : 'L' }),
}

interface Panel {
  readonly title: string
  readonly measures: readonly Measure[]
  readonly comments: readonly string[]
}

const panels: readonly Panel[] = [
  {
    title: 'HAEMATOLOGY',
    measures: measuresFrom(`
      hemoglobin | Hb | g/L | 130 | 180 | 0
      rbc | RCC | x10^12/L | 4.50 | 6.50 | 2
      hematocrit | Hct | L/L | 0.40 | 0.54 | 2
      mcv | MCV | fL | 80 | 100 | 0
      platelets | Plats | x10^9/L | 150 | 450 | 0
      wbc | WCC | x10^9/L | 4.0 | 11.0 | 1
      neutrophils-abs | Neuts | x10^9/L | 2.0 | 7.5 | 1`),
    comments: [
      'Film: red cells are normocytic and normochromic. Platelets and white cells are unremarkable.',
      'No significant change since the previous specimen.',
    ],
  },
  {
    title: 'GENERAL CHEMISTRY',
    measures: measuresFrom(`
      sodium | Sodium | mmol/L | 135 | 145 | 0
      potassium | Potassium | mmol/L | 3.5 | 5.5 | 1
      bicarbonate | Bicarbonate | mmol/L | 20 | 32 | 0
      urea-nitrogen | Urea | mmol/L | 3.5 | 9.5 | 1
      creatinine | Creatinine | umol/L | 60 | 110 | 0
      alt | ALT | U/L | | 45 | 0
      ggt | GGT | U/L | | 60 | 0`),
    comments: [
      'eGFR is not validated in acute illness, pregnancy or extremes of body size.',
      'Please note change of reference interval for creatinine effective 1 July.',
    ],
  },
  {
    title: 'IRON STUDIES',
    measures: measuresFrom(`
      iron | Iron | umol/L | 10 | 30 | 0
      transferrin-saturation | Saturation | % | 15 | 45 | 0
      ferritin | Ferritin | ug/L | 30 | 300 | 0`),
    comments: ['Ferritin is an acute phase reactant and may be raised in inflammation.'],
  },
  {
    title: 'LIPIDS',
    measures: measuresFrom(`
      cholesterol | Total Chol | mmol/L | | 5.5 | 1
      triglycerides | Triglycerides | mmol/L | | 2.0 | 1
      hdl | HDL | mmol/L | 1.0 | | 1
      ldl | LDL | mmol/L | | 3.0 | 1`),
    comments: [
      'National guidelines recommend treatment based on absolute cardiovascular risk. Target LDL in high risk patients is < 1.8 mmol/L.',
    ],
  },
]

export function drawPathologyAustralia(random: Random): Scribe {
  const paper = startPaper(random, {
    ...{ size: A4, dates: 'uk-slash', country: 'australian', left: LEFT, frame: drawFrame },
    style: { face: random.pick(['sans', 'terminal', 'modern']), size: 8.8 },
  })
  const days = Array.from({ length: random.between(2, 3) }, (_, i) =>
    addDays(paper.on, -i * random.between(100, 210)),
  ).reverse()
  const chosen = panels.filter(() => random.chance(0.6))
  for (const panel of chosen.length === 0 ? panels.slice(0, 2) : chosen) drawPanel(paper, panel, days)
  const { flow, subject, style } = paper
  flow.gap(14)
  flow.line(`Pathologist: Dr ${subject.otherDoctor} FRCPA   Tests completed: as above   Tests pending: nil`)
  flow.line('Sample pathology requested: FBE, UEC, LFT. Copy to: My Health Record', { ...style, size: 7.5 })
  return paper.scribe
}

function drawFrame({ scribe, subject, random, style }: Draft, page: number): number {
  const small = { ...style, size: 7 }
  const day = (on: string) => writeOn(scribe.calendar, on.slice(0, 10), '14/03/2024')
  scribe.own({ collected: subject.seenAt, reported: subject.reportedAt })
  scribe.text(`${subject.institution} Pathology`, LEFT, 46, { ...style, size: 15, bold: true, ink: '#00558c' })
  scribe.text(
    `ABN 84 007 190 ${random.digits(3)}  NATA accredited laboratory no. 2178  Ph ${subject.phone}`,
    LEFT,
    58,
    small,
  )
  scribe.text(`${lastFirst(subject).toUpperCase()}`, LEFT, 78, { ...style, bold: true })
  scribe.text(
    `DOB: ${day(subject.bornOn)}   Sex: ${subject.sex === 'Male' ? 'M' : 'F'}   Age: ${subject.age} Y   Medicare: ${random.digits(4)} ${random.digits(5)} ${random.digits(1)}`,
    LEFT,
    90,
    style,
  )
  scribe.text(subject.address, LEFT, 102, style)
  scribe.text(
    `Requested: ${day(subject.seenAt)}   Collected: ${day(subject.seenAt)} ${subject.seenAt.slice(11)}   Reported: ${day(subject.reportedAt)} ${subject.reportedAt.slice(11)}`,
    LEFT,
    114,
    style,
  )
  scribe.text(
    `Referred by: Dr ${subject.doctor}   Your Ref: ${random.digits(6)}   Lab Ref: ${random.digits(8)}`,
    LEFT,
    126,
    style,
  )
  scribe.pen().line({ x: LEFT, y: 131 }, { x: A4.width - LEFT, y: 131 })
  scribe.text(`Page ${page} of 2`, A4.width - LEFT, 812, small, 'right')
  return 134
}

function drawPanel(
  { scribe, flow, random, style }: Paper,
  { title, measures, comments }: Panel,
  days: readonly string[],
) {
  const bold = { ...style, bold: true }
  const place = (i: number) => 170 + i * 72
  flow.need(40 + measures.length * 14)
  scribe.text(title, LEFT, flow.down(20), bold)
  const [date, number] = [flow.down(14), flow.down(12)]
  scribe.text('Date', LEFT, date, style)
  scribe.text('Lab ID', LEFT, number, style)
  for (const [i, day] of days.entries()) {
    const as = i === days.length - 1 ? bold : style
    scribe.text(writeOn(scribe.calendar, day, '14/03/24'), place(i), date, as, 'right')
    scribe.text(random.digits(8), place(i), number, { ...style, size: 7.5 }, 'right')
  }
  scribe.text('Units', 410, number, style)
  scribe.text('Reference', 470, number, style)
  for (const measure of measures) {
    const y = flow.down(13)
    scribe.text(measure.name, LEFT, y, style)
    for (const [i, day] of days.entries()) {
      const { value, flag, fact } = inventOutcome(measure, writing, random, day)
      const as = i === days.length - 1 ? bold : style
      scribe.state(fact, scribe.text(value, place(i), y, as, 'right'))
      if (flag !== '') scribe.text(flag, place(i) + 4, y, bold)
    }
    scribe.text(measure.unit, 410, y, style)
    scribe.text(inventOutcome(measure, writing, random).range, 470, y, style)
  }
  flow.gap(4)
  flow.prose([`Comment: ${random.pick(comments)}`])
}
