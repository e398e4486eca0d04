/** Queries about models: what each was when it was brought, and which of them does which work. */
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { ModelTable, ModelUseTable, Tables } from './tables.ts'

export type ModelRow = Selectable<ModelTable>
export type ModelUseRow = Selectable<ModelUseTable>

export const listModels = (db: Kysely<Tables>): Promise<ModelRow[]> =>
  db.selectFrom('model').selectAll().orderBy('id').execute()

export const findModel = (db: Kysely<Tables>, id: string): Promise<ModelRow | undefined> =>
  db.selectFrom('model').selectAll().where('id', '=', id).executeTakeFirst()

export const putModel = (trx: Transaction<Tables>, row: ModelRow) => trx.replaceInto('model').values(row).execute()

/** With its work: nothing is left that names it. */
export async function deleteModel(trx: Transaction<Tables>, id: string): Promise<void> {
  await trx.deleteFrom('modelUse').where('modelId', '=', id).execute()
  await trx.deleteFrom('model').where('id', '=', id).execute()
}

export const listModelUses = (db: Kysely<Tables>): Promise<ModelUseRow[]> =>
  db.selectFrom('modelUse').selectAll().execute()

export const putModelUse = (trx: Transaction<Tables>, row: ModelUseRow) =>
  trx.replaceInto('modelUse').values(row).execute()

export const deleteModelUse = (trx: Transaction<Tables>, role: ModelUseRow['role']) =>
  trx.deleteFrom('modelUse').where('role', '=', role).execute()
