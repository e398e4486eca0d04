/** Queries about jobs. The rules of claiming, retrying and giving up are in jobs/runner.ts. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { DocumentId, JobId } from '#contract/ids.ts'
import type { JobKind, JobState } from '#contract/jobs.ts'
import { samplePapers } from './people.ts'
import type { JobRow, JobTable, Tables } from './tables.ts'

const fresh = {
  state: 'queued',
  attempts: 0,
  interruptions: 0,
  code: null,
  done: 0,
  total: null,
  leaseBoot: null,
  leaseUntilMs: null,
  notBeforeMs: null,
} as const

/** Puts a document's job of this kind in the queue, as a new one, whether there was one or not. */
export const queueJob = (trx: Transaction<Tables>, id: JobId, kind: JobKind, documentId: DocumentId) =>
  trx
    .insertInto('job')
    .values({ id, kind, documentId, ...fresh })
    .onConflict((conflict) => conflict.columns(['documentId', 'kind']).doUpdateSet(fresh))
    .execute()

/**
 * The oldest job of a kind that may run now: queued and due, or running under a lease that has ended. One that was interrupted
 * comes after those that were not.
 */
export const findDueJob = (
  db: Kysely<Tables>,
  kind: JobKind,
  boot: string,
  nowMs: number,
): Promise<JobRow | undefined> =>
  db
    .selectFrom('job')
    .selectAll()
    .where('kind', '=', kind)
    .where((job) =>
      job.or([
        job.and([
          job('state', '=', 'queued'),
          job.or([job('notBeforeMs', 'is', null), job('notBeforeMs', '<=', nowMs), job('leaseBoot', '!=', boot)]),
        ]),
        job.and([
          job('state', '=', 'running'),
          job.or([job('leaseBoot', '!=', boot), job('leaseUntilMs', '<', nowMs)]),
        ]),
      ]),
    )
    .orderBy('interruptions')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()

export const updateJob = (trx: Kysely<Tables>, id: JobId, change: Partial<Omit<JobTable, 'id' | 'seq' | 'kind'>>) =>
  trx.updateTable('job').set(change).where('id', '=', id).execute()

export const listJobsOf = (db: Kysely<Tables>, documentId: DocumentId): Promise<JobRow[]> =>
  db.selectFrom('job').selectAll().where('documentId', '=', documentId).orderBy('seq').execute()

export function listJobs(
  db: Kysely<Tables>,
  query: {
    filter: { states?: readonly JobState[] | undefined; documentId?: DocumentId | undefined }
    limit: number
    afterSeq: number
  },
): Promise<JobRow[]> {
  let rows = db.selectFrom('job').selectAll().where('seq', '>', query.afterSeq).limit(query.limit)
  if (query.filter.states !== undefined) rows = rows.where('state', 'in', [...query.filter.states])
  if (query.filter.documentId !== undefined) rows = rows.where('documentId', '=', query.filter.documentId)
  return rows.orderBy('seq').execute()
}

/** Jobs not ended yet. */
export const countOpenJobs = async (db: Kysely<Tables>): Promise<number> =>
  (
    await db
      .selectFrom('job')
      .select((job) => job.fn.countAll<number>().as('count'))
      .where('state', 'in', ['queued', 'running'])
      .executeTakeFirstOrThrow()
  ).count

/** The invented person's do not count. */
export async function countJobsByState(db: Kysely<Tables>): Promise<Record<string, number>> {
  const { rows } = await sql<{
    state: string
    count: number
  }>`SELECT state, count(*) AS count FROM job WHERE documentId NOT IN ${samplePapers} GROUP BY state`.execute(db)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}
