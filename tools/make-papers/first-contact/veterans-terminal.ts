/** L: laboratory results as a hospital system for veterans prints them from a terminal: one type width, columns by letter. */
import { addDays, createCalendar } from '../clinical/calendar.ts'
import { shuffled } from '../clinical/results.ts'
import { createScribe, type Scribe, type Written } from '../clinical/scribe.ts'
import { dayOf, type Subject } from '../clinical/subject.ts'
import { advanceOf } from '../print/faces.ts'
import { LETTER, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { writeOn } from './dates.ts'
import { inventOutcome, type Measure, measuresFrom, type Writing, worded } from './measure.ts'
import { inventPerson } from './person.ts'

const accessions: Readonly<
  Record<string, { readonly specimen: string; readonly area: string; readonly measures: readonly Measure[] }>
> = {
  chemistry: {
    ...{ specimen: 'SERUM', area: 'CH' },
    measures: measuresFrom(`
      glucose | GLUCOSE | mg/dL | 70 | 110 | 0
      urea-nitrogen | UREA NITROGEN | mg/dL | 7 | 21 | 0
      creatinine | CREATININE | mg/dL | 0.7 | 1.3 | 2
      egfr | EGFR CKD-EPI 2021 | mL/min | 60 | | 0
      sodium | SODIUM | mmol/L | 136 | 145 | 0
      potassium | POTASSIUM | mmol/L | 3.5 | 5.1 | 1
      chloride | CHLORIDE | mmol/L | 98 | 107 | 0
      bicarbonate | CO2 | mmol/L | 22 | 29 | 0
      calcium | CALCIUM | mg/dL | 8.5 | 10.5 | 1
      total-protein | PROTEIN,TOTAL | g/dL | 6.4 | 8.3 | 1
      albumin | ALBUMIN | g/dL | 3.5 | 5.2 | 1
      bilirubin-total | TOT. BILIRUBIN | mg/dL | 0.2 | 1.2 | 1
      alp | ALKALINE PHOSPHATASE | U/L | 40 | 129 | 0
      ast | SGOT | U/L | 10 | 40 | 0
      alt | SGPT | U/L | 7 | 41 | 0`),
  },
  hematology: {
    ...{ specimen: 'BLOOD', area: 'HE' },
    measures: measuresFrom(`
      wbc | WBC | K/cmm | 4.5 | 11.0 | 1
      rbc | RBC | M/cmm | 4.50 | 5.90 | 2
      hemoglobin | HGB | g/dL | 13.5 | 17.5 | 1
      hematocrit | HCT | % | 41.0 | 53.0 | 1
      mcv | MCV | fL | 80.0 | 100.0 | 1
      mch | MCH | pg | 26.0 | 34.0 | 1
      mchc | MCHC | g/dL | 31.0 | 37.0 | 1
      rdw | RDW | % | 11.5 | 14.5 | 1
      platelets | PLT | K/cmm | 150 | 440 | 0
      mpv | MPV | fL | 7.4 | 10.4 | 1
      neutrophils-pct | NEUTROPHILS % | % | 40.0 | 74.0 | 1
      neutrophils-abs | NEUTROPHILS,ABS | K/cmm | 1.80 | 7.70 | 2`),
  },
  lipids: {
    ...{ specimen: 'SERUM', area: 'CH' },
    measures: measuresFrom(`
      cholesterol | CHOLESTEROL | mg/dL | ~110 | 200 | 0
      triglycerides | TRIGLYCERIDE | mg/dL | ~45 | 150 | 0
      hdl | HDL CHOLESTEROL | mg/dL | 40 | ~85 | 0
      ldl | LDL CHOLESTEROL (CALC) | mg/dL | ~45 | 130 | 0`),
  },
  special: {
    ...{ specimen: 'SERUM', area: 'SC' },
    measures: measuresFrom(`
      tsh | TSH | uIU/mL | 0.270 | 4.200 | 3
      psa | PSA | ng/mL | | 4.00 | 2
      vitamin-d | VITAMIN D,25-OH,TOTAL | ng/mL | 30.0 | 100.0 | 1
      b12 | VITAMIN B-12 | pg/mL | 232 | 1245 | 0
      ferritin | FERRITIN | ng/mL | 30 | 400 | 0`),
  },
  glycated: {
    ...{ specimen: 'BLOOD', area: 'SC' },
    measures: measuresFrom(`
      hba1c | HEMOGLOBIN A1C | % | 4.0 | 6.0 | 1`),
  },
  clotting: {
    ...{ specimen: 'PLASMA', area: 'CO' },
    measures: measuresFrom(`
      pt | PROTHROMBIN TIME | SEC. | 9.4 | 12.5 | 1
      inr | INR | | 0.9 | 1.1 | 1
      aptt | PTT | SEC. | 25.1 | 36.5 | 1`),
  },
}

const comments = [
  'SPECIMEN SLIGHTLY HEMOLYZED',
  'FASTING 12 HRS',
  'CALLED TO WARD 4B AND READ BACK',
  'REPEATED AND VERIFIED',
]

/** Letters from the left edge at which the columns begin. */
const AT = { name: 2, value: 33, unit: 44, range: 56, site: 72 } as const
const ROWS = 60

const writing: Writing = {
  range: (low, high) => (low === undefined ? `<=${high}` : high === undefined ? `>=${low}` : `${low} - ${high}`),
  flag: (side, isFar) => ({ text: `${side === 'high' ? 'H' : 'L'}${isFar ? '*' : ''}`, isCritical: isFar }),
}

interface Terminal {
  readonly scribe: Scribe
  readonly random: Random
  readonly site: string
  /** The next line; on a new page when this one is full. */
  next(count?: number): void
  need(lines: number): void
  put(text: string, letter: number): Written
}

export function drawVeteransTerminal(random: Random): Scribe {
  const scribe = createScribe(LETTER, createCalendar('us-short'))
  const subject = inventPerson(random, 'american')
  const terminal = startTerminal(scribe, subject, random)
  drawHead(terminal, subject)
  let at = subject.seenAt
  for (const [i, name] of shuffled(random, Object.keys(accessions)).slice(0, random.between(3, 5)).entries()) {
    if (i > 0 && random.chance(0.5)) at = `${addDays(dayOf(at), -random.between(1, 40))}T${at.slice(11)}`
    drawAccession(terminal, { ...(accessions[name] ?? accessions.lipids), at, subject })
  }
  terminal.put('KEY: "L"=Abnormal low, "H"=Abnormal high, "*"=Critical value', 0)
  terminal.next()
  terminal.put('*** END OF REPORT ***', 28)
  return scribe
}

function startTerminal(scribe: Scribe, subject: Subject, random: Random): Terminal {
  const style: Style = { face: random.pick(['terminal', 'typewriter']), size: 10.2 }
  const letter = advanceOf('0', style)
  let line = 0
  let page = 1
  const put: Terminal['put'] = (text, column) => scribe.text(text, 52 + column * letter, 50 + line * 12, style)
  const turn = () => {
    scribe.turn()
    line = 0
    page += 1
    put(`${subject.last.toUpperCase()},${subject.first.toUpperCase()}   ${subject.record.slice(4)}   Page ${page}`, 0)
    line = 2
  }
  return {
    ...{ scribe, random, put, site: `[${random.digits(3)}]` },
    next(count = 1) {
      line += count
      if (line > ROWS) turn()
    },
    need(lines) {
      if (line + lines > ROWS) turn()
    },
  }
}

function drawHead({ put, next, scribe, random }: Terminal, subject: Subject) {
  const { calendar } = scribe
  const printedOn = addDays(dayOf(subject.reportedAt), random.between(0, 30))
  scribe.own({ collected: dayOf(subject.seenAt), document: printedOn })
  put(`${subject.last.toUpperCase()},${subject.first.toUpperCase()}`, 0)
  put(`${writeOn(calendar, printedOn, 'MAR 14, 2024')}@${subject.reportedAt.slice(11)}`, 52)
  next()
  put(
    `XXX-XX-${subject.record.slice(4)}   DOB: ${writeOn(calendar, subject.bornOn, 'MAR 14, 2024')}   ${subject.sex.toUpperCase()}`,
    0,
  )
  next()
  put(`${subject.institution.toUpperCase()} VA HEALTH CARE SYSTEM`, 0)
  next(2)
  put('---- LABORATORY INTERIM REPORT ----', 20)
  next(2)
}

interface Accession {
  readonly specimen: string
  readonly area: string
  readonly measures: readonly Measure[]
  readonly at: string
  readonly subject: Subject
}

function drawAccession(
  terminal: Terminal,
  { specimen, area, measures, at, subject }: Partial<Accession> & Pick<Accession, 'at' | 'subject'>,
) {
  const { put, next, need, scribe, random, site } = terminal
  need(12)
  const [day, time] = [dayOf(at), at.slice(11)]
  put(`Provider: ${subject.doctor.toUpperCase()}`, 0)
  next()
  put(`Specimen: ${specimen}.`, 2)
  put(`${area} ${day.slice(5, 7)}${day.slice(8)} ${random.between(1, 240)}`, 46)
  next()
  put(`Specimen Collection Date: ${writeOn(scribe.calendar, day, 'Mar 14, 2024')}@${time}`, 2)
  next()
  for (const [title, column] of [
    ['Test name', AT.name],
    ['Result', AT.value],
    ['units', AT.unit],
    ['Ref. range', AT.range],
    ['Site', AT.site],
  ] as const)
    put(title, column)
  next()
  const kept = (measures ?? []).filter(() => random.chance(0.88))
  for (const measure of kept) {
    if (random.chance(0.03)) {
      put(measure.name, AT.name)
      scribe.state(worded(measure, 'canc', { on: at, isOptional: true }), put('canc', AT.value))
    } else {
      const { value, range, flag, fact } = inventOutcome(measure, writing, random, at)
      put(measure.name, AT.name)
      // numbers end in one column, before the flag
      scribe.state(fact, put(value, AT.value + 5 - value.length))
      put(flag, AT.value + 6)
      put(measure.unit, AT.unit)
      put(range, AT.range)
      put(site, AT.site)
    }
    next()
  }
  if (random.chance(0.4)) {
    put(`Comment: ${random.pick(comments)}`, AT.name)
    next()
  }
  put('='.repeat(76), 0)
  next(2)
}
