/** The steps of the first run, and which one this is. */
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { VaultPurpose } from '#contract/vault.ts'

export type WelcomeStep = 'who' | 'duties' | 'secret' | 'recovery' | 'files'

const steps: Readonly<Record<VaultPurpose, readonly WelcomeStep[]>> = {
  family: ['who', 'secret', 'recovery', 'files'],
  patients: ['who', 'duties', 'secret', 'recovery', 'files'],
}

export function Steps({ current, purpose }: { readonly current: WelcomeStep; readonly purpose: VaultPurpose }) {
  const { t } = useTranslation()
  const all = steps[purpose]
  const at = all.indexOf(current)
  return (
    <ol aria-label={t('welcome.steps')} className="flex flex-col gap-1 md:pt-1">
      {all.map((step, number) => (
        <li
          key={step}
          {...(step === current && { 'aria-current': 'step' as const })}
          className={`flex min-h-9 items-center gap-3 ${step === current ? 'font-[600] text-ink' : 'text-ink-3'}`}
        >
          <span
            className={`num grid size-6 shrink-0 place-items-center rounded-full border text-meta ${number < at ? 'border-transparent bg-accent-soft text-accent' : step === current ? 'border-accent bg-accent text-accent-ink' : 'border-line'}`}
          >
            {number < at ? <Check size={14} aria-hidden /> : number + 1}
          </span>
          {t(`welcome.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
