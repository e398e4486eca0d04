/**
 * Makes one fact of the places where it stands and of what was decided about them. The last decision says what stands;
 * without one it is the paper that says most and is doubted least. Pure, and the same in whatever order the places come.
 */
import type { FactDoubt, FactState } from '#contract/facts.ts'
import type { FactId, PersonId } from '#contract/ids.ts'
import type { Proposal } from '../extract/proposal.ts'
import type { SourceWithTime } from '../store/facts.ts'
import type { FactTable } from '../store/tables.ts'
import type { Decision } from './decision-value.ts'
import { keyOf, proposalToStatement, type Statement } from './statement.ts'

/** What is stored of a fact beside its columns. */
export type FactContent = Omit<Statement, 'kind'> & { readonly readDifferently?: string }

export type ComposedFact = Omit<FactTable, 'seq' | 'isReadDifferently'> & { readonly isReadDifferently: 0 | 1 }

export interface Source {
  readonly row: SourceWithTime
  readonly decision: Decision | undefined
}

export function composeFact(id: FactId, personId: PersonId, sources: readonly Source[]): ComposedFact {
  const read = sources
    .filter(({ row }) => row.proposal !== null)
    .map(({ row }) => ({ row, statement: proposalToStatement(JSON.parse(row.proposal ?? '') as Proposal) }))
  const last = lastDecision(sources)
  const statement = last === undefined ? bestOf(read) : { ...last.value.statement, doubts: [] }
  const state = last === undefined ? 'proposed' : stateAfter(last)
  const readDifferently = sources.map(differenceOf).find((said) => said !== undefined)
  const { kind, ...content } = statement
  const data: FactContent = { ...content, ...(readDifferently !== undefined && { readDifferently }) }
  return {
    ...{ id, personId, kind, state, name: statement.name, happenedOn: statement.happenedOn ?? null },
    ...{ flag: statement.flag, knownSince: knownSince(sources), reviewOrder: reviewOrder(statement, state) },
    isReadDifferently: readDifferently === undefined ? 0 : 1,
    data: JSON.stringify(data),
  }
}

/** The smaller, the sooner a person should look. */
function reviewOrder({ kind, flag, doubts }: Pick<Statement, 'kind' | 'flag' | 'doubts'>, state: FactState): number {
  const isDelicate = kind === 'medication' || kind === 'allergy'
  if (state !== 'proposed') return doubts.length > 0 ? 2 : 5
  if (isDelicate && doubts.length > 0) return 0
  if (flag === 'critical') return 1
  if (doubts.length > 0) return 2
  return isDelicate ? 3 : 4
}

/** `conflict` depends on other facts, and is put on or taken off once all of them are made. */
export function withConflict<T extends ComposedFact>(fact: T, isConflict: boolean): T {
  const content = JSON.parse(fact.data) as FactContent
  const doubts: FactDoubt[] = content.doubts.filter((doubt) => doubt !== 'conflict')
  if (isConflict) doubts.push('conflict')
  return {
    ...fact,
    reviewOrder: reviewOrder({ kind: fact.kind, flag: fact.flag, doubts }, fact.state),
    data: JSON.stringify({ ...content, doubts }),
  }
}

const lastDecision = (sources: readonly Source[]): Decision | undefined =>
  sources
    .flatMap(({ decision }) => decision ?? [])
    .toSorted((a, b) => b.logicalTime - a.logicalTime || (a.id < b.id ? -1 : 1))[0]

function stateAfter({ value }: Decision): FactState {
  if (!value.stands) return 'rejected'
  if (value.enteredAt !== undefined) return 'entered'
  return value.isCorrected ? 'corrected' : 'confirmed'
}

/** A flag with its range says more than none; then the fewer doubts; then what says most; then the paper that came first. */
function bestOf(read: readonly { row: SourceWithTime; statement: Statement }[]): Statement {
  const [best] = read.toSorted(
    (a, b) =>
      Number(a.statement.flag === 'unknown') - Number(b.statement.flag === 'unknown') ||
      a.statement.doubts.length - b.statement.doubts.length ||
      Object.keys(b.statement.details).length - Object.keys(a.statement.details).length ||
      order(a.statement.happenedOn ?? '', b.statement.happenedOn ?? '') ||
      order(a.row.importedAt ?? '', b.row.importedAt ?? '') ||
      order(a.row.documentId ?? '', b.row.documentId ?? '') ||
      a.row.seq - b.row.seq,
  )
  if (best === undefined) throw new Error('a fact that stands nowhere')
  return best.statement
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What the paper is read as now, where that is neither what it was read as then nor what was decided. */
function differenceOf({ row, decision }: Source): string | undefined {
  if (decision?.value.read === undefined) return undefined
  if (row.proposal === null) return NOT_FOUND
  const now = proposalToStatement(JSON.parse(row.proposal) as Proposal)
  const isSame = [decision.value.read, decision.value.statement].some((known) => sameStatement(known, now))
  return isSame ? undefined : describe(now)
}

/** In place of words where the paper is no longer read as saying anything of the kind. */
const NOT_FOUND = '—'

/** Closer than being one fact: another reaction to the same substance is worth being told of. */
const sameStatement = (a: Statement, b: Statement) =>
  JSON.stringify([keyOf(a), a.details.reaction, a.details.severity]) ===
  JSON.stringify([keyOf(b), b.details.reaction, b.details.severity])

function describe({ name, valueText, unitText, unit, happenedOn, details }: Statement): string {
  const parts = [name, valueText, unitText ?? unit, details.dose, details.frequency, happenedOn]
  return [...new Set(parts.filter((part) => part !== undefined && part !== ''))].join(' · ')
}

const knownSince = (sources: readonly Source[]): string =>
  sources.map(({ row, decision }) => row.importedAt ?? decision?.value.enteredAt ?? '').toSorted()[0] ?? ''
