/** People: adding and listing them. */
import { AppError } from '#contract/errors.ts'
import type { PersonId } from '#contract/ids.ts'
import type { Person } from '#contract/people.ts'
import type { NewPerson } from '#contract/vault.ts'
import type { Clock } from '../lib/clock.ts'
import type { Audit } from '../store/audit.ts'
import { fromCursor, toPage } from '../store/paging.ts'
import { insertPerson, listPeople, type PeopleQuery, type PersonRow } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import { nextStamp } from '../store/vault-meta.ts'

export interface PeopleDeps {
  readonly store: Store
  readonly audit: Audit
  readonly clock: Clock
  readonly newId: () => string
  readonly changed: () => void
}

export type People = ReturnType<typeof createPeople>

export function createPeople({ store, audit, clock, newId, changed }: PeopleDeps) {
  return {
    async add({ name, bornOn }: NewPerson): Promise<Person> {
      if (bornOn !== undefined && !isCalendarDate(bornOn)) throw new AppError('input/invalid')
      const id = newId() as PersonId
      const row = await store.write(async (trx) => {
        const stamp = await nextStamp(trx)
        const added = await insertPerson(trx, { id, name, bornOn: bornOn ?? null, addedAt: clock.now(), ...stamp })
        await audit.append(trx, { action: 'person.add', objectId: id })
        return added
      })
      changed()
      return toPerson(row)
    },

    async list(query: Omit<PeopleQuery, 'after'> & { cursor?: string | undefined }) {
      const rows = await listPeople(store.db, { ...query, limit: query.limit + 1, after: fromCursor(query.cursor) })
      return toPage(rows, query.limit, toPerson, (row) => ({ value: row.name, seq: row.seq }))
    },
  }
}

const toPerson = ({ id, name, bornOn }: PersonRow): Person => ({ id, name, ...(bornOn !== null && { bornOn }) })

/** 2023-02-29 has the form of a date and is none. */
function isCalendarDate(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number)
  if (month === undefined || day === undefined) return true
  const made = new Date(Date.UTC(year ?? 0, month - 1, day))
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day
}
