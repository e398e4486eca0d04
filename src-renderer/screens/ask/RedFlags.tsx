/** Values past a published threshold, before anything else is said: what was measured, where the threshold is published, and the page. */
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RedFlag } from '#contract/answers.ts'
import { CitationChips } from '../../citations/CitationChips.tsx'
import type { Places } from '../../citations/places.ts'
import { UncheckedMark } from '../../facts/UncheckedMark.tsx'

export interface RedFlagsProps {
  readonly redFlags: readonly RedFlag[]
  readonly places: Places
}

export function RedFlags({ redFlags, places }: RedFlagsProps) {
  const { t } = useTranslation()
  return (
    <div className="contrast-edge settle flex gap-3 rounded-lg border border-crit/35 bg-crit-soft px-4 py-3">
      <TriangleAlert size={18} className="mt-0.5 shrink-0 text-crit" aria-hidden />
      <div className="min-w-0 flex-1">
        <h3 className="font-[620] text-crit">{t('ask.redFlags')}</h3>
        <ul className="mt-1 flex flex-col gap-2">
          {redFlags.map(({ rule, factId, text, source, isUnreviewed, citations }) => (
            <li key={`${rule} ${factId}`}>
              <p className="num select-text [overflow-wrap:anywhere]">
                {text} <CitationChips citations={citations} places={places} />
              </p>
              <p className="flex flex-wrap gap-x-3 text-meta text-ink-2 [overflow-wrap:anywhere]">
                <span className="min-w-0">{t('ask.redFlagSource', { source })}</span>
                <UncheckedMark state={isUnreviewed ? 'proposed' : 'confirmed'} />
              </p>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
