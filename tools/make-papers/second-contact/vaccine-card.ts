/** An immunization record: a row for each dose with its day, lot and site, several doses of one vaccine below each other. */
import { addDays } from '../clinical/calendar.ts'
import { shuffled } from '../clinical/results.ts'
import { type Cell, drawCells } from '../clinical/row.ts'
import type { Scribe } from '../clinical/scribe.ts'
import { lastFirst } from '../clinical/subject.ts'
import { LETTER } from '../print/page.ts'
import type { Random } from '../random.ts'
import { type Draft, type Paper, startPaper } from './paper.ts'

const LEFT = 46

/** [printed, the catalogue's vaccine, doses, makers] */
const vaccines = [
  ['Hepatitis B (Engerix-B)', 'hepatitis B', 3, 'GSK'],
  ['MMR', 'MMR', 2, 'MSD'],
  ['Varicella', 'varicella', 2, 'MSD'],
  ['Tdap', 'Tdap', 1, 'SKB'],
  ['HPV9 (Gardasil 9)', 'HPV9', 2, 'MSD'],
  ['Influenza, injectable, quadrivalent', 'influenza', 2, 'PMC'],
  ['COVID-19, mRNA, Pfizer', 'COVID-19 mRNA', 3, 'PFR'],
  ['Hepatitis A', 'hepatitis A', 2, 'GSK'],
  ['Zoster recombinant (Shingrix)', 'zoster', 2, 'GSK'],
  ['PCV20', 'PCV20', 1, 'WAL'],
  ['Meningococcal ACWY', 'meningococcal ACWY', 2, 'PMC'],
] as const

export function drawVaccineCard(random: Random): Scribe {
  const paper = startPaper(random, {
    ...{ size: LETTER, dates: 'us-slash', country: 'american', left: LEFT, frame: drawFrame },
    style: { face: random.pick(['sans', 'humanist', 'narrow']), size: 9.5 },
  })
  const { flow, style, subject } = paper
  for (const vaccine of shuffled(random, vaccines).slice(0, random.between(4, 7))) drawVaccine(paper, vaccine)
  flow.gap(12)
  flow.line('Forecast: Td booster due in 10 years. Influenza due each fall.', { ...style, size: 8.5 })
  flow.line(
    `Bring this card to each visit. Official record of the ${subject.institution} County Health Department. Not valid without stamp.`,
    { ...style, size: 8 },
  )
  return paper.scribe
}

const columns = [
  { x: LEFT, width: 160 },
  { x: 222 },
  { x: 262 },
  { x: 336 },
  { x: 402 },
  { x: 446 },
  { x: 500, width: 84 },
]

function drawFrame({ scribe, subject, style, on }: Draft, page: number): number {
  scribe.own({ document: on })
  scribe.text('IMMUNIZATION RECORD', LEFT, 46, { ...style, size: 15, bold: true })
  scribe.text('Comprobante de Inmunización', LEFT, 59, { ...style, size: 9, italic: true })
  scribe.text(
    `Name: ${lastFirst(subject)}   Birthdate: ${scribe.calendar.write(subject.bornOn)}   Sex: ${subject.sex[0]}   State ID: ${subject.record}`,
    LEFT,
    78,
    style,
  )
  scribe.text(
    `Printed: ${scribe.calendar.write(on)}   Provider: ${subject.doctor}, MD   Phone: ${subject.phone}`,
    LEFT,
    91,
    style,
  )
  scribe.text(`Page ${page} of 1`, LETTER.width - LEFT, 756, { ...style, size: 8 }, 'right')
  scribe.pen().area(LEFT - 4, 98, LETTER.width - 2 * LEFT + 8, 15, '#dbe5f1')
  for (const [i, title] of ['Vaccine', 'Dose', 'Date Given', 'Lot #', 'Mfr', 'Site', 'Given By'].entries())
    scribe.text(title, columns[i]?.x ?? LEFT, 109, { ...style, bold: true })
  return 114
}

function drawVaccine({ scribe, flow, random, on }: Paper, [name, about, most, maker]: (typeof vaccines)[number]) {
  const count = random.between(1, most)
  let day = addDays(on, -random.between(1500, 3600))
  for (let dose = 1; dose <= count; dose += 1) {
    const lot = `${random.pick(['AH', 'W0', 'EN', 'U6'])}${random.digits(4)}${random.pick(['A', 'B', 'AA'])}`
    const fact = {
      ...({ kind: 'immunization', about, nameText: name, valueText: name, on: day } as const),
      details: { doseNumber: String(dose), lot },
    }
    const named: Cell = { text: name, fact }
    const cells: Cell[] = [
      named,
      ...[
        `${dose}`,
        scribe.calendar.write(day),
        lot,
        maker,
        random.pick(['LD', 'RD', 'L thigh']),
        random.pick(['J. Ortiz RN', 'K. Lee MA']),
      ].map((text) => ({ text })),
    ]
    const y = drawCells(scribe, flow, cells, columns, 16)
    scribe.pen().line({ x: LEFT - 4, y: y + 4 }, { x: LETTER.width - LEFT + 4, y: y + 4 }, 0.3, '#888888')
    day = addDays(day, random.between(30, 400))
  }
}
