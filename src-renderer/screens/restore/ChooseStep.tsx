/** Which backup, and where its vault goes; then the vault is made, which can be stopped and leaves nothing behind then. */
import { Folder } from 'lucide-react'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { RestoreStep } from '#contract/backups.ts'
import { api } from '../../api/client.ts'
import { codeOf, useLoad } from '../../api/useLoad.ts'
import { useStream } from '../../api/useStream.ts'
import { textOfError } from '../../app/error-text.ts'
import { say } from '../../app/toasts.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Notice } from '../../components/Notice.tsx'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import type { FoundBackups, RestoredVault } from './RestoreScreen.tsx'
import { SnapshotChoice } from './SnapshotChoice.tsx'

export interface ChooseStepProps {
  readonly found: FoundBackups
  readonly isPlaceTaken: boolean
  readonly onRestored: (restored: RestoredVault) => void
  readonly onBack: () => void
}

export function ChooseStep({ found, isPlaceTaken, onRestored, onBack }: ChooseStepProps) {
  const { t } = useTranslation()
  const about = useLoad('desktop.about', undefined)
  const restoring = useStream<RestoreStep>()
  const { folder, secret, snapshots } = found
  const [snapshotId, setSnapshotId] = useState(snapshots.find(({ state }) => state === 'whole')?.id)
  const [chosenPlace, setChosenPlace] = useState<string>()
  const own = about.kind === 'ready' && !isPlaceTaken ? about.value.vaultFolder : undefined
  const to = chosenPlace ?? own
  const { kind, code, chunks } = restoring.state
  const step = chunks.at(-1)
  const isRunning = kind === 'running'

  async function restore(): Promise<void> {
    if (to === undefined || snapshotId === undefined) return
    await restoring.start(async function* (signal) {
      for await (const step of api.backups.restore({ from: folder, to, secret, snapshotId }, { signal })) {
        yield step
        if (step.kind === 'done') onRestored({ to: step.to, documents: step.snapshot.documents ?? 0 })
      }
    })
  }
  async function choosePlace(): Promise<void> {
    try {
      const chosen = (await api.desktop.chooseVault()).folder
      if (chosen === null) return
      restoring.clear()
      setChosenPlace(chosen)
    } catch (error) {
      say(textOfError(codeOf(error)).message)
    }
  }

  return (
    <Form
      className="settle flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isRunning) void restore()
      }}
    >
      <div className="flex flex-col gap-2">
        <h1 className="text-display tracking-tight">{t('restore.chooseTitle')}</h1>
        <p className="text-ink-2">{t('restore.chooseText')}</p>
      </div>
      <SnapshotChoice snapshots={snapshots} value={snapshotId} onChange={setSnapshotId} />
      <div className="card flex flex-wrap items-center gap-3 px-4 py-3">
        <Folder size={18} className="shrink-0 text-ink-3" aria-hidden />
        <div className="min-w-56 flex-1">
          <div className="text-meta text-ink-3">{t('restore.place')}</div>
          <div className="select-text break-all font-[550]">{to ?? t('restore.noPlace')}</div>
        </div>
        {about.kind === 'ready' && about.value.surroundings === 'desktop' && (
          <Button look="quiet" isDisabled={isRunning} onPress={() => void choosePlace()}>
            {t('welcome.changePlace')}
          </Button>
        )}
      </div>
      <div className="flex gap-2">
        <Button look="main" type="submit" isDisabled={to === undefined || snapshotId === undefined || isRunning}>
          {isRunning ? t('restore.restoring') : t('restore.restore')}
        </Button>
        <Button look="quiet" onPress={isRunning ? restoring.stop : onBack}>
          {isRunning ? t('common.cancel') : t('common.back')}
        </Button>
      </div>
      <div aria-live="polite" className="flex flex-col gap-3 empty:hidden">
        {isRunning && (
          <ProgressBar
            label={t('restore.restoring')}
            done={step?.kind === 'progress' ? step.done : 0}
            total={step?.kind === 'progress' ? step.total : null}
          />
        )}
        {kind === 'stopped' && <Notice>{t('restore.stopped')}</Notice>}
        {code !== undefined && <ErrorNotice code={code} text={textOfError(code)} />}
      </div>
    </Form>
  )
}
