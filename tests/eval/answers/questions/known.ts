/** What the papers of one person state, gathered by what it is about: values by day, medicines as they stand last. */
import {
  type Medicated,
  type Met,
  type Observed,
  type Operated,
  type Place,
  type RecordPerson,
  type Said,
  type Statement,
  statementsOf,
} from '../../../../tools/make-papers/record-qa/truth.ts'
import type { WantedValue } from './question.ts'

/** One value of one day, wherever it is said. */
export interface Point {
  readonly on: string
  readonly first: Observed
  readonly places: readonly Place[]
  /** Some paper prints limits beside it. */
  readonly range: Observed['range']
}

export interface Standing {
  readonly substance: string
  readonly now: 'active' | 'stopped' | 'not-on-last-list'
  readonly last: Statement<Medicated>
  readonly all: readonly Statement<Medicated>[]
}

export interface Known {
  readonly person: RecordPerson
  /** By measure, the oldest value first. */
  readonly series: ReadonlyMap<string, readonly Point[]>
  readonly medicines: readonly Standing[]
  readonly hasList: boolean
  /** With surgeon and hospital, each once. */
  readonly operations: readonly Statement<Operated>[]
  readonly encounters: readonly Statement<Met>[]
  of<K extends Said['kind']>(kind: K): Statement<Extract<Said, { kind: K }>>[]
}

export function knownOf(person: RecordPerson): Known {
  const of: Known['of'] = (kind) => statementsOf(person, kind)
  return {
    person,
    series: seriesOf(of('observation')),
    medicines: standingsOf(person),
    hasList: of('medication').some(({ how }) => how === 'listed'),
    operations: of('procedure').filter(({ surgeon }) => surgeon !== ''),
    encounters: of('encounter'),
    of,
  }
}

function seriesOf(observations: readonly Statement<Observed>[]): Map<string, Point[]> {
  const series = new Map<string, Point[]>()
  for (const [measure, all] of Map.groupBy(observations, (one) => one.measure)) {
    const points = [...Map.groupBy(all, ({ on }) => on)].map(([on, same]) => {
      const [first] = same
      if (first === undefined || same.some(({ value }) => value !== first.value))
        throw new Error(`${measure} has two values on ${on}`)
      return { on, first, places: same.map(firstWords), range: same.find(({ range }) => range !== undefined)?.range }
    })
    series.set(
      measure,
      points.toSorted((a, b) => a.on.localeCompare(b.on)),
    )
  }
  return series
}

/** A paper that lists medicines lists all of them; what it leaves out is on the last list no more. */
function standingsOf(person: RecordPerson): Standing[] {
  const now = new Map<string, Standing['now']>()
  for (const { statements } of person.papers) {
    const said = statements.filter((one): one is Statement<Medicated> => one.kind === 'medication')
    if (said.some(({ how }) => how === 'listed'))
      for (const [substance, standing] of now) if (standing === 'active') now.set(substance, 'not-on-last-list')
    for (const { substance, how } of said) now.set(substance, how === 'stopped' ? 'stopped' : 'active')
  }
  const all = statementsOf(person, 'medication')
  return [...now].flatMap(([substance, standing]) => {
    const own = all.filter((one) => one.substance === substance)
    const last = own.at(-1)
    return last === undefined ? [] : [{ substance, now: standing, last, all: own }]
  })
}

export const firstWords = ({ fileName, page, words }: Place): Place => ({ fileName, page, words: words.slice(0, 1) })

export const wantedOf = ({ first: { value, valueText, ucum }, on }: Point): WantedValue => ({
  ...{ value, valueText, unit: ucum },
  on: [on],
})

export const hasOneUnit = (points: readonly Point[]): boolean =>
  new Set(points.map(({ first }) => first.unit)).size === 1
