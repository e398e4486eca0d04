/** Nothing was found: said for what was read, and never for what was not. */
import { useTranslation } from 'react-i18next'
import type { Searched } from '#contract/answers.ts'
import type { PersonId } from '#contract/ids.ts'
import { formatCount } from '../../app/format.ts'
import { go } from '../../app/router.ts'
import { Button } from '../../components/Button.tsx'

export interface NothingFoundProps {
  readonly query: string
  readonly searched: Searched
  readonly personId: PersonId
}

export function NothingFound({ query, searched, personId }: NothingFoundProps) {
  const { t } = useTranslation()
  const { pages, documents, waiting, unreadable, partlyReadPages } = searched
  const unseen = waiting + unreadable + partlyReadPages
  return (
    <div className="mx-5 my-3 flex flex-col items-start gap-2">
      <h2 className="text-lead">{t('search.nothingTitle', { query })}</h2>
      <p className="text-ink-2">
        {t('search.nothingText', { pages: formatCount(pages), documents: formatCount(documents) })}
      </p>
      {unseen > 0 && (
        <p className="flex flex-wrap items-center gap-2 text-review">
          {t('search.notSeen', { count: unseen })}
          <Button look="quiet" onPress={() => go({ screen: 'queue', personId })}>
            {t('search.showUnread')}
          </Button>
        </p>
      )}
    </div>
  )
}
