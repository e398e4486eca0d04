/** Takes one act back: its decisions go, and what was decided before them, or what the paper says, stands again. */
import type { Transaction } from 'kysely'
import { AppError } from '#contract/errors.ts'
import type { FactId, PersonId } from '#contract/ids.ts'
import type { Proposal } from '../extract/proposal.ts'
import { deleteDecisions, listDecisions, listDecisionsOfAct, listFollowing } from '../store/decisions.ts'
import { changeSources, deleteSources, listSourcesDecidedBy } from '../store/facts.ts'
import type { FactSourceRow, Tables } from '../store/tables.ts'
import { type Decision, readDecision } from './decision-value.ts'
import { regroup } from './regroup.ts'
import { factIdOf, proposalToStatement } from './statement.ts'

/** Answers the facts that it leaves; `fact/undo-unknown` when there was no such act, or something was decided since. */
export async function takeBack(trx: Transaction<Tables>, actId: string): Promise<readonly FactId[]> {
  const decisions = await listDecisionsOfAct(trx, actId)
  const ids = decisions.map(({ id }) => id)
  if (ids.length === 0 || (await listFollowing(trx, ids)).length > 0) throw new AppError('fact/undo-unknown')
  const earlier = (
    await listDecisions(
      trx,
      decisions.flatMap(({ follows }) => follows ?? []),
    )
  ).map(readDecision)
  const earlierById = new Map(earlier.map((decision) => [decision.id, decision]))
  const followsById = new Map(decisions.map(({ id, follows }) => [id, follows]))

  const touched: { personId: PersonId; factId: FactId }[] = []
  const moves: { seq: number; factId: FactId; decisionId: string | null }[] = []
  const gone: number[] = []
  for (const source of await listSourcesDecidedBy(trx, ids)) {
    const { seq, personId, factId } = source
    touched.push({ personId, factId })
    const before = earlierById.get(followsById.get(source.decisionId ?? '') ?? '')
    const after = factIdBefore(source, before)
    if (after === undefined) gone.push(seq)
    else {
      moves.push({ seq, factId: after, decisionId: before?.id ?? null })
      touched.push({ personId, factId: after })
    }
  }
  await deleteSources(trx, gone)
  await changeSources(trx, moves)
  await deleteDecisions(trx, ids)
  for (const [personId, own] of Map.groupBy(touched, (one) => one.personId))
    await regroup(
      trx,
      personId,
      own.map(({ factId }) => factId),
    )
  return [...new Set(moves.map(({ factId }) => factId))]
}

/** Undefined: the place was only kept for what was decided about it. */
function factIdBefore({ personId, proposal }: FactSourceRow, before: Decision | undefined): FactId | undefined {
  if (before !== undefined) return factIdOf(personId, before.value.statement)
  return proposal === null ? undefined : factIdOf(personId, proposalToStatement(JSON.parse(proposal) as Proposal))
}
