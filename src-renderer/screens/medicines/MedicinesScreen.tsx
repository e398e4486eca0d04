/** The medicines the papers speak of: last stated and past, each with how it stands and where that is written. */
import { Pill, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MedicineLine } from '#contract/facts.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { useCurrentPerson } from '../../app/usePeople.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { FactDialog, type FactTask } from '../../facts/FactDialog.tsx'
import { KnownOn, KnownOnButton, NothingKnown } from '../../facts/KnownOn.tsx'
import { isPast } from '../../facts/medicine-standing.ts'
import { useDecide } from '../../facts/useDecide.ts'
import { useSources } from '../../facts/useSources.ts'
import { MedicineTable } from './MedicineTable.tsx'

export function MedicinesScreen({ place }: ScreenProps<'medicines'>) {
  const { t } = useTranslation()
  const { personId, asKnownOn } = place
  const isToday = asKnownOn === undefined
  const person = useCurrentPerson()
  const load = useLoad('facts.medicines', { personId, ...(!isToday && { asKnownOn }) })
  const lines: readonly MedicineLine[] = load.kind === 'ready' ? load.value.lines : []
  const decisions = useDecide()
  const [task, setTask] = useState<FactTask>()
  const [isAsking, setIsAsking] = useState(false)
  const sources = useSources(
    personId,
    lines.map(({ fact }) => fact),
  )
  const tools = { sources, decisions, onEdit: (fact: MedicineLine['fact']) => setTask({ fact }) }
  const add = () => setTask({ kind: 'medication' })
  const [past, present] = [lines.filter(isPast), lines.filter((line) => !isPast(line))]
  return (
    <div className="flex relative min-h-0 flex-1 flex-col gap-4 overflow-auto p-(--pad)">
      <PageHeader
        title={t('medicines.title')}
        {...(lines.length > 0 && { facts: t('medicines.count', { count: lines.length }) })}
        actions={
          isToday &&
          lines.length > 0 && (
            <>
              <KnownOnButton onPress={() => setIsAsking(true)} />
              <Button icon={<Plus size={16} aria-hidden />} onPress={add}>
                {t('medicines.add')}
              </Button>
            </>
          )
        }
      />
      <KnownOn place={place} isAsking={isAsking} onClose={() => setIsAsking(false)} />
      {load.kind === 'loading' && <Skeleton rows={8} />}
      {load.kind === 'failed' && (
        <ErrorNotice code={load.code} text={textOfError(load.code)} onRetry={load.again} isWhole />
      )}
      {load.kind === 'ready' && lines.length === 0 && !isToday && <NothingKnown />}
      {load.kind === 'ready' && lines.length === 0 && isToday && (
        <EmptyState
          icon={<Pill size={24} aria-hidden />}
          title={t('medicines.emptyTitle', { name: person?.name ?? '' })}
          text={t('medicines.emptyText')}
          action={
            <Button icon={<Plus size={16} aria-hidden />} onPress={add}>
              {t('medicines.add')}
            </Button>
          }
          example={t('medicines.emptyExample')}
        />
      )}
      {lines.length > 0 && (
        <>
          <MedicineTable
            title={t('medicines.present')}
            hint={t('medicines.presentHint')}
            empty={t('medicines.noPresent')}
            lines={present}
            tools={tools}
          />
          {past.length > 0 && (
            <MedicineTable
              title={t('medicines.past')}
              hint={t('medicines.pastHint')}
              empty={t('medicines.noPast')}
              lines={past}
              tools={tools}
            />
          )}
        </>
      )}
      {task !== undefined && <FactDialog {...{ personId, task, decisions }} onClose={() => setTask(undefined)} />}
    </div>
  )
}
