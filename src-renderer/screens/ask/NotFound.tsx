/**
 * Not found in what could be read: how much that was, what comes nearest, and what was not read, by name. An absence is
 * never stated without it.
 */
import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import { formatCount } from '../../app/format.ts'
import { CitationChip } from '../../citations/CitationChip.tsx'
import { type Places, placeOf } from '../../citations/places.ts'
import { isNotStated, nearestOf, type ShownAnswer } from './shown-answer.ts'
import { UnreadList } from './UnreadList.tsx'

export interface NotFoundProps {
  readonly answer: ShownAnswer
  readonly personId: PersonId
  readonly places: Places
}

const UNREAD_AT_FIRST = 8

export function NotFound({ answer, personId, places }: NotFoundProps) {
  const { t } = useTranslation()
  const { searched } = answer
  const nearest = nearestOf(answer)
  return (
    <section className="card settle flex flex-col gap-5 px-5 py-4">
      <div className="flex gap-3">
        <SearchX size={22} className="mt-0.5 shrink-0 text-ink-3" aria-hidden />
        <div>
          <h3 className="text-lead font-[620]">{isNotStated(answer) ? t('ask.notStated') : t('ask.notFound')}</h3>
          <p className="text-ink-2">
            {searched !== undefined &&
              t('ask.notFoundSearched', {
                pages: formatCount(searched.pages),
                documents: formatCount(searched.documents),
              })}{' '}
            {t('ask.notFoundMeans')}
          </p>
        </div>
      </div>
      {nearest.length > 0 && (
        <div>
          <h4 className="caps mb-1.5">{t('ask.nearest')}</h4>
          <ul className="flex flex-col gap-2.5">
            {nearest.map((source) => {
              const number = places.numberOf(source)
              return (
                <li key={placeOf(source)} className="flex items-start gap-2.5">
                  <CitationChip
                    citation={source}
                    number={number}
                    isCurrent={number === places.current}
                    onOpen={() => places.open(number)}
                  />
                  <div className="min-w-0 flex-1">
                    <p className="num line-clamp-2 text-ink-2 [overflow-wrap:anywhere]">
                      {source.quote.replace(/\s+/g, ' ')}
                    </p>
                    <p className="num text-meta text-ink-3">
                      {source.title}, {t('common.pageShort', { page: source.page })}
                    </p>
                  </div>
                </li>
              )
            })}
          </ul>
        </div>
      )}
      <div>
        <h4 className="caps mb-1.5">{t('ask.unread')}</h4>
        <UnreadList
          personId={personId}
          withoutFacts={searched?.withoutFacts ?? 0}
          limit={UNREAD_AT_FIRST}
          allRead={t('ask.allRead')}
        />
      </div>
    </section>
  )
}
