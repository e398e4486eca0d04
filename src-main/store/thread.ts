/** The main side of a store thread that runs statements. The key's bytes are moved into the thread, not kept here. */
import type { OpenOptions } from './open.ts'
import type { StatementResult } from './statements.ts'
import { type Answered, type Closing, type Numbered, startCalls, workerUrl } from './thread-calls.ts'

interface Running {
  readonly kind: 'run'
  readonly sql: string
  readonly parameters: readonly unknown[]
}

export type ThreadRequest = Numbered<Running> | Numbered<Closing>
export type ThreadReply = Answered<StatementResult>

export interface StoreThread {
  run(sql: string, parameters: readonly unknown[]): Promise<StatementResult>
  /** Requests not answered yet. */
  readonly waiting: number
  close(): Promise<void>
}

/** Opens after `first`; resolves once the connection is open and its pragmas are proved. */
export async function startThread(options: OpenOptions, first?: Promise<unknown>): Promise<StoreThread> {
  const key = Uint8Array.from(options.key)
  const thread = { workerData: { ...options, key }, transferList: [key.buffer] }
  const calls = await startCalls<Running, StatementResult>(workerUrl('store'), thread, first)
  return {
    run: (sql, parameters) => calls.call({ kind: 'run', sql, parameters }),
    get waiting() {
      return calls.waiting
    },
    close: calls.close,
  }
}
