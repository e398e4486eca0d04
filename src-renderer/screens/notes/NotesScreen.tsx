/** What people wrote down about somebody: the list, and beside it the note that is read or written. */
import { NotebookPen, Plus } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoadAll } from '../../api/useLoadAll.ts'
import { textOfError } from '../../app/error-text.ts'
import { draftKeyOf, useDrafts } from '../../app/note-drafts.ts'
import { useRemovals } from '../../app/removals.ts'
import { go } from '../../app/router.ts'
import { focusRow } from '../../app/row-focus.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { useCurrentPerson } from '../../app/usePeople.ts'
import { useSettings } from '../../app/useSettings.ts'
import { useShortcuts } from '../../app/useShortcuts.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { NoteForm } from './NoteForm.tsx'
import { NoteList, type NoteOrder } from './NoteList.tsx'
import { OpenNote } from './OpenNote.tsx'

export function NotesScreen({ place }: ScreenProps<'notes'>) {
  const { t } = useTranslation()
  const { personId, noteId, isWriting = false, aboutId } = place
  const person = useCurrentPerson()
  const [query, setQuery] = useState('')
  const [order, setOrder] = useState<NoteOrder>('changed')
  const wanted = useDeferredValue(query.trim().slice(0, 200))
  const notes = useLoadAll('notes.list', {
    filter: { personId, ...(wanted !== '' && { query: wanted }) },
    ...{ sort: order, limit: 100 },
  })
  const removals = useRemovals()
  const hasNewDraft = useDrafts().has(draftKeyOf(personId, undefined))
  useShortcuts({ nextRow: () => focusRow(1), previousRow: () => focusRow(-1) }, { letters: useSettings().letterKeys })

  const shown = notes.kind === 'ready' ? notes.items.filter(({ id }) => !removals.has(id)) : []
  const isNew = isWriting && noteId === undefined
  const isBlank = notes.kind === 'ready' && shown.length === 0 && wanted === '' && !hasNewDraft && !isNew
  const openId = noteId ?? (isNew ? undefined : shown[0]?.id)
  const isAlone = noteId !== undefined || isNew
  const pane = useFocusAfterWriting(isWriting)
  const startNew = () => go({ screen: 'notes', personId, isWriting: true })
  const newButton = (
    <Button look="main" icon={<Plus size={16} aria-hidden />} keys="Mod+N" onPress={startNew}>
      {t('notes.write')}
    </Button>
  )
  return (
    <div className="@container flex min-h-0 flex-1 flex-col gap-4 p-(--pad)">
      <PageHeader
        title={t('notes.title')}
        {...(shown.length > 0 && {
          facts: `${t('notes.count', { count: shown.length })}${notes.kind === 'ready' && notes.more ? '+' : ''}`,
        })}
        actions={!isBlank && !isNew && newButton}
      />
      {notes.kind === 'loading' && <Skeleton rows={8} />}
      {notes.kind === 'failed' && (
        <ErrorNotice code={notes.code} text={textOfError(notes.code)} onRetry={notes.again} isWhole />
      )}
      {isBlank && noteId === undefined && (
        <EmptyState
          icon={<NotebookPen size={24} aria-hidden />}
          title={t('notes.emptyTitle', { name: person?.name ?? '' })}
          text={t('notes.emptyText')}
          action={newButton}
          example={t('notes.emptyExample')}
        />
      )}
      {notes.kind === 'ready' && !(isBlank && noteId === undefined) && (
        <div className="flex min-h-0 flex-1 gap-4">
          <NoteList
            {...{ personId, query, order, wanted, openId, hasNewDraft, isNew }}
            notes={shown}
            more={notes.more}
            onQuery={setQuery}
            onOrder={setOrder}
            isBeside={isAlone}
          />
          <section
            ref={pane}
            data-pane
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and can be scrolled with keys
            tabIndex={0}
            aria-label={isNew ? t('notes.newTitle') : t('notes.openOne')}
            className={`card relative min-w-0 flex-1 overflow-auto outline-offset-[-2px] ${isAlone ? '' : '@max-3xl:hidden'}`}
          >
            {isNew && <NoteForm key="new" personId={personId} aboutId={aboutId} />}
            {openId !== undefined && <OpenNote key={openId} {...{ personId, isWriting }} id={openId} />}
          </section>
        </div>
      )}
    </div>
  )
}

/** What was saved or left is read next; the focus does not fall out of the window with the form. */
function useFocusAfterWriting(isWriting: boolean) {
  const pane = useRef<HTMLElement>(null)
  const was = useRef(isWriting)
  useEffect(() => {
    if (was.current && !isWriting) pane.current?.focus({ preventScroll: true })
    was.current = isWriting
  }, [isWriting])
  return pane
}
