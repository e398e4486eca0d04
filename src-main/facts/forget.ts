/** What a paper said goes with the paper: the places where facts stand on it, what was decided about them, and the facts that stand nowhere else. */
import type { Transaction } from 'kysely'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { deleteDecisionsAbout, deleteDecisionsOf } from '../store/decisions.ts'
import { findDocument } from '../store/documents.ts'
import { deleteFacts, deleteSourcesOf } from '../store/facts.ts'
import type { DocumentRow, Tables } from '../store/tables.ts'
import { regroup } from './regroup.ts'

/** For the transaction in which a part is deleted or goes to another person; the row must still be there. */
export async function forgetFactsOf(
  trx: Transaction<Tables>,
  { id, personId, sha256 }: Pick<DocumentRow, 'id' | 'personId' | 'sha256'>,
): Promise<void> {
  const touched = await deleteSourcesOf(trx, id)
  await deleteDecisionsAbout(trx, personId, sha256)
  await regroup(trx, personId, touched)
}

/** Where its reading is dropped and the original stays: what was decided is kept for when it is read again. */
export async function dropFactsOf(trx: Transaction<Tables>, documentId: DocumentId): Promise<void> {
  const document = await findDocument(trx, documentId)
  const touched = await deleteSourcesOf(trx, documentId)
  if (document !== undefined) await regroup(trx, document.personId, touched)
}

/** For the transaction in which a person is deleted. */
export async function forgetFactsOfPerson(trx: Transaction<Tables>, personId: PersonId): Promise<void> {
  await deleteFacts(trx, personId)
  await deleteDecisionsOf(trx, personId)
}
