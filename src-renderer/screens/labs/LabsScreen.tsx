/** What was measured: every measure by every day, and the trend of one. Nothing is judged but by the paper's own range or mark. */
import { FlaskConical, Plus, SearchX } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Series, SeriesPoint } from '#contract/facts.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { go } from '../../app/router.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { useImport } from '../../app/useImport.ts'
import { useCurrentPerson } from '../../app/usePeople.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Select } from '../../components/Select.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { FactDialog } from '../../facts/FactDialog.tsx'
import { KnownOn, KnownOnButton, NothingKnown } from '../../facts/KnownOn.tsx'
import { UncheckedLegend } from '../../facts/UncheckedLegend.tsx'
import { useDecide } from '../../facts/useDecide.ts'
import { useSources } from '../../facts/useSources.ts'
import { LabMatrix } from './LabMatrix.tsx'
import { fits, keyOfSeries, type LabFilter, matrixOf } from './matrix.ts'
import { Trend } from './Trend.tsx'

const noFilter: LabFilter = { name: '', category: 'any' }

export function LabsScreen({ place }: ScreenProps<'labs'>) {
  const { t } = useTranslation()
  const { personId, asKnownOn } = place
  const isToday = asKnownOn === undefined
  const load = useLoad('facts.series', { personId, ...(!isToday && { asKnownOn }) })
  const all: readonly Series[] = load.kind === 'ready' ? load.value.series : []
  const [filter, setFilter] = useState(noFilter)
  const [isAdding, setAdding] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const decisions = useDecide()
  const sources = useSources(personId, [])
  const imports = useImport(useCurrentPerson())
  const open = opened(all, place)
  const shown = all.filter((series) => fits(filter, series))
  const close = () => go({ screen: 'labs', personId, ...(!isToday && { asKnownOn }) })
  useEscape(open !== undefined, close)
  const openPoint = ({ factId }: SeriesPoint) => void sources.openFact(factId)
  return (
    <div className="flex relative min-h-0 flex-1 flex-col gap-4 overflow-auto p-(--pad)">
      <PageHeader
        title={t('labs.title')}
        {...(all.length > 0 && { facts: t('labs.count', { count: all.length }) })}
        actions={
          all.length > 0 && (
            <>
              <LabFilters value={filter} onChange={setFilter} />
              {isToday && (
                <>
                  <KnownOnButton onPress={() => setIsAsking(true)} />
                  <Button icon={<Plus size={16} aria-hidden />} onPress={() => setAdding(true)}>
                    {t('labs.add')}
                  </Button>
                </>
              )}
            </>
          )
        }
      />
      <KnownOn place={place} isAsking={isAsking} onClose={() => setIsAsking(false)} />
      {load.kind === 'loading' && <Skeleton rows={10} />}
      {load.kind === 'failed' && (
        <ErrorNotice code={load.code} text={textOfError(load.code)} onRetry={load.again} isWhole />
      )}
      {load.kind === 'ready' && all.length === 0 && !isToday && <NothingKnown />}
      {load.kind === 'ready' && all.length === 0 && isToday && (
        <Nothing onFiles={() => void imports?.choose('files')} onHand={() => setAdding(true)} />
      )}
      {all.length > 0 && shown.length === 0 && (
        <EmptyState
          icon={<SearchX size={24} aria-hidden />}
          title={t('labs.noneTitle')}
          text={t('labs.noneText')}
          action={<Button onPress={() => setFilter(noFilter)}>{t('library.clearFilters')}</Button>}
        />
      )}
      {shown.length > 0 && (
        <LabMatrix matrix={matrixOf(shown)} place={place} open={open && keyOfSeries(open)} onPoint={openPoint} />
      )}
      {all.some(({ points }) => points.some(({ state }) => state === 'proposed')) && <UncheckedLegend />}
      {open !== undefined && (
        <Trend key={keyOfSeries(open)} place={place} series={open} onPoint={openPoint} onClose={close} />
      )}
      {isAdding && (
        <FactDialog {...{ personId, decisions }} task={{ kind: 'observation' }} onClose={() => setAdding(false)} />
      )}
    </div>
  )
}

/** An address may name a unit that is no more. */
const opened = (all: readonly Series[], { name, unit }: ScreenProps<'labs'>['place']): Series | undefined =>
  name === undefined
    ? undefined
    : (all.find((series) => series.name === name && series.unit === unit) ?? all.find((series) => series.name === name))

function useEscape(isOn: boolean, leave: () => void): void {
  useEffect(() => {
    if (!isOn) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (document.querySelector('[role="dialog"], [role="listbox"], [role="menu"]') !== null) return
      if (event.target instanceof HTMLInputElement) return
      event.preventDefault()
      leave()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

function LabFilters({ value, onChange }: { readonly value: LabFilter; readonly onChange: (value: LabFilter) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="w-52">
        <SearchField
          label={t('library.filterName')}
          value={value.name}
          onChange={(name) => onChange({ ...value, name })}
        />
      </div>
      <Select
        label={t('fact.fields.category')}
        hasHiddenLabel
        value={value.category}
        onChange={(category) => onChange({ ...value, category })}
        choices={[
          { id: 'any', label: t('labs.anyCategory') },
          { id: 'laboratory', label: t('fact.choices.category.laboratory') },
          { id: 'vital-sign', label: t('fact.choices.category.vital-sign') },
        ]}
      />
    </>
  )
}

function Nothing({ onFiles, onHand }: { readonly onFiles: () => void; readonly onHand: () => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<FlaskConical size={24} aria-hidden />}
      title={t('labs.emptyTitle')}
      text={t('labs.emptyText')}
      action={
        <>
          <Button look="main" icon={<Plus size={16} aria-hidden />} keys="Mod+O" onPress={onFiles}>
            {t('library.addFiles')}
          </Button>
          <Button onPress={onHand}>{t('labs.add')}</Button>
        </>
      }
      example={t('labs.emptyExample')}
    />
  )
}
