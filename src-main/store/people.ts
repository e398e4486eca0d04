/** Queries about people and users. */
import type { Insertable, Kysely, Selectable, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { PersonId } from '#contract/ids.ts'
import type { Position } from './paging.ts'
import type { PersonTable, Tables, UserTable } from './tables.ts'
import type { Stamp } from './vault-meta.ts'

export type PersonRow = Selectable<PersonTable>

/** With what there is of them; parts of a document do not count. */
export type PersonWithCounts = PersonRow & { documents: number; lastImportAt: string | null }

export const insertUser = (trx: Transaction<Tables>, row: UserTable) => trx.insertInto('user').values(row).execute()

export const insertPerson = (trx: Transaction<Tables>, row: Insertable<Omit<PersonTable, 'seq'>>): Promise<PersonRow> =>
  trx.insertInto('person').values(row).returningAll().executeTakeFirstOrThrow()

export const updatePerson = (
  trx: Transaction<Tables>,
  id: PersonId,
  person: { readonly name: string; readonly bornOn: string | null },
  stamp: Stamp,
) =>
  trx
    .updateTable('person')
    .set({ ...person, ...stamp })
    .where('id', '=', id)
    .execute()

export const deletePerson = (trx: Transaction<Tables>, id: PersonId) =>
  trx.deleteFrom('person').where('id', '=', id).execute()

export const findSamplePerson = (db: Kysely<Tables>): Promise<PersonRow | undefined> =>
  db.selectFrom('person').selectAll().where('isSample', '=', 1).executeTakeFirst()

/** Ids of the invented person's documents, which count nowhere. */
export const samplePapers = sql`(SELECT document.id FROM document JOIN person ON person.id = document.personId WHERE person.isSample = 1)`

export const findPersonWithCounts = (db: Kysely<Tables>, id: PersonId): Promise<PersonWithCounts | undefined> =>
  withCounts(db).where('id', '=', id).executeTakeFirst()

export const findPerson = (db: Kysely<Tables>, id: PersonId): Promise<PersonRow | undefined> =>
  db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()

/** Of everybody: by these a paper is known to be somebody's. */
export const listNames = (db: Kysely<Tables>): Promise<Pick<PersonRow, 'id' | 'name' | 'bornOn'>[]> =>
  db.selectFrom('person').select(['id', 'name', 'bornOn']).orderBy('seq').execute()

export interface PeopleQuery {
  readonly filter: { readonly name?: string | undefined; readonly id?: PersonId | undefined }
  readonly sort: 'name' | 'added'
  readonly limit: number
  readonly after: Position | undefined
}

export function listPeople(
  db: Kysely<Tables>,
  { filter, sort, limit, after }: PeopleQuery,
): Promise<PersonWithCounts[]> {
  let query = withCounts(db).limit(limit)
  if (filter.id !== undefined) query = query.where('id', '=', filter.id)
  if (filter.name !== undefined) query = query.where(sql<boolean>`name = ${filter.name} COLLATE NOCASE`)
  if (sort === 'added') {
    if (after) query = query.where('seq', '>', after.seq)
    return query.orderBy('seq').execute()
  }
  if (after) query = query.where(sql<boolean>`(name COLLATE NOCASE, seq) > (${after.value}, ${after.seq})`)
  return query.orderBy(sql`name COLLATE NOCASE`).orderBy('seq').execute()
}

function withCounts(db: Kysely<Tables>) {
  const documents = sql`FROM document WHERE document.personId = person.id AND document.partOf IS NULL`
  return db
    .selectFrom('person')
    .selectAll('person')
    .select([
      sql<number>`(SELECT count(*) ${documents})`.as('documents'),
      sql<string | null>`(SELECT max(document.importedAt) ${documents})`.as('lastImportAt'),
    ])
}
