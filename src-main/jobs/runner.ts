/**
 * Works the durable queue: claims a job by lease, keeps the lease alive, and decides what a failure means. One job at a
 * time. A killed process leaves its lease behind, which the next one takes over; such a try does not count as the
 * document's failure, but puts it behind the others.
 */

import type { Transaction } from 'kysely'
import { AppError, type ErrorCode, toWireError } from '#contract/errors.ts'
import type { AppEvent } from '#contract/events.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { Job, JobState } from '#contract/jobs.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { createMutex } from '../lib/mutex.ts'
import { deleteChunks } from '../store/chunks.ts'
import { setDocumentState, setPageCount } from '../store/documents.ts'
import { countOpenJobs, findDueJob, findJobOf, listJobs, updateJob } from '../store/jobs.ts'
import { clearSteps, deletePages } from '../store/pages.ts'
import { fromCursor, toPage } from '../store/paging.ts'
import type { Store } from '../store/store.ts'
import type { JobRow, Tables } from '../store/tables.ts'
import { backoffMs, judge, MAX_ATTEMPTS, MAX_INTERRUPTIONS } from './retry-policy.ts'

export interface RunnerDeps {
  readonly store: Store
  /** Does the work; commits the job's end itself, together with its effect. */
  readonly work: (job: JobRow, signal: AbortSignal) => Promise<void>
  readonly clock: Clock
  readonly bootId: string
  readonly emit: (event: AppEvent) => void
  readonly log: Log
}

export type Runner = ReturnType<typeof createRunner>

const LEASE_MS = 60_000
const HEARTBEAT_MS = 10_000
const IDLE_MS = 1_000
/** A queue that had to pause looks again by itself: a disk gets room without telling us. */
const PAUSE_MS = 30_000

export function createRunner({ store, work, clock, bootId, emit, log }: RunnerDeps) {
  let closing = false
  let paused: ErrorCode | undefined
  let running: { documentId: DocumentId; abort: AbortController; ended: PromiseWithResolvers<void> } | undefined
  /** Held while a job is chosen, and while one is cancelled: neither happens halfway through the other. */
  const choosing = createMutex()
  let loop: Promise<void> | undefined
  let wake = Promise.withResolvers<void>()
  let moved = Promise.withResolvers<void>()

  const lease = () => ({ leaseBoot: bootId, leaseUntilMs: clock.monotonicMs() + LEASE_MS })
  const tellMoved = () => {
    moved.resolve()
    moved = Promise.withResolvers<void>()
  }

  async function runLoop(): Promise<void> {
    while (!closing) {
      const woken = wake.promise
      const job = paused === undefined ? await choosing(claim) : undefined
      if (job !== undefined) await attempt(job)
      tellMoved()
      if (job !== undefined) continue
      await Promise.race([woken, delay(paused === undefined ? IDLE_MS : PAUSE_MS)])
      paused = undefined
    }
  }

  async function claim(): Promise<Claimed | undefined> {
    if (closing) return undefined
    try {
      const due = await findDueJob(store.db, bootId, clock.monotonicMs())
      if (due === undefined) return undefined
      const wasCutOff = due.state === 'running'
      const interruptions = due.interruptions + (wasCutOff ? 1 : 0)
      if (interruptions > MAX_INTERRUPTIONS) {
        await end(due, 'quarantined', 'engine/crashed')
        return undefined
      }
      const job = { ...due, interruptions, attempts: due.attempts + (wasCutOff ? 0 : 1) }
      await store.write(async (trx) => {
        await updateJob(trx, job.id, { state: 'running', attempts: job.attempts, interruptions, ...lease() })
        await setDocumentState(trx, job.documentId, 'reading')
      })
      log('job.claimed', { jobId: job.id, attempt: job.attempts })
      running = { documentId: job.documentId, abort: new AbortController(), ended: Promise.withResolvers<void>() }
      return { job, ...running }
    } catch (error) {
      pauseOn(error)
      return undefined
    }
  }

  async function attempt({ job, abort, ended }: Claimed): Promise<void> {
    const startedAt = clock.monotonicMs()
    const heartbeat = setInterval(() => {
      store.write((trx) => updateJob(trx, job.id, lease())).catch(() => {})
    }, HEARTBEAT_MS)
    try {
      // closing may have come while the job was being claimed
      if (closing) throw new AppError('app/closing')
      await work(job, abort.signal)
      log('job.ended', { jobId: job.id, state: 'done', code: '', ms: Math.round(clock.monotonicMs() - startedAt) })
    } catch (error) {
      await settleFailure(job, error).catch(pauseOn)
    } finally {
      clearInterval(heartbeat)
      running = undefined
      ended.resolve()
      emit({ kind: 'changed', topics: ['documents', 'jobs'] })
    }
  }

  async function settleFailure(job: JobRow, error: unknown): Promise<void> {
    const { code } = toWireError(error)
    // locking the vault, or a full disk, is not the document's fault: the try does not count
    if (closing) return release(job, job.attempts - 1, null)
    if (code === 'cancelled') return end(job, 'cancelled', null)
    const verdict = judge(code)
    if (verdict === 'pause') {
      pauseOn(error)
      return release(job, job.attempts - 1, null)
    }
    if (verdict === 'needs-password') return end(job, 'needs-password', null)
    if (verdict === 'reject') return end(job, 'rejected', code)
    if (job.attempts >= MAX_ATTEMPTS) return end(job, 'quarantined', code)
    const delayMs = backoffMs(job.attempts)
    log('job.retry', { jobId: job.id, code, delayMs })
    return release(job, job.attempts, code, clock.monotonicMs() + delayMs)
  }

  const release = (job: JobRow, attempts: number, code: ErrorCode | null, notBeforeMs: number | null = null) =>
    store.write(async (trx) => {
      await updateJob(trx, job.id, {
        state: 'queued',
        attempts,
        code,
        leaseBoot: bootId,
        leaseUntilMs: null,
        notBeforeMs,
      })
      await setDocumentState(trx, job.documentId, 'queued')
    })

  async function end(
    job: JobRow,
    state: 'cancelled' | 'needs-password' | 'rejected' | 'quarantined',
    code: ErrorCode | null,
  ): Promise<void> {
    await store.write(async (trx) => {
      const jobState = state === 'cancelled' || state === 'quarantined' ? state : 'done'
      await updateJob(trx, job.id, { state: jobState, code, leaseBoot: null, leaseUntilMs: null, notBeforeMs: null })
      await setDocumentState(trx, job.documentId, state, code)
      if (state === 'cancelled') await dropRead(trx, job)
    })
    log('job.ended', { jobId: job.id, state, code: code ?? '', ms: 0 })
  }

  function pauseOn(error: unknown): void {
    if (!closing) paused = toWireError(error).code
  }

  return {
    start(): void {
      loop ??= runLoop()
    },
    /** New work, or a reason to look again after a pause. */
    wake(): void {
      paused = undefined
      wake.resolve()
      wake = Promise.withResolvers<void>()
    },
    /** Yields how many jobs are left, each time something moved, until none is. Fails if the queue had to pause. */
    async *drain(signal: AbortSignal): AsyncGenerator<{ waiting: number }> {
      let last = -1
      const left = aborted(signal)
      while (!signal.aborted && !closing) {
        const next = moved.promise
        const waiting = await countOpenJobs(store.db)
        if (waiting !== last) yield { waiting }
        if (waiting === 0) return
        if (paused !== undefined) throw new AppError(paused)
        last = waiting
        await Promise.race([next, left])
      }
    },
    async list(query: JobsQuery) {
      const afterSeq = fromCursor(query.cursor)?.seq ?? 0
      const rows = await listJobs(store.db, { filter: query.filter, limit: query.limit + 1, afterSeq })
      return toPage(rows, query.limit, toJob, ({ seq }) => ({ value: seq, seq }))
    },
    /** Ends reading of one document; false when it had ended already. */
    cancel: (documentId: DocumentId): Promise<boolean> =>
      choosing(async () => {
        if (running?.documentId === documentId) {
          const { abort, ended } = running
          abort.abort(new AppError('cancelled'))
          await ended.promise
        }
        const job = await findJobOf(store.db, documentId)
        if (job === undefined || (job.state !== 'queued' && job.state !== 'running')) return job?.state === 'cancelled'
        await end(job, 'cancelled', null)
        return true
      }),
    /** Stops claiming and gives the running job back to the queue. */
    async close(): Promise<void> {
      closing = true
      running?.abort.abort(new AppError('cancelled'))
      wake.resolve()
      await loop
      tellMoved()
    },
  }
}

interface Claimed {
  readonly job: JobRow
  readonly abort: AbortController
  readonly ended: PromiseWithResolvers<void>
}

/** What was read of a document that is not to be read. */
async function dropRead(trx: Transaction<Tables>, { id, documentId }: JobRow): Promise<void> {
  await deleteChunks(trx, documentId)
  await deletePages(trx, documentId)
  await clearSteps(trx, documentId)
  await setPageCount(trx, documentId, 0)
  await updateJob(trx, id, { done: 0, total: null })
}

interface JobsQuery {
  readonly filter: { readonly states?: readonly JobState[] | undefined; readonly documentId?: DocumentId | undefined }
  readonly limit: number
  readonly cursor?: string | undefined
}

function toJob({ id, kind, documentId, state, attempts, code, done, total }: JobRow): Job {
  return { id, kind, documentId, state, attempts, done, total, ...(code !== null && { code }) }
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
