/** One model: what it is, what it needs, where it would come from; use, check, remove, download. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Model } from '#contract/models.ts'
import { api } from '../../api/client.ts'
import { useAct } from '../../api/useAct.ts'
import { useStream } from '../../api/useStream.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatBytes } from '../../app/format.ts'
import { say } from '../../app/toasts.ts'
import { Badge } from '../../components/Badge.tsx'
import { Button } from '../../components/Button.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import { DownloadDialog } from './DownloadDialog.tsx'

export function ModelCard({ model }: { readonly model: Model }) {
  const { t } = useTranslation()
  const use = useAct('models.use')
  const verify = useAct('models.verify')
  const remove = useAct('models.remove')
  const download = useStream<{ doneBytes: number; totalBytes: number }>()
  const [isAsking, setAsking] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const isHere = model.state !== 'absent'
  const code = use.code ?? verify.code ?? remove.code ?? download.state.code
  const far = download.state.chunks.at(-1)

  async function check(): Promise<void> {
    const seen = await verify.run({ id: model.id })
    if (seen !== undefined)
      say(seen.isIntact ? t('settings.models.intact', { title: model.title }) : textOfError('model/changed').message)
  }

  return (
    <li className="card flex flex-col gap-2 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-[600]">{model.title}</span>
        {model.isInUse && <Badge tone="ok">{t('settings.models.inUse')}</Badge>}
        {model.state === 'changed' && <Badge tone="crit">{t('settings.models.changed')}</Badge>}
        {model.isExperimental && <Badge tone="review">{t('settings.models.experimental')}</Badge>}
        <span className="ms-auto flex flex-wrap gap-1">
          {isHere && !model.isInUse && model.state !== 'changed' && (
            <Button
              isDisabled={use.isRunning}
              onPress={() => void use.run({ role: model.kind, id: model.state === 'built-in' ? null : model.id })}
            >
              {t('settings.models.use')}
            </Button>
          )}
          {isHere && model.state !== 'built-in' && (
            <>
              <Button look="quiet" isDisabled={verify.isRunning} onPress={() => void check()}>
                {t('settings.models.check')}
              </Button>
              <Button look="quiet" isDisabled={remove.isRunning} onPress={() => setRemoving(true)}>
                {t('common.remove')}
              </Button>
            </>
          )}
          {!isHere && model.download !== null && download.state.kind !== 'running' && (
            <Button onPress={() => setAsking(true)}>{t('settings.models.download')}</Button>
          )}
          {download.state.kind === 'running' && <Button onPress={download.stop}>{t('settings.models.pause')}</Button>}
        </span>
      </div>
      <p className="num text-meta text-ink-2">
        {t('settings.models.facts', {
          size: formatBytes(model.sizeBytes),
          memory: formatBytes(model.memoryBytes),
          how: model.memoryIsMeasured ? t('settings.models.measured') : t('settings.models.estimated'),
          licence: model.licence,
        })}
      </p>
      {model.notes !== '' && <p className="text-meta text-ink-3">{model.notes}</p>}
      {far !== undefined && download.state.kind === 'running' && (
        <ProgressBar
          label={t('settings.models.downloading', { title: model.title })}
          done={far.doneBytes}
          total={far.totalBytes}
        />
      )}
      {code !== undefined && <ErrorNotice code={code} text={textOfError(code)} />}
      {isAsking && model.download !== null && (
        <DownloadDialog
          model={model}
          offer={model.download}
          onClose={() => setAsking(false)}
          onAgree={(accept) => {
            setAsking(false)
            void download.start((signal) =>
              api.models.download({ id: model.id, accept, acceptTerms: model.hasTerms }, { signal }),
            )
          }}
        />
      )}
      {isRemoving && (
        <ConfirmDialog
          title={t('settings.models.removeTitle', { title: model.title })}
          act={t('common.remove')}
          isRunning={remove.isRunning}
          onConfirm={() => void remove.run({ id: model.id, fallBack: true }).then(() => setRemoving(false))}
          onClose={() => setRemoving(false)}
        >
          <p>{model.isInUse ? t('settings.models.removeInUseText') : t('settings.models.removeText')}</p>
        </ConfirmDialog>
      )}
    </li>
  )
}
