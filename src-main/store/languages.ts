/** Queries about installed language packs: which there are, and the hash by which each is known. */
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { LanguagePackTable, Tables } from './tables.ts'

export type LanguagePackRow = Selectable<LanguagePackTable>

export const listLanguagePacks = (db: Kysely<Tables>): Promise<LanguagePackRow[]> =>
  db.selectFrom('languagePack').selectAll().orderBy('code').execute()

export const putLanguagePack = (trx: Transaction<Tables>, row: LanguagePackRow) =>
  trx.replaceInto('languagePack').values(row).execute()

/** Whether there was one. */
export const deleteLanguagePack = async (trx: Transaction<Tables>, code: string): Promise<boolean> =>
  (await trx.deleteFrom('languagePack').where('code', '=', code).executeTakeFirst()).numDeletedRows > 0n
