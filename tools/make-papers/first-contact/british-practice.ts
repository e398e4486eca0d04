/** I: results as a British general practice prints them from its record: value and unit together, then the limits. */
import { addDays, createCalendar } from '../clinical/calendar.ts'
import { createFlow, type Flow } from '../clinical/flow.ts'
import { shuffled } from '../clinical/results.ts'
import { createScribe, type Scribe } from '../clinical/scribe.ts'
import { dayOf, type Subject } from '../clinical/subject.ts'
import { A4, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { writeOn } from './dates.ts'
import { inventOutcome, type Measure, measuresFrom, type Writing } from './measure.ts'
import { inventPerson } from './person.ts'

const reports: Readonly<Record<string, readonly Measure[]>> = {
  'Full blood count - FBC': measuresFrom(`
    hemoglobin | Haemoglobin concentration | g/L | 115 | 165 | 0
    wbc | Total white cell count | 10*9/L | 4.0 | 11.0 | 1
    platelets | Platelet count | 10*9/L | 150 | 450 | 0
    rbc | Red blood cell count | 10*12/L | 3.8 | 5.8 | 2
    hematocrit | Haematocrit | L/L | 0.37 | 0.47 | 3
    mcv | Mean corpuscular volume (MCV) | fL | 80 | 100 | 1
    mch | Mean corpusc. haemoglobin(MCH) | pg | 27 | 32 | 1
    neutrophils-abs | Neutrophil count | 10*9/L | 2.0 | 7.5 | 2
    lymphocytes-abs | Lymphocyte count | 10*9/L | 1.5 | 4.0 | 2
    monocytes-abs | Monocyte count | 10*9/L | 0.2 | 0.8 | 2
    eosinophils-abs | Eosinophil count | 10*9/L | 0.0 | 0.4 | 2
    basophils-abs | Basophil count | 10*9/L | 0.0 | 0.1 | 2`),
  'Urea and electrolytes': measuresFrom(`
    sodium | Serum sodium level | mmol/L | 133 | 146 | 0
    potassium | Serum potassium level | mmol/L | 3.5 | 5.3 | 1
    urea | Serum urea level | mmol/L | 2.5 | 7.8 | 1
    creatinine | Serum creatinine level | umol/L | 49 | 90 | 0
    egfr | eGFR using creatinine (CKD-EPI) per 1.73 square metres | mL/min/1.73m2 | 60 | | 0`),
  'Liver function test': measuresFrom(`
    bilirubin-total | Serum total bilirubin level | umol/L | | 21 | 0
    alt | Serum alanine aminotransferase level | U/L | 10 | 35 | 0
    alp | Serum alkaline phosphatase level | U/L | 30 | 130 | 0
    ggt | Serum gamma-glutamyl transferase level | U/L | | 38 | 0
    albumin | Serum albumin level | g/L | 35 | 50 | 0
    total-protein | Serum total protein level | g/L | 60 | 80 | 0
    globulin | Serum globulin level | g/L | 20 | 35 | 0`),
  'Haemoglobin A1c level - IFCC standardised': measuresFrom(`
    hba1c | Haemoglobin A1c level - IFCC standardised | mmol/mol | 20 | 41 | 0`),
  'Serum lipids': measuresFrom(`
    cholesterol | Serum cholesterol level | mmol/L | ~2.6 | 5.0 | 1
    hdl | Serum high density lipoprotein cholesterol level | mmol/L | 1.2 | ~2.3 | 2
    triglycerides | Serum triglyceride level | mmol/L | ~0.5 | 1.7 | 2
    non-hdl | Serum non high density lipoprotein cholesterol level | mmol/L | ~1.5 | 4.0 | 1`),
  'Thyroid function test': measuresFrom(`
    tsh | Serum TSH level | mIU/L | 0.27 | 4.20 | 2
    free-t4 | Serum free T4 level | pmol/L | 12.0 | 22.0 | 1`),
  Haematinics: measuresFrom(`
    ferritin | Serum ferritin level | ug/L | 13 | 150 | 0
    b12 | Serum vitamin B12 level | ng/L | 197 | 771 | 0
    folate | Serum folate level | ug/L | 3.9 | 20.0 | 1`),
  'Plasma C reactive protein': measuresFrom(`
    crp | Plasma C reactive protein level | mg/L | | 5 | 0`),
}

const comments: Readonly<Partial<Record<string, string>>> = {
  'Urea and electrolytes':
    'Please note the eGFR has not been adjusted for ethnicity. Acute kidney injury warning stage: none.',
  'Haemoglobin A1c level - IFCC standardised':
    'HbA1c 42-47 mmol/mol: high risk of diabetes. 48 mmol/mol or above: consistent with diabetes if confirmed.',
  'Serum lipids': 'Non-fasting sample. Lipid targets depend on the risk of the individual.',
}

const stamps = ['Normal - no action', 'Abnormal but expected', 'Abnormal - contact patient', 'Satisfactory']

export function drawBritishPractice(random: Random): Scribe {
  const scribe = createScribe(A4, createCalendar('uk-slash'))
  const subject = inventPerson(random, 'british')
  const style: Style = { face: random.pick(['sans', 'modern']), size: 9 }
  const top = drawHead(scribe, subject, style, random)
  const flow = createFlow(scribe, {
    ...{ left: 42, width: A4.width - 84, top, bottom: A4.height - 56, style },
    onNewPage: () => 50,
  })
  const chosen = shuffled(random, Object.keys(reports)).slice(0, random.between(3, 5))
  let on = dayOf(subject.seenAt)
  scribe.own({ collected: on })
  for (const [i, title] of chosen.entries()) {
    if (i > 0 && random.chance(0.35)) on = addDays(on, -random.between(2, 60))
    drawReport(scribe, flow, { title, on, subject }, random)
  }
  flow.gap(10)
  flow.line('End of results. Held on the practice system; please bring this print-out to your appointment.')
  return scribe
}

function drawHead(scribe: Scribe, subject: Subject, style: Style, random: Random): number {
  const { calendar } = scribe
  const right = A4.width - 42
  const bold = { ...style, bold: true }
  const printedOn = addDays(dayOf(subject.reportedAt), random.between(1, 20))
  scribe.own({ document: printedOn })
  scribe.text(`Dr ${subject.doctor} & Partners`, 42, 48, { ...bold, size: 12 })
  scribe.text(
    `${subject.institution} Surgery, ${random.between(2, 90)} Mill Lane, ${subject.institution}`,
    42,
    61,
    style,
  )
  scribe.text(`Tel 01632 960${random.digits(3)}`, right, 48, style, 'right')
  scribe.text(`Printed ${writeOn(calendar, printedOn, '14-Mar-2024')}`, right, 61, style, 'right')
  scribe.pen().line({ x: 42, y: 70 }, { x: right, y: 70 })
  const title = subject.sex === 'Female' ? 'Mrs' : 'Mr'
  scribe.text(`${title} ${subject.first} ${subject.last}`, 42, 86, { ...bold, size: 11 })
  scribe.text(`Born ${writeOn(calendar, subject.bornOn, '14-Mar-2024')} (${subject.age}y)`, 260, 86, style)
  scribe.text(`NHS No. 999 ${random.digits(3)} ${random.digits(4)}`, right, 86, style, 'right')
  scribe.text('Pathology and radiology results', 42, 110, { ...bold, size: 11 })
  return 116
}

interface Report {
  readonly title: string
  readonly on: string
  readonly subject: Subject
}

const writing: Writing = {
  // the record shows every limit with a decimal
  range: (low, high) => {
    const [from, to] = [low, high].map((limit) => (limit?.includes('.') === false ? `${limit}.0` : limit))
    return from === undefined ? `< ${to}` : to === undefined ? `> ${from}` : `${from} - ${to}`
  },
  flag: (side) => ({ text: side === 'high' ? 'Above high reference limit' : 'Below low reference limit' }),
}

function drawReport(scribe: Scribe, flow: Flow, { title, on, subject }: Report, random: Random) {
  const { style, left, width } = flow
  const measures = reports[title] ?? []
  flow.need(70)
  flow.gap(8)
  const head = flow.down()
  scribe.pen().area(left, head - 10, width, 14, '#e3e6ea')
  scribe.text(`${writeOn(scribe.calendar, on, '14-Mar-2024')}   ${title}`, left + 4, head, { ...style, bold: true })
  scribe.text(`Specimen ${random.pick(['H', 'C', 'B'])}${random.digits(7)}`, left + width - 4, head, style, 'right')
  flow.line(`Filed by Dr ${subject.doctor}: ${random.pick(stamps)}`, { ...style, italic: true, size: 8 })
  for (const measure of measures.length > 8 ? measures.slice(0, random.between(6, measures.length)) : measures) {
    const { value, range, flag, isOutside, fact } = inventOutcome(measure, writing, random, on)
    const name = scribe.pen().wrap(measure.name, 205, style)
    const baseline = flow.down(13.5)
    const strong = { ...style, bold: isOutside }
    scribe.text(name[0] ?? '', left + 8, baseline, strong)
    const written = scribe.text(value, left + 222, baseline, strong)
    scribe.state(fact, written)
    scribe.text(measure.unit, written.end + 3, baseline, strong)
    scribe.text(range === '' ? '' : `(${range})`, left + 322, baseline, style)
    if (flag !== '') scribe.text(flag, left + width, baseline, { ...style, size: 8 }, 'right')
    for (const more of name.slice(1)) scribe.text(more, left + 8, flow.down(10.5), strong)
  }
  const comment = comments[title]
  if (comment !== undefined && random.chance(0.6)) flow.prose([comment], { indent: 8 })
}
