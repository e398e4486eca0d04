/**
 * What was read, beside where it was read: one fact at a time, the most doubtful first, with the keyboard alone. Nothing
 * is decided here but by a person, and everything can be undone.
 */
import { ClipboardCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fact, FactEdit, Verdict } from '#contract/facts.ts'
import type { FactId } from '#contract/ids.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatCount } from '../../app/format.ts'
import { go } from '../../app/router.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { useCurrentPerson } from '../../app/usePeople.ts'
import { useSettings } from '../../app/useSettings.ts'
import { useShortcuts } from '../../app/useShortcuts.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { ConflictDialog, isInConflict } from '../../facts/ConflictDialog.tsx'
import { useDecide } from '../../facts/useDecide.ts'
import { CurrentFact } from './CurrentFact.tsx'
import { PageFactList } from './PageFactList.tsx'
import { acceptable, onSamePage } from './queue.ts'
import { ReviewPage } from './ReviewPage.tsx'
import { type ReviewQueue, useReviewQueue } from './useReviewQueue.ts'

export function ReviewScreen({ place: { personId, factId } }: ScreenProps<'review'>) {
  const { t } = useTranslation()
  const person = useCurrentPerson()
  const review = useReviewQueue(personId, factId)
  const { load, current } = review
  if (current !== undefined) return <Reviewing current={current} review={review} />
  return (
    <div className="flex relative min-h-0 flex-1 flex-col gap-4 overflow-auto p-(--pad)">
      <h1>{t('shell.review')}</h1>
      {load.kind === 'loading' && <Skeleton rows={8} />}
      {load.kind === 'failed' && (
        <ErrorNotice code={load.code} text={textOfError(load.code)} onRetry={load.again} isWhole />
      )}
      {load.kind === 'ready' && (
        <EmptyState
          icon={<ClipboardCheck size={24} aria-hidden />}
          title={t('review.emptyTitle')}
          text={t('review.emptyText', { name: person?.name ?? '' })}
          action={<Button onPress={() => go({ screen: 'overview', personId })}>{t('shell.overview')}</Button>}
        />
      )}
    </div>
  )
}

function Reviewing({ current, review }: { readonly current: Fact; readonly review: ReviewQueue }) {
  const { t } = useTranslation()
  const { id, personId, name } = current
  const [source] = current.provenance
  const decisions = useDecide()
  const [isEditing, setEditing] = useState(false)
  const [isComparing, setComparing] = useState(false)
  const [seen, setSeen] = useState<ReadonlySet<FactId>>(new Set())
  const here = useFactsOf(current, review)
  const page = useLoad(
    'documents.page',
    { id: source?.documentId ?? ('' as never), page: source?.page ?? 1 },
    { enabled: source !== undefined },
  )
  const together = acceptable([current, ...here], new Set([...seen, id]))

  async function decide(verdicts: readonly Verdict[], said: string): Promise<void> {
    const ids = verdicts.map((verdict) => verdict.id)
    setEditing(false)
    review.leave(ids)
    if (!(await decisions.decide(verdicts, said, () => review.comeBack(ids)))) review.comeBack(ids)
  }
  const accept = () => void decide([{ act: 'accept', id }], t('fact.accepted', { name }))
  const reject = () => void decide([{ act: 'reject', id }], t('fact.rejected', { name }))
  const correct = (edit: FactEdit) =>
    void decide([{ act: 'correct', id, edit }], t('fact.corrected', { name: edit.name ?? name }))
  const acceptPage = () => {
    if (together.length === 0) return
    const said = t('review.acceptedPage', { count: together.length })
    void decide(
      together.map((fact) => ({ act: 'accept', id: fact.id })),
      said,
    )
  }
  const step = (by: 1 | -1) => {
    setEditing(false)
    review.step(by)
  }
  useShortcuts(
    isEditing || isComparing
      ? {}
      : {
          acceptFact: accept,
          rejectFact: reject,
          editFact: () => setEditing(true),
          acceptPage,
          ...(isInConflict(current) && { compareFacts: () => setComparing(true) }),
          undo: () => void decisions.undo(),
          nextRow: () => step(1),
          previousRow: () => step(-1),
        },
    { letters: useSettings().letterKeys },
  )

  return (
    <div className="relative flex min-h-0 flex-1 max-[900px]:flex-col max-[900px]:overflow-y-auto">
      <div className="flex min-h-0 min-w-0 flex-1 border-e border-line max-[900px]:min-h-80">
        <ReviewPage fact={current} page={page} personId={personId} />
      </div>
      <section
        data-pane
        aria-label={t('shell.review')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and can be scrolled with keys
        tabIndex={0}
        className="relative flex w-[44%] min-w-88 max-w-136 flex-col gap-4 overflow-y-auto p-(--pad) outline-offset-[-3px] max-[900px]:w-full max-[900px]:max-w-none max-[900px]:min-w-0 max-[900px]:overflow-visible"
      >
        <Head review={review} count={together.length} onAcceptPage={acceptPage} />
        <CurrentFact
          key={id}
          {...{ fact: current, isEditing }}
          page={page.kind === 'ready' ? page.value : undefined}
          onAccept={accept}
          onReject={reject}
          onEdit={setEditing}
          onCorrect={correct}
          onCompare={() => setComparing(true)}
        />
        {isComparing && (
          <ConflictDialog
            {...{ fact: current, decisions }}
            onClose={() => setComparing(false)}
            onDecide={(facts) => review.leave(facts.map((each) => each.id))}
            onUndone={(facts) => review.comeBack(facts.map((each) => each.id))}
          />
        )}
        <PageFactList
          facts={here}
          onChoose={(fact) => review.choose(fact.id)}
          onSeen={(each) => setSeen((all) => (all.has(each) ? all : new Set([...all, each])))}
        />
      </section>
    </div>
  )
}

interface HeadProps {
  readonly review: ReviewQueue
  readonly count: number
  readonly onAcceptPage: () => void
}

function Head({ review: { at, queue, load, current }, count, onAcceptPage }: HeadProps) {
  const { t } = useTranslation()
  const total = formatCount(queue.length) + (load.kind === 'ready' && load.more ? '+' : '')
  const where = t('review.at', { at: formatCount(at + 1), total })
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h1>{t('shell.review')}</h1>
      <span className="num text-ink-2">{where}</span>
      <p role="status" className="sr-only">
        {`${where}: ${current?.name ?? ''}`}
      </p>
      {count > 1 && (
        <span className="ms-auto">
          <Button keys="Shift+A" onPress={onAcceptPage}>
            {t('review.acceptPage', { count })}
          </Button>
        </span>
      )}
    </header>
  )
}

/** Those of the same page that wait too. */
function useFactsOf(current: Fact, review: ReviewQueue): Fact[] {
  const { personId, provenance } = current
  const documentId = provenance[0]?.documentId
  const load = useLoad(
    'facts.list',
    { filter: { personId, states: ['proposed'], ...(documentId && { documentId }) }, sort: 'review', limit: 200 },
    { enabled: documentId !== undefined },
  )
  const items = load.kind === 'ready' ? load.value.items : []
  return onSamePage(
    current,
    items.filter(({ id }) => !review.isHidden(id)),
  )
}
