/**
 * Writes a note, or the next version of one. What is typed is a draft until it is saved: it stays when one looks at something
 * else, and leaving it can be undone.
 */
import { useEffect, useRef, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ErrorCode } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Note } from '#contract/notes.ts'
import { codeOf, useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatCount } from '../../app/format.ts'
import { draftKeyOf, dropDraft, isUnsaved, keepDraft, type NoteDraft, useDrafts } from '../../app/note-drafts.ts'
import { go } from '../../app/router.ts'
import type { Place } from '../../app/routes.ts'
import { saveNote } from '../../app/save-note.ts'
import { say } from '../../app/toasts.ts'
import { useSettings } from '../../app/useSettings.ts'
import { useShortcuts } from '../../app/useShortcuts.ts'
import { draftOf, hasWords, isNoteDate, MOST_CHARACTERS } from '../../app/written-note.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Select } from '../../components/Select.tsx'
import { TextAreaField } from '../../components/TextAreaField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { NoteDateField } from './NoteDateField.tsx'

export interface NoteFormProps {
  readonly personId: PersonId
  /** The one that is changed; without it a new one is made. */
  readonly note?: Note
  /** A new one is attached to this document. */
  readonly aboutId?: DocumentId | undefined
}

export function NoteForm({ personId, note, aboutId }: NoteFormProps) {
  const { t } = useTranslation()
  const key = draftKeyOf(personId, note?.id)
  const blank = useBlank(personId, note)
  const draft = useDrafts().get(key)
  const hasUnsaved = isUnsaved(draft)
  const values: NoteDraft = { ...blank, ...draft, ...(note === undefined && aboutId !== undefined && { aboutId }) }
  const set = (change: Partial<NoteDraft>) => {
    const { isSaved: _, ...rest } = values
    keepDraft(key, { ...rest, ...change })
  }
  const [isSaving, setSaving] = useState(false)
  const [code, setCode] = useState<ErrorCode>()
  const canSave = hasWords(values) && isNoteDate(values.concernsOn) && !isSaving
  const text = useTextFocus()

  async function save(whole = values): Promise<void> {
    if (!canSave) return
    setSaving(true)
    setCode(undefined)
    try {
      const { id } = await saveNote(whole)
      dropDraft(key)
      go({ screen: 'notes', personId, noteId: id }, { replace: true })
    } catch (error) {
      setCode(codeOf(error))
    } finally {
      setSaving(false)
    }
  }
  // what was written meanwhile is a version, and stays one
  const again =
    code === 'note/changed' && note !== undefined
      ? () => void save({ ...values, of: { id: note.id, version: note.version } })
      : undefined
  function discard(): void {
    const here: Place = { screen: 'notes', personId, ...(note && { noteId: note.id }) }
    go(here, { replace: true })
    dropDraft(key)
    if (draft === undefined || !hasUnsaved) return
    say(t('notes.discarded'), () => {
      keepDraft(key, draft)
      go({ ...here, isWriting: true })
    })
  }
  useShortcuts({ saveNote: () => void save() })

  return (
    <Form
      aria-label={note === undefined ? t('notes.newTitle') : t('notes.editTitle')}
      className="flex min-h-full flex-col gap-4 p-5"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2 className="text-title">{note === undefined ? t('notes.newTitle') : t('notes.editTitle')}</h2>
      <TextField
        label={t('notes.titleField')}
        hint={t('notes.titleHint')}
        value={values.title}
        onChange={(title) => set({ title })}
        maxLength={200}
        spellCheck
      />
      <div ref={text}>
        <TextAreaField
          label={t('notes.textField')}
          value={values.text}
          onChange={(typed) => set({ text: typed })}
          rows={8}
          spellCheck
          error={
            values.text.trim().length > MOST_CHARACTERS
              ? t('notes.tooLong', {
                  most: formatCount(MOST_CHARACTERS),
                  length: formatCount(values.text.trim().length),
                })
              : undefined
          }
        />
      </div>
      <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
        <NoteDateField value={values.concernsOn} onChange={(concernsOn) => set({ concernsOn })} />
        <Select
          label={t('notes.authorField')}
          value={values.author}
          onChange={(author) => set({ author })}
          choices={(['family', 'clinician'] as const).map((id) => ({ id, label: t(`notes.author.${id}`) }))}
        />
      </div>
      {aboutId !== undefined && <WillAttach id={aboutId} />}
      {code !== undefined && <ErrorNotice code={code} text={textOfError(code)} {...(again && { onRetry: again })} />}
      <div className="flex flex-wrap justify-end gap-2 border-t border-line-soft pt-4">
        <Button look="quiet" onPress={discard}>
          {hasUnsaved ? t('notes.discard') : t('common.cancel')}
        </Button>
        <Button look="main" type="submit" keys="Mod+S" isDisabled={!canSave}>
          {t('common.save')}
        </Button>
      </div>
    </Form>
  )
}

/** What the form holds before anything was typed: the note, or nothing by whoever the window speaks to. */
function useBlank(personId: PersonId, note: Note | undefined): NoteDraft {
  const { audience } = useSettings()
  const author = audience === 'patients' ? 'clinician' : 'family'
  return note === undefined ? { personId, title: '', text: '', concernsOn: '', author } : draftOf(note)
}

/** Writing begins at once, after what stands there. */
function useTextFocus() {
  const text = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const field = text.current?.querySelector('textarea')
    field?.focus({ preventScroll: true })
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])
  return text
}

function WillAttach({ id }: { readonly id: DocumentId }) {
  const { t } = useTranslation()
  const document = useLoad('documents.get', { id })
  if (document.kind === 'failed')
    return <ErrorNotice code={document.code} text={textOfError(document.code)} onRetry={document.again} />
  return (
    <p className="text-meta text-ink-2">
      {document.kind === 'ready' && t('notes.willAttach', { title: document.value.title })}
    </p>
  )
}
