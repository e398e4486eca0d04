/**
 * Allergies, before everything else. That no paper speaks of any is never shown as that there are none; that a paper says
 * there are none is another thing, and has its page.
 */
import { CircleHelp, ShieldCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Fact, Overview } from '#contract/facts.ts'
import { Button } from '../../components/Button.tsx'
import { FactMenu } from '../../facts/FactMenu.tsx'
import { dateOfFact, detailsOfFact } from '../../facts/fact-text.ts'
import { SourceChips } from '../../facts/SourceChips.tsx'
import { UncheckedMark } from '../../facts/UncheckedMark.tsx'
import type { RowTools } from './row-tools.ts'

export interface AllergyBannerProps {
  readonly allergyStatement: Overview['allergyStatement']
  readonly allergies: readonly Fact[]
  readonly tools: RowTools
  /** None where nothing can be added. */
  readonly onAdd?: (() => void) | undefined
}

export function AllergyBanner({ allergies, allergyStatement, tools, onAdd }: AllergyBannerProps) {
  const { t } = useTranslation()
  const look = {
    stated: {
      tone: 'border-crit/35 bg-crit-soft',
      icon: <TriangleAlert size={18} className="text-crit" aria-hidden />,
    },
    'none-known': {
      tone: 'border-line bg-surface',
      icon: <ShieldCheck size={18} className="text-ink-2" aria-hidden />,
    },
    'not-stated': { tone: 'border-line bg-surface', icon: <CircleHelp size={18} className="text-ink-2" aria-hidden /> },
  }[allergyStatement]
  return (
    <section
      aria-label={t('overview.allergies')}
      className={`flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border px-4 py-2 ${look.tone}`}
    >
      <h2 className="flex items-center gap-2.5">
        {look.icon}
        {t('overview.allergies')}
      </h2>
      {allergyStatement === 'not-stated' && (
        <p className="min-w-0 flex-1">
          <span className="font-[550]">{t('overview.allergiesNotStated')}</span>{' '}
          <span className="text-ink-2">{t('overview.allergiesNotStatedHint')}</span>
        </p>
      )}
      {allergyStatement !== 'not-stated' && (
        <ul className="flex min-w-0 flex-1 flex-wrap items-center gap-x-5 gap-y-1">
          {allergies.map((fact) => (
            <Allergy key={fact.id} fact={fact} tools={tools} />
          ))}
        </ul>
      )}
      {onAdd !== undefined && (
        <Button look="quiet" onPress={onAdd}>
          {t('overview.addAllergy')}
        </Button>
      )}
    </section>
  )
}

function Allergy({ fact, tools }: { readonly fact: Fact; readonly tools: RowTools }) {
  const { t } = useTranslation()
  const details = detailsOfFact(fact, t)
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
      <span>
        <span className={`font-[600] ${fact.isNoneKnown ? '' : 'text-crit'}`}>
          {fact.isNoneKnown ? t('overview.allergiesNone', { date: dateOfFact(fact, t) }) : fact.name}
        </span>
        {details !== '' && <span className="text-ink-2"> ({details})</span>}
      </span>
      <UncheckedMark state={fact.state} />
      <SourceChips fact={fact} sources={tools.sources} />
      <FactMenu fact={fact} {...tools} />
    </li>
  )
}
