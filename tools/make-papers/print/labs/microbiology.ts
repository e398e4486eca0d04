/** A culture with its antibiogram: S, I and R beside minimal inhibitory concentrations, two organisms side by side. */
import type { Random } from '../../random.ts'
import { LETTER, type Page, type Style } from '../page.ts'
import { createPen, type Pen } from '../pen.ts'
import { inventSubject, type Subject } from './person-block.ts'
import { shuffled } from './results.ts'
import { drawRow } from './row.ts'

const plain: Style = { face: 'modern', size: 8 }
const bold: Style = { ...plain, bold: true }
const LEFT = 50
const RIGHT = 562
const stops = [
  { x: LEFT + 6 },
  { x: 250, align: 'right' },
  { x: 282, align: 'middle' },
  { x: 372, align: 'right' },
  { x: 404, align: 'middle' },
  { x: 440 },
] as const

const organisms = [
  'Escherichia coli',
  'Klebsiella pneumoniae',
  'Enterococcus faecalis',
  'Proteus mirabilis',
  'Staphylococcus aureus',
  'Pseudomonas aeruginosa',
]
const specimens = ['urine, midstream', 'wound swab, left foot', 'blood culture, 2 bottles', 'sputum']
const drugs = [
  'Amikacin',
  'Amoxicillin/clavulanate',
  'Ampicillin',
  'Aztreonam',
  'Cefazolin',
  'Cefepime',
  'Ceftazidime',
  'Ceftriaxone',
  'Ciprofloxacin',
  'Clindamycin',
  'Doxycycline',
  'Ertapenem',
  'Erythromycin',
  'Fosfomycin',
  'Gentamicin',
  'Levofloxacin',
  'Linezolid',
  'Meropenem',
  'Nitrofurantoin',
  'Oxacillin',
  'Piperacillin/tazobactam',
  'Rifampin',
  'Tetracycline',
  'Tigecycline',
  'Tobramycin',
  'Trimethoprim/sulfa',
  'Vancomycin',
]
const concentrations = [
  '<=0.25',
  '<=0.5',
  '<=1',
  '<=2',
  '<=4',
  '0.5',
  '1',
  '2',
  '4',
  '8',
  '16',
  '32',
  '>=32',
  '>=64',
  '>128',
  '<=16',
]

const remarks = ['high dose', 'not for pneumonia', 'urine only']

export function printMicrobiology(random: Random): Page {
  const pen = createPen(LETTER)
  const subject = inventSubject(random)
  drawHead(pen, subject, random)
  drawCulture(pen, random)
  let y = 172
  pen.area(LEFT, y - 10, RIGHT - LEFT, 14, '#d2d2d2')
  drawRow(pen, y, ['Antibiogram', '(1) MIC', 'S/I/R', '(2) MIC', 'S/I/R', 'Remark'], stops, bold)
  for (const [row, drug] of shuffled(random, drugs).slice(0, random.between(21, 26)).sort().entries()) {
    y += 13.4
    if (row % 5 === 4) pen.line({ x: LEFT, y: y + 3.4 }, { x: RIGHT, y: y + 3.4 }, 0.4)
    const remark = random.chance(0.15) ? random.pick(remarks) : ''
    drawRow(pen, y, [drug, ...testOf(random), ...testOf(random), remark], stops, plain)
  }
  const legend = 'S = susceptible at standard dose, I = susceptible at increased exposure, R = resistant. MIC in mg/L.'
  pen.text(legend, LEFT, y + 20, { ...plain, size: 7.2 })
  pen.text(`Final report of ${subject.reported}`, LEFT, y + 32, plain)
  return pen.finish()
}

/** Concentration and class; not every drug is tested against every organism. */
const testOf = (random: Random) =>
  random.chance(0.14) ? ['-', '-'] : [random.pick(concentrations), random.pick(['S', 'S', 'S', 'I', 'R'])]

function drawHead(pen: Pen, subject: Subject, random: Random) {
  pen.text('MICROBIOLOGY REPORT', LEFT, 48, { ...bold, size: 13 })
  pen.text(subject.laboratory, RIGHT, 48, plain, 'right')
  pen.frame(LEFT, 58, RIGHT - LEFT, 44, 0.6)
  pen.text(`Name ${subject.name}`, LEFT + 6, 70, plain)
  pen.text(`Born ${subject.born}`, LEFT + 6, 82, plain)
  pen.text(`Ward/physician ${subject.doctor}`, LEFT + 6, 94, plain)
  pen.text(`Specimen: ${random.pick(specimens)}`, 320, 70, plain)
  pen.text(`Number ${subject.number}`, 320, 82, plain)
  pen.text(`Received ${subject.collected}`, 320, 94, plain)
}

function drawCulture(pen: Pen, random: Random) {
  const leukocytes = random.between(5, 60)
  const epithelial = random.between(0, 5)
  pen.text('Microscopy:', LEFT, 122, bold)
  pen.text(`Leukocytes ${leukocytes}/field, epithelial cells ${epithelial}/field, bacteria ++`, 112, 122, plain)
  pen.text('Culture:', LEFT, 138, bold)
  for (const [i, organism] of shuffled(random, organisms).slice(0, 2).entries()) {
    pen.text(`(${i + 1})`, 112, 138 + i * 12, plain)
    pen.text(organism, 128, 138 + i * 12, { ...plain, italic: true })
    pen.text(`${random.pick(['>100,000', '50,000', '10,000'])} CFU/mL`, 300, 138 + i * 12, plain)
  }
}
