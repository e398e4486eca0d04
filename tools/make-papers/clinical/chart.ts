/** What letters are made of for one person: conditions, medicines and allergies, none of them twice in a paper. */
import type { Random } from '../random.ts'
import { type Condition, conditions, procedures, reactants, reactions, relatives, severities } from './conditions.ts'
import type { Flow } from './flow.ts'
import { type Medicine, medicines } from './medicines.ts'
import { shuffled } from './results.ts'
import type { Run, Scribe } from './scribe.ts'
import {
  allergyFact,
  capital,
  conditionFact,
  disclaim,
  familyFact,
  medicineLine,
  noAllergies,
  prescribe,
  procedureFact,
  type Side,
} from './statements.ts'

export interface Chart {
  condition(): Condition
  sided(): Condition
  medicine(): Medicine
  procedure(): Condition
  reactant(): Condition
}

export function createChart(random: Random): Chart {
  const drawFrom = <T>(all: readonly T[]) => {
    const rest = shuffled(random, all)
    return () => {
      const next = rest.pop()
      if (next === undefined) throw new Error('the paper asks for more than there is')
      return next
    }
  }
  return {
    condition: drawFrom(conditions.filter(({ isSided }) => !isSided)),
    sided: drawFrom(conditions.filter(({ isSided }) => isSided)),
    medicine: drawFrom(medicines),
    procedure: drawFrom(procedures),
    reactant: drawFrom(reactants),
  }
}

const named = (condition: Condition, random: Random) => random.pick(condition.names)
/** Names that begin with capitals keep them. */
const begun = (name: string) => (/^[a-z]/.test(name) ? capital(name) : name)

/** A list of the person's own conditions, some with a year, the last with its side. */
export function drawProblems(flow: Flow, heading: string, chart: Chart, count: number, random: Random) {
  flow.heading(heading)
  const isNumbered = random.chance(0.5)
  const mark = (i: number) => (isNumbered ? `${i + 1}.` : '-')
  for (let i = 0; i < count; i += 1) {
    const condition = chart.condition()
    const name = begun(named(condition, random))
    const year = random.chance(0.3) ? String(random.between(1998, 2018)) : undefined
    const fact = conditionFact(condition, name, year === undefined ? {} : { on: year })
    const tail = year === undefined ? '' : `${random.pick([', since', ', diagnosed in'])} ${year}`
    flow.prose([{ text: name, value: name, fact }, tail], { indent: 16, mark: mark(i) })
  }
  const side = random.pick(['left', 'right'] as const)
  const condition = chart.sided()
  const fact = conditionFact(condition, condition.id, { details: { side } })
  flow.prose([`${capital(side)} `, { text: condition.id, value: condition.id, fact }], {
    indent: 16,
    mark: mark(count),
  })
}

/** Sentences about conditions that the person does not have, or that are nobody's yet. */
export function drawDenials(scribe: Scribe, flow: Flow, chart: Chart, random: Random) {
  const [one, two, three] = [chart.condition(), chart.condition(), chart.condition()]
  const [a, b, c] = [one, two, three].map((condition) => named(condition, random)) as [string, string, string]
  scribe.disclaim(disclaim(one, a, 'negated'))
  scribe.disclaim(disclaim(two, b, 'negated'))
  scribe.disclaim(disclaim(three, c, 'uncertain'))
  const runs = random.pick([
    [`There is no history of ${a} or ${b}. ${capital(c)} was considered but is not proven.`],
    [`The patient denies ${a}. Investigations showed no evidence of ${b}. Possible ${c}; further tests are planned.`],
    [`Negative for ${a} and ${b}. Rule out ${c}.`],
    [`No ${a}. ${capital(b)} was excluded. We cannot say yet whether this is ${c}.`],
    [`Without signs of ${a}; never had ${b}. Differential diagnosis includes ${c}.`],
  ])
  flow.prose(runs)
}

/** Of relatives; one of the conditions is said to be in nobody. */
export function drawFamily(scribe: Scribe, flow: Flow, chart: Chart, random: Random) {
  const [one, two] = [chart.condition(), chart.condition()]
  const [a, b] = [named(one, random), named(two, random)]
  const [relation, other] = shuffled(random, relatives) as [string, string]
  scribe.disclaim(disclaim(one, a, 'family'))
  scribe.disclaim(disclaim(two, b, 'family'))
  const [first, second] = [familyFact(one, a, relation), familyFact(two, b, other)]
  flow.heading(random.pick(['Family history', 'Family History:', 'FAMILY HISTORY']))
  if (random.chance(0.5))
    flow.prose([
      `${capital(relation)} with `,
      { text: a, value: a, fact: first },
      `. ${capital(other)} had `,
      { text: b, value: b, fact: second },
      ` and died at ${random.between(58, 88)}.`,
    ])
  else
    flow.prose([
      { text: `${capital(a)}: `, value: capital(a), fact: { ...first, nameText: capital(a), valueText: capital(a) } },
      `${relation}. `,
      { text: `${capital(b)}: `, value: capital(b), fact: { ...second, nameText: capital(b), valueText: capital(b) } },
      `${other}.`,
    ])
}

export function drawAllergies(flow: Flow, chart: Chart, random: Random) {
  flow.heading(random.pick(['Allergies', 'Allergies:', 'ALLERGIES', 'Drug allergies']))
  if (random.chance(0.3)) {
    const words = random.pick(['No known drug allergies', 'NKDA', 'None known', 'No known allergies'])
    flow.prose([{ text: words, value: words, fact: noAllergies(words) }])
    return
  }
  const runs: Run[] = []
  for (let i = 0; i < random.between(1, 3); i += 1) {
    const reactant = chart.reactant()
    const name = begun(named(reactant, random))
    const reaction = random.pick(reactions)
    const severity = random.chance(0.3) ? random.pick(severities) : undefined
    const fact = allergyFact(reactant, name, reaction, severity)
    const said = severity === undefined ? reaction : `${reaction}, ${severity}`
    const tail = random.pick([` (${said})`, ` - ${said}`, `: ${said}`])
    if (i > 0) runs.push('; ')
    runs.push({ text: name, value: name, fact }, tail)
  }
  flow.prose(runs)
}

export function drawMedicines(flow: Flow, heading: string, chart: Chart, count: number, random: Random) {
  flow.heading(heading)
  const isNumbered = random.chance(0.4)
  for (let i = 0; i < count; i += 1) {
    const medicine = chart.medicine()
    const line = prescribe(medicine, random)
    flow.prose(medicineLine(medicine, line, random), { indent: 16, mark: isNumbered ? `${i + 1}.` : '•' })
  }
}

/** What was begun, changed and ended, in sentences. */
export function drawChanges(flow: Flow, chart: Chart, random: Random) {
  const [begunOne, ended, raised] = [chart.medicine(), chart.medicine(), chart.medicine()]
  const started = prescribe(begunOne, random, 'started')
  const stopped = prescribe(ended, random, 'stopped')
  const changed = prescribe(raised, random, 'changed')
  flow.prose([
    random.pick(['Started ', 'We have started ', 'NEW: ']),
    { text: started.name, value: started.name, fact: started.fact },
    ` ${started.dose} ${started.frequency}. `,
    random.pick(['Stopped ', 'Discontinue ', 'STOP taking ']),
    { text: stopped.name, value: stopped.name, fact: { ...stopped.fact, details: { change: 'stopped' } } },
    '. ',
    random.pick(['Increased ', 'We increased ', 'CHANGED: ']),
    { text: changed.name, value: changed.name, fact: changed.fact },
    ` to ${changed.dose} ${changed.frequency}.`,
  ])
}

export function drawOperations(flow: Flow, chart: Chart, count: number, random: Random) {
  flow.heading(random.pick(['Past surgical history', 'Surgical History', 'Operations']))
  for (let i = 0; i < count; i += 1) {
    const procedure = chart.procedure()
    const side = procedure.isSided ? random.pick(['left', 'right'] as const) : undefined
    const name = named(procedure, random)
    const year = String(random.between(1990, 2018))
    const fact = procedureFact(procedure, name, { on: year, ...detailsOf(side) })
    const shown = side === undefined ? begun(name) : name
    const own = { ...fact, nameText: shown, valueText: shown }
    flow.prose(
      [side === undefined ? '' : `${capital(side)} `, { text: shown, value: shown, fact: own }, ` (${year})`],
      { indent: 16, mark: '-' },
    )
  }
}

const detailsOf = (side: Side | undefined) => (side === undefined ? {} : { details: { side } })
