/** One person's record on one sheet: what must be known first, what was measured last, and what still has to be looked at. */
import { LayoutDashboard, PenLine, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fact, FactKind, Overview } from '#contract/facts.ts'
import type { PersonId } from '#contract/ids.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { go, hrefOf } from '../../app/router.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { useImport } from '../../app/useImport.ts'
import { useCurrentPerson } from '../../app/usePeople.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { FactDialog, type FactTask } from '../../facts/FactDialog.tsx'
import { dateOfFact, detailsOfFact } from '../../facts/fact-text.ts'
import { KnownOn } from '../../facts/KnownOn.tsx'
import { isPast, standingText } from '../../facts/medicine-standing.ts'
import { UncheckedLegend } from '../../facts/UncheckedLegend.tsx'
import { useDecide } from '../../facts/useDecide.ts'
import { useSources } from '../../facts/useSources.ts'
import { AllergyBanner } from './AllergyBanner.tsx'
import { FactCard } from './FactCard.tsx'
import { HeaderActions } from './HeaderActions.tsx'
import { Metrics } from './Metrics.tsx'
import type { RowTools } from './row-tools.ts'
import { ToDo } from './ToDo.tsx'

export function OverviewScreen({ place }: ScreenProps<'overview'>) {
  const { t } = useTranslation()
  const { personId, asKnownOn } = place
  const overview = useLoad('facts.overview', { personId, ...(asKnownOn !== undefined && { asKnownOn }) })
  const imports = useImport(useCurrentPerson())
  const decisions = useDecide()
  const [task, setTask] = useState<FactTask>()
  const [isAsking, setIsAsking] = useState(false)
  const value = overview.kind === 'ready' ? overview.value : undefined
  const isToday = asKnownOn === undefined
  const mayBeEmpty = isToday && value !== undefined && isBlank(value)
  const some = useLoad('facts.list', { filter: { personId }, limit: 1 }, { enabled: mayBeEmpty })
  const isEmpty = mayBeEmpty && some.kind === 'ready' && some.value.items.length === 0
  const add = (kind: FactKind) => setTask({ kind })
  return (
    <div className="@container flex relative min-h-0 flex-1 flex-col gap-4 overflow-auto p-(--pad)">
      <PageHeader
        title={t('shell.overview')}
        {...(isToday && value !== undefined && !isEmpty && { facts: <ToDo overview={value} personId={personId} /> })}
        actions={
          isToday &&
          value !== undefined &&
          !isEmpty && (
            <HeaderActions
              onKnownOn={() => setIsAsking(true)}
              onNote={() => go({ screen: 'notes', personId, isWriting: true })}
              onHand={() => add('observation')}
              onFiles={() => void imports?.choose('files')}
            />
          )
        }
      />
      <KnownOn place={place} isAsking={isAsking} onClose={() => setIsAsking(false)} />
      {overview.kind === 'loading' && <Skeleton rows={8} />}
      {overview.kind === 'failed' && (
        <ErrorNotice code={overview.code} text={textOfError(overview.code)} onRetry={overview.again} isWhole />
      )}
      {isEmpty && <Nothing onFiles={() => void imports?.choose('files')} onHand={() => add('allergy')} />}
      {value !== undefined && !isEmpty && (
        <Sheet overview={value} decisions={decisions} onTask={setTask} {...{ personId, asKnownOn }} />
      )}
      {task !== undefined && <FactDialog {...{ personId, task, decisions }} onClose={() => setTask(undefined)} />}
    </div>
  )
}

/** Nothing that this sheet shows; there may be facts of other kinds. */
const isBlank = ({ documents, allergyStatement, conditions, medicines, metrics }: Overview) =>
  documents + conditions.length + medicines.length + metrics.length === 0 && allergyStatement === 'not-stated'

interface SheetProps {
  readonly overview: Overview
  readonly personId: PersonId
  /** Nothing is added to the record of a day that is past. */
  readonly asKnownOn: string | undefined
  readonly decisions: RowTools['decisions']
  readonly onTask: (task: FactTask) => void
}

function Sheet({ overview, personId, asKnownOn, decisions, onTask }: SheetProps) {
  const { t } = useTranslation()
  const { conditions, medicines } = overview
  const allergies = useAllergies(overview, personId, asKnownOn)
  const sources = useSources(personId, [...allergies, ...conditions, ...medicines.map(({ fact }) => fact)])
  const tools: RowTools = { sources, decisions, onEdit: (fact) => onTask({ fact }) }
  const present = medicines.filter((line) => !isPast(line))
  const past = medicines.length - present.length
  const adds = (kind: FactKind) => (asKnownOn === undefined ? { onAdd: () => onTask({ kind }) } : {})
  return (
    <>
      <AllergyBanner
        allergyStatement={overview.allergyStatement}
        allergies={allergies}
        tools={tools}
        {...adds('allergy')}
      />
      <div className="grid min-w-0 items-start gap-4 @4xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Metrics {...overview} {...{ personId, asKnownOn, sources }} />
        <div className="flex min-w-0 flex-col gap-4">
          <FactCard
            title={t('overview.problems')}
            rows={conditions.map((fact) => ({
              fact,
              details: detailsOfFact(fact, t),
              note:
                fact.happenedOn === undefined
                  ? t('overview.sinceUnknown')
                  : t('overview.since', { date: dateOfFact(fact, t) }),
            }))}
            empty={t('overview.noProblems')}
            tools={tools}
            {...adds('condition')}
          />
          <FactCard
            title={t('overview.medicines')}
            rows={present.map((line) => ({
              fact: line.fact,
              details: detailsOfFact(line.fact, t),
              note: standingText(line, t),
            }))}
            empty={t('overview.noMedicines')}
            tools={tools}
            {...adds('medication')}
            more={{
              label: past > 0 ? t('overview.pastMedicines', { count: past }) : t('overview.allMedicines'),
              href: hrefOf({ screen: 'medicines', personId, ...(asKnownOn !== undefined && { asKnownOn }) }),
            }}
          />
        </div>
      </div>
      {overview.toReview > 0 && <UncheckedLegend />}
    </>
  )
}

/** The overview names those that are stated; that none are known is a fact of its own, with its page. */
function useAllergies(
  { allergies, allergyStatement }: Overview,
  personId: PersonId,
  asKnownOn: string | undefined,
): readonly Fact[] {
  const none = useLoad(
    'facts.list',
    {
      filter: { personId, kinds: ['allergy'], ...(asKnownOn !== undefined && { asKnownOn }) },
      sort: 'date',
      limit: 50,
    },
    { enabled: allergyStatement === 'none-known' },
  )
  if (allergyStatement !== 'none-known') return allergies
  return none.kind === 'ready' ? none.value.items.filter(({ isNoneKnown }) => isNoneKnown).slice(0, 1) : []
}

function Nothing({ onFiles, onHand }: { readonly onFiles: () => void; readonly onHand: () => void }) {
  const { t } = useTranslation()
  const person = useCurrentPerson()
  return (
    <EmptyState
      icon={<LayoutDashboard size={24} aria-hidden />}
      title={t('overview.emptyTitle', { name: person?.name ?? '' })}
      text={t('overview.emptyText')}
      action={
        <>
          <Button look="main" icon={<Plus size={16} aria-hidden />} keys="Mod+O" onPress={onFiles}>
            {t('library.addFiles')}
          </Button>
          <Button icon={<PenLine size={16} aria-hidden />} onPress={onHand}>
            {t('fact.add')}
          </Button>
        </>
      }
      example={t('overview.emptyExample')}
    />
  )
}
