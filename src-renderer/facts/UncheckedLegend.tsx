/** What the sign beside a fact means, once for a screen that shows it without its words. */
import { CircleDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'

export function UncheckedLegend() {
  const { t } = useTranslation()
  return (
    <p className="flex items-center gap-1.5 text-meta text-ink-3">
      <CircleDashed size={12} aria-hidden />
      {t('fact.uncheckedLegend')}
    </p>
  )
}
