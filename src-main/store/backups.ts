/** What the store remembers of the last backup: one value beside the vault's own, and what has come since. */
import { type Kysely, sql, type Transaction } from 'kysely'
import { samplePapers } from './people.ts'
import type { Tables } from './tables.ts'

interface LastBackup {
  readonly folder: string
  readonly snapshotId: string
  readonly madeAt: string
  readonly lastDocumentSeq: number
}

const NAME = 'lastBackup'

export async function findLastBackup(db: Kysely<Tables>): Promise<LastBackup | undefined> {
  const row = await db.selectFrom('vaultMeta').select('value').where('name', '=', NAME).executeTakeFirst()
  return row && (JSON.parse(row.value) as LastBackup)
}

export const putLastBackup = (trx: Transaction<Tables>, last: LastBackup) =>
  trx
    .replaceInto('vaultMeta')
    .values({ name: NAME, value: JSON.stringify(last) })
    .execute()

/** Whole documents, not their parts; those of the invented person are in no backup and do not count. */
export async function countDocumentsAfter(db: Kysely<Tables>, seq: number): Promise<number> {
  const { documents } = await db
    .selectFrom('document')
    .select((document) => document.fn.countAll<number>().as('documents'))
    .where('seq', '>', seq)
    .where('partOf', 'is', null)
    .where(sql<boolean>`document.id NOT IN ${samplePapers}`)
    .executeTakeFirstOrThrow()
  return documents
}

export const hasOriginal = async (db: Kysely<Tables>, blobId: string): Promise<boolean> =>
  (await db.selectFrom('document').select('id').where('blobId', '=', blobId).executeTakeFirst()) !== undefined

/** A copy of a vault that is to live on beside it is another origin of changes. */
export const setOrigin = (trx: Transaction<Tables>, origin: string) =>
  trx.updateTable('vaultMeta').set({ value: origin }).where('name', '=', 'origin').execute()
