/** A file that was taken and not read: why, and what can be done. The original is safe in the vault. */
import { CircleX, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#contract/documents.ts'
import { useAct } from '../../api/useAct.ts'
import { textOfError } from '../../app/error-text.ts'
import { Button } from '../../components/Button.tsx'
import { QueueRow } from './QueueRow.tsx'

export function FailedRow({ document }: { readonly document: DocumentSummary }) {
  const { t } = useTranslation()
  const retry = useAct('jobs.retry')
  const why = document.code === undefined ? undefined : textOfError(document.code)
  return (
    <QueueRow
      icon={<CircleX size={17} className={document.state === 'cancelled' ? 'text-ink-3' : 'text-crit'} />}
      title={document.title}
      text={
        document.state === 'cancelled' ? (
          t('queue.wasStopped')
        ) : (
          <>
            {why === undefined ? t('library.states.rejected') : `${why.message} ${why.next}`}{' '}
            {document.code !== undefined && <code className="select-text font-sans text-ink-3">{document.code}</code>}
          </>
        )
      }
      actions={
        <Button
          look="quiet"
          icon={<RotateCcw size={15} aria-hidden />}
          isDisabled={retry.isRunning}
          onPress={() => void retry.run({ documentId: document.id })}
        >
          {t('common.retry')}
        </Button>
      }
    >
      {retry.code !== undefined && (
        <p role="alert" className="text-meta text-crit">
          {textOfError(retry.code).message}
        </p>
      )}
    </QueueRow>
  )
}
