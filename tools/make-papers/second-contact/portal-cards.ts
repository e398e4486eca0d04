/** A test result as a patient portal prints it: a card for each analyte with its bar, and what the doctor says of it. */
import type { Scribe } from '../clinical/scribe.ts'
import { dayOf, fullName } from '../clinical/subject.ts'
import { halfDay } from '../first-contact/dates.ts'
import { inventOutcome, type Measure, measuresFrom, type Outcome, type Writing } from '../first-contact/measure.ts'
import { LETTER } from '../print/page.ts'
import type { Random } from '../random.ts'
import { type Draft, type Paper, put, startPaper } from './paper.ts'

const LEFT = 60
const WIDE = LETTER.width - 2 * LEFT

const panels: readonly (readonly [title: string, measures: readonly Measure[]])[] = [
  [
    'BASIC METABOLIC PANEL',
    measuresFrom(`
      sodium | Sodium | mmol/L | 136 | 145 | 0
      potassium | Potassium | mmol/L | 3.5 | 5.1 | 1
      chloride | Chloride | mmol/L | 98 | 107 | 0
      urea-nitrogen | Urea Nitrogen | mg/dL | 7 | 20 | 0
      creatinine | Creatinine | mg/dL | 0.60 | 1.20 | 2
      glucose | Glucose | mg/dL | 70 | 99 | 0
      calcium | Calcium | mg/dL | 8.5 | 10.5 | 1`),
  ],
  [
    'CBC WITH DIFFERENTIAL',
    measuresFrom(`
      wbc | WBC | K/uL | 4.0 | 11.0 | 1
      rbc | RBC | M/uL | 3.90 | 5.20 | 2
      hemoglobin | Hemoglobin | g/dL | 12.0 | 16.0 | 1
      hematocrit | Hematocrit | % | 36.0 | 46.0 | 1
      mcv | MCV | fL | 80.0 | 100.0 | 1
      platelets | Platelets | K/uL | 150 | 400 | 0`),
  ],
  [
    'LIPID PANEL',
    measuresFrom(`
      cholesterol | Cholesterol | mg/dL | | 200 | 0
      triglycerides | Triglycerides | mg/dL | | 150 | 0
      hdl | HDL Cholesterol | mg/dL | 40 | | 0
      ldl | LDL Calculated | mg/dL | | 100 | 0`),
  ],
]

/** Two portals: what they call the value and its range, and which of them comes first. */
const portals = [
  { value: 'Your value', range: 'Standard range', isValueFirst: true },
  { value: 'Value', range: 'Normal range', isValueFirst: false },
] as const
type Portal = (typeof portals)[number]

export function drawPortalCards(random: Random): Scribe {
  const paper = startPaper(random, {
    ...{ size: LETTER, dates: 'us-long', country: 'american', left: LEFT, frame: drawFrame },
    style: { face: random.pick(['humanist', 'modern', 'sans']), size: 10 },
  })
  const [title, measures] = random.pick(panels)
  const { scribe, flow, subject, style } = paper
  scribe.text(`${title} - Details`, LEFT, flow.down(24), { ...style, size: 15, bold: true })
  const at = `${scribe.calendar.write(dayOf(subject.seenAt))} ${halfDay(subject.seenAt.slice(11))}`
  flow.line(`Collected on ${at}`)
  scribe.text('Results', LEFT, flow.down(24), { ...style, size: 13, bold: true })
  const portal = random.pick(portals)
  const writing: Writing = {
    range: (low, high) => (low === undefined ? `<=${high}` : high === undefined ? `>=${low}` : `${low} - ${high}`),
    flag: (side) => ({ text: side === 'high' ? 'High' : 'Low' }),
  }
  const outcomes = measures.map((measure) => inventOutcome(measure, writing, random, paper.on))
  for (const outcome of outcomes) drawCard(paper, outcome, portal)
  drawComment(paper, title)
  return scribe
}

function drawFrame({ scribe, subject, style }: Draft, page: number): number {
  const small = { ...style, size: 8, ink: '#666666' }
  scribe.own({ collected: subject.seenAt, reported: subject.reportedAt })
  scribe.text(`MyHealthPage - Test Details`, LEFT, 34, small)
  scribe.text(
    `https://www.myhealthpage.example/app/test-results/details?eorderid=WP-24${subject.record}`,
    LEFT,
    762,
    small,
  )
  scribe.text(`${page}/3`, LETTER.width - LEFT, 762, small, 'right')
  if (page > 1) return 50
  scribe.text(
    `Name: ${fullName(subject)} | DOB: ${scribe.calendar.write(subject.bornOn, 'us-slash')} | MRN: ${subject.record} | PCP: ${subject.doctor}, MD`,
    LEFT,
    56,
    style,
  )
  scribe.pen().line({ x: LEFT, y: 64 }, { x: LEFT + WIDE, y: 64 }, 0.8, '#999999')
  return 66
}

function drawCard({ scribe, flow, style }: Paper, { measure, value, range, flag, fact }: Outcome, portal: Portal) {
  const grey = { ...style, size: 8.5, ink: '#555555' }
  flow.need(96)
  const top = flow.down(24)
  scribe.text(measure.name, LEFT + 10, top, { ...style, bold: true, size: 12 })
  scribe.pen().frame(LEFT, top - 16, WIDE, 84, 0.7, '#bbbbbb')
  const limits = `${portal.range}: ${range} ${measure.unit}`
  const shown = `${value} ${measure.unit}`
  const first = flow.down(15)
  const second = flow.down(15)
  scribe.text(limits, LEFT + 10, portal.isValueFirst ? second : first, grey)
  const at = portal.isValueFirst ? first : second
  const label = scribe.text(`${portal.value} `, LEFT + 10, at, grey).end
  put(scribe, [{ text: shown, value, fact }], label + 6, at, { ...style, bold: true })
  if (flag !== '') scribe.text(flag, LEFT + WIDE - 60, at, { ...style, bold: true, ink: '#a33000' })
  drawBar(scribe, flow.down(20), measure, grey)
  flow.gap(20)
}

/** The ends of the range stand under the bar once more, as numbers alone. */
function drawBar(scribe: Scribe, y: number, { limits, scale }: Measure, style: Draft['style']) {
  const [from, to] = [LEFT + 160, LEFT + 330]
  scribe.pen().area(LEFT + 60, y - 6, WIDE - 120, 5, '#e2e2e2')
  scribe.pen().area(from, y - 6, to - from, 5, '#5b8f5b')
  if (limits.low !== undefined) scribe.text(limits.low.toFixed(scale.decimals), from, y + 9, style, 'middle')
  if (limits.high !== undefined) scribe.text(limits.high.toFixed(scale.decimals), to, y + 9, style, 'middle')
}

const comments = [
  'Your results are stable. No changes to your medicines. We will repeat this in 6 months.',
  'These look good overall. Minor values outside the range are not of concern. Please call with questions.',
  'Please stay well hydrated and recheck in 2 weeks. I have put in the order.',
] as const

function drawComment({ scribe, flow, subject, random, style }: Paper, title: string) {
  flow.need(110)
  scribe.text(`Comments from the Doctor’s Office`, LEFT, flow.down(24), { ...style, size: 12, bold: true })
  flow.prose([`${random.pick(comments)} - ${subject.doctor}, MD`])
  flow.gap(6)
  flow.line(`Authorizing provider: ${subject.doctor}, MD   Status: Final result   Specimen: Blood`)
  flow.line(`Resulting lab: ${subject.institution.toUpperCase()} HOSPITAL LAB`)
  flow.prose([
    `About this test: a ${title.toLowerCase()} is a group of blood tests. MyHealthPage licensed from a medical records company. This page is not a substitute for advice.`,
  ])
}
