/**
 * The main side of one store thread. Every request settles: with rows, with a coded error, or with `store/closed` when
 * the thread has ended. The key's bytes are moved into the thread, not kept here.
 */
import { Worker } from 'node:worker_threads'
import { AppError } from '#contract/errors.ts'
import type { OpenOptions } from './open.ts'
import type { StatementResult } from './statements.ts'
import type { ThreadError } from './thread-error.ts'

export type ThreadRequest =
  | { readonly id: number; readonly kind: 'run'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly id: number; readonly kind: 'close' }
export type ThreadReply =
  | ({ readonly id: number } & StatementResult)
  | { readonly id: number; readonly error: ThreadError }

export interface StoreThread {
  run(sql: string, parameters: readonly unknown[]): Promise<StatementResult>
  /** Requests not answered yet. */
  readonly waiting: number
  close(): Promise<void>
}

/** Resolves once the connection is open and its pragmas are proved. */
export async function startThread(options: OpenOptions): Promise<StoreThread> {
  const key = Uint8Array.from(options.key)
  const worker = new Worker(threadUrl, { workerData: { ...options, key }, transferList: [key.buffer], execArgv: [] })
  const pending = new Map<number, (reply: ThreadReply) => void>()
  let nextId = 1
  let ended = false

  const settleAll = () => {
    ended = true
    for (const [id, settle] of pending) settle({ id, error: { code: 'store/closed' } })
    pending.clear()
  }
  worker.on('message', (reply: ThreadReply) => {
    pending.get(reply.id)?.(reply)
    pending.delete(reply.id)
  })
  worker.on('error', settleAll)
  worker.on('exit', settleAll)

  const wait = (id: number) =>
    new Promise<StatementResult>((resolve, reject) => {
      pending.set(id, (reply) => {
        if ('error' in reply) reject(toError(reply.error))
        else resolve(reply)
      })
    })
  const request = (message: ThreadRequest) => {
    if (ended) return Promise.reject(new AppError('store/closed'))
    const answer = wait(message.id)
    worker.postMessage(message)
    return answer
  }

  await wait(0)
  return {
    run: (sql, parameters) => request({ id: nextId++, kind: 'run', sql, parameters }),
    get waiting() {
      return pending.size
    },
    async close() {
      try {
        if (!ended) await request({ id: nextId++, kind: 'close' })
      } finally {
        await worker.terminate()
      }
    },
  }
}

function toError({ code, sqlite }: ThreadError): Error {
  return new AppError(code, sqlite === undefined ? {} : { sqlite })
}

/** Beside this file, with this file's own extension: `.ts` from sources, `.js` once built. */
const threadUrl = new URL(`./store.worker${import.meta.url.slice(-3)}`, import.meta.url)
