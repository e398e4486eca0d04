/**
 * Whether a paper may be somebody else's than the person's for whom it was imported. Once a person has said whose it is,
 * or has decided about what it says, nobody is asked again.
 */
import type { Transaction } from 'kysely'
import type { DocumentFacts } from '../extract/proposal.ts'
import { listLastDecisions } from '../store/decisions.ts'
import { listNames } from '../store/people.ts'
import type { DocumentRow, Tables } from '../store/tables.ts'
import { matchPerson } from './person-match.ts'

export async function isDoubtfulWhose(
  trx: Transaction<Tables>,
  parts: readonly DocumentRow[],
  { people: named }: DocumentFacts,
): Promise<boolean> {
  const [lead] = parts
  if (lead === undefined || lead.isPersonAnswered === 1) return false
  for (const { personId, sha256 } of parts)
    if ((await listLastDecisions(trx, personId, sha256)).length > 0) return false
  const people = (await listNames(trx)).map(({ id, name, bornOn }) => ({ id, name, bornOn: bornOn ?? undefined }))
  const match = matchPerson(named, people, lead.personId)
  return match === 'other' || match === 'unclear'
}
