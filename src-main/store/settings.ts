/** Queries about settings: values as JSON text, by name. */
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'
import type { Stamp } from './vault-meta.ts'

export const readSettings = (db: Kysely<Tables>) => db.selectFrom('setting').select(['name', 'value']).execute()

export const putSetting = (trx: Transaction<Tables>, name: string, value: string, stamp: Stamp) =>
  trx
    .replaceInto('setting')
    .values({ name, value, ...stamp })
    .execute()
