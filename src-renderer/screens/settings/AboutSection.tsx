/** Which program this is, where the vault lies, and whose work it rests on. */
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/useLoad.ts'
import { Mark } from '../../app/GatePage.tsx'
import { Card } from '../../components/Card.tsx'
import { licences } from './licences.ts'

export function AboutSection() {
  const { t } = useTranslation()
  const about = useLoad('desktop.about', undefined)
  return (
    <>
      <Card>
        <div className="flex items-center gap-4">
          <Mark />
          <div>
            <div className="text-lead font-[640]">
              {t('common.appName')}{' '}
              <span className="num font-[450] text-ink-3">{about.kind === 'ready' && about.value.version}</span>
            </div>
            <div className="text-ink-2">{t('settings.about.what')}</div>
          </div>
        </div>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          <dt className="text-ink-3">{t('settings.about.vault')}</dt>
          <dd className="select-text break-all">{about.kind === 'ready' && about.value.vaultFolder}</dd>
          <dt className="text-ink-3">{t('settings.about.licence')}</dt>
          <dd>Apache-2.0</dd>
          <dt className="text-ink-3">{t('settings.about.network')}</dt>
          <dd>{t('settings.about.networkText')}</dd>
        </dl>
      </Card>
      <Card title={t('settings.about.others')} hint={t('settings.about.othersText')}>
        <ul className="columns-1 gap-8 text-meta sm:columns-2">
          {licences.map(([name, licence]) => (
            <li key={name} className="flex break-inside-avoid gap-2 py-0.5">
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-ink-3">{licence}</span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
