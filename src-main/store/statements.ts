/** Prepared statements over one connection, kept for reuse; the body of a store thread, free of messages. */
import type Database from 'better-sqlite3'

export interface StatementResult {
  readonly rows: unknown[]
  /** Present for statements that return no rows. */
  readonly changes?: number
  readonly insertId?: number | bigint
  readonly ms: number
}

const KEPT = 200

export type Statements = ReturnType<typeof createStatements>

export function createStatements(db: Database.Database) {
  const prepared = new Map<string, Database.Statement>()

  function prepare(sql: string): Database.Statement {
    const known = prepared.get(sql)
    if (known) return known
    const statement = db.prepare(sql)
    if (prepared.size >= KEPT) prepared.clear()
    prepared.set(sql, statement)
    return statement
  }

  return {
    run(sql: string, parameters: readonly unknown[]): StatementResult {
      const startedAt = performance.now()
      const statement = prepare(sql)
      if (statement.reader) {
        const rows = statement.all(...parameters)
        return { rows, ms: performance.now() - startedAt }
      }
      const { changes, lastInsertRowid } = statement.run(...parameters)
      return { rows: [], changes, insertId: lastInsertRowid, ms: performance.now() - startedAt }
    },
    close(): void {
      prepared.clear()
      db.close()
    },
  }
}
