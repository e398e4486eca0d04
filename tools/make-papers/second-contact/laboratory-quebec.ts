/** A Canadian laboratory in two languages: SI units with a decimal point, an asterisk for what is outside, ranges in brackets. */
import { drawCells } from '../clinical/row.ts'
import type { Scribe } from '../clinical/scribe.ts'
import { lastFirst } from '../clinical/subject.ts'
import { inventOutcome, measuresFrom, type Writing } from '../first-contact/measure.ts'
import { LETTER } from '../print/page.ts'
import type { Random } from '../random.ts'
import { type Draft, type Paper, startPaper } from './paper.ts'

const LEFT = 40

const writing: Writing = {
  range: (low, high) =>
    low === undefined ? `[ < ${high} ]` : high === undefined ? `[ > ${low} ]` : `[ ${low} - ${high} ]`,
  flag: () => ({ text: '*' }),
}

/** French name, English name and what belongs together. */
const panels = [
  [
    'HÉMATOLOGIE / HEMATOLOGY',
    measuresFrom(`
      wbc | Leukocytes | 10^9/L | 4.0 | 11.0 | 1 | Leucocytes
      rbc | Erythrocytes | 10^12/L | 4.30 | 5.90 | 2 | Érythrocytes
      hemoglobin | Hemoglobin | g/L | 130 | 175 | 0 | Hémoglobine
      hematocrit | Hematocrit | L/L | 0.400 | 0.520 | 3 | Hématocrite
      platelets | Platelets | 10^9/L | 140 | 400 | 0 | Plaquettes`),
  ],
  [
    'BIOCHIMIE / BIOCHEMISTRY',
    measuresFrom(`
      glucose | Glucose fasting | mmol/L | 3.9 | 6.0 | 1 | Glucose à jeun
      creatinine | Creatinine | umol/L | 58 | 110 | 0 | Créatinine
      egfr | eGFR | mL/min/1.73 m² | 60 | | 0 | DFGe
      sodium | Sodium | mmol/L | 135 | 145 | 0 | Sodium
      potassium | Potassium | mmol/L | 3.5 | 5.1 | 1 | Potassium
      alt | ALT | U/L | | 50 | 0 | ALAT
      uric-acid | Urate | umol/L | 200 | 430 | 0 | Acide urique`),
  ],
  [
    'BILAN LIPIDIQUE / LIPIDS',
    measuresFrom(`
      cholesterol | Cholesterol | mmol/L | | 5.20 | 2 | Cholestérol
      triglycerides | Triglycerides | mmol/L | | 1.70 | 2 | Triglycérides
      hdl | HDL Cholesterol | mmol/L | 1.00 | | 2 | Cholestérol HDL
      ldl | LDL Cholesterol | mmol/L | | 3.50 | 2 | Cholestérol LDL`),
  ],
  [
    'ENDOCRINOLOGIE / ENDOCRINOLOGY',
    measuresFrom(`
      tsh | TSH | mIU/L | 0.32 | 4.00 | 2 | TSH
      b12 | Vitamin B12 | pmol/L | 138 | 652 | 0 | Vitamine B12
      ferritin | Ferritin | ug/L | 22 | 275 | 0 | Ferritine`),
  ],
] as const

export function drawLaboratoryQuebec(random: Random): Scribe {
  const isBilingual = random.chance(0.5)
  const paper = startPaper(random, {
    ...{ size: LETTER, dates: 'iso', country: 'canadian', left: LEFT, frame: drawFrame },
    style: { face: random.pick(['sans', 'modern', 'narrow']), size: 9.2 },
  })
  const chosen = panels.filter((_, i) => i === 1 || random.chance(0.65))
  for (const panel of chosen) drawPanel(paper, panel, isBilingual)
  const { flow, style } = paper
  flow.gap(16)
  flow.line('* = Hors des valeurs de référence / Outside reference range', { ...style, size: 8 })
  flow.line('Cible LDL / LDL target (high risk, CCS 2021): < 1.80 mmol/L. Rapport final / Final report.', {
    ...style,
    size: 8,
  })
  return paper.scribe
}

function drawFrame({ scribe, subject, random, style, on }: Draft, page: number): number {
  const { calendar } = scribe
  scribe.own({ collected: subject.seenAt, reported: subject.reportedAt })
  scribe.text(`Laboratoires ${subject.institution} Laboratories`, LEFT, 42, { ...style, size: 14, bold: true })
  scribe.text(`${subject.address}   Tél. / Tel.: ${subject.phone}`, LEFT, 54, { ...style, size: 8 })
  const rows = [
    [`Nom / Name: ${lastFirst(subject)}`, `Prélèvement / Collected: ${calendar.write(on)} ${subject.seenAt.slice(11)}`],
    [
      `Né(e) le / DOB: ${calendar.write(subject.bornOn)}   Sexe / Sex: ${subject.sex === 'Male' ? 'M' : 'F'}`,
      `Rapport / Reported: ${calendar.write(subject.reportedAt.slice(0, 10))}`,
    ],
    [
      `NAM / Health no.: ${subject.last.slice(0, 4).toUpperCase()} ${random.digits(4)} ${random.digits(4)}`,
      `Requérant / Ordered by: Dr ${subject.doctor}`,
    ],
  ] as const
  for (const [i, [left, right]] of rows.entries()) {
    scribe.text(left, LEFT, 74 + i * 12.5, style)
    scribe.text(right, 318, 74 + i * 12.5, style)
  }
  scribe.pen().frame(LEFT - 5, 62, LETTER.width - 2 * LEFT + 10, 44, 0.6)
  scribe.text(`Page ${page} / 2`, LETTER.width - LEFT, 756, { ...style, size: 8 }, 'right')
  return 112
}

function drawPanel(
  { scribe, flow, random, on, style }: Paper,
  [title, measures]: (typeof panels)[number],
  isBilingual: boolean,
) {
  const columns = [{ x: LEFT, width: 190 }, { x: 268, align: 'right' }, { x: 274 }, { x: 300 }, { x: 400 }] as const
  flow.need(60)
  flow.gap(8)
  const head = flow.down(16)
  scribe.pen().area(LEFT - 5, head - 11, LETTER.width - 2 * LEFT + 10, 15, '#dfe8e2')
  scribe.text(title, LEFT, head, { ...style, bold: true })
  const titles = isBilingual
    ? ['Analyse / Test', 'Résultat', '', 'Unités', 'Valeurs de référence']
    : ['Test', 'Result', '', 'Units', 'Reference range']
  drawCells(
    scribe,
    flow,
    titles.map((text) => ({ text, style: { ...style, size: 8, italic: true } })),
    columns,
  )
  for (const measure of measures) {
    const { value, flag, range, fact } = inventOutcome(measure, writing, random, on)
    const both = measure.note === measure.name ? measure.name : `${measure.note} / ${measure.name}`
    const name = isBilingual ? both : measure.name
    const stated = { ...fact, alsoNamed: [name, measure.note] }
    drawCells(
      scribe,
      flow,
      [name, { text: value, fact: stated }, { text: flag, style: { ...style, bold: true } }, measure.unit, range],
      columns,
      14,
    )
  }
}
