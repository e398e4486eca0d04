/** One person's record at a glance. Counts in the store and shows little of much, so that it answers at once. */
import type { Fact, Overview } from '#contract/facts.ts'
import type { PersonId } from '#contract/ids.ts'
import {
  countByState,
  countPapers,
  type Known,
  listLatest,
  listMeasures,
  listOfKinds,
  type Measure,
} from '../store/fact-sums.ts'
import type { Store } from '../store/store.ts'
import { endOf } from './list.ts'
import type { Medicines } from './medicines.ts'
import { type Convert, toSeries } from './series.ts'
import { showFacts } from './show-facts.ts'
import { fold } from './statement.ts'

export interface OverviewDeps {
  readonly store: Store
  readonly medicines: Medicines
  readonly convert: Convert
}

const METRICS = 12
const POINTS = 24

export function createOverview({ store, medicines, convert }: OverviewDeps) {
  async function metricsOf(known: Known, measures: readonly Measure[]) {
    const top = measures
      .toSorted((a, b) => b.values - a.values || ((a.happenedOn ?? '') > (b.happenedOn ?? '') ? -1 : 1))
      .slice(0, METRICS)
      .map(({ name }) => name)
    const series = toSeries(await listLatest(store.db, known, top, POINTS), convert)
    return top.flatMap((name) => series.find((one) => isOf(one.name, name)) ?? [])
  }

  return async ({
    personId,
    asKnownOn,
  }: {
    readonly personId: PersonId
    readonly asKnownOn?: string | undefined
  }): Promise<Overview> => {
    const known: Known = { personId, until: asKnownOn === undefined ? null : endOf(asKnownOn) }
    const measures = await listMeasures(store.db, known)
    const stated = await showFacts(store.db, await listOfKinds(store.db, known, ['allergy', 'condition']))
    const allergies = stated.filter(({ kind }) => kind === 'allergy')
    const [papers, metrics, lines, toReview] = await Promise.all([
      countPapers(store.db, personId),
      metricsOf(known, measures),
      medicines.lines(known),
      countByState(store.db, personId, 'proposed'),
    ])
    return {
      allergies: allergies.filter(({ isNoneKnown }) => !isNoneKnown),
      allergyStatement: allergyStatement(allergies),
      conditions: lastOfEach(stated.filter(isCondition)),
      medicines: lines,
      metrics,
      ...countRanges(measures),
      toReview,
      ...papers,
    }
  }
}

/** A series may say of which specimen it is. */
const isOf = (series: string, name: string) =>
  series.toLowerCase() === name.toLowerCase() || series.toLowerCase().startsWith(`${name.toLowerCase()} (`)

function allergyStatement(allergies: readonly Fact[]): Overview['allergyStatement'] {
  if (allergies.some(({ isNoneKnown }) => !isNoneKnown)) return 'stated'
  return allergies.length > 0 ? 'none-known' : 'not-stated'
}

const isCondition = ({ kind, isNoneKnown, details }: Fact) =>
  kind === 'condition' && !isNoneKnown && details.certainty !== 'ruled-out'

/** What several papers say in different words is shown as the last of them says it. */
function lastOfEach(facts: readonly Fact[]): Fact[] {
  const groups = Map.groupBy(facts, ({ name, details }) => `${fold(name)} ${details.side ?? ''}`)
  return [...groups.values()].flatMap((group) => group.toSorted(byDate).slice(-1))
}

const byDate = (a: Fact, b: Fact) => ((a.happenedOn ?? '') < (b.happenedOn ?? '') ? -1 : 1)

function countRanges(measures: readonly Measure[]) {
  const counts = { inRange: 0, outOfRange: 0, withoutRange: 0 }
  for (const { flag } of measures)
    counts[flag === 'normal' ? 'inRange' : flag === 'unknown' ? 'withoutRange' : 'outOfRange'] += 1
  return counts
}
