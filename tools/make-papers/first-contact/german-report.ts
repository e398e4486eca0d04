/** J: a German Befundbericht with English names: the limits before the result, decimal commas, an earlier result beside. */
import { addDays, createCalendar } from '../clinical/calendar.ts'
import { createFlow, type Flow } from '../clinical/flow.ts'
import { shuffled } from '../clinical/results.ts'
import { type Cell, type Column, drawCells } from '../clinical/row.ts'
import { createScribe, type Scribe } from '../clinical/scribe.ts'
import { dayOf, type Subject } from '../clinical/subject.ts'
import { A4, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { writeOn } from './dates.ts'
import { inventOutcome, type Measure, measuresFrom, noFlag, type Writing } from './measure.ts'
import { inventPerson } from './person.ts'

const sections: Readonly<Record<string, readonly Measure[]>> = {
  'Blutbild (EDTA-Blut)': measuresFrom(`
    wbc | Leukocytes | /nl | 3.90 | 10.50 | 2
    rbc | Erythrocytes | /pl | 3.9 | 5.2 | 1
    hemoglobin | Haemoglobin | g/dl | 12.0 | 15.4 | 1
    hematocrit | Haematocrit | l/l | 0.355 | 0.455 | 3
    mcv | MCV | fl | 80.0 | 99.0 | 1
    mch | MCH | pg | 27.0 | 33.5 | 1
    mchc | MCHC | g/dl | 31.5 | 36.0 | 1
    platelets | Thrombocytes | /nl | 150 | 370 | 0
    rdw | RDW-CV | % | 11.5 | 15.0 | 1`),
  'Klinische Chemie (Serum)': measuresFrom(`
    sodium | Sodium | mmol/l | 136 | 145 | 0
    potassium | Potassium | mmol/l | 3.4 | 4.5 | 1
    calcium | Calcium | mmol/l | 2.15 | 2.50 | 2
    creatinine | Creatinine (Jaffé) | mg/dl | 0.50 | 0.90 | 2
    egfr | GFR, estimated (CKD-EPI) | ml/min/1,73m² | 90 | | 0
    urea | Urea | mg/dl | 17 | 48 | 0
    uric-acid | Uric acid | mg/dl | 2.4 | 5.7 | 1
    ast | GOT (ASAT) | U/l | | 35 | 0
    alt | GPT (ALAT) | U/l | | 31 | 0
    ggt | Gamma-GT | U/l | 5 | 36 | 0
    alp | Alkaline phosphatase | U/l | 35 | 105 | 0
    bilirubin-total | Bilirubin, total | mg/dl | | 1.20 | 2
    ldh | LDH | U/l | 135 | 214 | 0
    lipase | Lipase | U/l | 13 | 60 | 0
    crp | C-reactive protein | mg/l | | 5.0 | 1`),
  'Fettstoffwechsel (Serum)': measuresFrom(`
    cholesterol | Cholesterol | mg/dl | ~110 | 200 | 0
    triglycerides | Triglycerides | mg/dl | ~45 | 150 | 0
    hdl | HDL cholesterol | mg/dl | 45 | ~85 | 0
    ldl | LDL cholesterol | mg/dl | ~45 | 116 | 0
    lpa | Lipoprotein (a) | nmol/L | | 75.0 | 1`),
  'Schilddrüse (Serum)': measuresFrom(`
    tsh | TSH basal | mU/l | 0.27 | 4.20 | 2
    free-t3 | Free T3 | ng/l | 2.0 | 4.4 | 2
    free-t4 | Free T4 | ng/l | 9.3 | 17.0 | 1`),
  'Gerinnung (Citratplasma)': measuresFrom(`
    quick | Quick (TPZ) | % | 70 | 120 | 0
    inr | INR | | 0.85 | 1.15 | 2
    aptt | aPTT | s | 26.0 | 36.0 | 1
    fibrinogen | Fibrinogen | g/l | 1.80 | 3.50 | 2
    d-dimer | D-dimer | mg/l | | 0.50 | 2`),
  'Diabetes (EDTA-Blut)': measuresFrom(`
    hba1c | HbA1c (IFCC) | mmol/mol | 20 | 42 | 0
    hba1c | HbA1c (NGSP) | % | 4.0 | 6.0 | 1`),
  'Eisen und Vitamine (Serum)': measuresFrom(`
    ferritin | Ferritin | µg/l | 15 | 150 | 0
    transferrin-saturation | Transferrin saturation | % | 16 | 45 | 0
    b12 | Vitamin B12 | pg/ml | 197 | 771 | 0
    vitamin-d | 25-OH vitamin D | ng/ml | 30.0 | 100.0 | 1`),
}

export function drawGermanReport(random: Random): Scribe {
  const scribe = createScribe(A4, createCalendar('dots'))
  const subject = inventPerson(random, 'german')
  const style: Style = { face: random.pick(['sans', 'humanist', 'narrow']), size: 9.2 }
  const takenOn = dayOf(subject.seenAt)
  const earlierOn = random.chance(0.6) ? addDays(takenOn, -random.between(20, 400)) : undefined
  const top = drawHead(scribe, subject, style, random)
  const head = () => drawTitles(scribe, style, earlierOn, top + 4)
  const flow = createFlow(scribe, {
    ...{ left: LEFT, width: A4.width - 2 * LEFT, top: head(), bottom: A4.height - 70, style },
    onNewPage: (page) => {
      scribe.text(`Seite ${page}`, A4.width - LEFT, 40, style, 'right')
      return drawTitles(scribe, style, earlierOn, 52)
    },
  })
  const writing = inventWriting(random)
  for (const title of shuffled(random, Object.keys(sections)).slice(0, random.between(3, 5)))
    drawSection(scribe, flow, { title, writing, takenOn, earlierOn }, random)
  flow.gap(14)
  flow.line('Medizinisch validiert; dieser Befund ist ohne Unterschrift gültig.', { ...style, size: 8 })
  return scribe
}

const LEFT = 50
const columns: readonly Column[] = [
  { x: LEFT, width: 150 },
  { x: LEFT + 232, align: 'right' },
  { x: LEFT + 250 },
  { x: LEFT + 348, align: 'right' },
  { x: LEFT + 396, align: 'right' },
  { x: LEFT + 480, align: 'right' },
]

function inventWriting(random: Random): Writing {
  const upTo = random.pick(['bis ', '< '])
  const dash = random.pick([' - ', ' – '])
  const mark = random.pick(['plus', 'star'])
  return {
    hasComma: true,
    range: (low, high) =>
      low === undefined ? `${upTo}${high}` : high === undefined ? `> ${low}` : `${low}${dash}${high}`,
    flag(side, isFar) {
      if (mark === 'star') return { text: '*' }
      const sign = side === 'high' ? '+' : '-'
      return isFar ? { text: sign + sign, isCritical: true } : { text: sign }
    },
  }
}

function drawHead(scribe: Scribe, subject: Subject, style: Style, random: Random): number {
  const { calendar } = scribe
  const [takenOn, reportedOn] = [dayOf(subject.seenAt), dayOf(subject.reportedAt)]
  scribe.own({ collected: takenOn, reported: reportedOn })
  scribe.text(`MVZ Labor ${subject.institution} GmbH`, LEFT, 50, { ...style, size: 15, bold: true })
  scribe.text('Fachärzte für Laboratoriumsmedizin', LEFT, 63, { ...style, size: 8 })
  scribe.text(`Einsender: Praxis Dr. med. ${subject.doctor}`, LEFT, 88, style)
  scribe.text('Befundbericht', LEFT, 122, { ...style, size: 13, bold: true })
  scribe.text('Endbefund', LEFT + 110, 122, style)
  const rows = [
    ['Patient', `${subject.last}, ${subject.first}`, 'Auftrag', random.digits(8)],
    ['geb.', writeOn(calendar, subject.bornOn, '14.03.2024'), 'Entnahme', writeOn(calendar, takenOn, '14.03.2024')],
    ['Geschl.', subject.sex === 'Female' ? 'w' : 'm', 'Befund vom', writeOn(calendar, reportedOn, '14.03.2024')],
  ]
  const stops = [0, 60, 270, 345]
  for (const [i, cells] of rows.entries())
    for (const [j, cell] of cells.entries()) scribe.text(cell, LEFT + (stops[j] ?? 0), 140 + i * 12, style)
  return 180
}

function drawTitles(scribe: Scribe, style: Style, earlierOn: string | undefined, y: number): number {
  const bold = { ...style, bold: true }
  const earlier = earlierOn === undefined ? '' : writeOn(scribe.calendar, earlierOn, '14.03.24')
  const titles = ['Analyse', 'Referenzbereich', 'Einheit', '', 'Ergebnis', earlier === '' ? '' : `Vorwert ${earlier}`]
  for (const [i, title] of titles.entries()) {
    const { x, align } = columns[i] ?? { x: LEFT }
    scribe.text(title, x, y, bold, align)
  }
  scribe.pen().line({ x: LEFT, y: y + 4 }, { x: A4.width - LEFT, y: y + 4 }, 0.8)
  return y + 6
}

interface Section {
  readonly title: string
  readonly writing: Writing
  readonly takenOn: string
  readonly earlierOn: string | undefined
}

function drawSection(scribe: Scribe, flow: Flow, section: Section, random: Random) {
  const { title, writing, takenOn, earlierOn } = section
  const { style } = flow
  flow.need(50)
  flow.gap(5)
  flow.line(title, { ...style, bold: true, italic: false })
  for (const measure of sections[title] ?? []) {
    if (random.chance(0.15)) continue
    const { value, range, flag, isOutside, fact } = inventOutcome(measure, writing, random, takenOn)
    const before =
      earlierOn === undefined || random.chance(0.3)
        ? undefined
        : inventOutcome(measure, { ...writing, flag: noFlag }, random, earlierOn)
    const cells: (Cell | string)[] = [
      measure.name,
      range,
      measure.unit,
      flag,
      { text: value, style: { ...style, bold: isOutside }, fact },
      before === undefined ? '' : { text: before.value, fact: before.fact },
    ]
    drawCells(scribe, flow, cells, columns, 13)
  }
}
