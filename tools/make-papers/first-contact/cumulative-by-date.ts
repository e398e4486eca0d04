/** K: a cumulative report from Australia or New Zealand: a row for each day, a column for each measure, limits on top. */
import { addDays, createCalendar } from '../clinical/calendar.ts'
import { shuffled } from '../clinical/results.ts'
import { createScribe, type Scribe } from '../clinical/scribe.ts'
import { dayOf, type Subject } from '../clinical/subject.ts'
import { A4, type PaperSize, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { type DayFormat, writeOn } from './dates.ts'
import { inventOutcome, type Measure, measuresFrom, type Writing } from './measure.ts'
import { inventPerson } from './person.ts'

const tables: Readonly<Record<string, readonly Measure[]>> = {
  'FULL BLOOD COUNT': measuresFrom(`
    hemoglobin | Hb | g/L | 115 | 160 | 0
    rbc | RCC | 10^12/L | 3.80 | 5.20 | 2
    hematocrit | Hct | L/L | 0.35 | 0.45 | 2
    mcv | MCV | fL | 80 | 98 | 0
    wbc | WCC | 10^9/L | 4.0 | 11.0 | 1
    neutrophils-abs | Neuts | 10^9/L | 2.0 | 7.5 | 1
    lymphocytes-abs | Lymphs | 10^9/L | 1.1 | 4.0 | 1
    platelets | Plts | 10^9/L | 150 | 450 | 0`),
  'ELECTROLYTES AND RENAL FUNCTION': measuresFrom(`
    sodium | Sodium | mmol/L | 135 | 145 | 0
    potassium | Potassium | mmol/L | 3.5 | 5.2 | 1
    chloride | Chloride | mmol/L | 95 | 110 | 0
    bicarbonate | Bicarb | mmol/L | 22 | 32 | 0
    urea | Urea | mmol/L | 2.5 | 8.0 | 1
    creatinine | Creatinine | umol/L | 45 | 90 | 0
    egfr | eGFR | mL/min/1.73m² | 60 | | 0`),
  'LIVER FUNCTION': measuresFrom(`
    bilirubin-total | T.Bili | umol/L | | 20 | 0
    alp | ALP | U/L | 30 | 110 | 0
    ggt | GGT | U/L | | 38 | 0
    alt | ALT | U/L | | 35 | 0
    ast | AST | U/L | | 30 | 0
    albumin | Albumin | g/L | 35 | 50 | 0
    globulin | Globulin | g/L | 23 | 39 | 0`),
  'IRON STUDIES': measuresFrom(`
    iron | Iron | umol/L | 10 | 30 | 0
    transferrin | Transferrin | g/L | 1.9 | 3.3 | 1
    transferrin-saturation | Saturation | % | 13 | 47 | 0
    ferritin | Ferritin | ug/L | 30 | 200 | 0`),
  'THYROID FUNCTION': measuresFrom(`
    tsh | TSH | mIU/L | 0.40 | 4.00 | 2
    free-t4 | Free T4 | pmol/L | 10.0 | 20.0 | 1
    free-t3 | Free T3 | pmol/L | 2.8 | 6.8 | 1`),
  'DIABETES MONITORING': measuresFrom(`
    hba1c | HbA1c | mmol/mol | ~26 | 48 | 0
    glucose | Glucose | mmol/L | 3.6 | 6.0 | 1
    urine-albumin-ratio | ACR | mg/mmol | | 2.5 | 1`),
}

const LANDSCAPE: PaperSize = { width: A4.height, height: A4.width }
const LEFT = 44

export function drawCumulativeByDate(random: Random): Scribe {
  const isWide = random.chance(0.5)
  const paper = isWide ? LANDSCAPE : A4
  const format: DayFormat = random.pick(['14 Mar 24', '14/03/24'])
  const scribe = createScribe(paper, createCalendar('uk-slash'))
  const subject = inventPerson(random, 'australian')
  const style: Style = { face: random.pick(['sans', 'modern', 'narrow']), size: 8.8 }
  let y = drawHead(scribe, subject, style, format)
  const days = inventDays(subject, random)
  const writing = inventWriting(random)
  const chosen = shuffled(random, Object.keys(tables)).slice(0, random.between(2, isWide ? 3 : 4))
  for (const title of chosen) {
    if (y + 90 + days.length * 14 > paper.height - 40) {
      scribe.turn()
      y = drawHead(scribe, subject, style, format)
    }
    y = drawTable(scribe, { title, days, format, writing, style, y }, random)
  }
  scribe.text(
    '* or H/L: outside the reference interval. Previous results are from this laboratory only.',
    LEFT,
    y + 14,
    {
      ...style,
      size: 7.6,
    },
  )
  return scribe
}

function drawHead(scribe: Scribe, subject: Subject, style: Style, format: DayFormat): number {
  const { calendar, width } = scribe
  const right = width - LEFT
  const bold = { ...style, bold: true }
  const reportedOn = dayOf(subject.reportedAt)
  scribe.own({ reported: reportedOn, collected: dayOf(subject.seenAt) })
  scribe.text(`${subject.institution} Pathology`, LEFT, 46, { ...bold, size: 14 })
  scribe.text('CUMULATIVE REPORT', right, 46, { ...bold, size: 11 }, 'right')
  scribe.text(`${subject.last.toUpperCase()}, ${subject.first}`, LEFT, 68, bold)
  scribe.text(`DOB ${writeOn(calendar, subject.bornOn, format)}   Sex ${subject.sex.charAt(0)}`, LEFT + 170, 68, style)
  scribe.text(`UR ${subject.record}`, right, 68, style, 'right')
  scribe.text(`Referred by Dr ${subject.doctor}   Copy to Dr ${subject.otherDoctor}`, LEFT, 81, style)
  scribe.text(`Reported ${writeOn(calendar, reportedOn, format)}`, right, 81, style, 'right')
  scribe.pen().line({ x: LEFT, y: 88 }, { x: right, y: 88 }, 1)
  return 92
}

/** The newest last or first; the newest is the paper's own. */
function inventDays(subject: Subject, random: Random): readonly string[] {
  const days = [dayOf(subject.seenAt)]
  const count = random.between(3, 6)
  while (days.length < count) days.push(addDays(days.at(-1) ?? '', -random.between(1, 130)))
  return random.chance(0.5) ? days.toReversed() : days
}

function inventWriting(random: Random): Writing {
  const marks = random.pick(['letter', 'star'])
  return {
    range: (low, high) => (low === undefined ? `<${high}` : high === undefined ? `>${low}` : `${low}-${high}`),
    flag: (side) => ({ text: marks === 'star' ? '*' : side === 'high' ? 'H' : 'L' }),
  }
}

interface Table {
  readonly title: string
  readonly days: readonly string[]
  readonly format: DayFormat
  readonly writing: Writing
  readonly style: Style
  readonly y: number
}

function drawTable(scribe: Scribe, table: Table, random: Random): number {
  const { title, days, format, writing, style, y } = table
  const measures = tables[title] ?? []
  const right = scribe.width - LEFT
  const bold = { ...style, bold: true }
  const start = LEFT + 112
  const step = Math.min(82, (right - start) / measures.length)
  const stops = measures.map((_, i) => start + step * (i + 1) - 14)
  scribe.text(title, LEFT, y + 18, bold)
  scribe.text('Date', LEFT, y + 34, bold)
  scribe.text('Lab no.', LEFT + 58, y + 34, bold)
  scribe.text('Units', LEFT, y + 45, style)
  scribe.text('Ref. interval', LEFT, y + 56, style)
  const small = { ...style, size: measures.some(({ unit }) => unit.length > 9) ? 6.6 : 7.6 }
  for (const [i, { name, unit, scale, limits }] of measures.entries()) {
    const limit = (at: number | undefined) => at?.toFixed(scale.decimals)
    scribe.text(name, stops[i] ?? 0, y + 34, bold, 'right')
    scribe.text(unit, stops[i] ?? 0, y + 45, small, 'right')
    scribe.text(writing.range(limit(limits.low), limit(limits.high)), stops[i] ?? 0, y + 56, small, 'right')
  }
  scribe.pen().line({ x: LEFT, y: y + 60 }, { x: right, y: y + 60 }, 0.5)
  for (const [row, on] of days.entries()) {
    const baseline = y + 72 + row * 13.5
    scribe.text(writeOn(scribe.calendar, on, format), LEFT, baseline, style)
    scribe.text(random.digits(7), LEFT + 58, baseline, style)
    for (const [i, measure] of measures.entries()) {
      if (random.chance(0.12)) continue
      const { value, flag, isOutside, fact } = inventOutcome(measure, writing, random, on)
      const written = scribe.text(value, stops[i] ?? 0, baseline, { ...style, bold: isOutside }, 'right')
      scribe.state(fact, written)
      if (flag !== '') scribe.text(flag, (stops[i] ?? 0) + 2, baseline, style)
    }
  }
  return y + 72 + days.length * 13.5
}
