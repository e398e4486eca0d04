/** What became of every file: being read, waiting for an answer, not read and why, not taken, and where originals still lie. */
import { Inbox, Pause, Play, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../api/useAct.ts'
import { useLoad } from '../../api/useLoad.ts'
import { atWork, endedUnread, needsAttention } from '../../app/document-states.ts'
import { textOfError } from '../../app/error-text.ts'
import { useImports } from '../../app/imports.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { useImport } from '../../app/useImport.ts'
import { useCurrentPerson } from '../../app/usePeople.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { AttentionRow } from './AttentionRow.tsx'
import { FailedRow } from './FailedRow.tsx'
import { FinishedRows } from './FinishedRows.tsx'
import { QueueSection } from './QueueSection.tsx'
import { RefusedRow } from './RefusedRow.tsx'
import { UnprotectedFiles } from './UnprotectedFiles.tsx'
import { WorkingRows } from './WorkingRows.tsx'

export function QueueScreen({ place: { personId } }: ScreenProps<'queue'>) {
  const { t } = useTranslation()
  const person = useCurrentPerson()
  const imports = useImport(person)
  const given = useImports(personId)
  const load = useLoad('documents.list', {
    filter: { personId, states: [...atWork, ...needsAttention, ...endedUnread] },
    limit: 200,
  })
  const status = useLoad('jobs.status', undefined)
  const pause = useAct('jobs.pause')
  const resume = useAct('jobs.resume')
  const isPaused = status.kind === 'ready' && status.value.paused
  const documents = load.kind === 'ready' ? load.value.items : []
  const pick = (states: readonly string[]) => documents.filter(({ state }) => states.includes(state))
  const [working, waiting, failed] = [pick(atWork), pick(needsAttention), pick(endedUnread)]
  const refused = given.filter((one) => one.kind === 'refused')
  const duplicates = given.filter((one) => one.kind === 'duplicate')
  const isEmpty = load.kind === 'ready' && documents.length === 0 && given.length === 0

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-auto p-(--pad)">
      <PageHeader
        title={t('queue.title')}
        {...(working.length + waiting.length > 0 && {
          facts: t('queue.facts', { working: working.length, waiting: waiting.length }),
        })}
        actions={
          !isEmpty && (
            <>
              {(working.length > 0 || isPaused) && (
                <Button
                  icon={isPaused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
                  isDisabled={pause.isRunning || resume.isRunning}
                  onPress={() => void (isPaused ? resume : pause).run(undefined)}
                >
                  {isPaused ? t('queue.resume') : t('queue.pause')}
                </Button>
              )}
              <Button
                look="main"
                icon={<Plus size={16} aria-hidden />}
                keys="Mod+O"
                onPress={() => void imports?.choose('files')}
              >
                {t('library.addFiles')}
              </Button>
            </>
          )
        }
      />
      {load.kind === 'loading' && <Skeleton />}
      {load.kind === 'failed' && (
        <ErrorNotice code={load.code} text={textOfError(load.code)} onRetry={load.again} isWhole />
      )}
      {isEmpty && (
        <EmptyState
          icon={<Inbox size={24} aria-hidden />}
          title={t('queue.emptyTitle')}
          text={t('queue.emptyText')}
          action={
            <Button
              look="main"
              icon={<Plus size={16} aria-hidden />}
              keys="Mod+O"
              onPress={() => void imports?.choose('files')}
            >
              {t('library.addFiles')}
            </Button>
          }
          example={t('library.emptyExample')}
        />
      )}
      <UnprotectedFiles imports={given} />
      {waiting.length > 0 && (
        <QueueSection title={t('queue.waiting')} count={waiting.length} hint={t('queue.waitingHint')}>
          {waiting.map((document) => (
            <AttentionRow key={document.id} document={document} />
          ))}
        </QueueSection>
      )}
      {working.length > 0 && (
        <QueueSection
          title={t('queue.working')}
          count={working.length}
          hint={isPaused ? t('queue.pausedHint') : t('queue.workingHint')}
        >
          <WorkingRows documents={working} />
        </QueueSection>
      )}
      {failed.length > 0 && (
        <QueueSection title={t('queue.failed')} count={failed.length} hint={t('queue.failedHint')}>
          {failed.map((document) => (
            <FailedRow key={document.id} document={document} />
          ))}
        </QueueSection>
      )}
      {refused.length > 0 && (
        <QueueSection title={t('queue.refused')} count={refused.length} hint={t('queue.refusedHint')}>
          {refused.map((one) => (
            <RefusedRow key={one.path} path={one.path} code={one.code} />
          ))}
        </QueueSection>
      )}
      <FinishedRows imports={given} />
      {duplicates.length > 0 && <p className="text-ink-3">{t('queue.duplicates', { count: duplicates.length })}</p>}
    </div>
  )
}
