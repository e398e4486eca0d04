/** Says quietly that nobody has compared this with its page yet. Nothing for what a person confirmed, corrected or entered. */
import { CircleDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { FactState } from '#contract/facts.ts'

export interface UncheckedMarkProps {
  readonly state: FactState
  /** Only the sign is shown; the words are spoken. */
  readonly isShort?: boolean
}

export function UncheckedMark({ state, isShort = false }: UncheckedMarkProps) {
  const { t } = useTranslation()
  if (state !== 'proposed') return null
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap text-meta text-ink-3" title={t('fact.unchecked')}>
      <CircleDashed size={12} aria-hidden />
      <span className={isShort ? 'sr-only' : ''}>{t('fact.unchecked')}</span>
    </span>
  )
}
