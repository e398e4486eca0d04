/** The backups that can be restored, the newest first; of the others only how many there are. */
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '#contract/backups.ts'
import { formatBytes, formatMoment } from '../../app/format.ts'
import { ChoiceCards } from '../../components/ChoiceCards.tsx'
import { Notice } from '../../components/Notice.tsx'

export interface SnapshotChoiceProps {
  readonly snapshots: readonly Snapshot[]
  readonly value: string | undefined
  readonly onChange: (id: string) => void
}

export function SnapshotChoice({ snapshots, value, onChange }: SnapshotChoiceProps) {
  const { t } = useTranslation()
  const whole = snapshots.filter(({ state }) => state === 'whole')
  const count = (wanted: Snapshot['state']) => snapshots.filter(({ state }) => state === wanted).length
  return (
    <>
      {whole.length > 0 && (
        <div className="max-h-80 overflow-auto p-0.5">
          <ChoiceCards
            label={t('restore.snapshots')}
            columns={1}
            value={value ?? ''}
            onChange={onChange}
            cards={whole.map(({ id, madeAt, documents, sizeBytes }) => ({
              id,
              title: formatMoment(madeAt ?? ''),
              text: t('restore.holds', { count: documents ?? 0, size: formatBytes(sizeBytes ?? 0) }),
            }))}
          />
        </div>
      )}
      {count('damaged') > 0 && <Notice tone="review">{t('restore.damaged', { count: count('damaged') })}</Notice>}
      {count('newer') > 0 && <Notice tone="review">{t('restore.newer', { count: count('newer') })}</Notice>}
    </>
  )
}
