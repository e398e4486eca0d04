/** What can be done with a document from its row. Which of these are offered follows from its state. */
import { FileDown, FileText, NotebookPen, Pencil, RotateCcw, Trash2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#contract/documents.ts'
import { NOTE_FORMAT } from '#contract/notes.ts'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/useLoad.ts'
import { groupOfState } from '../../app/document-states.ts'
import { textOfError } from '../../app/error-text.ts'
import { keep, removeSoon } from '../../app/removals.ts'
import { go } from '../../app/router.ts'
import { say } from '../../app/toasts.ts'
import type { MenuAction } from '../../components/Menu.tsx'

export function useDocumentActions({ onEdit }: { readonly onEdit: (document: DocumentSummary) => void }) {
  const { t } = useTranslation()
  /** Says why it could not be done. */
  const attempt = (work: () => Promise<unknown>) => () => {
    work().catch((error: unknown) => {
      const { message, next } = textOfError(codeOf(error))
      say(`${message} ${next}`)
    })
  }

  async function exportOriginal({ id, fileName }: DocumentSummary): Promise<void> {
    const { path } = await api.desktop.chooseSavePath({ name: fileName })
    if (path === null) return
    await api.documents.exportOriginal({ id, to: path })
    say(t('library.exported'))
  }

  function remove({ id, title }: DocumentSummary): void {
    removeSoon(id, async () => {
      try {
        await api.documents.delete({ id })
      } catch (error) {
        say(textOfError(codeOf(error)).message)
      }
    })
    say(t('library.removed', { title }), () => keep(id))
  }

  return (document: DocumentSummary): MenuAction[] => {
    const { id, personId, state, format } = document
    const isNote = format === NOTE_FORMAT
    const group = groupOfState(state)
    return [
      {
        id: 'open',
        label: t('common.open'),
        icon: <FileText size={15} aria-hidden />,
        onAction: () => go({ screen: 'document', personId, documentId: id }),
      },
      ...(isNote
        ? [
            {
              id: 'note',
              label: t('notes.openNote'),
              icon: <NotebookPen size={15} aria-hidden />,
              onAction: () => go({ screen: 'notes', personId, noteId: id }),
            },
          ]
        : []),
      {
        id: 'edit',
        label: isNote ? t('library.editNote') : t('library.edit'),
        icon: <Pencil size={15} aria-hidden />,
        onAction: () => onEdit(document),
      },
      {
        id: 'export',
        label: t('library.export'),
        icon: <FileDown size={15} aria-hidden />,
        onAction: attempt(() => exportOriginal(document)),
      },
      ...(group === 'failed'
        ? [
            {
              id: 'retry',
              label: t('common.retry'),
              icon: <RotateCcw size={15} aria-hidden />,
              onAction: attempt(() => api.jobs.retry({ documentId: id })),
            },
          ]
        : []),
      ...(group === 'ready' && !isNote
        ? [
            {
              id: 'again',
              label: t('library.readAgain'),
              icon: <RotateCcw size={15} aria-hidden />,
              onAction: attempt(() => api.documents.readAgain({ id })),
            },
          ]
        : []),
      ...(group === 'working'
        ? [
            {
              id: 'cancel',
              label: t('library.stopReading'),
              icon: <X size={15} aria-hidden />,
              onAction: attempt(() => api.jobs.cancel({ documentId: id })),
            },
          ]
        : []),
      {
        id: 'delete',
        label: t('common.delete'),
        icon: <Trash2 size={15} aria-hidden />,
        isDanger: true,
        startsGroup: true,
        onAction: () => remove(document),
      },
    ]
  }
}
