/** The only importer of sqlite-vec, an SQLite extension that adds distances between vectors. Loaded in the vectors thread, nowhere else. */
import type Database from 'better-sqlite3'
import { getLoadablePath } from 'sqlite-vec'

/**
 * Loads the extension into this connection, from the package or from `file`; false where there is none for this machine.
 * SQL itself can load nothing, before or after: only this call of the driver is allowed to.
 */
export function loadVectorExtension(db: Database.Database, file?: string): boolean {
  try {
    db.loadExtension(file ?? getLoadablePath())
    return true
  } catch {
    return false
  }
}
