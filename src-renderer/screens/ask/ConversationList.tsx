/** The conversations there were, behind one button: found by their words, opened, renamed, deleted. */
import { Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ConversationSummary } from '#contract/conversations.ts'
import type { ConversationId, PersonId } from '#contract/ids.ts'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/useLoad.ts'
import { useLoadAll } from '../../api/useLoadAll.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatDay } from '../../app/format.ts'
import { keep, removeSoon, useRemovals } from '../../app/removals.ts'
import { go } from '../../app/router.ts'
import { say } from '../../app/toasts.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { RenameForm } from './RenameForm.tsx'

export interface ConversationListProps {
  readonly personId: PersonId
  readonly current: ConversationId | undefined
  readonly icon: ReactNode
}

export function ConversationList({ personId, current, icon }: ConversationListProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button look="quiet" icon={icon}>
        {t('ask.conversations')}
      </Button>
      <Popover
        placement="bottom end"
        className="settle z-40 flex w-96 max-w-[90vw] flex-col rounded-lg border border-line bg-raised shadow-high"
      >
        <Dialog aria-label={t('ask.conversations')} className="flex max-h-[70vh] flex-col outline-none">
          <Conversations personId={personId} current={current} onDone={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

interface ConversationsProps {
  readonly personId: PersonId
  readonly current: ConversationId | undefined
  readonly onDone: () => void
}

function Conversations({ personId, current, onDone }: ConversationsProps) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const [renamed, setRenamed] = useState<ConversationId>()
  const wanted = useDeferredValue(query.trim())
  const load = useLoadAll('conversations.list', {
    filter: { personId, ...(wanted !== '' && { query: wanted }) },
    limit: 50,
  })
  const removals = useRemovals()
  const shown = load.kind === 'ready' ? load.items.filter(({ id }) => !removals.has(id)) : []

  const remove = ({ id, title }: ConversationSummary) => {
    removeSoon(id, async () => {
      try {
        await api.conversations.delete({ id })
      } catch (error) {
        say(textOfError(codeOf(error)).message)
      }
    })
    say(t('ask.deleted', { title }), () => keep(id))
    if (id === current) go({ screen: 'ask', personId })
  }
  return (
    <>
      <div className="border-b border-line-soft p-2">
        <SearchField label={t('ask.findConversation')} value={query} onChange={setQuery} autoFocus />
      </div>
      <div className="min-h-0 overflow-y-auto p-1">
        {load.kind === 'loading' && <Skeleton rows={3} />}
        {load.kind === 'failed' && <ErrorNotice code={load.code} text={textOfError(load.code)} onRetry={load.again} />}
        {load.kind === 'ready' && shown.length === 0 && (
          <p className="px-3 py-4 text-ink-2">{wanted === '' ? t('ask.noConversations') : t('ask.noneFound')}</p>
        )}
        <ul>
          {shown.map((one) =>
            one.id === renamed ? (
              <li key={one.id}>
                <RenameForm conversation={one} onDone={() => setRenamed(undefined)} />
              </li>
            ) : (
              <li key={one.id} className="group flex items-center rounded-sm hover:bg-hover">
                <button
                  type="button"
                  {...(one.id === current && { 'aria-current': true })}
                  onClick={() => {
                    go({ screen: 'ask', personId, conversation: one.id })
                    onDone()
                  }}
                  className="min-h-10 min-w-0 flex-1 cursor-default rounded-sm px-2.5 py-1 text-start"
                >
                  <span className={`block truncate ${one.id === current ? 'font-[600] text-accent' : ''}`}>
                    {one.title}
                  </span>
                  <span className="num block text-meta text-ink-3">
                    {formatDay(one.changedAt)} · {t('ask.questions', { count: one.answers })}
                  </span>
                </button>
                <IconButton
                  label={t('ask.rename', { title: one.title })}
                  icon={<Pencil size={14} aria-hidden />}
                  onPress={() => setRenamed(one.id)}
                />
                <IconButton
                  label={t('ask.delete', { title: one.title })}
                  icon={<Trash2 size={14} aria-hidden />}
                  onPress={() => remove(one)}
                />
              </li>
            ),
          )}
        </ul>
        {load.kind === 'ready' && load.more !== undefined && (
          <Button look="quiet" wide onPress={load.more}>
            {t('common.more')}
          </Button>
        )}
      </div>
    </>
  )
}
