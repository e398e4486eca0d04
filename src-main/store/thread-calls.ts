/**
 * Calls into one store thread, whatever it does. Every call settles: with an answer, with a coded error, or with
 * `store/closed` when the thread has ended.
 */
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { AppError } from '#contract/errors.ts'
import type { ThreadError } from './thread-error.ts'

/** A request is its body and an id; its answer, or what went wrong, comes back under the same id. Id 0: the thread is ready. */
export type Numbered<T> = T & { readonly id: number }
export type Answered<T> = Numbered<T> | Numbered<{ readonly error: ThreadError }>
export type Closing = { readonly kind: 'close' }

/** The first message to a thread: it may open what it works on. */
const BEGIN = 'begin'

export interface ThreadCalls<Request, Answer> {
  call(request: Request): Promise<Answer>
  /** Calls not answered yet. */
  readonly waiting: number
  /** Lets the thread finish what it was asked, then ends it. */
  close(): Promise<void>
}

/**
 * Starts the thread at once, and lets it begin after `first`, since loading its code takes longer than what it begins with.
 * Resolves once it says that it is ready; fails with the reason it gives when it cannot be.
 */
export async function startCalls<Request, Answer>(
  url: URL,
  options: Pick<WorkerOptions, 'workerData' | 'transferList'>,
  first: Promise<unknown> = Promise.resolve(),
): Promise<ThreadCalls<Request, Answer>> {
  const worker = new Worker(url, { ...options, execArgv: [] })
  const pending = new Map<number, (reply: Answered<Answer>) => void>()
  let nextId = 1
  let ended = false

  const settleAll = () => {
    ended = true
    for (const [id, settle] of pending) settle({ id, error: { code: 'store/closed' } })
    pending.clear()
  }
  worker.on('message', (reply: Answered<Answer>) => {
    pending.get(reply.id)?.(reply)
    pending.delete(reply.id)
  })
  worker.on('error', settleAll)
  worker.on('exit', settleAll)

  const wait = (id: number) =>
    new Promise<Answer>((resolve, reject) => {
      pending.set(id, (reply) => {
        if ('error' in reply) reject(toError(reply.error))
        else resolve(reply)
      })
    })
  const call = (request: Request | Closing) => {
    if (ended) return Promise.reject(new AppError('store/closed'))
    const id = nextId++
    const answer = wait(id)
    worker.postMessage({ ...request, id })
    return answer
  }

  const ready = wait(0)
  try {
    await first
    worker.postMessage(BEGIN)
    await ready
  } catch (error) {
    ready.catch(() => {})
    await worker.terminate()
    throw error
  }
  return {
    call,
    get waiting() {
      return pending.size
    },
    async close() {
      try {
        if (!ended) await call({ kind: 'close' })
      } finally {
        await worker.terminate()
      }
    },
  }
}

/** `name.worker` beside this file, with this file's own extension: `.ts` from sources, `.js` once built. */
export const workerUrl = (name: string): URL => new URL(`./${name}.worker${import.meta.url.slice(-3)}`, import.meta.url)

function toError({ code, sqlite }: ThreadError): Error {
  return new AppError(code, sqlite === undefined ? {} : { sqlite })
}
