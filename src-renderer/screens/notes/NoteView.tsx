/** A note as it stands: its words, the day it is about, who wrote it, what is attached; and what can be done with it. */
import { ChevronLeft, Ellipsis, FileText, History, Paperclip, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '#contract/notes.ts'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatDay, formatPartialDate } from '../../app/format.ts'
import { draftKeyOf, dropDraft, isUnsaved, useDrafts } from '../../app/note-drafts.ts'
import { keep, removeSoon } from '../../app/removals.ts'
import { go, hrefOf } from '../../app/router.ts'
import { say } from '../../app/toasts.ts'
import { Badge } from '../../components/Badge.tsx'
import { Button } from '../../components/Button.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { Menu, type MenuAction } from '../../components/Menu.tsx'
import { AttachDialog } from './AttachDialog.tsx'
import { Attachments } from './Attachments.tsx'
import { VersionsDialog } from './VersionsDialog.tsx'

export function NoteView({ note }: { readonly note: Note }) {
  const { t } = useTranslation()
  const { id, personId, title, text, version } = note
  const [dialog, setDialog] = useState<'attach' | 'versions'>()
  const hasDraft = isUnsaved(useDrafts().get(draftKeyOf(personId, id)))
  const close = () => setDialog(undefined)
  const actions: readonly MenuAction[] = [
    {
      id: 'attach',
      label: t('notes.attach'),
      icon: <Paperclip size={15} aria-hidden />,
      onAction: () => setDialog('attach'),
    },
    {
      id: 'versions',
      label: t('notes.versions'),
      icon: <History size={15} aria-hidden />,
      onAction: () => setDialog('versions'),
    },
    {
      ...{ id: 'document', label: t('notes.openDocument'), icon: <FileText size={15} aria-hidden /> },
      onAction: () => go({ screen: 'document', personId, documentId: id }),
    },
    {
      ...{ id: 'delete', label: t('common.delete'), icon: <Trash2 size={15} aria-hidden /> },
      ...{ isDanger: true, startsGroup: true },
      onAction: () => remove(note, t('notes.deleted', { title })),
    },
  ]
  return (
    <article className="flex flex-col gap-4 p-5">
      <a
        href={hrefOf({ screen: 'notes', personId })}
        className="hidden min-h-8 items-center gap-1 self-start rounded-md pe-2 font-[550] text-ink-2 hover:bg-hover hover:text-ink @max-3xl:inline-flex"
      >
        <ChevronLeft size={16} aria-hidden />
        {t('notes.back')}
      </a>
      <header className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-[1_1_14rem]">
          <h2 className="text-title [overflow-wrap:anywhere]">{title}</h2>
          <Told note={note} />
        </div>
        <div className="flex items-center gap-1">
          {hasDraft && <Badge tone="review">{t('notes.unsaved')}</Badge>}
          <Button
            icon={<Pencil size={15} aria-hidden />}
            onPress={() => go({ screen: 'notes', personId, noteId: id, isWriting: true })}
          >
            {t('notes.edit')}
          </Button>
          <Menu
            label={t('common.moreActions')}
            trigger={<IconButton label={t('common.moreActions')} icon={<Ellipsis size={17} aria-hidden />} />}
            actions={actions}
          />
        </div>
      </header>
      <p className="max-w-prose select-text whitespace-pre-wrap text-lead leading-relaxed [overflow-wrap:anywhere]">
        {text}
      </p>
      <Attachments note={note} onAttach={() => setDialog('attach')} />
      <div className="-ms-3 flex">
        <Button look="quiet" icon={<History size={15} aria-hidden />} onPress={() => setDialog('versions')}>
          {t('notes.versionsOf', { count: version })}
        </Button>
      </div>
      {dialog === 'attach' && <AttachDialog note={note} onClose={close} />}
      {dialog === 'versions' && <VersionsDialog note={note} onClose={close} />}
    </article>
  )
}

/** The day it is about first; unknown is said. */
function Told({ note: { concernsOn, author, writtenAt, changedAt, version } }: { readonly note: Note }) {
  const { t } = useTranslation()
  const parts = [
    concernsOn === undefined ? t('notes.aboutUnknown') : t('notes.about', { date: formatPartialDate(concernsOn) }),
    t(`notes.by.${author}`),
    t('notes.writtenOn', { date: formatDay(writtenAt) }),
    ...(version > 1 ? [t('notes.changedOn', { date: formatDay(changedAt) })] : []),
  ]
  return <p className="num text-ink-2">{parts.join('\u00a0· ')}</p>
}

/** After ten seconds; until then Undo keeps it. */
function remove({ id, personId }: Note, said: string): void {
  removeSoon(id, async () => {
    try {
      await api.notes.delete({ id })
      dropDraft(draftKeyOf(personId, id))
    } catch (error) {
      say(textOfError(codeOf(error)).message)
    }
  })
  say(said, () => keep(id))
  go({ screen: 'notes', personId }, { replace: true })
}
