/**
 * What a person may want to have at hand for a visit: what changed since the last one or since a date, what is open in the record,
 * and room for questions, which are the person's own and never suggested.
 */

import { factDoubtTexts } from '#contract/fact-doubt-text.ts'
import type { FactDoubt } from '#contract/facts.ts'
import { sayWhole } from '../answer/typed/answer-statements.ts'
import type { Entry } from '../answer/typed/find-facts.ts'
import { capital, onDate, sayDate, sayFlag, sayValue } from '../answer/typed/wording.ts'
import { fold } from '../facts/statement.ts'
import { isAfter } from './compare-dates.ts'
import { type DraftLine, ofPaper, type Step, section, stated, stepDraft } from './draft.ts'
import { medicineKey, sayListed } from './medicine-lists.ts'
import type { Paper, ReviewRecord } from './review-record.ts'
import { NOTHING_UNREAD, unreadLines } from './say-unread.ts'

export const visitReview: readonly Step[] = [
  { name: 'find-since', run: findSince },
  { name: 'list-new-papers', run: listNewPapers },
  { name: 'list-new-values', run: listNewValues },
  { name: 'list-changed-medicines', run: listChangedMedicines },
  { name: 'list-open-questions', run: listOpenQuestions },
  { name: 'read-unread', run: readUnread },
  {
    name: 'make-room-for-questions',
    run: async () => stepDraft({}, { id: 'questions', title: 'Questions', lines: [] }),
  },
]

async function lastVisit(record: ReviewRecord): Promise<Entry | undefined> {
  const visits = await record.entries('encounter')
  return visits.findLast(
    ({ happenedOn, isNoneKnown }) => happenedOn !== undefined && !isNoneKnown && !isAfter(happenedOn, record.today),
  )
}

/** Undefined: everything counts. */
const sinceOf = async (record: ReviewRecord): Promise<string | undefined> =>
  record.since ?? (await lastVisit(record))?.happenedOn?.slice(0, 10)

async function findSince(record: ReviewRecord) {
  if (record.since !== undefined) return stepDraft({ dates: { since: record.since } })
  const visit = await lastVisit(record)
  const lines = visit === undefined ? [] : [stated(`Since the last visit stated: ${sayWhole(visit)}.`, [visit.id])]
  const ifNone = 'A dated visit is not stated in what could be read; all of the record is taken as new.'
  const facts = visit === undefined ? [] : [visit]
  return stepDraft({ facts, dates: { since: visit?.happenedOn } }, section('since', 'Since when', lines, ifNone))
}

const isNew = (on: string | undefined, since: string | undefined) => since === undefined || isAfter(on, since)

/** By its own day, or without one by the day it came. */
async function listNewPapers(record: ReviewRecord) {
  const since = await sinceOf(record)
  const papers = (await record.papers()).filter(({ on, importedAt }) => isNew(on ?? importedAt, since))
  const say = ({ title, on, importedAt }: Paper) =>
    on === undefined
      ? `“${title}”, without a date that is known, added on ${sayDate(importedAt)}.`
      : `“${title}”, dated ${sayDate(on)}.`
  const lines = papers.map((paper) => ofPaper(say(paper), paper.id))
  const documentIds = papers.map(({ id }) => id)
  return stepDraft({ documentIds, dates: { since } }, section('papers', 'New papers', lines, 'None is found.'))
}

async function listNewValues(record: ReviewRecord) {
  const since = await sinceOf(record)
  const fresh = (await record.entries('observation')).filter(({ happenedOn }) => isNew(happenedOn, since))
  const outside = fresh.filter(({ flag }) => flag !== 'normal' && flag !== 'unknown')
  const lines = outside.map((entry) =>
    stated(`${capital(entry.name)} ${sayValue(entry)}${onDate(entry.happenedOn)}${sayFlag(entry)}.`, [entry.id]),
  )
  const ifNone = `Of ${fresh.length} new values none is marked as outside by its own report.`
  return stepDraft(
    { facts: fresh, dates: { since } },
    section('values', 'New values out of their range', lines, ifNone),
  )
}

async function listChangedMedicines(record: ReviewRecord) {
  const since = await sinceOf(record)
  const entries = (await record.entries('medication')).filter(({ isNoneKnown }) => !isNoneKnown)
  const groups = [...Map.groupBy(entries, medicineKey)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return stepDraft(
    { facts: entries, dates: { since } },
    section(
      'medicines',
      'Medicines stated otherwise than before',
      groups.flatMap(([, of]) => sayChanges(of, since)),
      'None is found.',
    ),
  )
}

/** Day by day against the day before; what has no date was said at some time before. */
function sayChanges(of: readonly Entry[], since: string | undefined): DraftLine[] {
  const undated = of.filter(({ happenedOn }) => happenedOn === undefined)
  const dated = of.filter(({ happenedOn }) => happenedOn !== undefined)
  const days = [...Map.groupBy(dated, ({ happenedOn }) => happenedOn).values()]
  const lines: DraftLine[] = []
  let before = undated
  for (const day of days) {
    if (isNew(day[0]?.happenedOn, since)) lines.push(...day.flatMap((entry) => sayChange(entry, before)))
    before = day
  }
  return lines
}

/** What only lists it as it was is no change. */
function sayChange(entry: Entry, before: readonly Entry[]): DraftLine[] {
  if (before.some((other) => isAsBefore(entry, other))) return []
  const said = `${capital(sayListed(entry))}${onDate(entry.happenedOn)}`
  const was = before.map((other) => `${sayListed(other)}${onDate(other.happenedOn)}`)
  if (was.length === 0) return [stated(`Newly stated: ${said}.`, [entry.id])]
  return [stated(`${said}; before that ${was.join('; ')}.`, [entry.id, ...before.map(({ id }) => id)])]
}

const isAsBefore = ({ details: now }: Entry, { details: before }: Entry): boolean =>
  alike(now.dose, before.dose) &&
  alike(now.frequency, before.frequency) &&
  (now.change === undefined || now.change === 'continued' || now.change === before.change)

const alike = (a: string | undefined, b: string | undefined) =>
  a === undefined || b === undefined || fold(a) === fold(b)

async function listOpenQuestions(record: ReviewRecord) {
  const doubted = (await record.entries()).filter(({ doubts }) => doubts.length > 0)
  const lines = doubted.map((entry) => {
    const why = entry.doubts.map((doubt: FactDoubt) => factDoubtTexts[doubt].message).join(' ')
    const value = entry.kind === 'observation' ? ` ${sayValue(entry)}` : ''
    return stated(`${capital(entry.name)}${value}${onDate(entry.happenedOn)}: ${why}`, [entry.id])
  })
  return stepDraft({ facts: doubted }, section('open', 'Open in the record', lines, 'No fact is in doubt.'))
}

async function readUnread(record: ReviewRecord) {
  const lines = await unreadLines(record)
  return stepDraft(
    { documentIds: lines.flatMap(({ documentIds }) => documentIds) },
    section('unread', 'Not read', lines, NOTHING_UNREAD),
  )
}
