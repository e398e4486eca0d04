/** Files of this session that can be searched now, and which of their pages were not read whole. */
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/useLoad.ts'
import type { Imported } from '../../app/imports.ts'
import { go } from '../../app/router.ts'
import { Button } from '../../components/Button.tsx'
import { QueueRow } from './QueueRow.tsx'
import { QueueSection } from './QueueSection.tsx'

export function FinishedRows({ imports }: { readonly imports: readonly Imported[] }) {
  const { t } = useTranslation()
  const ids = [...new Set(imports.flatMap((one) => (one.kind === 'queued' ? [one.documentId] : [])))].slice(0, 200)
  const load = useLoad(
    'documents.list',
    { filter: { ids, states: ['indexed'] }, limit: 200 },
    { enabled: ids.length > 0, keepLast: true },
  )
  const documents = load.kind === 'ready' && ids.length > 0 ? load.value.items : []
  if (documents.length === 0) return null
  return (
    <QueueSection title={t('queue.finished')} count={documents.length} hint={t('queue.finishedHint')}>
      {documents.map((document) => {
        const unread = document.partlyReadPages + document.imageOnlyPages
        return (
          <QueueRow
            key={document.id}
            icon={
              unread > 0 ? (
                <CircleAlert size={17} className="text-review" />
              ) : (
                <CircleCheck size={17} className="text-ok" />
              )
            }
            title={document.title}
            text={
              <>
                {t('queue.pagesRead', { count: document.pages, read: document.readPages })}
                {unread > 0 && ` · ${t('queue.partly', { count: unread })}`}
              </>
            }
            actions={
              <Button
                look="quiet"
                onPress={() => go({ screen: 'document', personId: document.personId, documentId: document.id })}
              >
                {t('common.open')}
              </Button>
            }
          />
        )
      })}
    </QueueSection>
  )
}
