/** The foot of the window: offline, what is being read, what stayed unread, how old the backup is, when the vault locks. */
import { Lock } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { DocumentId } from '#contract/ids.ts'
import type { Person } from '#contract/people.ts'
import { useLoad } from '../api/useLoad.ts'
import { useWindowEvent } from '../api/useWindowEvent.ts'
import { Kbd } from '../components/Kbd.tsx'
import { atWork } from './document-states.ts'
import { lockVault } from './lock-vault.ts'
import { hrefOf } from './router.ts'
import { useSettings } from './useSettings.ts'

export function StatusStrip({ person }: { readonly person: Person | undefined }) {
  const { t } = useTranslation()
  const { autoLockMinutes } = useSettings()
  const unread = useLoad(
    'documents.listUnread',
    { filter: { personId: person?.id ?? ('none' as Person['id']) }, limit: 200 },
    { enabled: person !== undefined, keepLast: true },
  )
  const unreadCount = unread.kind === 'ready' ? unread.value.items.length : 0
  return (
    <footer
      data-pane
      className="num col-span-2 flex min-h-8 flex-wrap items-center gap-x-5 border-t border-line bg-sunken px-4 text-meta text-ink-3"
    >
      <span className="flex items-center gap-1.5">
        <span className="size-1.5 rounded-full bg-ok" aria-hidden />
        {t('shell.offline')}
      </span>
      <Reading person={person} />
      {person !== undefined && unreadCount > 0 && (
        <a className="rounded-xs text-review hover:underline" href={hrefOf({ screen: 'queue', personId: person.id })}>
          {t('shell.unread', { count: unreadCount })}
        </a>
      )}
      <BackupAge />
      <span className="ms-auto flex items-center gap-3">
        {autoLockMinutes !== undefined && t('shell.locksAfter', { count: autoLockMinutes })}
        <Button
          onPress={() => void lockVault()}
          className="flex min-h-6 cursor-default items-center gap-1.5 rounded-sm px-1.5 text-ink-2 hover:bg-hover hover:text-ink"
        >
          <Lock size={13} aria-hidden /> {t('shell.lock')} <Kbd keys="Mod+L" />
        </Button>
      </span>
    </footer>
  )
}

const DAY_MS = 86_400_000

function BackupAge() {
  const { t } = useTranslation()
  const status = useLoad('backups.status', undefined, { keepLast: true })
  if (status.kind !== 'ready') return null
  const { madeAt } = status.value
  const days = madeAt === null ? undefined : Math.max(0, Math.floor((Date.now() - Date.parse(madeAt)) / DAY_MS))
  return (
    <a className="rounded-xs hover:underline" href={hrefOf({ screen: 'settings', section: 'backups' })}>
      {days === undefined
        ? t('shell.noBackup')
        : days === 0
          ? t('shell.backupToday')
          : t('shell.backupAge', { count: days })}
    </a>
  )
}

/** The document that is being read now, with its page; of all people, without a name for those not shown. */
function Reading({ person }: { readonly person: Person | undefined }) {
  const { t } = useTranslation()
  const working = useLoad('documents.list', { filter: { states: [...atWork] }, limit: 200 }, { keepLast: true })
  const [page, setPage] = useState<{ id: DocumentId; done: number; total: number | null }>()
  useWindowEvent((event) => {
    if (event.kind === 'job') setPage({ id: event.documentId, done: event.done, total: event.total })
  })
  if (working.kind !== 'ready' || working.value.items.length === 0) return null
  const now = working.value.items.find(({ id }) => id === page?.id) ?? working.value.items.at(-1)
  const isTheirs = now?.personId === person?.id
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {t('shell.reading', { count: working.value.items.length })}
      {now !== undefined && isTheirs && (
        <span className="who-name max-w-64 truncate font-[550] text-ink-2">{now.title}</span>
      )}
      {page !== undefined && page.id === now?.id && page.total !== null && (
        <span>{t('shell.pageOf', { page: Math.min(page.done + 1, page.total), total: page.total })}</span>
      )}
    </span>
  )
}
