/**
 * Takes the invented person out of a copy of the store, with every row that is theirs, so that a backup is of real people only.
 * Works on the copy alone, never on the store it came from. The log of what was done names ids, and stays whole.
 */
import { AppError } from '#contract/errors.ts'
import type { OpenOptions } from './open.ts'
import { startThread } from './thread.ts'

/** Leaves the copy as one file, without a trace of what went. */
export async function leaveOutSample(copy: Omit<OpenOptions, 'readonly' | 'isAlone'>): Promise<void> {
  const thread = await startThread({ ...copy, readonly: false, isAlone: true })
  const query = async <R>(sql: string) => (await thread.run(sql, [])).rows as R[]
  try {
    await query('BEGIN IMMEDIATE')
    // what refers to each other goes in any order, as long as nothing refers to what is gone at the end
    await query('PRAGMA defer_foreign_keys = on')
    for (const { name } of await query<{ name: string }>(tablesOfPeople))
      await query(`DELETE FROM "${name}" WHERE personId IN (SELECT id FROM person WHERE isSample = 1)`)
    await query('DELETE FROM person WHERE isSample = 1')
    await query('COMMIT')
    if ((await query('PRAGMA foreign_key_check')).length > 0) throw new AppError('vault/damaged-store')
    await query('VACUUM')
    await query('PRAGMA journal_mode = delete')
  } finally {
    await thread.close()
  }
}

/** Made from the schema, so that a table that is added is thought of; what hangs on a document goes with it by itself. */
const tablesOfPeople = `
  SELECT listed.name FROM sqlite_master AS listed JOIN pragma_table_info(listed.name) AS field
  WHERE listed.type = 'table' AND field.name = 'personId' ORDER BY listed.name`
