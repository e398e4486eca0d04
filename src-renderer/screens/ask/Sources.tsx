/** The pages an answer rests on, each with the numbers of what was quoted from it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Citation } from '#contract/answers.ts'
import { CitationChips } from '../../citations/CitationChips.tsx'
import type { Places } from '../../citations/places.ts'

export interface SourcesProps {
  readonly sources: readonly Citation[]
  readonly places: Places
}

const AT_FIRST = 5

export function Sources({ sources, places }: SourcesProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const pages = [...Map.groupBy(sources, ({ documentId, page }) => `${documentId} ${page}`)]
  const isLong = pages.length > AT_FIRST + 1
  return (
    <div className="card">
      <ul aria-label={t('ask.sources')} className="flex flex-col">
        {pages.slice(0, isLong && !isOpen ? AT_FIRST : undefined).map(([key, quotes]) => (
          <li
            key={key}
            className="flex min-h-10 items-center gap-3 border-b border-line-soft px-3.5 py-1.5 last:border-0"
          >
            <span className="min-w-24 flex-1 truncate" title={quotes[0]?.title}>
              {quotes[0]?.title}
            </span>
            <span className="num shrink-0 text-meta text-ink-3">
              {t('common.pageShort', { page: quotes[0]?.page ?? 1 })}
            </span>
            <span className="flex flex-wrap justify-end gap-1.5">
              <CitationChips citations={quotes} places={places} />
            </span>
          </li>
        ))}
      </ul>
      {isLong && (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="num min-h-9 w-full cursor-default rounded-b-lg border-t border-line-soft px-3.5 text-start text-accent hover:bg-hover"
        >
          {isOpen ? t('ask.fewer') : t('ask.morePages', { count: pages.length - AT_FIRST })}
        </button>
      )}
    </div>
  )
}
