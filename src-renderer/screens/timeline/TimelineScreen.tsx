/** Facts, papers and notes of one person by when they happened, in lanes and in words. */
import { CalendarDays, Plus, SearchX } from 'lucide-react'
import { useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useLoadAll } from '../../api/useLoadAll.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatCount } from '../../app/format.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { useImport } from '../../app/useImport.ts'
import { useCurrentPerson } from '../../app/usePeople.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { FactDialog, type FactTask } from '../../facts/FactDialog.tsx'
import { KnownOn, KnownOnButton, NothingKnown } from '../../facts/KnownOn.tsx'
import { useDecide } from '../../facts/useDecide.ts'
import { useSources } from '../../facts/useSources.ts'
import { EntryRow, type EntryTools } from './EntryRow.tsx'
import { type Entry, entriesOf, isWrittenBy, type Lane, lanes, yearsOf } from './entries.ts'
import { Lanes } from './Lanes.tsx'
import { laneIcon } from './lane-look.tsx'

export function TimelineScreen({ place }: ScreenProps<'timeline'>) {
  const { t } = useTranslation()
  const { personId, asKnownOn } = place
  const isToday = asKnownOn === undefined
  const person = useCurrentPerson()
  const imports = useImport(person)
  const filter = { personId, ...(!isToday && { asKnownOn }) }
  const facts = useLoadAll('facts.list', { filter, sort: 'date', limit: 200 })
  const documents = useLoadAll('documents.list', { filter, limit: 200 })
  const notes = useLoadAll('notes.list', { filter: { personId }, limit: 200 })
  const loads = [facts, documents, notes] as const
  const decisions = useDecide()
  const [task, setTask] = useState<FactTask>()
  const [isAsking, setIsAsking] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<Lane>>(new Set())
  const items = facts.kind === 'ready' ? facts.items : []
  const sources = useSources(personId, items)
  const isReady = facts.kind === 'ready' && documents.kind === 'ready' && notes.kind === 'ready'
  const written = notes.kind === 'ready' ? notes.items.filter(({ writtenAt }) => isWrittenBy(writtenAt, asKnownOn)) : []
  const all = isReady ? entriesOf({ facts: items, documents: documents.items, notes: written }) : []
  const shown = chosen.size === 0 ? all : all.filter(({ lane }) => chosen.has(lane))
  const failed = loads.find((load) => load.kind === 'failed')
  const mores = loads.flatMap((load) => (load.kind === 'ready' && load.more ? [load.more] : []))
  const tools: EntryTools = { sources, decisions, onEdit: (fact) => setTask({ fact }) }
  return (
    <div className="flex relative min-h-0 flex-1 flex-col gap-4 overflow-auto p-(--pad)">
      <PageHeader
        title={t('shell.timeline')}
        actions={
          isToday &&
          all.length > 0 && (
            <>
              <KnownOnButton onPress={() => setIsAsking(true)} />
              <Button icon={<Plus size={16} aria-hidden />} onPress={() => setTask({ kind: 'encounter' })}>
                {t('fact.add')}
              </Button>
            </>
          )
        }
      />
      <KnownOn place={place} isAsking={isAsking} onClose={() => setIsAsking(false)} />
      {failed === undefined && !isReady && <Skeleton rows={10} />}
      {failed !== undefined && (
        <ErrorNotice code={failed.code} text={textOfError(failed.code)} onRetry={failed.again} isWhole />
      )}
      {isReady && all.length === 0 && !isToday && <NothingKnown />}
      {isReady && all.length === 0 && isToday && (
        <EmptyState
          icon={<CalendarDays size={24} aria-hidden />}
          title={t('timeline.emptyTitle')}
          text={t('timeline.emptyText', { name: person?.name ?? '' })}
          action={
            <>
              <Button
                look="main"
                icon={<Plus size={16} aria-hidden />}
                keys="Mod+O"
                onPress={() => void imports?.choose('files')}
              >
                {t('library.addFiles')}
              </Button>
              <Button onPress={() => setTask({ kind: 'encounter' })}>{t('fact.add')}</Button>
            </>
          }
          example={t('timeline.emptyExample')}
        />
      )}
      {all.length > 0 && (
        <>
          <LaneFilter entries={all} chosen={chosen} onChange={setChosen} />
          <Lanes entries={shown} onYear={goToYear} />
          {shown.length === 0 && (
            <EmptyState
              icon={<SearchX size={24} aria-hidden />}
              title={t('library.noneTitle')}
              text={t('timeline.noneText')}
              action={<Button onPress={() => setChosen(new Set())}>{t('library.clearFilters')}</Button>}
            />
          )}
          <Years entries={shown} tools={tools} />
        </>
      )}
      {mores.length > 0 && (
        <div className="flex justify-center">
          <Button
            onPress={() => {
              for (const more of mores) more()
            }}
          >
            {t('common.more')}
          </Button>
        </div>
      )}
      {task !== undefined && <FactDialog {...{ personId, task, decisions }} onClose={() => setTask(undefined)} />}
    </div>
  )
}

function Years({ entries, tools }: { readonly entries: readonly Entry[]; readonly tools: EntryTools }) {
  const { t } = useTranslation()
  return yearsOf(entries).map(({ year, entries: ofYear }) => (
    <section key={year ?? ''} aria-label={year ?? t('timeline.undated')} data-year={year}>
      <h2 className="num px-1 pb-1.5 text-ink-2">{year ?? t('timeline.undated')}</h2>
      <ul className="card">
        {ofYear.map((entry) => (
          <EntryRow key={entry.key} entry={entry} tools={tools} />
        ))}
      </ul>
    </section>
  ))
}

/** The year itself, or the next earlier one that holds anything. */
function goToYear(year: string): void {
  const groups = [...document.querySelectorAll<HTMLElement>('[data-year]')]
  const group = groups.find(({ dataset }) => (dataset.year ?? '') <= year) ?? groups.at(-1)
  group?.scrollIntoView({ block: 'start' })
}

interface LaneFilterProps {
  readonly entries: readonly Entry[]
  readonly chosen: ReadonlySet<Lane>
  readonly onChange: (chosen: ReadonlySet<Lane>) => void
}

/** None chosen means all. */
function LaneFilter({ entries, chosen, onChange }: LaneFilterProps) {
  const { t } = useTranslation()
  const counts = Map.groupBy(entries, ({ lane }) => lane)
  return (
    <fieldset aria-label={t('timeline.filter')} className="flex min-w-0 flex-wrap gap-1.5">
      {lanes
        .filter((lane) => counts.has(lane))
        .map((lane) => {
          const Icon = laneIcon[lane]
          return (
            <ToggleButton
              key={lane}
              isSelected={chosen.has(lane)}
              onChange={(isOn) =>
                onChange(isOn ? new Set([...chosen, lane]) : new Set([...chosen].filter((other) => other !== lane)))
              }
              className="flex min-h-8 cursor-default items-center gap-1.5 rounded-full border border-line bg-surface px-2.5 text-meta text-ink-2 hover:border-line-strong data-[selected]:border-accent-line data-[selected]:bg-accent-soft data-[selected]:font-[550] data-[selected]:text-accent"
            >
              <Icon size={14} aria-hidden />
              {t(`timeline.lane.${lane}`)}
              <span className="num">{formatCount(counts.get(lane)?.length ?? 0)}</span>
            </ToggleButton>
          )
        })}
    </fieldset>
  )
}
