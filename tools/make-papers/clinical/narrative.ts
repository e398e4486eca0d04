/** F: a letter that tells results in sentences, among targets, earlier values and numbers that are no results. */
import { A4, LETTER } from '../print/page.ts'
import type { Random } from '../random.ts'
import { type Analyte, analytes } from './analytes.ts'
import { addDays } from './calendar.ts'
import { startLetter } from './letter-head.ts'
import { shuffled } from './results.ts'
import type { Run, Scribe } from './scribe.ts'
import { capital, spokenResult, vitalSign } from './statements.ts'
import { dayOf } from './subject.ts'

export function drawNarrative(random: Random): Scribe {
  const { scribe, flow, subject, close } = startLetter(random.pick([A4, LETTER]), random)
  const { calendar } = scribe
  const seenOn = dayOf(subject.seenAt)
  scribe.own({ service: seenOn })
  const pronoun = subject.sex === 'Female' ? 'her' : 'his'
  const called = `${subject.sex === 'Female' ? 'Mrs' : 'Mr'} ${subject.last}`
  const takenOn = addDays(seenOn, -random.between(1, 12))
  const system = random.pick(['us', 'us', 'european'] as const)
  const rest = shuffled(
    random,
    analytes.filter(({ us }) => us.unit !== ''),
  )
  const next = (): [Analyte, string] => {
    const analyte = rest.pop() as Analyte
    const name = random.pick(system === 'us' ? analyte.names : analyte.europeanNames)
    return [analyte, /^[A-Z][a-z]+( [a-z]|$)/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name]
  }
  const spoken = (on?: string): { name: string; run: Run } => {
    const [analyte, name] = next()
    return { name, run: spokenResult(analyte, name, random, on, system) }
  }

  flow.prose([
    `Thank you for asking me to see ${called}, who came to the clinic on ${calendar.write(seenOn)}. I last wrote to you ${random.between(3, 9)} months ago, and ${pronoun} file number with us is ${subject.record}.`,
  ])
  flow.gap(5)
  const [one, two, three] = [spoken(takenOn), spoken(takenOn), spoken(takenOn)]
  flow.prose([
    `Blood was taken on ${calendar.write(takenOn)}. `,
    `${capital(pronoun)} ${one.name} was `,
    one.run,
    `, ${two.name} `,
    two.run,
    ` and ${three.name} `,
    three.run,
    '.',
  ])
  flow.gap(5)
  const before = addDays(takenOn, -random.between(60, 300))
  const [analyte, name] = next()
  const earlier = spokenResult(analyte, name, random, before, system)
  // its name is in the sentence before: whoever does not follow the `it` may leave it out
  const later = spokenResult(analyte, name, random, takenOn, system)
  flow.prose([
    `On ${calendar.write(before)} the ${name} had been `,
    earlier,
    '; ',
    `on ${calendar.write(takenOn)} it was `,
    { ...later, fact: { ...later.fact, isOptional: true } },
    '.',
  ])
  flow.gap(5)
  const [four, five] = [spoken(takenOn), spoken(takenOn)]
  flow.prose([
    `Also from ${calendar.write(takenOn)}: ${four.name} `,
    four.run,
    `, ${five.name} of `,
    five.run,
    '. ',
    random.pick([
      `We aim for an HbA1c below 7% and an LDL below 70 mg/dL.`,
      `The target ferritin would be above 100 ng/mL.`,
      `I would not treat a potassium of less than 5.5 mmol/L.`,
      `Should the INR rise above 4.5, please call us on ${subject.phone}.`,
    ]),
  ])
  flow.gap(5)
  const pressure = vitalSign('blood-pressure', 'blood pressure', random)
  const weight = vitalSign('weight', 'weight', random)
  flow.prose([
    `On examination ${pronoun} blood pressure was `,
    pressure,
    ` and ${pronoun} weight `,
    weight,
    `. ${called} is ${subject.age} years old, walks ${random.between(2, 9)} km a day and sleeps ${random.between(5, 8)} hours.`,
  ])
  flow.gap(5)
  flow.prose([
    random.pick([
      `I have asked for a repeat of the tests in ${random.between(4, 12)} weeks; no change was made today.`,
      `We did not measure ferritin or vitamin D this time. The next visit is in ${random.between(3, 9)} months.`,
    ]),
  ])
  close()
  return scribe
}
