/** A large American laboratory: current result and flag, previous result with its date, and a code for who measured. */

import { addDays } from '../clinical/calendar.ts'
import { drawCells } from '../clinical/row.ts'
import type { Scribe } from '../clinical/scribe.ts'
import { lastFirst } from '../clinical/subject.ts'
import { inventOutcome, type Measure, measuresFrom, noFlag, type Writing } from '../first-contact/measure.ts'
import { LETTER } from '../print/page.ts'
import type { Random } from '../random.ts'
import { type Draft, type Paper, startPaper } from './paper.ts'

const LEFT = 34
const RIGHT = LETTER.width - LEFT
const columns = [{ x: LEFT, width: 168 }, { x: 214 }, { x: 312 }, { x: 424 }, { x: 500 }]

const writing: Writing = {
  range: (low, high) => (low === undefined ? `0-${high}` : high === undefined ? `>${low}` : `${low}-${high}`),
  flag: (side, isFar) => ({ text: `${side === 'high' ? 'High' : 'Low'}${isFar ? ' Alert' : ''}`, isCritical: isFar }),
}

export function drawUsReference(random: Random): Scribe {
  const paper = startPaper(random, {
    ...{ size: LETTER, dates: 'us-slash', country: 'american', left: LEFT, frame: drawFrame },
    style: { face: random.pick(['sans', 'narrow', 'humanist']), size: 9 },
  })
  const before = addDays(paper.on, -random.between(80, 420))
  drawOrdered(paper)
  const chosen = panels.filter((_, i) => i === 0 || random.chance(0.7))
  for (const panel of chosen) drawPanel(paper, panel, before)
  drawEnd(paper)
  return paper.scribe
}

function drawFrame({ scribe, subject, random, style }: Draft, page: number): number {
  const { calendar } = scribe
  const small = { ...style, size: 7.5 }
  scribe.own({ collected: subject.seenAt, reported: subject.reportedAt })
  scribe.text(`Patient: ${lastFirst(subject)}`, LEFT, 40, { ...style, size: 12, bold: true })
  scribe.text('Patient Report', RIGHT, 40, { ...style, size: 12 }, 'right')
  const left = `DOB: ${calendar.write(subject.bornOn)}   Age: ${subject.age}   Sex: ${subject.sex}   Patient ID: ${subject.record}`
  scribe.text(left, LEFT, 54, style)
  scribe.text(
    `Specimen ID: ${subject.accession}   Acct #: ${random.digits(8)}   Ordering Physician: ${initialOf(subject.doctor)}`,
    LEFT,
    66,
    style,
  )
  const at = (when: string) => `${calendar.write(when.slice(0, 10))} ${when.slice(11).replace(':', '')} Local`
  scribe.text(`Date Collected: ${at(subject.seenAt)}`, LEFT, 78, style)
  scribe.text(`Date Received: ${calendar.write(subject.seenAt.slice(0, 10))}`, 236, 78, style)
  scribe.text(`Date Reported: ${at(subject.reportedAt)}`, RIGHT, 78, style, 'right')
  scribe.pen().line({ x: LEFT, y: 84 }, { x: RIGHT, y: 84 }, 1)
  scribe.text(
    'This document contains private and confidential health information protected by state and federal law.',
    LEFT,
    752,
    small,
  )
  scribe.text(`Enterprise Report Version: 2.00   FINAL REPORT   Page ${page} of 2`, LEFT, 763, small)
  return 90
}

const initialOf = (name: string) => name.replace(/^(\w)\S*/, '$1')

interface Panel {
  readonly title: string
  readonly measures: readonly Measure[]
  readonly notes?: Readonly<Record<string, readonly string[]>>
}

const panels: readonly Panel[] = [
  {
    title: 'Comp. Metabolic Panel (14)',
    measures: measuresFrom(`
      glucose | Glucose | mg/dL | 70 | 99 | 0
      urea-nitrogen | BUN | mg/dL | 8 | 27 | 0
      creatinine | Creatinine | mg/dL | 0.76 | 1.27 | 2
      egfr | eGFR | mL/min/1.73 | 59 | | 0
      sodium | Sodium | mmol/L | 134 | 144 | 0
      potassium | Potassium | mmol/L | 3.5 | 5.2 | 1
      bicarbonate | Carbon Dioxide, Total | mmol/L | 20 | 29 | 0
      calcium | Calcium | mg/dL | 8.6 | 10.2 | 1
      albumin | Albumin | g/dL | 3.9 | 4.9 | 1
      ast | AST (SGOT) | IU/L | | 40 | 0
      alt | ALT (SGPT) | IU/L | | 44 | 0`),
  },
  {
    title: 'Lipid Panel',
    measures: measuresFrom(`
      cholesterol | Cholesterol, Total | mg/dL | 100 | 199 | 0
      triglycerides | Triglycerides | mg/dL | | 149 | 0
      hdl | HDL Cholesterol | mg/dL | 39 | | 0
      ldl | LDL Chol Calc (NIH) | mg/dL | | 99 | 0`),
  },
  {
    title: 'Hemoglobin A1c',
    measures: measuresFrom('hba1c | Hemoglobin A1c | % | 4.8 | 5.6 | 1'),
    notes: {
      hba1c: ['Prediabetes: 5.7 - 6.4', 'Diabetes: >6.4', 'Glycemic control for adults with diabetes: <7.0'],
    },
  },
  {
    title: 'TSH+Free T4',
    measures: measuresFrom(`
      tsh | TSH | uIU/mL | 0.450 | 4.500 | 3
      free-t4 | T4,Free(Direct) | ng/dL | 0.82 | 1.77 | 2`),
  },
  {
    title: 'Vitamin D, 25-Hydroxy',
    measures: measuresFrom('vitamin-d | Vitamin D, 25-Hydroxy | ng/mL | 30.0 | 100.0 | 1'),
    notes: {
      'vitamin-d': [
        'Vitamin D deficiency has been defined by the Institute of Medicine and',
        'an Endocrine Society practice guideline as a level of serum 25-OH',
        'vitamin D less than 20 ng/mL (1,2).',
      ],
    },
  },
]

function drawOrdered({ scribe, flow, style, random }: Paper) {
  scribe.text('General Comments & Additional Information', LEFT, flow.down(14), { ...style, bold: true })
  flow.line(`Clinical Info: ${random.pick(['Fasting: Yes', 'Fasting: No', 'SST- A   LAV- A'])}`)
  scribe.text('Ordered Items', LEFT, flow.down(15), { ...style, bold: true })
  flow.line('Comp. Metabolic Panel (14); Lipid Panel; Hemoglobin A1c; Venipuncture')
}

function drawPanel({ scribe, flow, random, on, style }: Paper, { title, measures, notes = {} }: Panel, before: string) {
  const small = { ...style, size: 7.6 }
  flow.need(64)
  scribe.text(title, LEFT, flow.down(20), { ...style, size: 11, bold: true })
  const head = flow.down(14)
  scribe.pen().area(LEFT, head - 10, RIGHT - LEFT, 14, '#e4e4e4')
  for (const [i, heading] of [
    'Test',
    'Current Result and Flag',
    'Previous Result and Date',
    'Units',
    'Reference Interval',
  ].entries())
    scribe.text(heading, columns[i]?.x ?? LEFT, head, { ...small, bold: true })
  for (const measure of measures) {
    const now = inventOutcome(measure, writing, random, on)
    const past = inventOutcome(measure, { ...writing, flag: noFlag }, random, before)
    const hasPast = random.chance(0.7)
    const fact = { ...past.fact, flags: ['unknown', 'low', 'normal', 'high'] as const }
    const y = drawCells(
      scribe,
      flow,
      [
        measure.name,
        { text: now.value, style: now.isOutside ? { ...style, bold: true } : style, fact: now.fact },
        hasPast ? { text: past.value, fact } : '',
        measure.unit,
        now.range,
      ],
      columns,
      14,
    )
    scribe.text(random.pick(['01', '01', '02']), 196, y - 3, { ...style, size: 5.5 })
    if (now.flag !== '') scribe.text(now.flag, 250, y, { ...style, bold: true })
    if (hasPast) scribe.text(scribe.calendar.write(before), 346, y, style)
    for (const note of notes[measure.id] ?? [])
      scribe.text(note, 214, flow.down(11), { ...style, face: 'typewriter', size: 8 })
  }
}

function drawEnd({ scribe, flow, style, subject }: Paper) {
  flow.need(60)
  scribe.text('Performing Labs', LEFT, flow.down(22), { ...style, bold: true })
  flow.line(
    `01: DA - ${subject.institution} Laboratories, 7777 Forest Ln Bldg C350, Dallas, TX 75230-2544. Dir: ${subject.otherDoctor}, MD`,
  )
  flow.line(
    `02: BN - ${subject.institution} Laboratories, 1447 York Court, Burlington, NC 27215-3361. For inquiries call 800-555-0144`,
  )
}
