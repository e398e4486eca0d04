/** Names and values, aligned; what is not known is said. */
import { useTranslation } from 'react-i18next'

export interface FactsProps {
  readonly facts: readonly (readonly [name: string, value: string | number | undefined])[]
}

export function Facts({ facts }: FactsProps) {
  const { t } = useTranslation()
  if (facts.length === 0) return <p className="text-ink-3">{t('health.none')}</p>
  return (
    <dl className="num">
      {facts.map(([name, value]) => (
        <div key={name} className="flex min-h-8 items-center gap-4 border-b border-line-soft last:border-0">
          <dt className="flex-1 text-ink-2">{name}</dt>
          <dd className={`select-text text-end ${value === undefined || value === '' ? 'text-ink-3' : 'font-[550]'}`}>
            {value === undefined || value === '' ? t('common.unknown') : value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
