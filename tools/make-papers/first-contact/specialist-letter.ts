/** A specialist's letter to a family doctor: diagnoses, medicines in one sentence, results within a paragraph, changes. */
import { addDays, createCalendar } from '../clinical/calendar.ts'
import { createFlow, type Flow } from '../clinical/flow.ts'
import { shuffled } from '../clinical/results.ts'
import { createScribe, type Run, type Scribe } from '../clinical/scribe.ts'
import { dayOf, type Subject } from '../clinical/subject.ts'
import { A4, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { britishRemedies, illnesses, inherited, type Remedy } from './choices.ts'
import { type DayFormat, writeOn } from './dates.ts'
import { inventOutcome, measuresFrom, type Writing } from './measure.ts'
import { inventPerson } from './person.ts'
import { disclaimed, done, ill, medicine, reading, relative } from './statements.ts'

const LEFT = 62

interface Letter {
  readonly scribe: Scribe
  readonly flow: Flow
  readonly subject: Subject
  readonly random: Random
  readonly seenOn: string
  readonly format: DayFormat
  readonly pronoun: 'He' | 'She'
  medicine(): Remedy
  illness(): readonly [name: string, about: string]
}

export function drawSpecialistLetter(random: Random): Scribe {
  const scribe = createScribe(A4, createCalendar('uk-slash'))
  const subject = inventPerson(random, random.pick(['british', 'australian', 'indian'] as const))
  const style: Style = { face: random.pick(['serif', 'book', 'humanist', 'sans']), size: 10.4 }
  const format = random.pick(['14 Mar 2024', '14/03/2024', '14-Mar-2024'] as const)
  const top = drawHead(scribe, { subject, style, format }, random)
  const flow = createFlow(scribe, {
    ...{ left: LEFT, width: A4.width - 2 * LEFT, top, bottom: A4.height - 64, style },
    onNewPage: () => 60,
  })
  const letter: Letter = {
    ...{ scribe, flow, subject, random, format, seenOn: dayOf(subject.seenAt) },
    pronoun: subject.sex === 'Female' ? 'She' : 'He',
    medicine: takeFrom(
      shuffled(
        random,
        britishRemedies.filter(({ doses }) => doses.length > 0),
      ),
    ),
    illness: takeFrom(shuffled(random, illnesses)),
  }
  drawDiagnoses(letter)
  drawCurrent(letter)
  drawStory(letter)
  flow.gap(6)
  flow.prose(results(letter))
  drawChanges(letter)
  flow.gap(10)
  flow.line('Yours sincerely')
  flow.gap(16)
  flow.line(`${subject.otherDoctor}, Consultant`)
  return scribe
}

function takeFrom<T>(things: readonly T[]): () => T {
  let next = 0
  return () => {
    const thing = things[next]
    next += 1
    if (thing === undefined) throw new Error('the letter asks for more than there is')
    return thing
  }
}

function drawHead(
  scribe: Scribe,
  { subject, style, format }: { readonly subject: Subject; readonly style: Style; readonly format: DayFormat },
  random: Random,
): number {
  const { calendar } = scribe
  const right = A4.width - LEFT
  const [seenOn, writtenOn] = [dayOf(subject.seenAt), dayOf(subject.reportedAt)]
  scribe.own({ service: seenOn, document: writtenOn })
  scribe.text(`${subject.institution} University Hospital`, right, 54, { ...style, size: 13, bold: true }, 'right')
  scribe.text(
    `Department of ${random.pick(['Cardiology', 'Endocrinology', 'Renal Medicine', 'Rheumatology'])}`,
    right,
    68,
    style,
    'right',
  )
  scribe.text(
    `Typed ${writeOn(calendar, writtenOn, format)}   Clinic ${writeOn(calendar, seenOn, format)}`,
    LEFT,
    96,
    style,
  )
  scribe.text(`Dr ${subject.doctor}`, LEFT, 116, style)
  scribe.text(`${subject.institution} Medical Practice`, LEFT, 129, style)
  scribe.text(`Dear Dr ${subject.doctor.split(' ').at(-1)}`, LEFT, 156, style)
  const title = `Re: ${subject.first} ${subject.last}, born ${writeOn(calendar, subject.bornOn, format)}, hospital no. ${subject.record}`
  scribe.text(title, LEFT, 174, { ...style, bold: true })
  return 180
}

function drawDiagnoses({ flow, random, illness, scribe }: Letter) {
  flow.gap(4)
  flow.line('Diagnoses:', { ...flow.style, bold: true })
  const [first, second, third] = [illness(), illness(), illness()]
  const year = String(random.between(2003, 2018))
  flow.prose([ill(capital(first[0]), first[1])], { indent: 18, mark: '1' })
  flow.prose([ill(capital(second[0]), second[1], { on: year }), ` (${year})`], { indent: 18, mark: '2' })
  scribe.calendar.write(year)
  flow.prose([ill(capital(third[0]), third[1]), random.pick([', stable', ', well controlled', ''])], {
    indent: 18,
    mark: '3',
  })
  if (random.chance(0.5)) {
    const then = String(random.between(2008, 2018))
    scribe.calendar.write(then)
    flow.prose([done('Coronary artery bypass grafting', 'coronary artery bypass grafting', { on: then }), ` ${then}`], {
      indent: 18,
      mark: '4',
    })
  }
}

/** Every medicine in one sentence, as letters have it. */
function drawCurrent({ flow, random, medicine: next }: Letter) {
  const runs: Run[] = ['Current medication: ']
  const count = random.between(3, 6)
  for (let i = 0; i < count; i += 1) {
    const { name, substance, doses } = next()
    const dose = random.pick(doses)
    const frequency = random.pick(['once daily', 'twice daily', 'od', 'bd', 'nocte', 'in the morning'])
    runs.push(medicine(name, substance, { dose, frequency }), ` ${dose} ${frequency}${i + 1 < count ? ', ' : '.'}`)
  }
  flow.gap(5)
  flow.prose(runs)
}

function drawStory({ flow, scribe, random, subject, seenOn, illness, pronoun }: Letter) {
  const [denied, open] = [illness(), illness()]
  const [kin] = shuffled(random, inherited)
  if (kin === undefined) return
  scribe.disclaim(disclaimed(denied[1], denied[0], 'negated'))
  scribe.disclaim(disclaimed(open[1], open[0], 'uncertain'))
  scribe.disclaim(disclaimed(kin[1], kin[0], 'family'))
  const title = subject.sex === 'Female' ? 'Mrs' : 'Mr'
  const relation = random.pick(['brother', 'mother', 'father', 'sister'])
  flow.gap(6)
  flow.prose([
    `It was a pleasure to see ${title} ${subject.last}, a ${subject.age}-year-old ${random.pick(['teacher', 'driver', 'baker', 'clerk'])}, in clinic today. `,
    `${pronoun} walks a mile on the flat without stopping. There is no history of ${denied[0]}. ${pronoun === 'He' ? 'His' : 'Her'} ${relation} had ${kin[0] === 'stroke' ? 'a ' : ''}`,
    relative(kin[0], kin[1], relation),
    `. We wondered about ${open[0]}, which has yet to be confirmed.`,
  ])
  const label = random.pick(['blood pressure', 'BP'])
  const pressure = `${random.between(108, 162)}/${random.between(60, 94)}`
  const pulse = String(random.between(54, 98))
  const weight = (random.between(520, 1100) / 10).toFixed(1)
  flow.gap(6)
  flow.prose([
    `On examination ${label} was `,
    reading({ about: 'blood-pressure', label, value: pressure, unit: 'mmHg', on: seenOn }),
    ', pulse ',
    reading({
      about: 'heart-rate',
      label: 'pulse',
      value: pulse,
      unit: '',
      understood: ['/min', '{beats}/min'],
      on: seenOn,
    }),
    ' and regular, weight ',
    reading({ about: 'weight', label: 'weight', value: weight, unit: 'kg', on: seenOn }),
    '. The chest was clear.',
  ])
}

const spoken = measuresFrom(`
  hemoglobin | haemoglobin | g/L | 115 | 165 | 0
  creatinine | creatinine | umol/L | 53 | 115 | 0
  egfr | eGFR | mL/min/1.73m2 | 60 | 110 | 0
  sodium | sodium | mmol/L | 135 | 145 | 0
  potassium | potassium | mmol/L | 3.5 | 5.2 | 1
  nt-probnp | NT-proBNP | ng/L | 125 | 900 | 0
  hba1c | HbA1c | mmol/mol | 30 | 60 | 0
  ferritin | ferritin | ug/L | 15 | 250 | 0
  tsh | TSH | mIU/L | 0.4 | 4.0 | 2
  ldl | LDL cholesterol | mmol/L | 1.2 | 3.6 | 1
  crp | CRP | mg/L | 1 | 12 | 0`)

/** The second half of the paragraph compares one of them with an earlier day. */
function results({ scribe, random, seenOn, format }: Letter): Run[] {
  const on = addDays(seenOn, -random.between(2, 20))
  const before = addDays(on, -random.between(60, 300))
  const writing: Writing = { range: () => '', flag: () => ({ text: '' }) }
  const chosen = shuffled(random, spoken).slice(0, random.between(3, 6))
  const say = (at: string, i: number): Run[] => {
    const measure = chosen[i]
    if (measure === undefined) return []
    const { value, fact } = inventOutcome(measure, writing, random, at)
    return [{ text: `${value} ${measure.unit}`, value, fact: { ...fact, flags: ['unknown'] } }]
  }
  const runs: Run[] = [`Blood tests on ${writeOn(scribe.calendar, on, format)} showed `]
  for (const [i, { name }] of chosen.entries()) {
    const link = i === 0 ? '' : i + 1 === chosen.length ? ' and ' : ', '
    runs.push(`${link}${name}${random.pick([' ', ' of '])}`, ...say(on, i))
  }
  if (random.chance(0.6))
    runs.push(`; ${chosen[0]?.name} had been `, ...say(before, 0), ` on ${writeOn(scribe.calendar, before, format)}`)
  if (random.chance(0.5)) {
    runs.push(
      '. An ',
      { ...done('echocardiogram', 'echocardiogram', { isOptional: true }) },
      ' showed good left ventricular function',
    )
  }
  return [...runs, '.']
}

function drawChanges({ flow, scribe, random, medicine: next, pronoun }: Letter) {
  const [begun, ended, raised, idea] = [next(), next(), next(), next()]
  const [first = '', second = first] = [raised.doses[0], raised.doses[1]]
  const start = random.pick(begun.doses)
  const isGiven = random.chance(0.5)
  const gone = random.pick(ended.doses)
  const object = pronoun === 'He' ? 'him' : 'her'
  scribe.disclaim(disclaimed(idea.substance, idea.name, 'uncertain', 'medication'))
  flow.gap(6)
  flow.line('Plan and changes:', { ...flow.style, bold: true })
  flow.prose([
    `I have started ${object} on `,
    medicine(begun.name, begun.substance, { dose: start, change: 'started' }),
    ` ${start} ${random.pick(['once daily', 'twice daily', 'at night'])}, and have asked ${object} to stop `,
    medicine(ended.name, ended.substance, isGiven ? { dose: gone, change: 'stopped' } : { change: 'stopped' }),
    isGiven ? ` ${gone}. ` : '. ',
    first === second ? 'Please continue ' : 'Please increase ',
    medicine(raised.name, raised.substance, { dose: second, change: first === second ? 'continued' : 'changed' }),
    first === second
      ? ` ${second}. `
      : ` from ${first} to ${second} ${random.pick(['daily', 'after two weeks', 'each morning'])}. `,
    `If symptoms persist we could consider ${idea.name} in future. I will see ${object} again in ${random.between(3, 12)} months.`,
  ])
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
