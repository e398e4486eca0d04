/**
 * Makes, keeps and shows chart reviews. What was produced is never changed by an edit; whether it still holds is found by running
 * the same chain again, which keeps nothing.
 */
import { AppError } from '#contract/errors.ts'
import type { PersonId, ReviewId } from '#contract/ids.ts'
import type {
  Review,
  ReviewEdits,
  ReviewEvent,
  ReviewKind,
  ReviewSection,
  ReviewStep,
  ReviewSummary,
} from '#contract/reviews.ts'
import { extractionVersion } from '../extract/extraction-version.ts'
import type { Facts } from '../facts/facts.ts'
import type { Clock } from '../lib/clock.ts'
import type { Audit } from '../store/audit.ts'
import { fromCursor, toPage } from '../store/paging.ts'
import { findPerson } from '../store/people.ts'
import {
  deleteReview,
  findReview,
  insertReview,
  listDocumentsOf,
  listNotOf,
  listReviews,
  type ReviewHead,
  type ReviewRow,
  type ReviewsQuery,
  setReviewEdits,
} from '../store/reviews.ts'
import type { Store } from '../store/store.ts'
import { nextStamp } from '../store/vault-meta.ts'
import { readDrugTable } from './drug-table.ts'
import { createReviewRecord } from './review-record.ts'
import { createRunReview } from './run-review.ts'
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

/** Raised when the same record yields another review than before. */
const REVIEW_VERSION = 1

const TITLES: Readonly<Record<ReviewKind, string>> = {
  chart: 'Chart review',
  trends: 'Trend review',
  medicines: 'Medication reconciliation',
  quality: 'Data quality',
  visit: 'Prepare my visit',
}

export interface Asked {
  readonly personId: PersonId
  readonly kind: ReviewKind
  readonly since?: string | undefined
}

export function createReviews({ store, audit, clock, newId, facts, changed }: ReviewsDeps) {
  let drugs: ReturnType<typeof readDrugTable> | undefined
  const getDrugs = () => (drugs ??= readDrugTable())
  const chain = createRunReview({ db: store.db, drugs: getDrugs })

  async function getRow(id: ReviewId): Promise<ReviewRow> {
    const row = await findReview(store.db, id)
    if (row === undefined) throw new AppError('review/unknown')
    return row
  }

  /** What the whole chain is given, by today's clock and tables. */
  async function inputsOf({ personId, since }: Asked): Promise<Review['inputs']> {
    const person = await findPerson(store.db, personId)
    if (person === undefined) throw new AppError('person/unknown')
    const versions = {
      ...{ reviews: String(REVIEW_VERSION), extraction: String(extractionVersion), drugs: getDrugs().version },
    }
    return {
      ...{ today: clock.now().slice(0, 10), versions },
      ...(since !== undefined && { since }),
      ...(person.bornOn !== null && { bornOn: person.bornOn }),
    }
  }

  function steps({ personId, kind }: Asked, inputs: Review['inputs'], signal: AbortSignal) {
    const { today, bornOn, since } = inputs
    return chain(kind, createReviewRecord({ db: store.db, facts }, { personId, today, bornOn, since }), signal)
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

  /** Steps that would say something else if the review were made now. */
  async function findChanged({ personId, kind, inputs, steps: kept }: Review): Promise<string[]> {
    const asked = { personId, kind, since: inputs.since }
    const now = new Map<string, string>()
    for await (const { name, sections } of steps(asked, await inputsOf(asked), new AbortController().signal))
      now.set(name, sayAll(sections))
    const changedNow = kept.filter(({ name, sections }) => now.get(name) !== sayAll(sections)).map(({ name }) => name)
    return [...changedNow, ...[...now.keys()].filter((name) => !kept.some((step) => step.name === name))]
  }

  async function get(id: ReviewId) {
    const review = toReview(await getRow(id))
    return { review, changedSteps: await findChanged(review) }
  }

  return {
    get,

    async *run(asked: Asked, signal: AbortSignal): AsyncGenerator<ReviewEvent> {
      const inputs = await inputsOf(asked)
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

    async write(id: ReviewId) {
      const { review, changedSteps } = await get(id)
      return { markdown: writeReview(review, changedSteps.length === 0) }
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

const sayAll = (sections: readonly ReviewSection[]) => JSON.stringify(sections)

/** An edit of a line or section that is not there, or two of one, is the caller's mistake; a line that is gone stays gone. */
function checkEdits({ lines, own }: ReviewEdits, { steps }: Review): void {
  const sections = steps.flatMap((step) => step.sections)
  const editable = new Set(sections.flatMap((section) => section.lines).flatMap((line) => (line.isGone ? [] : line.id)))
  const lineIds = lines.map(({ lineId }) => lineId)
  const sectionIds = own.map(({ sectionId }) => sectionId)
  const areKnown =
    lineIds.every((id) => editable.has(id)) && sectionIds.every((id) => sections.some((one) => one.id === id))
  const areOnce = new Set(lineIds).size === lineIds.length && new Set(sectionIds).size === sectionIds.length
  if (!areKnown || !areOnce) throw new AppError('input/invalid')
}

const toSummary = ({ id, personId, kind, title, madeAt, changedAt }: ReviewHead): ReviewSummary => ({
  ...{ id, personId, kind, title, madeAt, changedAt },
})

const toReview = (row: ReviewRow): Review => ({
  ...toSummary(row),
  inputs: JSON.parse(row.inputs) as Review['inputs'],
  steps: JSON.parse(row.steps) as ReviewStep[],
  edits: JSON.parse(row.edits) as ReviewEdits,
})
