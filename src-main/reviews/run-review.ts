/**
 * Runs the fixed chain of a review over one person's record. Each step reads and writes nothing; the same record, day and versions
 * give the same steps.
 */
import type { Kysely } from 'kysely'
import type { ReviewKind, ReviewStep } from '#contract/reviews.ts'
import type { Tables } from '../store/tables.ts'
import { chartReview } from './chart-review.ts'
import { createLineCiter } from './cite-lines.ts'
import type { Step } from './draft.ts'
import type { DrugTable } from './drug-table.ts'
import { medicineReview } from './medicine-review.ts'
import { qualityReview } from './quality-review.ts'
import type { ReviewRecord } from './review-record.ts'
import { trendReview } from './trend-review.ts'
import { visitReview } from './visit-review.ts'

export interface RunReviewDeps {
  readonly db: Kysely<Tables>
  readonly drugs: () => DrugTable
}

export function createRunReview({ db, drugs }: RunReviewDeps) {
  const cite = createLineCiter(db)
  const chains: Readonly<Record<ReviewKind, readonly Step[]>> = {
    chart: chartReview,
    trends: trendReview,
    medicines: medicineReview,
    quality: qualityReview(drugs),
    visit: visitReview,
  }
  return async function* (kind: ReviewKind, record: ReviewRecord, signal: AbortSignal): AsyncGenerator<ReviewStep> {
    for (const { name, run } of chains[kind]) {
      signal.throwIfAborted()
      const { inputs, sections } = await run(record)
      yield { name, inputs, sections: await cite(sections) }
    }
  }
}
