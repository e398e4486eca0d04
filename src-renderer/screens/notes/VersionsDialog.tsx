/** Every version of a note with what it said; an older one is brought back as a new version, and nothing goes. */
import { ChevronRight, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note, NoteVersion } from '#contract/notes.ts'
import { useAct } from '../../api/useAct.ts'
import { useLoadAll } from '../../api/useLoadAll.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatDay, formatPartialDate } from '../../app/format.ts'
import { say } from '../../app/toasts.ts'
import { Badge } from '../../components/Badge.tsx'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'

export function VersionsDialog({ note, onClose }: { readonly note: Note; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { id, title, version } = note
  const versions = useLoadAll('notes.versions', { filter: { id }, limit: 50 })
  const restore = useAct('notes.restore')
  // what stood before it is what one looks for
  const [openNumber, setOpen] = useState(Math.max(1, version - 1))

  async function bringBack(number: number): Promise<void> {
    if ((await restore.run({ id, version, number })) === undefined) return
    say(t('notes.restored', { number }))
    onClose()
  }
  return (
    <Dialog title={t('notes.versionsTitle', { title })} isOpen onClose={onClose} width="wide">
      <div className="flex flex-col gap-3">
        {versions.kind === 'loading' && <Skeleton rows={3} />}
        {versions.kind === 'failed' && (
          <ErrorNotice code={versions.code} text={textOfError(versions.code)} onRetry={versions.again} />
        )}
        {restore.code !== undefined && <ErrorNotice code={restore.code} text={textOfError(restore.code)} />}
        {versions.kind === 'ready' && (
          <ul>
            {versions.items.map((one) => (
              <OneVersion
                key={one.number}
                version={one}
                isNow={one.number === version}
                isOpen={one.number === openNumber}
                isBusy={restore.isRunning}
                onToggle={() => setOpen(one.number === openNumber ? 0 : one.number)}
                onRestore={() => void bringBack(one.number)}
              />
            ))}
          </ul>
        )}
        {versions.kind === 'ready' && versions.more !== undefined && (
          <Button look="quiet" wide onPress={versions.more}>
            {t('common.more')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

interface OneVersionProps {
  readonly version: NoteVersion
  readonly isNow: boolean
  readonly isOpen: boolean
  readonly isBusy: boolean
  readonly onToggle: () => void
  readonly onRestore: () => void
}

function OneVersion({ version, isNow, isOpen, isBusy, onToggle, onRestore }: OneVersionProps) {
  const { t } = useTranslation()
  const { number, title, text, author, concernsOn, writtenAt, writtenBy, restoredFrom } = version
  const about =
    concernsOn === undefined ? t('notes.aboutUnknown') : t('notes.about', { date: formatPartialDate(concernsOn) })
  return (
    <li className="border-b border-line-soft last:border-0">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="flex min-h-10 w-full cursor-default flex-wrap items-center gap-x-2.5 rounded-sm py-1 text-start hover:bg-hover"
      >
        <ChevronRight size={14} className={`shrink-0 text-ink-3 ${isOpen ? 'rotate-90' : ''}`} aria-hidden />
        <span className="num font-[600]">{t('notes.versionNumber', { number })}</span>
        <span className="num text-meta text-ink-3">
          {t('notes.versionWho', { date: formatDay(writtenAt), who: writtenBy })}
        </span>
        {isNow && <Badge>{t('notes.versionNow')}</Badge>}
        {restoredFrom !== undefined && (
          <span className="text-meta text-ink-3">{t('notes.versionCopy', { number: restoredFrom })}</span>
        )}
      </button>
      {isOpen && (
        <div className="flex flex-col items-start gap-2 ps-6 pb-4">
          <p className="font-[600] [overflow-wrap:anywhere]">{title}</p>
          <p className="num text-meta text-ink-2">{`${about} · ${t(`notes.by.${author}`)}`}</p>
          <p className="max-w-prose select-text whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
          {!isNow && (
            <Button icon={<RotateCcw size={15} aria-hidden />} isDisabled={isBusy} onPress={onRestore}>
              {t('notes.restore')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
