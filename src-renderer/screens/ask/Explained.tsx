/** What a word means, from the table that comes with the program. It is told apart from what papers say. */
import { BookOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Explanation } from '#contract/glossary.ts'
import { Notice } from '../../components/Notice.tsx'

export function Explained({ term, explanation }: Explanation) {
  const { t } = useTranslation()
  return (
    <div className="settle">
      <Notice title={term} icon={<BookOpen size={17} aria-hidden />}>
        <p className="select-text text-ink">{explanation}</p>
        <p className="text-meta text-ink-3">{t('ask.explainedBy')}</p>
      </Notice>
    </div>
  )
}
