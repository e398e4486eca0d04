/** Jobs: stored units of work. They outlive the process that took them on. */
import { z } from 'zod'
import { list, method, stream } from './define.ts'
import { errorCodes } from './errors.ts'
import { DocumentId, JobId } from './ids.ts'

export const JobState = z.enum(['queued', 'running', 'done', 'cancelled', 'quarantined'])
export type JobState = z.infer<typeof JobState>

/** `read`: what the file says itself; `recognize`: looking at its pages, behind all reading. */
export const JobKind = z.enum(['read', 'recognize'])
export type JobKind = z.infer<typeof JobKind>

export const Job = z.strictObject({
  id: JobId,
  kind: JobKind,
  documentId: DocumentId,
  state: JobState,
  attempts: z.int(),
  code: z.enum(errorCodes).optional(),
  /** Pages done and, once known, pages in all. */
  done: z.int(),
  total: z.int().nullable(),
})
export type Job = z.infer<typeof Job>

export const jobs = {
  list: list({
    action: 'job.list',
    filter: z.strictObject({ states: z.array(JobState).optional(), documentId: DocumentId.optional() }),
    sort: ['queued'],
    item: Job,
  }),
  /** Yields the number of jobs left each time it changes, and ends when the queue is empty. Cancelling stops watching, not the work. */
  drain: stream({
    action: 'job.run',
    writes: false,
    input: z.undefined(),
    chunk: z.strictObject({ waiting: z.int().nonnegative() }),
  }),
  /** Whether reading was paused. */
  status: method({
    action: 'job.status',
    writes: false,
    input: z.undefined(),
    output: z.strictObject({ paused: z.boolean() }),
  }),
  /** Reads nothing more until `resume`, or until the vault is opened again. What was read stays; nothing is lost. */
  pause: method({
    action: 'job.pause',
    writes: false,
    input: z.undefined(),
    output: z.strictObject({ paused: z.literal(true) }),
  }),
  resume: method({
    action: 'job.resume',
    writes: false,
    input: z.undefined(),
    output: z.strictObject({ paused: z.literal(false) }),
  }),
  /** Queues a cancelled, quarantined or rejected document again. */
  retry: method({
    action: 'job.retry',
    writes: true,
    input: z.strictObject({ documentId: DocumentId }),
    output: z.strictObject({ queued: z.literal(true) }),
  }),
  /** Stops reading a document; what was read of it is dropped, the original stays. */
  cancel: method({
    action: 'job.cancel',
    writes: true,
    input: z.strictObject({ documentId: DocumentId }),
    output: z.strictObject({ cancelled: z.boolean() }),
  }),
} as const
