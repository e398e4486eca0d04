/** The notes of one person in rows: title, day, how the text begins. Found by their words, in the order that was chosen. */
import { Paperclip, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { NoteSummary } from '#contract/notes.ts'
import { formatDay, formatPartialDate } from '../../app/format.ts'
import { draftKeyOf, isUnsaved, useDrafts } from '../../app/note-drafts.ts'
import { hrefOf } from '../../app/router.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Select } from '../../components/Select.tsx'

const orders = ['changed', 'date', 'title'] as const
export type NoteOrder = (typeof orders)[number]

export interface NoteListProps {
  readonly personId: PersonId
  readonly notes: readonly NoteSummary[]
  readonly more: (() => void) | undefined
  readonly query: string
  /** The query that these notes were found by. */
  readonly wanted: string
  readonly order: NoteOrder
  readonly openId: DocumentId | undefined
  readonly isNew: boolean
  readonly hasNewDraft: boolean
  /** In a narrow window it gives way to what is beside it. */
  readonly isBeside: boolean
  readonly onQuery: (query: string) => void
  readonly onOrder: (order: NoteOrder) => void
}

const row = 'block min-h-12 rounded-md px-3 py-2 outline-offset-[-2px]'
const rowHere = `${row} bg-accent-soft contrast-edge`
const rowElse = `${row} hover:bg-hover`

export function NoteList(props: NoteListProps) {
  const { personId, notes, more, query, wanted, order, openId, isNew, hasNewDraft, isBeside } = props
  const { t } = useTranslation()
  const drafts = useDrafts()
  return (
    <section
      data-pane
      aria-label={t('notes.title')}
      className={`flex w-88 shrink-0 flex-col gap-3 @max-3xl:w-full ${isBeside ? '@max-3xl:hidden' : ''}`}
    >
      <div className="flex flex-wrap gap-2">
        <div className="min-w-40 flex-1">
          <SearchField label={t('notes.find')} value={query} onChange={props.onQuery} />
        </div>
        <Select
          label={t('notes.sortLabel')}
          hasHiddenLabel
          value={order}
          onChange={props.onOrder}
          choices={orders.map((id) => ({ id, label: t(`notes.sort.${id}`) }))}
        />
      </div>
      {notes.length === 0 && wanted !== '' && (
        <EmptyState
          icon={<SearchX size={24} aria-hidden />}
          title={t('notes.noneTitle', { query: wanted })}
          text={t('notes.noneText')}
          action={<Button onPress={() => props.onQuery('')}>{t('notes.clearFind')}</Button>}
        />
      )}
      {(notes.length > 0 || hasNewDraft || isNew) && (
        <ul className="card relative min-h-0 flex-1 overflow-auto p-1.5">
          {(hasNewDraft || isNew) && (
            <li>
              <a
                data-row
                href={hrefOf({ screen: 'notes', personId, isWriting: true })}
                {...(isNew && { 'aria-current': 'true' as const })}
                className={isNew ? rowHere : rowElse}
              >
                <span className="block truncate font-[600]">{t('notes.unsavedNew')}</span>
                <span className="block text-meta text-review">{t('notes.unsaved')}</span>
              </a>
            </li>
          )}
          {notes.map((note) => (
            <li key={note.id}>
              <NoteRow
                note={note}
                isHere={note.id === openId}
                hasDraft={isUnsaved(drafts.get(draftKeyOf(personId, note.id)))}
              />
            </li>
          ))}
          {more !== undefined && (
            <li>
              <Button look="quiet" wide onPress={more}>
                {t('common.more')}
              </Button>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}

interface NoteRowProps {
  readonly note: NoteSummary
  readonly isHere: boolean
  readonly hasDraft: boolean
}

function NoteRow({ note, isHere, hasDraft }: NoteRowProps) {
  const { t } = useTranslation()
  const { id, personId, title, concernsOn, changedAt, attachments } = note
  return (
    <a
      data-row
      href={hrefOf({ screen: 'notes', personId, noteId: id })}
      {...(isHere && { 'aria-current': 'true' as const })}
      className={isHere ? rowHere : rowElse}
    >
      <span className="flex items-baseline gap-2">
        <span className="who-name min-w-0 flex-1 truncate font-[600]" title={title}>
          {title}
        </span>
        {attachments > 0 && (
          <span className="flex items-center gap-1 text-meta text-ink-3">
            <Paperclip size={13} aria-hidden />
            <span className="num" aria-hidden>
              {attachments}
            </span>
            <span className="sr-only">{t('notes.attachedCount', { count: attachments })}</span>
          </span>
        )}
      </span>
      <span className="who-name block truncate text-ink-2" title={note.excerpt}>
        {note.excerpt}
      </span>
      <span className="num block text-meta text-ink-3">
        {concernsOn === undefined
          ? t('notes.changedOn', { date: formatDay(changedAt) })
          : t('notes.about', { date: formatPartialDate(concernsOn) })}
        {hasDraft && <span className="text-review"> · {t('notes.unsaved')}</span>}
      </span>
    </a>
  )
}
