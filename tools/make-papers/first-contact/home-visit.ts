/** A community nurse's note of a visit at home: headings in the margin, readings in shorthand, a list against the pack. */
import { createCalendar } from '../clinical/calendar.ts'
import { createFlow, type Flow } from '../clinical/flow.ts'
import { shuffled } from '../clinical/results.ts'
import { createScribe, type Run, type Scribe } from '../clinical/scribe.ts'
import { dayOf, type Subject } from '../clinical/subject.ts'
import { A4, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { britishRemedies, illnesses, inherited, type Remedy, reactions } from './choices.ts'
import { writeOn } from './dates.ts'
import { inventPerson } from './person.ts'
import { allergy, complaint, disclaimed, ill, medicine, noAllergies, reading, relative } from './statements.ts'

const LEFT = 48
const INDENT = 108

interface Note {
  readonly scribe: Scribe
  readonly flow: Flow
  readonly subject: Subject
  readonly random: Random
  /** The day of the visit. */
  readonly on: string
  /** A paragraph with its heading in the margin. */
  entry(heading: string, runs: readonly Run[]): void
}

export function drawHomeVisit(random: Random): Scribe {
  const scribe = createScribe(A4, createCalendar('uk-slash'))
  const subject = inventPerson(random, random.pick(['british', 'australian'] as const))
  const style: Style = { face: random.pick(['sans', 'humanist', 'typewriter']), size: 9.6 }
  const top = drawHead(scribe, subject, style, random)
  const flow = createFlow(scribe, {
    ...{ left: LEFT, width: A4.width - 2 * LEFT, top, bottom: A4.height - 60, style },
    onNewPage: () => 52,
  })
  const note: Note = {
    ...{ scribe, flow, subject, random, on: dayOf(subject.seenAt) },
    entry(heading, runs) {
      flow.gap(4)
      flow.need(40)
      const lines = scribe.lay(runs, flow.width - INDENT, style)
      for (const [i, line] of lines.entries()) {
        const y = flow.down()
        if (i === 0) scribe.text(heading, LEFT, y, { ...style, bold: true })
        scribe.drawLine(line, LEFT + INDENT, y, style)
      }
    },
  }
  drawEntries(note)
  flow.gap(12)
  flow.line(
    `Signed: ${subject.otherDoctor}, RN, Community Nursing      Next visit: ${random.pick(['in one week', 'Thursday', 'as planned'])}`,
  )
  return scribe
}

function drawHead(scribe: Scribe, subject: Subject, style: Style, random: Random): number {
  const { calendar } = scribe
  scribe.own({ service: subject.seenAt })
  scribe.text(`${subject.institution} Community Nursing Team`, LEFT, 50, { ...style, size: 13, bold: true })
  scribe.text('Home visit record', A4.width - LEFT, 50, { ...style, size: 12 }, 'right')
  scribe.pen().frame(LEFT, 60, A4.width - 2 * LEFT, 44, 0.7)
  scribe.text(`Patient: ${subject.first} ${subject.last}`, LEFT + 6, 75, style)
  scribe.text(`D.O.B. ${writeOn(calendar, subject.bornOn, '14/03/2024')}`, LEFT + 300, 75, style)
  scribe.text(`Visit date: ${writeOn(calendar, dayOf(subject.seenAt), '14/03/2024')}`, LEFT + 6, 93, style)
  scribe.text(`Arrived ${subject.seenAt.slice(11)}   Duration ${random.between(15, 50)} min`, LEFT + 300, 93, style)
  return 112
}

function drawEntries(note: Note) {
  const { scribe, random, entry } = note
  const [own, second, denied] = shuffled(random, illnesses)
  const [runIn] = shuffled(random, inherited)
  if (own === undefined || second === undefined || denied === undefined || runIn === undefined) return
  const reason = random.pick(['Leg ulcer', 'Pressure ulcer', 'Skin tear', 'Ankle swelling'])
  entry('Reason', [complaint(reason), '. Referred by the practice; consent to visit and to share the record given.'])
  const side = random.pick(['left', 'right'] as const)
  entry('Known', [
    ill(own[0], own[1]),
    ', ',
    ill(second[0], second[1]),
    `, ${side} `,
    ill('hip osteoarthritis', 'hip osteoarthritis', { details: { side } }),
    '.',
  ])
  entry('Obs', observations(note))
  if (random.chance(0.6)) entry('Sugar', sugars(note))
  drawMedicines(note)
  entry('Allergies', allergies(random))
  scribe.disclaim(disclaimed('chest pain', 'chest pain', 'negated'))
  scribe.disclaim(disclaimed(denied[1], denied[0], 'negated'))
  entry('Patient says', [
    `Slept well, eating and drinking. Denies chest pain. Has never had ${denied[0]}. Lives alone, carer twice a day.`,
  ])
  if (random.chance(0.6)) {
    const relation = random.pick(['mother', 'father'])
    scribe.disclaim(disclaimed(runIn[1], runIn[0], 'family'))
    entry('Family', [`Daughter present. Patient’s ${relation} died of `, relative(runIn[0], runIn[1], relation), '.'])
  }
  entry('Done', [
    `Dressing changed, ${random.between(2, 6)} x ${random.between(1, 4)} cm, clean, no odour. Foot check done. Advice on falls given.`,
  ])
  entry('Plan', ['Ring the practice if the leg becomes hot or painful. Blood test form left with the patient.'])
}

/** Shorthand with units only where nurses write them. */
function observations({ random, on }: Note): Run[] {
  const tenth = (low: number, high: number) => (random.between(low * 10, high * 10) / 10).toFixed(1)
  const hasUnits = random.chance(0.5)
  const of = (unit: string, understood: readonly string[]) => (hasUnits ? { unit } : { unit: '', understood })
  const pressure = `${random.between(104, 168)}/${random.between(58, 96)}`
  return [
    'BP ',
    reading({ about: 'blood-pressure', label: 'BP', value: pressure, ...of('mmHg', ['mm[Hg]']), on }),
    ` ${random.pick(['sitting', 'L arm', 'lying'])}, P `,
    reading({
      about: 'heart-rate',
      label: 'P',
      value: String(random.between(54, 104)),
      ...of('bpm', ['/min', '{beats}/min']),
      on,
    }),
    ` ${random.pick(['reg', 'regular', 'irreg'])}, T `,
    reading({ about: 'temperature', label: 'T', value: tenth(36, 38), ...of('°C', ['Cel']), on }),
    ', RR ',
    reading({
      about: 'respiratory-rate',
      label: 'RR',
      value: String(random.between(12, 22)),
      unit: '',
      understood: ['/min', '{breaths}/min'],
      on,
    }),
    ', SpO2 ',
    reading({
      about: 'oxygen-saturation',
      label: 'SpO2',
      value: String(random.between(91, 99)),
      unit: '%',
      gap: '',
      on,
    }),
    ' on air, Wt ',
    reading({ about: 'weight', label: 'Wt', value: tenth(48, 104), unit: 'kg', gap: random.pick(['', ' ']), on }),
    '.',
  ]
}

function sugars({ random, on }: Note): Run[] {
  const value = (random.between(42, 164) / 10).toFixed(1)
  return [
    'BM ',
    { ...reading({ about: 'glucose', label: 'BM', value, unit: 'mmol/L', on, category: 'laboratory' }) },
    ' before lunch, own meter.',
  ]
}

function drawMedicines({ random, entry, flow, scribe }: Note) {
  const chosen = shuffled(random, britishRemedies)
  const stopped = chosen[0]
  const taken = chosen.slice(1, random.between(5, 8))
  const told = (remedy: Remedy): Run[] => {
    const dose = remedy.doses.length === 0 ? undefined : random.pick(remedy.doses)
    const frequency = random.pick(['OD', 'BD', 'TDS', 'ON', 'mane', 'once a day'])
    const run = medicine(remedy.name, remedy.substance, dose === undefined ? { frequency } : { dose, frequency })
    return [run, dose === undefined ? ` ${frequency}` : ` ${dose} ${frequency}`]
  }
  if (random.chance(0.5)) entry('Medication', ['Checked against blister pack: ', ...joined(taken.map(told)), '.'])
  else {
    entry('Medication', ['Checked against blister pack, taken as labelled:'])
    for (const remedy of taken)
      for (const line of scribe.lay(told(remedy), flow.width - INDENT, flow.style))
        scribe.drawLine(line, LEFT + INDENT + 10, flow.down(), flow.style)
  }
  if (stopped !== undefined)
    entry('', [
      random.pick(['No longer takes ', 'GP has stopped ', 'Came off ']),
      medicine(stopped.name, stopped.substance, { change: 'stopped' }),
      random.pick([' since last week.', ' because of side effects.', '.']),
    ])
}

const joined = (lists: readonly Run[][]): Run[] => lists.flatMap((runs, i) => (i === 0 ? runs : [', ', ...runs]))

function allergies(random: Random): Run[] {
  if (random.chance(0.35)) return [noAllergies(random.pick(['NKDA', 'None known', 'Nil known']))]
  return shuffled(random, reactions)
    .slice(0, random.between(1, 2))
    .flatMap(([name, about, reaction], i): Run[] => [
      i === 0 ? '' : '; ',
      allergy(name, about, reaction),
      ` (${reaction})`,
    ])
}
