/**
 * Two dated lists of medicines against each other, the last two or those that were chosen, and what is stated of medicines elsewhere. It says what each paper
 * lists; which of them holds is not for a program to say.
 */
import type { Entry } from '../answer/typed/find-facts.ts'
import { capital, onDate, sayDate } from '../answer/typed/wording.ts'
import { fold } from '../facts/statement.ts'
import { isAfter } from './compare-dates.ts'
import {
  type DraftLine,
  missing,
  ofPaper,
  type Side,
  type Step,
  section,
  sideBySide,
  stated,
  stepDraft,
} from './draft.ts'
import { listMedicineLists, type MedicineList, medicineKey, sayListed } from './medicine-lists.ts'
import type { ReviewRecord } from './review-record.ts'

export const medicineReview: readonly Step[] = [
  { name: 'find-lists', run: findLists },
  { name: 'compare-lists', run: compareLists },
  { name: 'read-outside-lists', run: readOutside },
]

interface Lists {
  readonly earlier: MedicineList | undefined
  readonly later: MedicineList | undefined
}

async function listsOf(record: ReviewRecord): Promise<Lists> {
  const all = await listMedicineLists(record)
  const { lists } = record
  if (lists === undefined) return { earlier: all.at(-2), later: all.at(-1) }
  // by their days, whichever was named first
  const [earlier, later] = all.filter(({ paper }) => paper.id === lists.earlier || paper.id === lists.later)
  return later === undefined ? { earlier: undefined, later: earlier } : { earlier, later }
}

const datesOf = ({ earlier, later }: Lists) => ({ earlierList: earlier?.on, laterList: later?.on })
const papersOf = ({ earlier, later }: Lists) => [earlier, later].flatMap((list) => list?.paper.id ?? [])

async function findLists(record: ReviewRecord) {
  const lists = await listsOf(record)
  const say = (which: string, { paper, on, entries }: MedicineList) =>
    ofPaper(
      `${which}: “${paper.title}”, dated ${sayDate(on)}, names ${new Set(entries.map(medicineKey)).size}.`,
      paper.id,
    )
  const lines: DraftLine[] = [
    ...(lists.earlier === undefined ? [] : [say('The earlier list', lists.earlier)]),
    ...(lists.later === undefined ? [] : [say('The later list', lists.later)]),
  ]
  if (lists.later !== undefined && lists.earlier === undefined)
    lines.push(missing('There is no second dated list to compare it with.'))
  const ifNone = 'No dated list of medicines was found in what could be read.'
  return stepDraft({ documentIds: papersOf(lists), dates: datesOf(lists) }, section('lists', 'Lists', lines, ifNone))
}

async function compareLists(record: ReviewRecord) {
  const lists = await listsOf(record)
  const { earlier, later } = lists
  const looked = { documentIds: papersOf(lists), dates: datesOf(lists) }
  if (earlier === undefined || later === undefined) return stepDraft(looked)
  const [before, after] = [byMedicine(earlier), byMedicine(later)]
  const inBoth = [...before].filter(([key]) => after.has(key)).toSorted(byKey)
  const pairs = inBoth.map(([key, entries]) => ({ entries, others: after.get(key) ?? [] }))
  const [same, differing] = [pairs.filter(isSame), pairs.filter((pair) => !isSame(pair))]
  return stepDraft(
    { ...looked, facts: [...earlier.entries, ...later.entries] },
    section(
      'differs',
      'In both lists, and dose or frequency differs',
      differing.map((pair) => sayDiffering(pair, earlier, later)),
      'None is found.',
    ),
    section(
      'both',
      'In both lists',
      same.map((pair) => sayBoth(pair, earlier, later)),
      'None is found.',
    ),
    section(
      'only-earlier',
      'Only in the earlier list',
      onlyIn(earlier, before, after, (side) => [side, NOT_LISTED]),
      'None is found.',
    ),
    section(
      'only-later',
      'Only in the later list',
      onlyIn(later, after, before, (side) => [NOT_LISTED, side]),
      'None is found.',
    ),
  )
}

type ByMedicine = ReadonlyMap<string, readonly Entry[]>

const byMedicine = ({ entries }: MedicineList): ByMedicine => Map.groupBy(entries, medicineKey)
const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1)

interface Pair {
  readonly entries: readonly Entry[]
  readonly others: readonly Entry[]
}

/** What one list leaves open differs from nothing. */
function isSame({ entries, others }: Pair): boolean {
  if (entries.length !== others.length) return false
  const left = [...others]
  return entries.every((entry) => {
    const at = left.findIndex((other) => agree(entry, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

const agree = ({ details: a }: Entry, { details: b }: Entry): boolean =>
  isAlike(a.dose, b.dose) &&
  isAlike(a.frequency, b.frequency) &&
  (a.asNeeded ?? false) === (b.asNeeded ?? false) &&
  (a.change === 'stopped') === (b.change === 'stopped')

const isAlike = (a: string | undefined, b: string | undefined) =>
  a === undefined || b === undefined || fold(a) === fold(b)

const sayAll = (entries: readonly Entry[]) => [...new Set(entries.map(sayListed))].join('; ')
const idsOf = ({ entries, others }: Pair) => [...entries, ...others].map(({ id }) => id)

const sidesOf = ({ entries, others }: Pair): readonly Side[] =>
  [entries, others].map((facts) => ({ text: capital(sayAll(facts)), facts }))

const sayDiffering = (pair: Pair, earlier: MedicineList, later: MedicineList): DraftLine =>
  sideBySide(
    stated(
      `${capital(sayAll(pair.entries))} on the list of ${sayDate(earlier.on)}; ${sayAll(pair.others)} on that of ${sayDate(later.on)}.`,
      idsOf(pair),
      [earlier.paper.id, later.paper.id],
    ),
    sidesOf(pair),
  )

/** As the list has it that says more of it. */
function sayBoth(pair: Pair, earlier: MedicineList, later: MedicineList): DraftLine {
  const said = [sayAll(pair.others), sayAll(pair.entries)].toSorted((a, b) => b.length - a.length)[0] ?? ''
  const line = stated(`${capital(said)}.`, idsOf(pair), [earlier.paper.id, later.paper.id])
  return sideBySide(line, sidesOf(pair))
}

const NOT_LISTED: Side = { text: '', facts: [] }

const onlyIn = (
  { paper }: MedicineList,
  own: ByMedicine,
  other: ByMedicine,
  sides: (side: Side) => readonly Side[],
): DraftLine[] =>
  [...own]
    .filter(([key]) => !other.has(key))
    .toSorted(byKey)
    .flatMap(([, entries]) =>
      entries.map((entry) => {
        const text = capital(sayListed(entry))
        return sideBySide(stated(`${text}.`, [entry.id], [paper.id]), sides({ text, facts: [entry] }))
      }),
    )

/** What is in neither list, and what is stated of any medicine after the later one; of each medicine the last. */
async function readOutside(record: ReviewRecord) {
  const lists = await listsOf(record)
  const listed = [lists.earlier, lists.later].flatMap((list) => list?.entries ?? [])
  const [listedIds, listedKeys] = [new Set(listed.map(({ id }) => id)), new Set(listed.map(medicineKey))]
  const until = lists.later?.on
  const isOutside = (entry: Entry) => {
    if (entry.isNoneKnown || listedIds.has(entry.id)) return false
    const isLater = until !== undefined && isAfter(entry.happenedOn, until)
    return isLater || !listedKeys.has(medicineKey(entry))
  }
  const outside = (await record.entries('medication')).filter(isOutside)
  const lines = [...Map.groupBy(outside, medicineKey)].toSorted(byKey).flatMap(([, alike]) => {
    // those without a date come last, and say less than one that has a day
    const last = alike.findLast(({ happenedOn }) => happenedOn !== undefined) ?? alike.at(-1)
    const shown = alike.filter(({ happenedOn }) => happenedOn === last?.happenedOn)
    return shown.map((entry) => stated(`${capital(sayListed(entry))}${onDate(entry.happenedOn)}.`, [entry.id]))
  })
  return stepDraft(
    { facts: outside, dates: datesOf(lists) },
    section('outside', 'Stated outside these lists', lines, 'Nothing is stated elsewhere in what could be read.'),
  )
}
