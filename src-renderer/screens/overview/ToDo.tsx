/** How much there is, and what of it waits for the person. */
import { ClipboardCheck, FileWarning } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Overview } from '#contract/facts.ts'
import type { PersonId } from '#contract/ids.ts'
import { formatCount } from '../../app/format.ts'
import { hrefOf } from '../../app/router.ts'

export function ToDo({
  overview: { documents, toReview, unreadPages },
  personId,
}: {
  readonly overview: Overview
  readonly personId: PersonId
}) {
  const { t } = useTranslation()
  const link = 'inline-flex min-h-7 items-center gap-1.5 rounded-md px-2 font-[550] hover:bg-hover'
  return (
    <span className="flex flex-wrap items-center gap-x-1.5">
      {documents > 0 && (
        <span className="pe-1.5">
          {t('overview.documents', { count: documents, documents: formatCount(documents) })}
        </span>
      )}
      {toReview > 0 && (
        <a href={hrefOf({ screen: 'review', personId })} className={`${link} text-review`}>
          <ClipboardCheck size={16} aria-hidden />
          {t('overview.toReview', { count: toReview, facts: formatCount(toReview) })}
        </a>
      )}
      {unreadPages > 0 && (
        <a href={hrefOf({ screen: 'queue', personId })} className={link}>
          <FileWarning size={16} aria-hidden />
          {t('overview.unreadPages', { count: unreadPages, pages: formatCount(unreadPages) })}
        </a>
      )}
    </span>
  )
}
