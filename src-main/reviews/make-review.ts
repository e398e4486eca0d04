/** Runs the chain of a review over a person's record as it is now. It only reads: keeping what came of it is not its affair. */
import { AppError } from '#contract/errors.ts'
import type { PersonId } from '#contract/ids.ts'
import type { Review, ReviewKind, ReviewStep } from '#contract/reviews.ts'
import { extractionVersion } from '../extract/extraction-version.ts'
import type { Facts } from '../facts/facts.ts'
import type { Clock } from '../lib/clock.ts'
import { findPerson } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import { readDrugTable } from './drug-table.ts'
import { createReviewRecord, type ReviewRecord } from './review-record.ts'
import { createRunReview } from './run-review.ts'

export interface Asked {
  readonly personId: PersonId
  readonly kind: ReviewKind
  readonly since?: string | undefined
  readonly lists?: Review['inputs']['lists']
}

interface MakeReviewDeps {
  readonly db: Store['db']
  readonly clock: Clock
  readonly facts: Pick<Facts, 'medicines' | 'series'>
}

/** Raised when the same record yields another review than before. */
const REVIEW_VERSION = 2

export function createMakeReview({ db, clock, facts }: MakeReviewDeps) {
  let drugs: ReturnType<typeof readDrugTable> | undefined
  const getDrugs = () => (drugs ??= readDrugTable())
  const chain = createRunReview({ db, drugs: getDrugs })

  const recordOf = (personId: PersonId, { today, bornOn, since, lists }: Review['inputs']): ReviewRecord =>
    createReviewRecord({ db, facts }, { personId, today, bornOn, since, lists })

  /** What the whole chain is given, by today's clock and tables. */
  async function inputsOf({ personId, since, lists }: Asked): Promise<Review['inputs']> {
    const person = await findPerson(db, personId)
    if (person === undefined) throw new AppError('person/unknown')
    const versions = {
      ...{ reviews: String(REVIEW_VERSION), extraction: String(extractionVersion), drugs: getDrugs().version },
    }
    return {
      ...{ today: clock.now().slice(0, 10), versions },
      ...(since !== undefined && { since }),
      ...(lists !== undefined && { lists }),
      ...(person.bornOn !== null && { bornOn: person.bornOn }),
    }
  }

  const steps = ({ personId, kind }: Asked, inputs: Review['inputs'], signal: AbortSignal) =>
    chain(kind, recordOf(personId, inputs), signal)

  return {
    inputsOf,
    recordOf,
    steps,

    /** What the review would be if it were made now. */
    async makeNow(asked: Asked): Promise<ReviewStep[]> {
      const made: ReviewStep[] = []
      for await (const step of steps(asked, await inputsOf(asked), new AbortController().signal)) made.push(step)
      return made
    },
  }
}
