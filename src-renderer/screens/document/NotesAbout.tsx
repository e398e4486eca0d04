/** The notes to which this document is attached, in a line above its pages; nothing when there are none. */
import { NotebookPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { useLoad } from '../../api/useLoad.ts'
import { hrefOf } from '../../app/router.ts'

export interface NotesAboutProps {
  readonly personId: PersonId
  readonly documentId: DocumentId
}

export function NotesAbout({ personId, documentId }: NotesAboutProps) {
  const { t } = useTranslation()
  const notes = useLoad('notes.list', { filter: { personId, attachedId: documentId }, limit: 20 })
  if (notes.kind !== 'ready' || notes.value.items.length === 0) return null
  return (
    <p className="flex flex-wrap items-center gap-x-3 border-b border-line bg-surface px-4.5 py-1.5 text-ink-2">
      <NotebookPen size={15} className="text-ink-3" aria-hidden />
      {t('notes.aboutIt')}
      {notes.value.items.map(({ id, title }) => (
        <a
          key={id}
          href={hrefOf({ screen: 'notes', personId, noteId: id })}
          title={title}
          className="who-name max-w-72 truncate font-[550] text-ink hover:text-accent hover:underline"
        >
          {title}
        </a>
      ))}
    </p>
  )
}
