/** Chart reviews: choose one and have it made, or open one that was made before. The note of an open one is ReviewNote's. */
import { useTranslation } from 'react-i18next'
import type { ReviewId } from '#contract/ids.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { KeptReviews } from './KeptReviews.tsx'
import { ReviewNote } from './ReviewNote.tsx'
import { StartReview } from './StartReview.tsx'

export function ReviewsScreen({ place: { personId, review } }: ScreenProps<'reviews'>) {
  const { t } = useTranslation()
  if (review !== undefined) return <ReviewNote key={review} personId={personId} id={review as ReviewId} />
  return (
    <div data-pane className="relative flex min-h-0 flex-1 flex-col gap-4 overflow-auto p-(--pad)">
      <PageHeader title={t('reviews.title')} />
      <p className="max-w-176 text-ink-2">{t('reviews.about')}</p>
      <StartReview key={personId} personId={personId} />
      <KeptReviews personId={personId} />
    </div>
  )
}
