/** The note that is open, read or written. A note of another person is never shown, whatever the address says. */
import { FileQuestion } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { go } from '../../app/router.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { NoteForm } from './NoteForm.tsx'
import { NoteView } from './NoteView.tsx'

export interface OpenNoteProps {
  readonly personId: PersonId
  readonly id: DocumentId
  readonly isWriting: boolean
}

export function OpenNote({ personId, id, isWriting }: OpenNoteProps) {
  const { t } = useTranslation()
  const note = useLoad('notes.get', { id })
  if (note.kind === 'failed')
    return (
      <div className="p-5">
        <ErrorNotice code={note.code} text={textOfError(note.code)} onRetry={note.again} isWhole />
      </div>
    )
  if (note.kind === 'loading')
    return (
      <div className="p-5">
        <Skeleton rows={5} />
      </div>
    )
  if (note.value.personId !== personId)
    return (
      <EmptyState
        icon={<FileQuestion size={24} aria-hidden />}
        title={t('notes.elsewhereTitle')}
        text={t('notes.elsewhereText')}
        action={<Button onPress={() => go({ screen: 'notes', personId })}>{t('notes.back')}</Button>}
      />
    )
  return isWriting ? <NoteForm personId={personId} note={note.value} /> : <NoteView note={note.value} />
}
