/** The pages an answer rests on, each with the numbers of what was quoted from it. */
import { useTranslation } from 'react-i18next'
import type { Citation } from '#contract/answers.ts'
import { CitationChip } from './CitationChip.tsx'
import { placeOf } from './shown-answer.ts'

export interface SourcesProps {
  readonly sources: readonly Citation[]
  readonly chosen: number | undefined
  readonly onSource: (index: number) => void
}

export function Sources({ sources, chosen, onSource }: SourcesProps) {
  const { t } = useTranslation()
  const numbered = sources.map((source, index) => ({ source, index }))
  const pages = [...Map.groupBy(numbered, ({ source }) => `${source.documentId} ${source.page}`)]
  return (
    <ul aria-label={t('ask.sources')} className="card flex flex-col">
      {pages.map(([key, quotes]) => (
        <li
          key={key}
          className="flex min-h-10 items-center gap-3 border-b border-line-soft px-3.5 py-1.5 last:border-0"
        >
          <span className="min-w-0 flex-1 truncate">{quotes[0]?.source.title}</span>
          <span className="num shrink-0 text-meta text-ink-3">
            {t('common.pageShort', { page: quotes[0]?.source.page ?? 1 })}
          </span>
          <span className="flex shrink-0 gap-1.5">
            {quotes.map(({ source, index }) => (
              <CitationChip
                key={placeOf(source)}
                citation={source}
                number={index + 1}
                isCurrent={index === chosen}
                onOpen={() => onSource(index)}
              />
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
