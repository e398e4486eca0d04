/**
 * The open store: one writer, two readers, one Kysely, and the vectors thread. Only use-cases call `write`, and pass its `trx` all the way down.
 * Closes readers first and the writer last, so that the write-ahead log is folded in and gone.
 */
import { existsSync } from 'node:fs'
import { Kysely, type Transaction } from 'kysely'
import { AppError } from '#contract/errors.ts'
import { insideTransaction, threadDialect } from './driver.ts'
import type { Cipher } from './open.ts'
import type { Tables } from './tables.ts'
import { type StoreThread, startThread } from './thread.ts'
import { startVectorThread, type VectorOptions, type VectorThread } from './vector-thread.ts'

export interface Store {
  readonly db: Kysely<Tables>
  readonly readers: number
  readonly vectors: Pick<VectorThread, 'nearest' | 'status'>
  /** One transaction, from `begin immediate` to commit; everything it does uses `trx`. */
  write<R>(work: (trx: Transaction<Tables>) => Promise<R>): Promise<R>
  /** Statements that took over 50 ms, by what they do to which table. */
  slowStatements(): { name: string; count: number; maxMs: number }[]
  close(): Promise<void>
}

export interface StoreOptions {
  readonly file: string
  readonly key: Uint8Array
  readonly cipher: Cipher
  readonly readers?: number
  /** Fail with `vault/damaged-store` rather than make a new file where one should be. */
  readonly mustExist?: boolean
  readonly vectors?: Pick<VectorOptions, 'extension' | 'residentFrom'>
}

const SLOW_MS = 50

export async function openStore(options: StoreOptions): Promise<Store> {
  const { file, key, cipher, readers = 2, mustExist = false } = options
  if (mustExist && !existsSync(file)) throw new AppError('vault/damaged-store')
  // all load their code at once; the file is made, or mended after a crash, by the writer before anybody else opens it
  const writing = startThread({ file, key, cipher, readonly: false })
  const vectors = startVectorThread({ ...options.vectors, file, key, cipher }, writing)
  const reading = Array.from({ length: readers }, () => startThread({ file, key, cipher, readonly: true }, writing))
  const started = await Promise.allSettled([writing, ...reading])
  const threads = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const failed = started.find((one) => one.status === 'rejected')
  const [writer, ...others] = threads
  if (failed !== undefined || writer === undefined) {
    await closeAll([writer, vectors, ...others].filter((one) => one !== undefined))
    throw failed?.reason
  }
  return assemble(writer, others, vectors)
}

function assemble(writer: StoreThread, readers: readonly StoreThread[], vectors: VectorThread): Store {
  const slow = new Map<string, { count: number; maxMs: number }>()
  const onStatement = (sql: string, ms: number) => {
    if (ms < SLOW_MS) return
    const name = statementName(sql)
    const seen = slow.get(name) ?? { count: 0, maxMs: 0 }
    slow.set(name, { count: seen.count + 1, maxMs: Math.max(seen.maxMs, Math.round(ms)) })
  }
  const db = new Kysely<Tables>({ dialect: threadDialect({ writer, readers, onStatement }) })
  return {
    db,
    readers: readers.length,
    vectors,
    // the mark is set inside execute, so that taking the connection itself is not refused
    write: (work) => {
      if (insideTransaction.getStore()) throw new Error('a transaction inside a transaction: pass trx down')
      return db.transaction().execute((trx) => insideTransaction.run(true, () => work(trx)))
    },
    slowStatements: () => [...slow].map(([name, seen]) => ({ name, ...seen })),
    // the threads are what is open; a query after this fails as `store/closed`
    close: () => closeAll([writer, vectors, ...readers]),
  }
}

type Closable = Pick<StoreThread, 'close'>

async function closeAll(threads: readonly Closable[]): Promise<void> {
  const failed: unknown[] = []
  for (const thread of threads.toReversed()) await thread.close().catch((error: unknown) => failed.push(error))
  if (failed.length > 0) throw failed[0]
}

/** `select page`: the verb and the first table. Statement text holds no value, only parameters' places. */
function statementName(sql: string): string {
  const verb = /^\s*(\w+)/.exec(sql)?.[1] ?? '?'
  const table = /\b(?:from|into|update|table)\s+"?(\w+)/i.exec(sql)?.[1]
  return table === undefined ? verb : `${verb} ${table}`
}
