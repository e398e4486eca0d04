/** Deletes a review, unless Undo brings it back before. */
import { useTranslation } from 'react-i18next'
import type { ReviewSummary } from '#contract/reviews.ts'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { keep, removeSoon } from '../../app/removals.ts'
import { say } from '../../app/toasts.ts'

export function useRemoveReview(): (review: Pick<ReviewSummary, 'id' | 'title'>) => void {
  const { t } = useTranslation()
  return ({ id, title }) => {
    removeSoon(id, async () => {
      try {
        await api.reviews.delete({ id })
      } catch (error) {
        say(textOfError(codeOf(error)).message)
      }
    })
    say(t('reviews.deleted', { title }), () => keep(id))
  }
}
