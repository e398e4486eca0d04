/**
 * Lays what was read of one document beside what was decided about it, and makes the facts of both. Reading again with
 * another extractor replaces what was read and never what was decided.
 */
import type { Insertable, Transaction } from 'kysely'
import type { PersonId } from '#contract/ids.ts'
import { packBoxes } from '../ingest/boxes.ts'
import type { FoundFact } from '../ingest/found-fact.ts'
import { listLastDecisions } from '../store/decisions.ts'
import { deleteSourcesOf, insertSources } from '../store/facts.ts'
import type { DocumentRow, FactSourceTable, Tables } from '../store/tables.ts'
import { type Decision, readDecision } from './decision-value.ts'
import { matchDecisions } from './match-decisions.ts'
import { regroup } from './regroup.ts'
import { factIdOf, proposalToStatement } from './statement.ts'

type NewSource = Insertable<FactSourceTable>
type Owner = Pick<DocumentRow, 'id' | 'personId' | 'sha256'>

/** Everything that was read of the document, which takes the place of what was read before; pages are those of this part. */
export async function setProposals(
  trx: Transaction<Tables>,
  document: Owner,
  found: readonly FoundFact[],
): Promise<void> {
  const { personId, sha256 } = document
  const touched = await deleteSourcesOf(trx, document.id)
  const decisions = (await listLastDecisions(trx, personId, sha256)).map(readDecision)
  const { byFound, left } = matchDecisions(found, decisions)
  const sources = [
    ...found.map((fact, at) => toSource(document, fact, byFound.get(at))),
    ...left.map((decision) => toSourceLeft(document, decision)),
  ]
  await insertSources(trx, sources)
  await regroup(trx, personId, [...touched, ...sources.map(({ factId }) => factId)])
}

/** What the person entered by hand, as it was last decided. */
export async function setEntered(trx: Transaction<Tables>, personId: PersonId): Promise<void> {
  const decisions = (await listLastDecisions(trx, personId, NO_PAPER)).map(readDecision)
  const sources = decisions.map((decision) => toSourceLeft({ id: null, personId }, decision))
  await insertSources(trx, sources)
  await regroup(
    trx,
    personId,
    sources.map(({ factId }) => factId),
  )
}

/** In place of an original's hash. */
export const NO_PAPER = ''

function toSource({ id, personId }: Owner, fact: FoundFact, decision: Decision | undefined): NewSource {
  const { proposal, words, boxes, valueBoxes, quote } = fact
  const statement = decision?.value.statement ?? proposalToStatement(proposal)
  return {
    ...{ factId: factIdOf(personId, statement), personId, documentId: id, page: proposal.page, kind: proposal.kind },
    ...{ words, boxes, valueBoxes, quote, proposal: JSON.stringify(proposal), decisionId: decision?.id ?? null },
  }
}

function toSourceLeft(
  { id, personId }: { readonly id: Owner['id'] | null; readonly personId: PersonId },
  { id: decisionId, page, words, value }: Decision,
): NewSource {
  const { statement, place } = value
  return {
    ...{ factId: factIdOf(personId, statement), personId, documentId: id, page, kind: statement.kind },
    ...{ words, boxes: packBoxes(place?.boxes ?? []), valueBoxes: packBoxes(place?.valueBoxes ?? []) },
    ...{ quote: place?.quote ?? '', proposal: null, decisionId },
  }
}
