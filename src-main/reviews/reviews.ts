/**
 * Makes, keeps and shows chart reviews. What was produced is never changed by an edit; whether it still holds is found by running
 * the same chain again, which keeps nothing.
 */
import { Readable } from 'node:stream'
import { AppError } from '#contract/errors.ts'
import type { FactId, PersonId, ReviewId } from '#contract/ids.ts'
import type {
  MedicineListSummary,
  Review,
  ReviewChange,
  ReviewEdits,
  ReviewEvent,
  ReviewKind,
  ReviewStep,
  ReviewSummary,
} from '#contract/reviews.ts'
import type { Facts } from '../facts/facts.ts'
import type { Clock } from '../lib/clock.ts'
import type { Audit } from '../store/audit.ts'
import { findFacts } from '../store/facts.ts'
import { fromCursor, toPage } from '../store/paging.ts'
import {
  deleteReview,
  findReview,
  insertReview,
  listDocumentsOf,
  listNotOf,
  listReviews,
  listWholeReviews,
  type ReviewHead,
  type ReviewRow,
  type ReviewsQuery,
  setReviewEdits,
} from '../store/reviews.ts'
import type { Store } from '../store/store.ts'
import { nextStamp } from '../store/vault-meta.ts'
import { nodeFileSystem } from '../vault/atomic-write.ts'
import { exportFile } from '../vault/blob-export.ts'
import { checkEdits } from './check-edits.ts'
import { findChanges } from './find-changes.ts'
import { type Asked, createMakeReview } from './make-review.ts'
import { listMedicineLists, medicineKey } from './medicine-lists.ts'
import { writeReview } from './write-review.ts'

export interface ReviewsDeps {
  readonly store: Store
  readonly audit: Audit
  readonly clock: Clock
  readonly newId: () => string
  readonly facts: Pick<Facts, 'medicines' | 'series'>
  readonly changed: () => void
}

export type Reviews = ReturnType<typeof createReviews>

const MOST_HELD = 200

const TITLES: Readonly<Record<ReviewKind, string>> = {
  chart: 'Chart review',
  trends: 'Trend review',
  medicines: 'Medication reconciliation',
  quality: 'Data quality',
  visit: 'Prepare my visit',
}

export function createReviews({ store, audit, clock, newId, facts, changed }: ReviewsDeps) {
  const { inputsOf, recordOf, steps, makeNow } = createMakeReview({ db: store.db, clock, facts })

  async function getRow(id: ReviewId): Promise<ReviewRow> {
    const row = await findReview(store.db, id)
    if (row === undefined) throw new AppError('review/unknown')
    return row
  }

  async function keep({ personId, kind }: Asked, inputs: Review['inputs'], made: readonly ReviewStep[]) {
    const id = newId() as ReviewId
    const now = clock.now()
    const factIds = made.flatMap((step) => [...step.inputs.factIds, ...linesOf(step).flatMap((line) => line.factIds)])
    const documentIds = made.flatMap((step) => [
      ...step.inputs.documentIds,
      ...linesOf(step).flatMap((line) => [
        ...line.documentIds,
        ...line.citations.map((citation) => citation.documentId),
      ]),
    ])
    await store.write(async (trx) => {
      // what was deleted while the steps ran must not be written down after it was forgotten
      if ((await listNotOf(trx, personId, [...new Set(documentIds)])).length > 0) throw new AppError('store/busy')
      const resting = [...documentIds, ...(await listDocumentsOf(trx, [...new Set(factIds)]))]
      await insertReview(
        trx,
        {
          ...{ id, personId, kind, title: TITLES[kind], madeAt: now, changedAt: now },
          ...{ inputs: JSON.stringify(inputs), steps: JSON.stringify(made), edits: JSON.stringify(NO_EDITS) },
          ...(await nextStamp(trx)),
        },
        [...new Set(resting)],
      )
      await audit.append(trx, { action: 'review.run', objectId: id, meta: { personId } })
    })
    changed()
    return toReview(await getRow(id))
  }

  /** Of the facts it rests on, those that are still as the program found them. */
  async function listUnreviewed({ steps: kept }: Review): Promise<FactId[]> {
    const ids = [...new Set(kept.flatMap(linesOf).flatMap(({ factIds }) => factIds))]
    const rows = ids.length === 0 ? [] : await findFacts(store.db, ids)
    return rows.filter(({ state }) => state === 'proposed').map(({ id }) => id)
  }

  async function get(id: ReviewId) {
    const review = toReview(await getRow(id))
    const changes: ReviewChange[] = findChanges(review.steps, await makeNow(askedFor(review)))
    return { review, changes, unreviewedFactIds: await listUnreviewed(review) }
  }

  async function write(id: ReviewId): Promise<{ markdown: string }> {
    const { review, changes } = await get(id)
    return { markdown: writeReview(review, changes.length === 0) }
  }

  return {
    get,

    async *run(asked: Asked, signal: AbortSignal): AsyncGenerator<ReviewEvent> {
      const inputs = await inputsOf(asked)
      const chosen = asked.lists === undefined ? [] : [asked.lists.earlier, asked.lists.later]
      if ((await listNotOf(store.db, asked.personId, chosen)).length > 0) throw new AppError('document/unknown')
      const made: ReviewStep[] = []
      for await (const step of steps(asked, inputs, signal)) {
        made.push(step)
        yield { kind: 'step', step }
      }
      signal.throwIfAborted()
      yield { kind: 'review', review: await keep(asked, inputs, made) }
    },

    async list(query: Omit<ReviewsQuery, 'after'> & { cursor?: string | undefined }) {
      const rows = await listReviews(store.db, { ...query, limit: query.limit + 1, after: fromCursor(query.cursor) })
      return toPage(rows, query.limit, toSummary, (row) => ({ value: row.madeAt, seq: row.seq }))
    },

    async medicineLists(personId: PersonId): Promise<MedicineListSummary[]> {
      const lists = await listMedicineLists(recordOf(personId, await inputsOf({ personId, kind: 'medicines' })))
      return lists.map(({ paper, on, entries }) => ({
        ...{ documentId: paper.id, title: paper.title, on, medicines: new Set(entries.map(medicineKey)).size },
      }))
    },

    /** Reviews that were asked for alike are held against one that is made now. */
    async whichHold(personId: PersonId): Promise<ReviewId[]> {
      const reviews = (await listWholeReviews(store.db, personId, MOST_HELD)).map(toReview)
      const holding: ReviewId[] = []
      for (const alike of Map.groupBy(reviews, (review) => JSON.stringify(askedFor(review))).values()) {
        const [first] = alike
        if (first === undefined) continue
        const now = await makeNow(askedFor(first))
        holding.push(...alike.filter(({ steps: kept }) => findChanges(kept, now).length === 0).map(({ id }) => id))
      }
      return holding
    },

    async edit({ id, title, edits }: { id: ReviewId; title?: string | undefined; edits?: ReviewEdits | undefined }) {
      await store.write(async (trx) => {
        const row = await findReview(trx, id)
        if (row === undefined) throw new AppError('review/unknown')
        if (edits !== undefined) checkEdits(edits, toReview(row))
        const change = {
          ...{ title: title ?? row.title, changedAt: clock.now() },
          edits: edits === undefined ? row.edits : JSON.stringify(edits),
        }
        await setReviewEdits(trx, id, change, await nextStamp(trx))
        await audit.append(trx, { action: 'review.edit', objectId: id })
      })
      changed()
      return { review: toReview(await getRow(id)) }
    },

    write,

    async save(id: ReviewId, to: string): Promise<{ sizeBytes: number }> {
      const bytes = Buffer.from((await write(id)).markdown)
      await store.write((trx) => audit.append(trx, { action: 'review.save', objectId: id }))
      await exportFile(to, Readable.from([bytes]), nodeFileSystem)
      return { sizeBytes: bytes.length }
    },

    async delete(id: ReviewId): Promise<void> {
      await getRow(id)
      await store.write(async (trx) => {
        await deleteReview(trx, id)
        await audit.append(trx, { action: 'review.delete', objectId: id })
      })
      changed()
    },
  }
}

const NO_EDITS: ReviewEdits = { lines: [], own: [] }

const linesOf = ({ sections }: ReviewStep) => sections.flatMap(({ lines }) => lines)

/** What was asked for when it was made. */
const askedFor = ({ personId, kind, inputs: { since, lists } }: Review): Asked => ({ personId, kind, since, lists })

const toSummary = ({ id, personId, kind, title, madeAt, changedAt }: ReviewHead): ReviewSummary => ({
  ...{ id, personId, kind, title, madeAt, changedAt },
})

const toReview = (row: ReviewRow): Review => ({
  ...toSummary(row),
  inputs: JSON.parse(row.inputs) as Review['inputs'],
  steps: JSON.parse(row.steps) as ReviewStep[],
  edits: JSON.parse(row.edits) as ReviewEdits,
})
