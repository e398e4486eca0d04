/** Says whose a paper is, and lays it with that person, words and all. Only then do its facts count. */
import type { Transaction } from 'kysely'
import { AppError } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { forgetFactsOf } from '../facts/forget.ts'
import { chunksOfPage } from '../ingest/page-chunks.ts'
import type { Audit } from '../store/audit.ts'
import { deleteChunks, insertChunks } from '../store/chunks.ts'
import { findDocumentBySha256, setDocumentState } from '../store/documents.ts'
import { deleteAttachmentsOf } from '../store/notes.ts'
import { findLacks, listPages } from '../store/pages.ts'
import { listParts } from '../store/parts.ts'
import { findPerson } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import type { DocumentRow, Tables } from '../store/tables.ts'
import { forgetExtracted, setPersonOf } from '../store/to-extract.ts'
import { forgetCited } from './conversations.ts'
import { forgetReviewed } from './forget-reviews.ts'

export interface AnswerPersonDeps {
  readonly store: Store
  readonly audit: Audit
  readonly answered: () => void
}

export function createAnswerPerson({ store, audit, answered }: AnswerPersonDeps) {
  return async (id: DocumentId, personId: PersonId): Promise<void> => {
    await store.write(async (trx) => {
      const parts = await listParts(trx, id)
      const [lead] = parts
      if (lead === undefined || lead.partOf !== null) throw new AppError('document/unknown')
      if (lead.state !== 'needs-answer') throw new AppError('document/needs-no-answer')
      const person = await findPerson(trx, personId)
      if (person === undefined) throw new AppError('person/unknown')
      if (personId !== lead.personId) for (const part of parts) await leave(trx, part, personId)
      const ids = parts.map((part) => part.id)
      await setPersonOf(trx, ids, personId)
      if (personId !== lead.personId) for (const part of ids) await arrive(trx, part, person.seq)
      await forgetExtracted(trx, ids)
      const { language } = await findLacks(trx, id)
      await setDocumentState(trx, id, language ? 'needs-language' : 'indexed')
      await audit.append(trx, { action: 'document.person', objectId: id, meta: { personId } })
    })
    answered()
  }
}

/** What was said of the one it was taken for is not said any more. */
async function leave(trx: Transaction<Tables>, part: DocumentRow, to: PersonId): Promise<void> {
  if ((await findDocumentBySha256(trx, to, part.sha256)) !== undefined) throw new AppError('document/known')
  await forgetReviewed(trx, part.id)
  await forgetFactsOf(trx, part)
  await forgetCited(trx, part.id)
  await deleteChunks(trx, part.id)
  await deleteAttachmentsOf(trx, part.id)
}

/** Its words are found among the other person's. */
async function arrive(trx: Transaction<Tables>, part: DocumentId, personSeq: number): Promise<void> {
  for (let first = 1; ; ) {
    const pages = await listPages(trx, part, first, 100)
    const last = pages.at(-1)
    if (last === undefined) return
    await insertChunks(
      trx,
      pages.flatMap((page) => chunksOfPage(page, personSeq)),
    )
    first = last.number + 1
  }
}
