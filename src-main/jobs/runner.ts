/**
 * The durable queue as the rest sees it: a lane for each kind of job, side by side, so that a document just imported is
 * read while the pages of another are still being looked at.
 */
import { AppError } from '#contract/errors.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { Job, JobKind, JobState } from '#contract/jobs.ts'
import { countOpenJobs, listJobs } from '../store/jobs.ts'
import { fromCursor, toPage } from '../store/paging.ts'
import type { JobRow } from '../store/tables.ts'
import { createLane, type LaneDeps, type Work } from './lane.ts'

export interface RunnerDeps extends LaneDeps {
  readonly work: Readonly<Record<JobKind, Work>>
  readonly behind: readonly Behind[]
}

/** Work that is not queued but follows from what the store lacks. */
export interface Behind {
  start(): void
  wake(): void
  /** Units left that it is going to do; none once it has stopped. */
  waiting(): Promise<number>
  close(): Promise<void>
}

export type Runner = ReturnType<typeof createRunner>

export function createRunner({ work, behind, ...deps }: RunnerDeps) {
  let closing = false
  let resting = false
  let moved = Promise.withResolvers<void>()
  const tellMoved = () => {
    moved.resolve()
    moved = Promise.withResolvers<void>()
  }
  const reading = createLane('read', work.read, deps, tellMoved)
  const looking = createLane('recognize', work.recognize, deps, tellMoved)
  const lanes = [reading, looking]
  const workers = [...lanes, ...behind]

  async function isMoreBehind(): Promise<boolean> {
    for (const one of behind) if ((await one.waiting()) > 0) return true
    return false
  }

  return {
    start(): void {
      for (const worker of workers) worker.start()
    },
    /** New work, or a reason to look again after a pause. */
    wake(): void {
      for (const worker of workers) worker.wake()
    },
    /** Something was committed that is behind the queue, or is no longer there. */
    moved: tellMoved,
    /**
     * Yields how many jobs are left, each time something moved, until none is; what follows behind them all counts as one.
     * Fails if the queue had to pause.
     */
    async *drain(signal: AbortSignal): AsyncGenerator<{ waiting: number }> {
      let last = -1
      const left = aborted(signal)
      while (!signal.aborted && !closing) {
        const next = moved.promise
        const waiting = (await countOpenJobs(deps.store.db)) + ((await isMoreBehind()) ? 1 : 0)
        if (waiting !== last) yield { waiting }
        if (waiting === 0) return
        for (const lane of lanes) {
          const paused = lane.paused()
          if (paused !== undefined) throw new AppError(paused)
        }
        last = waiting
        await Promise.race([next, left])
      }
    },
    async list(query: JobsQuery) {
      const afterSeq = fromCursor(query.cursor)?.seq ?? 0
      const rows = await listJobs(deps.store.db, { filter: query.filter, limit: query.limit + 1, afterSeq })
      return toPage(rows, query.limit, toJob, ({ seq }) => ({ value: seq, seq }))
    },
    /** Until `resume`, or the vault is opened again, nothing more is read; what was committed stays, and can be searched. */
    async pause(): Promise<void> {
      resting = true
      await Promise.all(lanes.map((lane) => lane.rest()))
      deps.emit({ kind: 'changed', topics: ['jobs'] })
    },
    resume(): void {
      resting = false
      for (const lane of lanes) lane.goOn()
      deps.emit({ kind: 'changed', topics: ['jobs'] })
    },
    isPaused: (): boolean => resting,
    /** Ends reading and looking at one document; false when both had ended already. */
    async cancel(documentId: DocumentId): Promise<boolean> {
      let cancelled = false
      // reading first: what it has read is what would be looked at next
      for (const lane of lanes) cancelled = (await lane.cancel(documentId)) || cancelled
      return cancelled
    },
    /** Takes the document out of the engine's hands, so that its reading can begin anew; what was read stays. */
    stopLooking: (documentId: DocumentId): Promise<void> => looking.stop(documentId),
    /** Does something while no page is looked at; looking goes on with what is true after it. */
    holdLooking: <R>(task: () => Promise<R>): Promise<R> => looking.hold(task),
    /** Stops claiming and gives the running jobs back to the queue. */
    async close(): Promise<void> {
      closing = true
      await Promise.all(workers.map((worker) => worker.close()))
      tellMoved()
    },
  }
}

interface JobsQuery {
  readonly filter: { readonly states?: readonly JobState[] | undefined; readonly documentId?: DocumentId | undefined }
  readonly limit: number
  readonly cursor?: string | undefined
}

function toJob({ id, kind, documentId, state, attempts, code, done, total }: JobRow): Job {
  return { id, kind, documentId, state, attempts, done, total, ...(code !== null && { code }) }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
