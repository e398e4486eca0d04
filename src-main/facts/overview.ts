/** One person's record at a glance. Counts in the store and shows little of much, so that it answers at once. */
import type { Overview } from '#contract/facts.ts'
import { countByState, countPapers, listLatest, listMeasures, listOfKinds, type Measure } from '../store/fact-sums.ts'
import type { Known } from '../store/known-on.ts'
import type { Store } from '../store/store.ts'
import type { FactRow } from '../store/tables.ts'
import type { FactContent } from './compose-fact.ts'
import { type AsKnown, knownOf } from './known.ts'
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

  return async (query: AsKnown): Promise<Overview> => {
    const known = knownOf(query)
    const [measures, stated, papers, lines, toReview] = await Promise.all([
      listMeasures(store.db, known),
      listOfKinds(store.db, known, ['allergy', 'condition']),
      countPapers(store.db, known),
      medicines.lines(known),
      countByState(store.db, known, 'proposed'),
    ])
    const contents = stated.map((row): Stated => ({ row, content: JSON.parse(row.data) as FactContent }))
    const allergies = contents.filter(({ row }) => row.kind === 'allergy')
    const show = (some: readonly Stated[]) =>
      showFacts(
        store.db,
        some.map(({ row }) => row),
      )
    return {
      allergies: await show(allergies.filter(({ content }) => !content.isNoneKnown)),
      allergyStatement: allergyStatement(allergies),
      conditions: await show(lastOfEach(contents.filter(isCondition))),
      medicines: lines,
      metrics: await metricsOf(known, measures),
      ...countRanges(measures),
      toReview,
      ...papers,
    }
  }
}

interface Stated {
  readonly row: FactRow
  readonly content: FactContent
}

/** A series may say of which specimen it is. */
const isOf = (series: string, name: string) =>
  series.toLowerCase() === name.toLowerCase() || series.toLowerCase().startsWith(`${name.toLowerCase()} (`)

function allergyStatement(allergies: readonly Stated[]): Overview['allergyStatement'] {
  if (allergies.some(({ content }) => !content.isNoneKnown)) return 'stated'
  return allergies.length > 0 ? 'none-known' : 'not-stated'
}

const isCondition = ({ row, content }: Stated) =>
  row.kind === 'condition' && !content.isNoneKnown && content.details.certainty !== 'ruled-out'

/** What several papers say in different words is shown as the last of them says it. */
function lastOfEach(stated: readonly Stated[]): Stated[] {
  const groups = Map.groupBy(stated, ({ row, content }) => `${fold(row.name)} ${content.details.side ?? ''}`)
  return [...groups.values()].flatMap((group) => group.toSorted(byDate).slice(-1))
}

const byDate = (a: Stated, b: Stated) => ((a.row.happenedOn ?? '') < (b.row.happenedOn ?? '') ? -1 : 1)

function countRanges(measures: readonly Measure[]) {
  const counts = { inRange: 0, outOfRange: 0, withoutRange: 0 }
  for (const { flag } of measures)
    counts[flag === 'normal' ? 'inRange' : flag === 'unknown' ? 'withoutRange' : 'outOfRange'] += 1
  return counts
}
