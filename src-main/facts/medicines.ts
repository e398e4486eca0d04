/**
 * What is known of each medicine, by the last statement about it. Old is not stopped and unmentioned is not stopped: a
 * medicine is `stopped` only where a source says so, and `current` only by a recent list or a person's word.
 */
import type { MedicineLine } from '#contract/facts.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { DocumentFacts } from '../extract/proposal.ts'
import type { Clock } from '../lib/clock.ts'
import { listDecidedAt, listOfKinds, listPapersOf, listSays } from '../store/fact-sums.ts'
import type { Known } from '../store/known-on.ts'
import type { Store } from '../store/store.ts'
import type { FactRow } from '../store/tables.ts'
import type { FactContent } from './compose-fact.ts'
import { type AsKnown, knownOf, lastDayOf } from './known.ts'
import { showFacts } from './show-facts.ts'
import { fold } from './statement.ts'

export interface MedicinesDeps {
  readonly store: Store
  readonly clock: Clock
}

export type Medicines = ReturnType<typeof createMedicines>

export function createMedicines({ store: { db }, clock }: MedicinesDeps) {
  async function lines(known: Known): Promise<MedicineLine[]> {
    const { personId } = known
    const [rows, says, papersByFact, decidedAt] = await Promise.all([
      listOfKinds(db, known, ['medication']),
      listSays(db, known),
      listPapersOf(db, personId, 'medication'),
      listDecidedAt(db, personId, 'medication'),
    ])
    const papersById = new Map(
      says.map((paper) => [paper.id, toPaper(paper.id, JSON.parse(paper.says) as DocumentFacts)]),
    )
    const statements = rows.flatMap((row): Statement[] => {
      const content = JSON.parse(row.data) as FactContent
      const papers = (papersByFact.get(row.id) ?? []).flatMap((id) => papersById.get(id) ?? [])
      return content.isNoneKnown ? [] : [toStatement({ row, content, papers, decidedAt: decidedAt.get(row.id) })]
    })
    const today = lastDayOf(known, clock.now().slice(0, 10))
    const lastList = findLastList(statements)
    const byName = [...Map.groupBy(statements, ({ row }) => fold(row.name))].toSorted(([a], [b]) => (a < b ? -1 : 1))
    const last = byName.flatMap(([, about]) => lastOf(about))
    const facts = await showFacts(
      db,
      last.map(({ row }) => row),
    )
    return last.flatMap((one, at) => {
      const fact = facts[at]
      return fact === undefined ? [] : [{ fact, ...standingOf(one, lastList, today) }]
    })
  }
  return {
    lines,
    list: async (query: AsKnown) => ({ lines: await lines(knownOf(query)) }),
  }
}

interface Paper {
  readonly id: DocumentId
  /** Names all medicines of that day. */
  readonly isList: boolean
  readonly on: string | undefined
}

function toPaper(id: DocumentId, { kind, date }: DocumentFacts): Paper {
  const isDated = date !== undefined && !date.isAmbiguous && date.precision !== 'year'
  return { id, isList: kind === 'medicine-list' || kind === 'discharge-summary', on: isDated ? date.on : undefined }
}

interface Statement {
  readonly row: FactRow
  readonly content: FactContent
  readonly papers: readonly Paper[]
  readonly decidedAt: string | undefined
  /** When it was said: by the paper's day or, without one, when a person entered it. */
  readonly on: string | undefined
}

function toStatement(statement: Omit<Statement, 'on'>): Statement {
  const { row, papers } = statement
  const days = [row.happenedOn, ...papers.map((paper) => paper.on)].flatMap((on) => on ?? [])
  const entered = row.state === 'entered' ? row.knownSince : undefined
  return { ...statement, on: days.toSorted().at(-1) ?? entered }
}

interface LastList {
  readonly paper: Paper
  readonly on: string
  readonly names: ReadonlySet<string>
}

/** The latest list that names any medicine: one from which nothing was read omits nothing. */
function findLastList(statements: readonly Statement[]): LastList | undefined {
  const lists = new Map<DocumentId, { paper: Paper; on: string; names: Set<string> }>()
  for (const { row, papers } of statements)
    for (const paper of papers) {
      if (!paper.isList || paper.on === undefined) continue
      const list = lists.get(paper.id) ?? { paper, on: paper.on, names: new Set() }
      lists.set(paper.id, list)
      list.names.add(fold(row.name))
    }
  return [...lists.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)
}

/** Those of the latest day: one line a dose, by the paper that says most of how it is taken. */
function lastOf(statements: readonly Statement[]): Statement[] {
  const last = statements
    .map(({ on }) => on ?? '')
    .toSorted()
    .at(-1)
  const ofLastDay = statements.filter(({ on }) => (on ?? '') === last)
  const byDose = Map.groupBy(ofLastDay, doseOf)
  return [...byDose.values()].flatMap((alike) => alike.toSorted(bySaying).slice(0, 1))
}

/** That it goes on says no more than that it is listed. */
function doseOf({ content: { details, valueText } }: Statement): string {
  const change = details.change === 'continued' ? '' : (details.change ?? '')
  return `${change} ${fold(details.dose ?? valueText)}`
}

const bySaying = (a: Statement, b: Statement) =>
  Number(a.row.state === 'proposed') - Number(b.row.state === 'proposed') ||
  Object.keys(b.content.details).length - Object.keys(a.content.details).length ||
  a.row.seq - b.row.seq

function standingOf(
  { row, content, on, papers, decidedAt }: Statement,
  lastList: LastList | undefined,
  today: string,
): Omit<MedicineLine, 'fact'> {
  const said = { ...(on !== undefined && { on }), ...(papers[0] && { documentId: papers[0].id }) }
  const { change, stoppedOn } = content.details
  if (change === 'stopped' || (stoppedOn !== undefined && stoppedOn <= today)) return { standing: 'stopped', ...said }
  // who accepts what an old paper says has checked the reading, not that it is still taken
  const isOfNow = row.state === 'entered' || on === undefined || isRecent(on, today)
  const wasDecided = row.state !== 'proposed' && decidedAt !== undefined && isRecent(decidedAt, today) && isOfNow
  const saidAt = wasDecided ? decidedAt : (on ?? '')
  if (lastList !== undefined && lastList.on > saidAt && !lastList.names.has(fold(row.name)))
    return { standing: 'not-on-last-list', on: lastList.on, documentId: lastList.paper.id }
  const list = papers.find((paper) => paper.isList && paper.on !== undefined && isRecent(paper.on, today))
  if (list !== undefined) return { standing: 'current', ...(list.on && { on: list.on }), documentId: list.id }
  return wasDecided
    ? { standing: 'current', ...said, on: decidedAt.slice(0, 10) }
    : { standing: 'last-stated', ...said }
}

/** Within twelve months before today, to the day; a month or year counts where it may reach into them. */
function isRecent(on: string, today: string): boolean {
  const day = on.slice(0, 10)
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return day >= yearAgo.slice(0, day.length) && day <= today
}
