/** The backups in the folder in use, newest first. */
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatBytes, formatDay } from '../../app/format.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'

export function SnapshotList() {
  const { t } = useTranslation()
  const snapshots = useLoad('backups.list', { filter: {}, limit: 200 })
  return (
    <Card title={t('settings.backups.list')} hint={t('settings.backups.listText')}>
      {snapshots.kind === 'loading' && <Skeleton rows={3} />}
      {snapshots.kind === 'failed' && (
        <ErrorNotice code={snapshots.code} text={textOfError(snapshots.code)} onRetry={snapshots.again} />
      )}
      {snapshots.kind === 'ready' && (
        <ul className="divide-y divide-line-soft">
          {snapshots.value.items.map(({ id, state, madeAt, documents, sizeBytes }) => (
            <li key={id} className="num flex min-h-9 flex-wrap items-center gap-x-3">
              {madeAt !== null && <span className="font-[550]">{formatDay(madeAt)}</span>}
              {documents !== null && <span>{t('settings.backups.documents', { count: documents })}</span>}
              {sizeBytes !== null && <span className="text-meta text-ink-3">{formatBytes(sizeBytes)}</span>}
              {state !== 'whole' && <Badge tone="crit">{t(`settings.backups.state.${state}`)}</Badge>}
              <code className="ms-auto select-text text-meta text-ink-3">{id}</code>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
