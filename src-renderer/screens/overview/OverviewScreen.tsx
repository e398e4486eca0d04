/** One person's record on one sheet: what must be known first, what was measured last, and what still has to be looked at. */
import { ClipboardCheck, FileWarning, LayoutDashboard, NotebookPen, PenLine, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fact, FactKind, Overview } from '#contract/facts.ts'
import type { PersonId } from '#contract/ids.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatCount } from '../../app/format.ts'
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
import { isPast, standingText } from '../../facts/medicine-standing.ts'
import { UncheckedLegend } from '../../facts/UncheckedLegend.tsx'
import { useDecide } from '../../facts/useDecide.ts'
import { useSources } from '../../facts/useSources.ts'
import { AllergyBanner } from './AllergyBanner.tsx'
import { FactCard } from './FactCard.tsx'
import { Metrics } from './Metrics.tsx'
import type { RowTools } from './row-tools.ts'

export function OverviewScreen({ place: { personId } }: ScreenProps<'overview'>) {
  const { t } = useTranslation()
  const overview = useLoad('facts.overview', { personId })
  const imports = useImport(useCurrentPerson())
  const decisions = useDecide()
  const [task, setTask] = useState<FactTask>()
  const value = overview.kind === 'ready' ? overview.value : undefined
  const mayBeEmpty = value !== undefined && isBlank(value)
  const some = useLoad('facts.list', { filter: { personId }, limit: 1 }, { enabled: mayBeEmpty })
  const isEmpty = mayBeEmpty && some.kind === 'ready' && some.value.items.length === 0
  const add = (kind: FactKind) => setTask({ kind })
  return (
    <div className="@container flex relative min-h-0 flex-1 flex-col gap-4 overflow-auto p-(--pad)">
      <PageHeader
        title={t('shell.overview')}
        {...(value !== undefined && !isEmpty && { facts: <ToDo overview={value} personId={personId} /> })}
        actions={
          value !== undefined &&
          !isEmpty && (
            <>
              <Button
                icon={<NotebookPen size={16} aria-hidden />}
                onPress={() => go({ screen: 'notes', personId, isWriting: true })}
              >
                {t('notes.write')}
              </Button>
              <Button icon={<PenLine size={16} aria-hidden />} onPress={() => add('observation')}>
                {t('fact.add')}
              </Button>
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
      {overview.kind === 'loading' && <Skeleton rows={8} />}
      {overview.kind === 'failed' && (
        <ErrorNotice code={overview.code} text={textOfError(overview.code)} onRetry={overview.again} isWhole />
      )}
      {isEmpty && <Nothing onFiles={() => void imports?.choose('files')} onHand={() => add('allergy')} />}
      {value !== undefined && !isEmpty && (
        <Sheet overview={value} personId={personId} decisions={decisions} onTask={setTask} />
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
  readonly decisions: RowTools['decisions']
  readonly onTask: (task: FactTask) => void
}

function Sheet({ overview, personId, decisions, onTask }: SheetProps) {
  const { t } = useTranslation()
  const { conditions, medicines } = overview
  const allergies = useAllergies(overview, personId)
  const sources = useSources(personId, [...allergies, ...conditions, ...medicines.map(({ fact }) => fact)])
  const tools: RowTools = { sources, decisions, onEdit: (fact) => onTask({ fact }) }
  const present = medicines.filter((line) => !isPast(line))
  const past = medicines.length - present.length
  return (
    <>
      <AllergyBanner
        allergyStatement={overview.allergyStatement}
        allergies={allergies}
        tools={tools}
        onAdd={() => onTask({ kind: 'allergy' })}
      />
      <div className="grid min-w-0 items-start gap-4 @4xl:grid-cols-[minmax(0,1.8fr)_minmax(0,1fr)]">
        <Metrics {...overview} personId={personId} sources={sources} />
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
            onAdd={() => onTask({ kind: 'condition' })}
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
            onAdd={() => onTask({ kind: 'medication' })}
            more={{
              label: past > 0 ? t('overview.pastMedicines', { count: past }) : t('overview.allMedicines'),
              href: hrefOf({ screen: 'medicines', personId }),
            }}
          />
        </div>
      </div>
      {overview.toReview > 0 && <UncheckedLegend />}
    </>
  )
}

/** The overview names those that are stated; that none are known is a fact of its own, with its page. */
function useAllergies({ allergies, allergyStatement }: Overview, personId: PersonId): readonly Fact[] {
  const none = useLoad(
    'facts.list',
    { filter: { personId, kinds: ['allergy'] }, sort: 'date', limit: 50 },
    { enabled: allergyStatement === 'none-known' },
  )
  if (allergyStatement !== 'none-known') return allergies
  return none.kind === 'ready' ? none.value.items.filter(({ isNoneKnown }) => isNoneKnown).slice(0, 1) : []
}

/** How much there is, and what of it waits for the person. */
function ToDo({
  overview: { documents, toReview, unreadPages },
  personId,
}: {
  readonly overview: Overview
  readonly personId: PersonId
}) {
  const { t } = useTranslation()
  const link = 'inline-flex min-h-7 items-center gap-1.5 rounded-md px-2 font-[550] hover:bg-hover'
  return (
    <span className="flex flex-wrap items-center gap-x-1.5">
      {documents > 0 && (
        <span className="pe-1.5">
          {t('overview.documents', { count: documents, documents: formatCount(documents) })}
        </span>
      )}
      {toReview > 0 && (
        <a href={hrefOf({ screen: 'review', personId })} className={`${link} text-review`}>
          <ClipboardCheck size={16} aria-hidden />
          {t('overview.toReview', { count: toReview, facts: formatCount(toReview) })}
        </a>
      )}
      {unreadPages > 0 && (
        <a href={hrefOf({ screen: 'queue', personId })} className={link}>
          <FileWarning size={16} aria-hidden />
          {t('overview.unreadPages', { count: unreadPages, pages: formatCount(unreadPages) })}
        </a>
      )}
    </span>
  )
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
