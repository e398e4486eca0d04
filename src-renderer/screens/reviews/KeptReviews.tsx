/** The reviews that were made, the last first, each with whether the record still says the same. */
import { ChevronRight, History, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import { useLoad } from '../../api/useLoad.ts'
import { useLoadAll } from '../../api/useLoadAll.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatDay } from '../../app/format.ts'
import { useRemovals } from '../../app/removals.ts'
import { hrefOf } from '../../app/router.ts'
import { Badge } from '../../components/Badge.tsx'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useRemoveReview } from './useRemoveReview.ts'

/** So many are held against the record; of those made before them nothing is said. */
const HELD = 200

export function KeptReviews({ personId }: { readonly personId: PersonId }) {
  const { t } = useTranslation()
  const load = useLoadAll('reviews.list', { filter: { personId }, limit: 50 })
  const holding = useLoad('reviews.whichHold', { personId })
  const removals = useRemovals()
  const remove = useRemoveReview()
  const ids = holding.kind === 'ready' ? new Set(holding.value.ids) : undefined
  const shown = load.kind === 'ready' ? load.items.filter(({ id }) => !removals.has(id)) : []
  return (
    <Card title={t('reviews.kept')}>
      {load.kind === 'loading' && <Skeleton rows={3} />}
      {load.kind === 'failed' && <ErrorNotice code={load.code} text={textOfError(load.code)} onRetry={load.again} />}
      {load.kind === 'ready' && shown.length === 0 && <p className="text-ink-2">{t('reviews.none')}</p>}
      {shown.length > 0 && (
        <ul className="-mx-2">
          {shown.map(({ id, title, kind, madeAt, changedAt }, at) => (
            <li key={id} className="flex items-center gap-2 rounded-md pe-1 hover:bg-hover">
              <a
                href={hrefOf({ screen: 'reviews', personId, review: id })}
                className="flex min-h-11 min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-2 py-1.5"
              >
                <span className="min-w-0 truncate font-[550]">{title}</span>
                <span className="num text-meta text-ink-3">
                  {t(`reviews.kind.${kind}`)} · {t('reviews.madeOn', { day: formatDay(madeAt) })}
                  {changedAt !== madeAt && ` · ${t('reviews.editedOn', { day: formatDay(changedAt) })}`}
                </span>
                {ids !== undefined && at < HELD && !ids.has(id) && (
                  <Badge tone="review" icon={<History size={12} aria-hidden />}>
                    {t('reviews.changedBadge')}
                  </Badge>
                )}
                <ChevronRight size={15} className="ms-auto text-ink-3" aria-hidden />
              </a>
              <IconButton
                label={t('reviews.delete', { title })}
                icon={<Trash2 size={14} aria-hidden />}
                onPress={() => remove({ id, title })}
              />
            </li>
          ))}
        </ul>
      )}
      {load.kind === 'ready' && load.more !== undefined && (
        <Button look="quiet" wide onPress={load.more}>
          {t('common.more')}
        </Button>
      )}
    </Card>
  )
}
