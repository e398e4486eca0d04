/**
 * What is known of each medicine, by the last statement about it. Old is not stopped and unmentioned is not stopped: a
 * medicine is `stopped` only where a source says so, and `current` only by a recent list or a person's word.
 */
import type { Fact, MedicineLine } from '#contract/facts.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { DocumentFacts } from '../extract/proposal.ts'
import type { Clock } from '../lib/clock.ts'
import { type Known, listDecidedAt, listOfKinds, listSays } from '../store/fact-sums.ts'
import type { Store } from '../store/store.ts'
import { showFacts } from './show-facts.ts'
import { fold } from './statement.ts'

export interface MedicinesDeps {
  readonly store: Store
  readonly clock: Clock
}

export type Medicines = ReturnType<typeof createMedicines>

export function createMedicines({ store, clock }: MedicinesDeps) {
  async function lines(known: Known): Promise<MedicineLine[]> {
    const rows = await listOfKinds(store.db, known, ['medication'])
    const facts = (await showFacts(store.db, rows)).filter(({ isNoneKnown }) => !isNoneKnown)
    const papers = (await listSays(store.db, known)).map(({ id, says }) =>
      toPaper(id, JSON.parse(says) as DocumentFacts),
    )
    const papersById = new Map(papers.map((paper) => [paper.id, paper]))
    const decidedAt = await listDecidedAt(store.db, known.personId, 'medication')
    const statements = facts.map((fact) => toStatement(fact, papersById, decidedAt.get(fact.id)))
    const today = clock.now().slice(0, 10)
    const lastList = findLastList(papers, statements)
    const byName = [...Map.groupBy(statements, ({ fact }) => fold(fact.name))].toSorted(([a], [b]) => (a < b ? -1 : 1))
    return byName.flatMap(([, about]) => lastOf(about).map((one) => toLine(one, lastList, today)))
  }
  return {
    lines,
    list: async (personId: PersonId) => ({ lines: await lines({ personId, until: null }) }),
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
  readonly fact: Fact
  readonly papers: readonly Paper[]
  /** When it was said: by the paper's day or, without one, when a person entered it. */
  readonly on: string | undefined
  readonly decidedAt: string | undefined
}

function toStatement(fact: Fact, papersById: ReadonlyMap<DocumentId, Paper>, decidedAt: string | undefined): Statement {
  const papers = fact.provenance.flatMap(({ documentId }) => papersById.get(documentId) ?? [])
  const days = [fact.happenedOn, ...papers.map((paper) => paper.on)].flatMap((on) => on ?? [])
  const entered = fact.state === 'entered' ? fact.knownSince : undefined
  return { fact, papers, on: days.toSorted().at(-1) ?? entered, decidedAt }
}

interface LastList {
  readonly paper: Paper
  readonly on: string
  readonly names: ReadonlySet<string>
}

/** The latest list that names any medicine: one from which nothing was read omits nothing. */
function findLastList(papers: readonly Paper[], statements: readonly Statement[]): LastList | undefined {
  const namesById = new Map<DocumentId, Set<string>>()
  for (const { fact } of statements)
    for (const { documentId } of fact.provenance)
      namesById.set(documentId, (namesById.get(documentId) ?? new Set()).add(fold(fact.name)))
  const lists = papers.flatMap((paper): LastList[] => {
    const names = namesById.get(paper.id)
    return paper.isList && paper.on !== undefined && names !== undefined ? [{ paper, on: paper.on, names }] : []
  })
  return lists.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)
}

/** Those of the latest day; two doses of one day are two lines. */
function lastOf(statements: readonly Statement[]): Statement[] {
  const last = statements
    .map(({ on }) => on ?? '')
    .toSorted()
    .at(-1)
  return statements.filter(({ on }) => (on ?? '') === last)
}

function toLine(statement: Statement, lastList: LastList | undefined, today: string): MedicineLine {
  const { fact, on, papers, decidedAt } = statement
  const said = { ...(on !== undefined && { on }), ...(papers[0] && { documentId: papers[0].id }) }
  const { change, stoppedOn } = fact.details
  if (change === 'stopped' || (stoppedOn !== undefined && stoppedOn <= today))
    return { fact, standing: 'stopped', ...said }
  const wasDecided = fact.state !== 'proposed' && decidedAt !== undefined && isRecent(decidedAt, today)
  const saidAt = wasDecided ? decidedAt : (on ?? '')
  if (lastList !== undefined && lastList.on > saidAt && !lastList.names.has(fold(fact.name)))
    return { fact, standing: 'not-on-last-list', on: lastList.on, documentId: lastList.paper.id }
  const list = papers.find((paper) => paper.isList && paper.on !== undefined && isRecent(paper.on, today))
  if (list !== undefined) return { fact, standing: 'current', ...(list.on && { on: list.on }), documentId: list.id }
  return {
    fact,
    standing: wasDecided ? 'current' : 'last-stated',
    ...said,
    ...(wasDecided && { on: decidedAt.slice(0, 10) }),
  }
}

/** Within twelve months before today, to the day; of a month alone its last day counts. */
function isRecent(on: string, today: string): boolean {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return on.slice(0, 10) >= yearAgo.slice(0, Math.min(10, on.length)) && on.slice(0, 10) <= `${today}~`
}
