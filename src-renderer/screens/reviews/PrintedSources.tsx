/** On paper a number leads nowhere, so the places are written out there; in the window the numbers open them. */
import { useTranslation } from 'react-i18next'
import type { ReviewCitation } from '#contract/reviews.ts'
import { placeOf } from '../../citations/places.ts'

export function PrintedSources({ sources }: { readonly sources: readonly ReviewCitation[] }) {
  const { t } = useTranslation()
  if (sources.length === 0) return null
  return (
    <section className="hidden print:block">
      <h2>{t('reviews.sources')}</h2>
      <ol className="list-decimal ps-6 text-meta">
        {sources.map((source) => (
          <li key={placeOf(source)}>
            {t('reviews.source', { title: source.title, page: source.page, quote: source.quote.replace(/\s+/g, ' ') })}
          </li>
        ))}
      </ol>
    </section>
  )
}
