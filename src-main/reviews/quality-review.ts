/**
 * What in the record does not fit together, or cannot be relied on as it stands. It says that both are in the record and where;
 * it gives no advice and ranks nothing by urgency.
 */
import type { FactDoubt } from '#contract/facts.ts'
import type { Entry } from '../answer/typed/find-facts.ts'
import { capital, onDate, sayDate, sayList, sayValue } from '../answer/typed/wording.ts'
import { builtInMeasureDictionaries } from '../extract/dictionaries/read-dictionaries.ts'
import { isAfter, latestToday } from './compare-dates.ts'
import { type DraftLine, missing, type Step, section, sideBySide, stated, stepDraft } from './draft.ts'
import type { DrugTable } from './drug-table.ts'
import { findClashes, findShared } from './medicine-clashes.ts'
import type { ReviewRecord } from './review-record.ts'

const NONE = 'Nothing of this kind was found in what could be read.'

export const qualityReview = (drugs: () => DrugTable): readonly Step[] => [
  { name: 'match-allergies-and-medicines', run: (record) => matchAllergies(record, drugs()) },
  { name: 'match-medicines', run: (record) => matchMedicines(record, drugs()) },
  { name: 'check-dates', run: checkDates },
  { name: 'check-units', run: checkUnits },
  { name: 'find-conflicts', run: findConflicts },
  { name: 'find-unknown-names', run: findUnknownNames },
  { name: 'count-unreviewed', run: countUnreviewed },
]

async function matchAllergies(record: ReviewRecord, drugs: DrugTable) {
  const [allergies, medicines] = await Promise.all([record.entries('allergy'), record.medicineLines()])
  const known = allergies.filter(({ isNoneKnown }) => !isNoneKnown)
  const facts = [...known, ...medicines.map(({ fact }) => fact)]
  const lines = findClashes(known, medicines, drugs)
  return stepDraft({ facts }, section('allergies', 'Allergies and medicines', lines, NONE))
}

async function matchMedicines(record: ReviewRecord, drugs: DrugTable) {
  const { facts, lines } = await findShared(record, drugs)
  return stepDraft({ facts }, section('same-substance', 'Medicines with one substance in common', lines, NONE))
}

async function checkDates(record: ReviewRecord) {
  const { today, bornOn } = record
  const entries = await record.entries()
  const lines = entries.flatMap((entry): DraftLine[] => {
    const { happenedOn: on, kind, details } = entry
    const faults = [
      ...(isAfter(on, latestToday(today)) ? [`is dated in the future${onDate(on)}`] : []),
      // what runs in the family happened before
      ...(kind !== 'family-history' && isAfter(bornOn, on)
        ? [`is dated before the day of birth that is entered, ${sayDate(bornOn ?? '')}:${onDate(on)}`]
        : []),
      ...(isAfter(details.startedOn, details.stoppedOn)
        ? [`stops${onDate(details.stoppedOn)}, before it starts${onDate(details.startedOn)}`]
        : []),
    ]
    return faults.map((fault) => stated(`${sayBriefly(entry)} ${fault}.`, [entry.id]))
  })
  return stepDraft({ facts: entries, dates: { bornOn } }, section('dates', 'Dates that cannot be', lines, NONE))
}

const sayBriefly = (entry: Entry): string =>
  entry.kind === 'observation' ? `${capital(entry.name)} ${sayValue(entry)}` : capital(entry.name)

async function checkUnits(record: ReviewRecord) {
  const entries = (await record.entries('observation')).filter(({ value }) => value !== undefined)
  const { analytes } = builtInMeasureDictionaries()
  const withUnit = new Set(entries.filter(hasUnit).map(({ name }) => name.toLowerCase()))
  const needsUnit = (name: string) => {
    const units = analytes.find(name)?.analyte.units ?? []
    // `{ratio}`, `{INR}` and `[pH]` are units of what is printed without one
    return units.length === 0
      ? withUnit.has(name.toLowerCase())
      : units.every(({ ucum }) => ucum.replace(/\{[^}]*\}|\[pH\]/g, '') !== '')
  }
  const bare = entries.filter((entry) => !hasUnit(entry) && needsUnit(entry.name))
  const lines = [...Map.groupBy(bare, ({ name }) => name.toLowerCase()).values()].map(sayBare)
  return stepDraft({ facts: entries }, section('units', 'Values without a unit', lines, NONE))
}

/** One line a measure: a diary may hold hundreds. */
function sayBare(alike: readonly Entry[]): DraftLine {
  const factIds = alike.map(({ id }) => id)
  const [first, ...others] = alike
  if (first === undefined || others.length === 0)
    return stated(`${alike.map(sayOnDay).join()} is written without a unit.`, factIds)
  return stated(`${capital(first.name)}: ${alike.length} values are written without a unit.`, factIds)
}

const sayOnDay = (entry: Entry) => `${sayBriefly(entry)}${onDate(entry.happenedOn)}`

const hasUnit = ({ unit, unitText }: Entry) => unit !== undefined || unitText !== undefined

async function findConflicts(record: ReviewRecord) {
  const doubted = (await record.entries('observation')).filter(({ doubts }) => doubts.includes('conflict'))
  const bySlot = Map.groupBy(doubted, ({ name, happenedOn, details }) =>
    JSON.stringify([name.toLowerCase(), details.specimen?.toLowerCase(), happenedOn]),
  )
  const lines = [...bySlot.values()].flatMap((alike): DraftLine[] => {
    const [first] = alike
    if (first === undefined || alike.length < 2) return []
    const which = alike.length === 2 ? 'both' : 'all'
    const said = `${capital(first.name)}${onDate(first.happenedOn)}: ${sayList(alike.map(sayValue))}; ${which} are in the record.`
    const line = stated(
      said,
      alike.map(({ id }) => id),
    )
    const sides = alike.map((entry) => ({ text: sayValue(entry), facts: [entry] }))
    return [sideBySide(line, sides)]
  })
  return stepDraft({ facts: doubted }, section('conflicts', 'Values of one day that differ', lines, NONE))
}

const UNKNOWN: Partial<Record<FactDoubt, string>> = {
  'unknown-name': 'is in no list that this program knows',
  'near-name': 'is close to a name that this program knows, and not the same',
}

async function findUnknownNames(record: ReviewRecord) {
  const entries = await record.entries()
  const lines = entries.flatMap((entry) =>
    entry.doubts.flatMap((doubt) => {
      const why = UNKNOWN[doubt]
      return why === undefined ? [] : [stated(`“${entry.nameText}”${onDate(entry.happenedOn)} ${why}.`, [entry.id])]
    }),
  )
  return stepDraft({ facts: entries }, section('names', 'Names that are not known', lines, NONE))
}

async function countUnreviewed(record: ReviewRecord) {
  const entries = await record.entries()
  const open = entries.filter(({ state }) => state === 'proposed').length
  const said = `${open} of ${entries.length} facts were not looked at by a person yet.`
  const lines = open === 0 ? [] : [missing(said)]
  const ifNone = entries.length === 0 ? 'There are no facts in the record yet.' : 'A person has looked at every fact.'
  return stepDraft({ facts: entries }, section('unreviewed', 'Not reviewed', lines, ifNone))
}
