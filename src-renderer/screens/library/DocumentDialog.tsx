/** What a person says of a document: its title, its kind, their own words for it. */
import { X } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Form, Label, Tag, TagGroup, TagList } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { DocumentKind, type DocumentSummary, MAX_TAGS } from '#contract/documents.ts'
import { NOTE_FORMAT } from '#contract/notes.ts'
import { useAct } from '../../api/useAct.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatBytes } from '../../app/format.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Select } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'

export function DocumentDialog({
  document,
  onClose,
}: {
  readonly document: DocumentSummary
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const edit = useAct('documents.edit')
  const [title, setTitle] = useState(document.title)
  const [kind, setKind] = useState<DocumentKind | 'unknown'>(document.kind ?? 'unknown')
  const [tags, setTags] = useState<readonly string[]>(document.tags)
  const [word, setWord] = useState('')
  // its title is the note's own, and is changed where the note is written
  const isNote = document.format === NOTE_FORMAT
  const canSave = title.trim() !== '' && !edit.isRunning

  const withWord = (): readonly string[] => {
    const tag = word.trim()
    const isNew = tag !== '' && !tags.some((known) => known.toLocaleLowerCase() === tag.toLocaleLowerCase())
    return isNew ? [...tags, tag].slice(0, MAX_TAGS) : tags
  }

  async function save(): Promise<void> {
    const saved = await edit.run({
      id: document.id,
      ...(title.trim() !== document.title && { title }),
      kind: kind === 'unknown' ? null : kind,
      tags: [...withWord()],
    })
    if (saved !== undefined) onClose()
  }

  return (
    <Dialog
      title={isNote ? t('library.editNote') : t('library.edit')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="main" type="submit" form="document" isDisabled={!canSave}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form
        id="document"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (canSave) void save()
        }}
      >
        {!isNote && (
          <TextField
            label={t('library.titleField')}
            value={title}
            onChange={setTitle}
            maxLength={300}
            autoFocus
            spellCheck
          />
        )}
        <Select
          label={t('library.kind')}
          value={kind}
          onChange={setKind}
          choices={[
            { id: 'unknown' as const, label: t('common.unknown') },
            ...DocumentKind.options.map((id) => ({ id, label: t(`library.kinds.${id}`) })),
          ]}
        />
        <div className="flex flex-col gap-2">
          <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
            <TextField
              label={t('library.tags')}
              value={word}
              onChange={setWord}
              maxLength={60}
              placeholder={t('library.tagExample')}
            />
            <Button
              isDisabled={word.trim() === ''}
              onPress={() => {
                setTags(withWord())
                setWord('')
              }}
            >
              {t('library.addTag')}
            </Button>
          </div>
          {tags.length > 0 && (
            <TagGroup onRemove={(gone) => setTags(tags.filter((tag) => !gone.has(tag)))}>
              <Label className="sr-only">{t('library.tags')}</Label>
              <TagList className="flex flex-wrap gap-1.5">
                {tags.map((tag) => (
                  <Tag
                    key={tag}
                    id={tag}
                    textValue={tag}
                    className="flex min-h-7 cursor-default items-center gap-1 rounded-full border border-line ps-2.5 pe-1 text-meta"
                  >
                    {tag}
                    <AriaButton
                      slot="remove"
                      aria-label={t('common.remove')}
                      className="grid size-6 place-items-center rounded-full hover:bg-hover"
                    >
                      <X size={13} aria-hidden />
                    </AriaButton>
                  </Tag>
                ))}
              </TagList>
            </TagGroup>
          )}
        </div>
        <p className="num text-meta text-ink-3">
          {t('library.fileFacts', {
            name: document.fileName,
            format: document.format.toUpperCase(),
            size: formatBytes(document.sizeBytes),
          })}
        </p>
        {edit.code !== undefined && <ErrorNotice code={edit.code} text={textOfError(edit.code)} />}
      </Form>
    </Dialog>
  )
}
