/** What this program cannot do, said plainly where everybody finds it. */
import { Minus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Duties } from '../../app/Duties.tsx'
import { useSettings } from '../../app/useSettings.ts'
import { Card } from '../../components/Card.tsx'

const limits = [
  'advise',
  'handwriting',
  'pictures',
  'complete',
  'wrongPerson',
  'forgotten',
  'backup',
  'computer',
] as const

export function LimitsSection() {
  const { t } = useTranslation()
  const { audience } = useSettings()
  return (
    <>
      <p className="text-ink-2">{t('settings.limits.text')}</p>
      <ul className="flex flex-col gap-3">
        {limits.map((limit) => (
          <li key={limit} className="flex gap-3">
            <Minus size={16} className="mt-1 shrink-0 text-ink-3" aria-hidden />
            <div>
              <div className="font-[600]">{t(`settings.limits.${limit}Title`)}</div>
              <div className="text-ink-2">{t(`settings.limits.${limit}`)}</div>
            </div>
          </li>
        ))}
      </ul>
      {audience === 'patients' && (
        <Card title={t('welcome.dutiesTitle')}>
          <Duties />
        </Card>
      )}
    </>
  )
}
