/** Queries about people and users. */
import type { Kysely, Selectable, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { PersonId } from '#contract/ids.ts'
import type { Position } from './paging.ts'
import type { PersonTable, Tables, UserTable } from './tables.ts'

export type PersonRow = Selectable<PersonTable>

export const insertUser = (trx: Transaction<Tables>, row: UserTable) => trx.insertInto('user').values(row).execute()

export const insertPerson = (trx: Transaction<Tables>, row: Omit<PersonTable, 'seq'>): Promise<PersonRow> =>
  trx.insertInto('person').values(row).returningAll().executeTakeFirstOrThrow()

export const findPerson = (db: Kysely<Tables>, id: PersonId): Promise<PersonRow | undefined> =>
  db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()

export interface PeopleQuery {
  readonly filter: { readonly name?: string | undefined; readonly id?: PersonId | undefined }
  readonly sort: 'name' | 'added'
  readonly limit: number
  readonly after: Position | undefined
}

export function listPeople(db: Kysely<Tables>, { filter, sort, limit, after }: PeopleQuery): Promise<PersonRow[]> {
  let query = db.selectFrom('person').selectAll().limit(limit)
  if (filter.id !== undefined) query = query.where('id', '=', filter.id)
  if (filter.name !== undefined) query = query.where(sql<boolean>`name = ${filter.name} COLLATE NOCASE`)
  if (sort === 'added') {
    if (after) query = query.where('seq', '>', after.seq)
    return query.orderBy('seq').execute()
  }
  if (after) query = query.where(sql<boolean>`(name COLLATE NOCASE, seq) > (${after.value}, ${after.seq})`)
  return query.orderBy(sql`name COLLATE NOCASE`).orderBy('seq').execute()
}
