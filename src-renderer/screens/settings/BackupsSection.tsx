/** Backups: when the last was made and where, making one now, how many are kept, and which there are. */
import { HardDrive } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BackupStatus, BackupStep } from '#contract/backups.ts'
import { api } from '../../api/client.ts'
import { codeOf, useLoad } from '../../api/useLoad.ts'
import { useStream } from '../../api/useStream.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatDay } from '../../app/format.ts'
import { say } from '../../app/toasts.ts'
import { useSettings } from '../../app/useSettings.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Notice } from '../../components/Notice.tsx'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import { Select } from '../../components/Select.tsx'
import { SnapshotList } from './SnapshotList.tsx'
import { useChange } from './useChange.ts'

const amounts = ['3', '5', '10', '20', '50'] as const

export function BackupsSection() {
  const { t } = useTranslation()
  const status = useLoad('backups.status', undefined)
  const { backupsKept = 10 } = useSettings()
  const change = useChange()
  const kept = String(backupsKept)
  const choices = amounts.some((amount) => amount === kept) ? amounts : [kept, ...amounts]
  return (
    <>
      <Notice>{t('settings.backups.text')}</Notice>
      {status.kind === 'failed' && (
        <ErrorNotice code={status.code} text={textOfError(status.code)} onRetry={status.again} />
      )}
      {status.kind === 'ready' && <MakeBackup status={status.value} />}
      <Card
        title={t('settings.backups.keep')}
        hint={t('settings.backups.keepText')}
        actions={
          <Select
            label={t('settings.backups.keep')}
            hasHiddenLabel
            value={kept}
            onChange={(value) => change('backupsKept', Number(value))}
            choices={choices.map((id) => ({ id, label: t('settings.backups.newest', { count: Number(id) }) }))}
          />
        }
      >
        {null}
      </Card>
      {status.kind === 'ready' && status.value.isReachable && <SnapshotList />}
    </>
  )
}

function MakeBackup({ status }: { readonly status: BackupStatus }) {
  const { t } = useTranslation()
  const about = useLoad('desktop.about', undefined)
  const making = useStream<BackupStep>()
  const canChoose = about.kind === 'ready' && about.value.surroundings === 'desktop'
  const isMaking = making.state.kind === 'running' || status.isRunning
  const step = making.state.chunks.at(-1)
  const { code } = making.state
  const made =
    status.madeAt === null
      ? t('settings.backups.none')
      : t('settings.backups.madeOn', { day: formatDay(status.madeAt) })

  async function choose(): Promise<void> {
    try {
      const [to] = (await api.desktop.chooseFiles({ what: 'folder' })).paths
      if (to !== undefined) await making.start((signal) => api.backups.make({ to }, { signal }))
    } catch (error) {
      say(textOfError(codeOf(error)).message)
    }
  }

  return (
    <Card
      title={t('settings.backups.last')}
      hint={status.madeAt === null || status.isReachable ? made : `${made} ${t('settings.backups.unreachable')}`}
      actions={
        <div className="flex flex-wrap justify-end gap-2">
          {canChoose && (
            <Button icon={<HardDrive size={16} aria-hidden />} isDisabled={isMaking} onPress={() => void choose()}>
              {t('settings.backups.choose')}
            </Button>
          )}
          {status.folder !== null && (
            <Button
              look="main"
              isDisabled={isMaking}
              onPress={() => void making.start((signal) => api.backups.make({}, { signal }))}
            >
              {isMaking ? t('settings.backups.making') : t('settings.backups.now')}
            </Button>
          )}
          {making.state.kind === 'running' && (
            <Button look="quiet" onPress={making.stop}>
              {t('common.cancel')}
            </Button>
          )}
        </div>
      }
    >
      {status.folder !== null && <code className="select-text break-all text-meta text-ink-2">{status.folder}</code>}
      {status.documentsSince > 0 && status.folder !== null && (
        <p className="text-meta text-ink-2">{t('settings.backups.since', { count: status.documentsSince })}</p>
      )}
      <div aria-live="polite" className="flex flex-col gap-3 empty:hidden">
        {making.state.kind === 'running' && (
          <ProgressBar
            label={t('settings.backups.making')}
            done={step?.kind === 'progress' ? step.done : 0}
            total={step?.kind === 'progress' ? step.total : null}
          />
        )}
        {making.state.kind === 'done' && step?.kind === 'done' && (
          <Notice>
            {t('settings.backups.made', { count: step.snapshot.documents ?? 0 })}
            {step.isSampleLeftOut && ` ${t('settings.backups.sampleLeftOut')}`}
          </Notice>
        )}
        {code !== undefined && <ErrorNotice code={code} text={textOfError(code)} />}
      </div>
    </Card>
  )
}
