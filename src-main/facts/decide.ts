/**
 * What a person does to facts: accept, correct, reject, enter, choose between two, take back. Each act adds decisions,
 * one for each place where the fact stands, and the facts are made anew of them. Nothing a person decided is ever changed
 * or dropped here but by taking that very act back.
 */
import type { Insertable, Transaction } from 'kysely'
import { AppError } from '#contract/errors.ts'
import type { Fact, NewFact, Verdict } from '#contract/facts.ts'
import type { FactId, PersonId } from '#contract/ids.ts'
import type { Proposal } from '../extract/proposal.ts'
import { unpackBoxes } from '../ingest/boxes.ts'
import type { Clock } from '../lib/clock.ts'
import type { Audit } from '../store/audit.ts'
import { insertDecisions, listDecisions } from '../store/decisions.ts'
import { changeSources, findFacts, insertSources, listAnchors, type SourceWithAnchor } from '../store/facts.ts'
import { findPerson } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import type { DecisionTable, FactRow, Tables } from '../store/tables.ts'
import { nextStamp } from '../store/vault-meta.ts'
import type { FactContent } from './compose-fact.ts'
import { type Decision, type DecisionValue, readDecision } from './decision-value.ts'
import { editStatement, newStatement } from './edit-statement.ts'
import type { Measures } from './measures.ts'
import { regroup } from './regroup.ts'
import { NO_PAPER } from './set-proposals.ts'
import { loadFacts } from './show-facts.ts'
import { factIdOf, proposalToStatement, type Statement } from './statement.ts'
import { takeBack } from './take-back.ts'

export interface DecideDeps {
  readonly store: Store
  readonly audit: Audit
  readonly clock: Clock
  readonly newId: () => string
  readonly userId: string
  readonly measures: Measures
  readonly changed: () => void
}

/** What becomes of one fact. */
interface Ruling {
  readonly fact: FactRow
  readonly act: 'accept' | 'correct' | 'reject' | 'resolve'
  readonly stands: boolean
  readonly statement: Statement
  readonly over?: FactId
}

export function createDecide({ store, audit, clock, newId, userId, measures, changed }: DecideDeps) {
  /** Answers the facts as they are afterwards, in the order of the rulings. */
  async function rule(trx: Transaction<Tables>, actId: string, rulings: readonly Ruling[]): Promise<readonly FactId[]> {
    const sources = await listAnchors(
      trx,
      rulings.map(({ fact }) => fact.id),
    )
    const before = await lastDecisions(trx, sources)
    const stamp = await nextStamp(trx)
    const decisions: Insertable<DecisionTable>[] = []
    const moves: { seq: number; factId: FactId; decisionId: string }[] = []
    const idAfter = ({ fact, statement }: Ruling) => factIdOf(fact.personId, statement)
    for (const ruling of rulings)
      for (const source of sources.filter(({ factId }) => factId === ruling.fact.id)) {
        const value = toValue(ruling, source, before.get(source.decisionId ?? ''))
        const id = newId()
        decisions.push({
          ...{ id, userId, ...anchorOf(source), act: ruling.act, value: JSON.stringify(value), decidedAt: clock.now() },
          ...{ personId: ruling.fact.personId, actId, follows: source.decisionId, ...stamp },
        })
        moves.push({ seq: source.seq, factId: idAfter(ruling), decisionId: id })
      }
    await insertDecisions(trx, decisions)
    await changeSources(trx, moves)
    for (const [personId, own] of Map.groupBy(rulings, ({ fact }) => fact.personId))
      await regroup(
        trx,
        personId,
        own.flatMap((ruling) => [ruling.fact.id, idAfter(ruling)]),
      )
    return rulings.map(idAfter)
  }

  return {
    async decide(verdicts: readonly Verdict[]): Promise<{ undoId: string; facts: Fact[] }> {
      const undoId = newId()
      const ids = await store.write(async (trx) => {
        const facts = await getAsSeen(
          trx,
          verdicts.map(({ id }) => id),
        )
        if (verdicts.length > 1 && facts.some(needsLookingAtAlone)) throw new AppError('fact/one-by-one')
        const after = await rule(
          trx,
          undoId,
          verdicts.map((verdict, at) => toRuling(verdict, facts[at] as FactRow, measures)),
        )
        await audit.append(trx, { action: 'fact.decide', meta: { facts: verdicts.length } })
        return after
      })
      changed()
      return { undoId, facts: await loadFacts(store.db, ids) }
    },

    async resolve(keep: FactId, over: readonly FactId[]): Promise<{ undoId: string; facts: Fact[] }> {
      if (over.includes(keep)) throw new AppError('input/invalid')
      const undoId = newId()
      const ids = await store.write(async (trx) => {
        const [kept, ...others] = await getAsSeen(trx, [keep, ...over])
        if (kept === undefined || others.some(({ personId, kind }) => personId !== kept.personId || kind !== kept.kind))
          throw new AppError('input/invalid')
        const after = await rule(trx, undoId, [
          { fact: kept, act: 'resolve', stands: true, statement: statementOf(kept) },
          ...others.map(
            (fact): Ruling => ({
              ...{ fact, act: 'resolve', stands: false, statement: statementOf(fact), over: keep },
            }),
          ),
        ])
        await audit.append(trx, { action: 'fact.resolve', objectId: keep, meta: { facts: over.length } })
        return after
      })
      changed()
      return { undoId, facts: await loadFacts(store.db, ids) }
    },

    async enter(fact: NewFact): Promise<Fact> {
      const { personId } = fact
      if ((await findPerson(store.db, personId)) === undefined) throw new AppError('person/unknown')
      const statement = newStatement(fact, measures)
      const factId = factIdOf(personId, statement)
      const [id, now] = [newId(), clock.now()]
      const value: DecisionValue = { stands: true, statement, isCorrected: false, enteredAt: now }
      await store.write(async (trx) => {
        await insertDecisions(trx, [
          {
            ...{ id, userId, sha256: NO_PAPER, page: 0, words: id, kind: fact.kind, act: 'enter' },
            ...{ value: JSON.stringify(value), decidedAt: now, personId, actId: id, follows: null },
            ...(await nextStamp(trx)),
          },
        ])
        await insertSources(trx, [enteredSource(personId, factId, fact.kind, id)])
        await regroup(trx, personId, [factId])
        await audit.append(trx, { action: 'fact.enter', objectId: personId })
      })
      changed()
      const [entered] = await loadFacts(store.db, [factId])
      if (entered === undefined) throw new AppError('fact/unknown')
      return entered
    },

    async undo(undoId: string): Promise<{ facts: Fact[] }> {
      const ids = await store.write(async (trx) => {
        const touched = await takeBack(trx, undoId)
        await audit.append(trx, { action: 'fact.undo', meta: { facts: touched.length } })
        return touched
      })
      changed()
      return { facts: await loadFacts(store.db, ids) }
    },
  }
}

/** In the order of the ids, each once. A fact that is no longer stated like this has another id by now. */
async function getAsSeen(trx: Transaction<Tables>, ids: readonly FactId[]): Promise<FactRow[]> {
  if (new Set(ids).size !== ids.length) throw new AppError('input/invalid')
  const rowsById = new Map((await findFacts(trx, ids)).map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = rowsById.get(id)
    if (row === undefined) throw new AppError('fact/changed')
    return row
  })
}

const needsLookingAtAlone = ({ kind, flag, data }: FactRow): boolean =>
  kind === 'medication' ||
  kind === 'allergy' ||
  flag === 'critical' ||
  (JSON.parse(data) as FactContent).doubts.length > 0

function toRuling(verdict: Verdict, fact: FactRow, measures: Measures): Ruling {
  const statement = statementOf(fact)
  if (verdict.act !== 'correct') return { fact, act: verdict.act, stands: verdict.act === 'accept', statement }
  return { fact, act: 'correct', stands: true, statement: editStatement(statement, verdict.edit, measures) }
}

function statementOf({ kind, data }: FactRow): Statement {
  const { readDifferently: _, ...content } = JSON.parse(data) as FactContent
  return { kind, ...content, doubts: [] }
}

async function lastDecisions(
  trx: Transaction<Tables>,
  sources: readonly SourceWithAnchor[],
): Promise<ReadonlyMap<string, Decision>> {
  const rows = await listDecisions(
    trx,
    sources.flatMap(({ decisionId }) => decisionId ?? []),
  )
  return new Map(rows.map((row) => [row.id, readDecision(row)]))
}

function toValue(
  { act, stands, statement, over }: Ruling,
  source: SourceWithAnchor,
  before: Decision | undefined,
): DecisionValue {
  const { enteredAt } = before?.value ?? {}
  return {
    ...{ stands, statement, isCorrected: act === 'correct' || before?.value.isCorrected === true },
    ...(enteredAt !== undefined && { enteredAt }),
    ...(source.proposal !== null && { read: proposalToStatement(JSON.parse(source.proposal) as Proposal) }),
    ...(source.documentId !== null && {
      place: { boxes: unpackBoxes(source.boxes), valueBoxes: unpackBoxes(source.valueBoxes), quote: source.quote },
    }),
    ...(over !== undefined && { over }),
  }
}

const anchorOf = ({ sha256, page, words, kind }: SourceWithAnchor) => ({
  sha256: sha256 ?? NO_PAPER,
  page,
  words,
  kind,
})

const enteredSource = (personId: PersonId, factId: FactId, kind: Fact['kind'], decisionId: string) => ({
  ...{ factId, personId, documentId: null, page: 0, kind, words: decisionId, quote: '', proposal: null, decisionId },
  ...{ boxes: new Uint8Array(), valueBoxes: new Uint8Array() },
})
