/**
 * Brings a store to the newest schema. A store that holds anything is copied and the copy checked first; a newer store
 * is refused with `app/too-old`. Nothing is ever deleted or made anew here.
 */
import { type Kysely, sql } from 'kysely'
import { AppError } from '#contract/errors.ts'
import { migrations as released } from './migrations/index.ts'
import type { Store } from './store.ts'

export interface Migration {
  readonly name: string
  up(db: Kysely<unknown>): Promise<void>
}

/** `copyTo(version)` names a file that does not exist yet. Answers the schema version now in force. */
export async function migrate(
  store: Store,
  copyTo: (version: number) => string,
  migrations: readonly Migration[] = released,
): Promise<number> {
  const current = await schemaVersion(store)
  if (current > migrations.length) throw new AppError('app/too-old', { schema: current, known: migrations.length })
  if (current > 0 && current < migrations.length) await copy(store, copyTo(current))
  for (const [index, migration] of migrations.entries()) {
    if (index < current) continue
    await store.write(async (trx) => {
      await migration.up(trx as unknown as Kysely<unknown>)
      await sql.raw(`PRAGMA user_version = ${index + 1}`).execute(trx)
    })
  }
  return migrations.length
}

export async function schemaVersion(store: Store): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(store.db)
  return rows[0]?.user_version ?? 0
}

/** An encrypted copy under the same key, checked as a file of its own; `backup()` and `serialize()` would fail or write plaintext. */
async function copy(store: Store, file: string): Promise<void> {
  await sql`VACUUM INTO ${file}`.execute(store.db)
  await sql`ATTACH ${file} AS copied`.execute(store.db)
  const { rows } = await sql<{ integrity_check: string }>`PRAGMA copied.integrity_check`.execute(store.db)
  await sql`DETACH copied`.execute(store.db)
  if (rows[0]?.integrity_check !== 'ok') throw new AppError('vault/damaged-store')
}
