/**
 * Kysely over store threads. Outside a transaction a SELECT goes to the reader with the least to do and anything else to
 * the writer; a transaction holds the writer from `begin immediate` to its end. Using `db` while inside a transaction
 * throws: it would see the past, or wait for itself for ever.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { AppError } from '#contract/errors.ts'
import type { StoreThread } from './thread.ts'

export interface DriverDeps {
  readonly writer: StoreThread
  readonly readers: readonly StoreThread[]
  readonly onStatement: (sql: string, ms: number) => void
}

/** Set while a transaction's callback runs; see `store.write`. */
export const insideTransaction = new AsyncLocalStorage<true>()

const WRITER_DEADLINE_MS = 10_000

export function threadDialect(deps: DriverDeps): Dialect {
  return {
    createAdapter: () => new ManyConnections(),
    createDriver: () => createDriver(deps),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** Kysely takes SQLite for one connection and would make every query wait for a running transaction; ours has readers. */
class ManyConnections extends SqliteAdapter {
  override get supportsMultipleConnections() {
    return true
  }
}

interface ThreadConnection extends DatabaseConnection {
  /** Lets go of the writer; set while this connection holds it. */
  release: (() => void) | undefined
}

function createDriver({ writer, readers, onStatement }: DriverDeps): Driver {
  const takeWriter = createMutex(WRITER_DEADLINE_MS)

  async function run<R>(thread: StoreThread, query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes, insertId, ms } = await thread.run(query.sql, query.parameters)
    onStatement(query.sql, ms)
    if (changes === undefined) return { rows: rows as R[] }
    return { rows: rows as R[], numAffectedRows: BigInt(changes), insertId: BigInt(insertId ?? 0) }
  }

  const createConnection = (): ThreadConnection => ({
    release: undefined,
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      if (this.release !== undefined) return run<R>(writer, query)
      if (isRead(query)) return run<R>(leastBusy(readers) ?? writer, query)
      const release = await takeWriter()
      try {
        return await run<R>(writer, query)
      } finally {
        release()
      }
    },
    // no cursors: an open one on a reader holds up checkpoints, one on the writer waits for itself
    streamQuery() {
      throw new Error('the store answers in pages; use limit')
    },
  })
  const raw = (connection: DatabaseConnection, statement: string) =>
    connection.executeQuery(CompiledQuery.raw(statement))

  return {
    init: async () => {},
    async acquireConnection() {
      if (insideTransaction.getStore()) throw new Error('db used inside a transaction: pass trx down')
      return createConnection()
    },
    async beginTransaction(connection) {
      const mine = connection as ThreadConnection
      mine.release = await takeWriter()
      try {
        await raw(mine, 'begin immediate')
      } catch (error) {
        mine.release()
        mine.release = undefined
        throw error
      }
    },
    commitTransaction: async (connection) => void (await raw(connection, 'commit')),
    // SQLite has rolled back by itself after a full disk; what matters to the caller is the first error
    rollbackTransaction: async (connection) => void (await raw(connection, 'rollback').catch(() => {})),
    async releaseConnection(connection) {
      const mine = connection as ThreadConnection
      mine.release?.()
      mine.release = undefined
    },
    destroy: async () => {},
  }
}

/** Checking a large store takes longer than a writer may be waited for, so that is a reader's work too. */
const isRead = ({ query, sql }: CompiledQuery): boolean =>
  query.kind === 'SelectQueryNode' ||
  (query.kind === 'RawNode' && /^\s*(select|pragma (integrity_check|foreign_key_check))\b/i.test(sql))

const leastBusy = (threads: readonly StoreThread[]): StoreThread | undefined =>
  threads.reduce<StoreThread | undefined>((best, one) => (best && best.waiting <= one.waiting ? best : one), undefined)

/** First come, first served; gives up with `store/busy` rather than wait for ever. */
function createMutex(deadlineMs: number): () => Promise<() => void> {
  let tail: Promise<void> = Promise.resolve()
  return async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const before = tail
    tail = before.then(() => promise)
    const deadline = Promise.withResolvers<never>()
    const timer = setTimeout(() => deadline.reject(new AppError('store/busy')), deadlineMs)
    try {
      await Promise.race([before, deadline.promise])
    } catch (error) {
      resolve()
      throw error
    } finally {
      clearTimeout(timer)
    }
    return resolve
  }
}
