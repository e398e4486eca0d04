/**
 * Works the jobs of one kind: claims one by lease, keeps the lease alive, and decides what a failure means. One job at a
 * time. A killed process leaves its lease behind, which the next one takes over; such a try does not count as the
 * document's failure, but puts it behind the others.
 */
import type { Transaction } from 'kysely'
import { AppError, type ErrorCode, toWireError } from '#contract/errors.ts'
import type { AppEvent } from '#contract/events.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { JobKind } from '#contract/jobs.ts'
import { dropFactsOf } from '../facts/forget.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { createMutex } from '../lib/mutex.ts'
import { deleteChunks } from '../store/chunks.ts'
import { setDocumentState, setPageCount } from '../store/documents.ts'
import { findDueJob, listJobsOf, updateJob } from '../store/jobs.ts'
import { clearSteps, deletePages } from '../store/pages.ts'
import type { Store } from '../store/store.ts'
import type { JobRow, Tables } from '../store/tables.ts'
import { backoffMs, judge, MAX_ATTEMPTS, MAX_INTERRUPTIONS } from './retry-policy.ts'

/** Does a job; commits the job's end itself, together with its effect. */
export type Work = (job: JobRow, signal: AbortSignal) => Promise<void>

export interface LaneDeps {
  readonly store: Store
  readonly clock: Clock
  readonly bootId: string
  readonly emit: (event: AppEvent) => void
  readonly log: Log
}

export interface Lane {
  start(): void
  /** New work, or a reason to look again after a pause. */
  wake(): void
  /** Why the lane does not claim, if it does not. */
  paused(): ErrorCode | undefined
  /** Ends the document's job; false when there was none, or it had ended already. */
  cancel(documentId: DocumentId): Promise<boolean>
  /** Ends the document's job without touching what was read of it. */
  stop(documentId: DocumentId): Promise<void>
  /** Claims nothing more, and gives the running job back, until `goOn`. */
  rest(): Promise<void>
  goOn(): void
  /** Does something while nothing is worked on; what was under way goes on afterwards, from its last commit. */
  hold<R>(task: () => Promise<R>): Promise<R>
  /** Stops claiming and gives the running job back to the queue. */
  close(): Promise<void>
}

const LEASE_MS = 60_000
const HEARTBEAT_MS = 10_000
const IDLE_MS = 1_000
/** A queue that had to pause looks again by itself: a disk gets room without telling us. */
const PAUSE_MS = 30_000

export function createLane(
  kind: JobKind,
  work: Work,
  { store, clock, bootId, emit, log }: LaneDeps,
  onMoved: () => void,
): Lane {
  let closing = false
  let resting = false
  let paused: ErrorCode | undefined
  let running: { documentId: DocumentId; abort: AbortController; ended: PromiseWithResolvers<void> } | undefined
  /** Held while a job is chosen, and while one is cancelled: neither happens halfway through the other. */
  const choosing = createMutex()
  let loop: Promise<void> | undefined
  let wake = Promise.withResolvers<void>()

  const lease = () => ({ leaseBoot: bootId, leaseUntilMs: clock.monotonicMs() + LEASE_MS })

  async function runLoop(): Promise<void> {
    while (!closing) {
      const woken = wake.promise
      const job = paused === undefined ? await choosing(claim) : undefined
      if (job !== undefined) await attempt(job)
      onMoved()
      if (job !== undefined) continue
      await Promise.race([woken, delay(paused === undefined ? IDLE_MS : PAUSE_MS)])
      paused = undefined
    }
  }

  async function claim(): Promise<Claimed | undefined> {
    if (closing || resting) return undefined
    try {
      const due = await findDueJob(store.db, kind, bootId, clock.monotonicMs())
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
        await tellState(trx, job, 'reading')
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
    if (closing || code === 'app/closing') return release(job, job.attempts - 1, null)
    if (code === 'cancelled') return end(job, 'cancelled', null)
    const verdict = judge(code)
    if (verdict === 'pause') {
      await release(job, job.attempts - 1, null)
      return pauseOn(error)
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
      await tellState(trx, job, 'queued')
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

  /** The document's job that has not ended, or was cancelled. */
  const findOpen = async (documentId: DocumentId): Promise<JobRow | undefined> =>
    (await listJobsOf(store.db, documentId)).find(
      (job) => job.kind === kind && ['queued', 'running', 'cancelled'].includes(job.state),
    )

  /** Aborts the work on the document, if it is under way, and waits for its end. */
  async function interrupt(documentId: DocumentId, code: 'cancelled' | 'app/closing'): Promise<void> {
    if (running?.documentId !== documentId) return
    const { abort, ended } = running
    abort.abort(new AppError(code))
    await ended.promise
  }

  function pauseOn(error: unknown): void {
    if (!closing) paused = toWireError(error).code
  }

  function lookAgain(): void {
    paused = undefined
    wake.resolve()
    wake = Promise.withResolvers<void>()
  }

  return {
    start() {
      loop ??= runLoop()
    },
    wake: lookAgain,
    paused: () => paused,
    cancel: (documentId) =>
      choosing(async () => {
        await interrupt(documentId, 'cancelled')
        const job = await findOpen(documentId)
        if (job === undefined) return false
        if (job.state !== 'cancelled') await end(job, 'cancelled', null)
        return true
      }),
    stop: (documentId) =>
      choosing(async () => {
        await interrupt(documentId, 'app/closing')
        const job = await findOpen(documentId)
        if (job !== undefined) await store.write((trx) => updateJob(trx, job.id, { state: 'done', leaseBoot: null }))
      }),
    rest: () =>
      choosing(async () => {
        resting = true
        if (running !== undefined) await interrupt(running.documentId, 'app/closing')
      }),
    goOn() {
      resting = false
      lookAgain()
    },
    hold: (task) =>
      choosing(async () => {
        if (running !== undefined) await interrupt(running.documentId, 'app/closing')
        return task()
      }),
    async close() {
      closing = true
      running?.abort.abort(new AppError('cancelled'))
      wake.resolve()
      await loop
    },
  }
}

interface Claimed {
  readonly job: JobRow
  readonly abort: AbortController
  readonly ended: PromiseWithResolvers<void>
}

/** A document whose pages are being looked at can be searched meanwhile: its state is what its reading came to. */
const tellState = async (trx: Transaction<Tables>, job: JobRow, state: 'queued' | 'reading'): Promise<void> => {
  if (job.kind === 'read') await setDocumentState(trx, job.documentId, state)
}

/** What was read of a document that is not to be read. */
async function dropRead(trx: Transaction<Tables>, { id, documentId }: JobRow): Promise<void> {
  await dropFactsOf(trx, documentId)
  await deleteChunks(trx, documentId)
  await deletePages(trx, documentId)
  await clearSteps(trx, documentId)
  await setPageCount(trx, documentId, 0)
  await updateJob(trx, id, { done: 0, total: null })
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())
