/** Has a review made and opens its note; says which section it has come to. */
import type { ErrorCode } from '#contract/errors.ts'
import type { PersonId } from '#contract/ids.ts'
import type { ReviewEvent, ReviewKind } from '#contract/reviews.ts'
import { api } from '../../api/client.ts'
import { useStream } from '../../api/useStream.ts'
import { go } from '../../app/router.ts'
import type { ChosenLists } from './ChooseLists.tsx'

export interface Wanted {
  readonly kind: ReviewKind
  readonly since?: string
  readonly lists?: ChosenLists
}

export interface MakeReview {
  readonly isRunning: boolean
  readonly isStopped: boolean
  readonly lastSection: string | undefined
  readonly code: ErrorCode | undefined
  start(wanted: Wanted): void
  stop(): void
}

export function useMakeReview(personId: PersonId): MakeReview {
  const { state, start, stop } = useStream<ReviewEvent>()
  return {
    isRunning: state.kind === 'running',
    isStopped: state.kind === 'stopped',
    lastSection: state.chunks.flatMap((event) => (event.kind === 'step' ? event.step.sections : [])).at(-1)?.title,
    code: state.code,
    start: (wanted) => void start((signal) => openWhenMade(api.reviews.run({ personId, ...wanted }, { signal }))),
    stop,
  }
}

async function* openWhenMade(events: AsyncIterable<ReviewEvent>): AsyncGenerator<ReviewEvent> {
  for await (const event of events) {
    yield event
    if (event.kind === 'review') go({ screen: 'reviews', personId: event.review.personId, review: event.review.id })
  }
}
