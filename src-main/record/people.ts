/** People: adding, naming, listing and removing them. What belongs to a person goes with them. */
import { AppError } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Person } from '#contract/people.ts'
import type { NewPerson } from '#contract/vault.ts'
import { forgetFactsOfPerson } from '../facts/forget.ts'
import type { Clock } from '../lib/clock.ts'
import type { Audit } from '../store/audit.ts'
import { deleteConversationsOf } from '../store/conversations.ts'
import { listDocuments } from '../store/documents.ts'
import { fromCursor, toPage } from '../store/paging.ts'
import {
  deletePerson,
  findPersonWithCounts,
  insertPerson,
  listPeople,
  type PeopleQuery,
  type PersonWithCounts,
  updatePerson,
} from '../store/people.ts'
import { deleteReviewsOf } from '../store/reviews.ts'
import type { Store } from '../store/store.ts'
import { nextStamp } from '../store/vault-meta.ts'

export interface PeopleDeps {
  readonly store: Store
  readonly audit: Audit
  readonly clock: Clock
  readonly newId: () => string
  readonly deleteDocument: (id: DocumentId) => Promise<void>
  readonly changed: () => void
}

export type People = ReturnType<typeof createPeople>

export function createPeople({ store, audit, clock, newId, deleteDocument, changed }: PeopleDeps) {
  async function get(id: PersonId): Promise<Person> {
    const row = await findPersonWithCounts(store.db, id)
    if (row === undefined) throw new AppError('person/unknown')
    return toPerson(row)
  }

  return {
    get,

    async add({ name, bornOn }: NewPerson, { isSample = false }: { isSample?: boolean } = {}): Promise<Person> {
      checkDate(bornOn)
      const id = newId() as PersonId
      await store.write(async (trx) => {
        await insertPerson(trx, {
          ...{ id, name, bornOn: bornOn ?? null, addedAt: clock.now(), isSample: isSample ? 1 : 0 },
          ...(await nextStamp(trx)),
        })
        await audit.append(trx, { action: 'person.add', objectId: id })
      })
      changed()
      return get(id)
    },

    async edit({ id, name, bornOn }: { id: PersonId; name: string; bornOn: string | null }): Promise<Person> {
      checkDate(bornOn ?? undefined)
      await get(id)
      await store.write(async (trx) => {
        await updatePerson(trx, id, { name, bornOn }, await nextStamp(trx))
        await audit.append(trx, { action: 'person.edit', objectId: id })
      })
      changed()
      return get(id)
    },

    /** Documents first, each proved gone; a crash between leaves the person with fewer, and it can be asked for again. */
    async delete(id: PersonId): Promise<void> {
      await get(id)
      // first, else each document would be taken out of them one by one
      await store.write((trx) => deleteReviewsOf(trx, id))
      const filter = { personId: id }
      for (;;) {
        const documents = await listDocuments(store.db, { filter, sort: 'imported', limit: 200, after: undefined })
        if (documents.length === 0) break
        for (const document of documents) await deleteDocument(document.id)
      }
      await store.write(async (trx) => {
        await deleteConversationsOf(trx, id)
        await deleteReviewsOf(trx, id)
        await forgetFactsOfPerson(trx, id)
        await deletePerson(trx, id)
        await audit.append(trx, { action: 'person.delete', objectId: id })
      })
      changed()
    },

    async list(query: Omit<PeopleQuery, 'after'> & { cursor?: string | undefined }) {
      const rows = await listPeople(store.db, { ...query, limit: query.limit + 1, after: fromCursor(query.cursor) })
      return toPage(rows, query.limit, toPerson, (row) => ({ value: row.name, seq: row.seq }))
    },
  }
}

const toPerson = ({ id, name, bornOn, isSample, documents, lastImportAt }: PersonWithCounts): Person => ({
  ...{ id, name, isSample: isSample === 1, documents },
  ...(bornOn !== null && { bornOn }),
  ...(lastImportAt !== null && { lastImportAt }),
})

/** 2023-02-29 has the form of a date and is none. */
function checkDate(date: string | undefined): void {
  const [year, month, day] = (date ?? '').split('-').map(Number)
  if (month === undefined || day === undefined) return
  const made = new Date(Date.UTC(year ?? 0, month - 1, day))
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) throw new AppError('input/invalid')
}
