/** What the record holds: each kind of fact as it was last stated, the last value of each measure, and what is unread. */
import type { FactKind, Series, SeriesPoint } from '#contract/facts.ts'
import { sayName, sayWhole } from '../answer/typed/answer-statements.ts'
import type { Entry } from '../answer/typed/find-facts.ts'
import { capital, onDate, sayFlag, sayValue } from '../answer/typed/wording.ts'
import { type DraftLine, type Step, section, stated, stepDraft } from './draft.ts'
import { medicineLine } from './medicine-lists.ts'
import type { ReviewRecord } from './review-record.ts'
import { NOTHING_UNREAD, unreadLines } from './say-unread.ts'

export const chartReview: readonly Step[] = [
  { name: 'read-conditions', run: (record) => readStatements(record, 'condition', 'conditions', 'Conditions') },
  { name: 'read-medicines', run: readMedicines },
  { name: 'read-allergies', run: (record) => readStatements(record, 'allergy', 'allergies', 'Allergies') },
  { name: 'read-values', run: readValues },
  {
    name: 'read-procedures',
    run: (record) => readStatements(record, 'procedure', 'procedures', 'Operations and procedures'),
  },
  { name: 'read-vaccines', run: (record) => readStatements(record, 'immunization', 'vaccines', 'Vaccines') },
  { name: 'read-visits', run: (record) => readStatements(record, 'encounter', 'visits', 'Visits and stays') },
  { name: 'read-family', run: (record) => readStatements(record, 'family-history', 'family', 'Family history') },
  {
    name: 'read-unread',
    run: async (record) => {
      const lines = await unreadLines(record)
      const documentIds = lines.flatMap((line) => line.documentIds)
      return stepDraft({ documentIds }, section('unread', 'Not read', lines, NOTHING_UNREAD))
    },
  },
]

const NOT_STATED = 'Not stated in what could be read.'

async function readStatements(record: ReviewRecord, kind: FactKind, id: string, title: string) {
  const entries = await record.entries(kind)
  const none = entries.filter(({ isNoneKnown }) => isNoneKnown)
  const some = entries.filter(({ isNoneKnown }) => !isNoneKnown)
  // what happens on a day is listed each time, the last first
  const shown = happens.has(kind) ? some.toReversed() : lastOfEach(some)
  const lines = [
    ...shown.map((entry) => stated(sayStatement(entry), [entry.id])),
    ...none.map((entry) => stated(sayNoneKnown(entry), [entry.id])),
  ]
  return stepDraft({ facts: entries }, section(id, title, lines, NOT_STATED))
}

const happens: ReadonlySet<FactKind> = new Set(['procedure', 'immunization', 'encounter'])

const isRuledOut = ({ details }: Entry) => details.certainty === 'ruled-out'

const sayStatement = (entry: Entry): string =>
  isRuledOut(entry) ? `Stated as ruled out: ${sayWhole(entry)}.` : `${sayWhole(entry)}.`

const sayNoneKnown = ({ valueText, happenedOn }: Entry): string =>
  `Stated as none known: “${valueText}”${happenedOn === undefined ? '' : onDate(happenedOn)}.`

/** What several papers say in the same words is shown once, as the last of them says it; in the order of the names. */
function lastOfEach(entries: readonly Entry[]): Entry[] {
  const byName = Map.groupBy(entries, (entry) => `${sayName(entry).toLowerCase()} ${isRuledOut(entry)}`)
  return [...byName]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, alike]) => alike.toSorted((a, b) => ((a.happenedOn ?? '') < (b.happenedOn ?? '') ? -1 : 1)).slice(-1))
}

async function readMedicines(record: ReviewRecord) {
  const [lines, entries] = await Promise.all([record.medicineLines(), record.entries('medication')])
  const none = entries.filter(({ isNoneKnown }) => isNoneKnown)
  const said = [...lines.map(medicineLine), ...none.map((entry) => stated(sayNoneKnown(entry), [entry.id]))]
  return stepDraft({ facts: entries }, section('medicines', 'Medicines as last stated', said, NOT_STATED))
}

async function readValues(record: ReviewRecord) {
  const byName = Map.groupBy(await record.series(), ({ name }) => name.toLowerCase())
  const lasts = [...byName.values()].flatMap((alike) => {
    // of a measure in several units those that were used last
    const all = alike.map((series) => ({ series, points: lastOf(series) }))
    const days = all.map(({ points }) => points[0]?.happenedOn?.slice(0, 10) ?? '')
    const last = days.toSorted().at(-1)
    return all.filter((_, at) => days[at] === last)
  })
  const lines = lasts.flatMap(({ series, points }) => points.map((point) => sayLast(series, point)))
  const facts = lasts.flatMap(({ points }) => points.map(({ factId }) => ({ id: factId })))
  return stepDraft({ facts }, section('values', 'Last value of each measure', lines, NOT_STATED))
}

/** All that is stated for the last time there is; one without a date only where none has any. */
function lastOf({ points }: Series): readonly SeriesPoint[] {
  const last = points.findLast(({ happenedOn }) => happenedOn !== undefined)
  const ofThen = points.filter(({ happenedOn }) => happenedOn === last?.happenedOn)
  return ofThen.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))
}

const sayLast = ({ name }: Series, point: SeriesPoint): DraftLine =>
  stated(`${capital(name)} ${sayValue(point)}${onDate(point.happenedOn)}${sayFlag(point)}.`, [point.factId])
