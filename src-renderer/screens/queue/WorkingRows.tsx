/** Files that are being read: which step, which page; each can be stopped. */
import { LoaderCircle, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#contract/documents.ts'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { say } from '../../app/toasts.ts'
import { type Progress, useProgress } from '../../app/useProgress.ts'
import { IconButton } from '../../components/IconButton.tsx'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import { QueueRow } from './QueueRow.tsx'

export function WorkingRows({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  const { t } = useTranslation()
  const progress = useProgress()
  const stop = (document: DocumentSummary) => {
    api.jobs
      .cancel({ documentId: document.id })
      .then(() => say(t('queue.stopped', { title: document.title })))
      .catch((error: unknown) => say(textOfError(codeOf(error)).message))
  }
  return documents.map((document) => {
    const far = progress.get(document.id)
    const isWaiting = document.state === 'queued' || far === undefined
    return (
      <QueueRow
        key={document.id}
        icon={<LoaderCircle size={17} className={isWaiting ? 'text-ink-3' : 'text-accent motion-safe:animate-spin'} />}
        title={document.title}
        text={isWaiting ? t('queue.inLine') : <Step progress={far} />}
        actions={
          <IconButton
            label={t('queue.stop', { title: document.title })}
            icon={<X size={17} aria-hidden />}
            onPress={() => stop(document)}
          />
        }
      >
        {!isWaiting && (
          <div className="mt-1.5 max-w-md">
            <ProgressBar label={t('queue.progressOf', { title: document.title })} done={far.done} total={far.total} />
          </div>
        )}
      </QueueRow>
    )
  })
}

const steps = ['read', 'recognize', 'index'] as const

/** The three steps with the present one in front, and its page. */
function Step({ progress: { step, done, total } }: { readonly progress: Progress }) {
  const { t } = useTranslation()
  return (
    <span className="flex flex-wrap items-center gap-x-1.5">
      {steps.map((one, at) => (
        <span key={one} className={one === step ? 'font-[600] text-ink' : 'text-ink-3'}>
          {at > 0 && <span className="me-1.5 text-ink-3">→</span>}
          {t(`queue.step.${one}`)}
          {one === step &&
            total !== null &&
            ` · ${t('library.pageOf', { page: Math.min(done + 1, Math.max(total, 1)), total })}`}
        </span>
      ))}
    </span>
  )
}
