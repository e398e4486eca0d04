/** One review as an editable note: each line with the places it rests on, what changed since, and ways to take it along. */
import { ArrowLeft, ClipboardCopy, Printer, Save } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId, ReviewId } from '#contract/ids.ts'
import type { Review } from '#contract/reviews.ts'
import type { Output } from '../../api/paths.ts'
import { type Load, useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatDay, formatPartialDate } from '../../app/format.ts'
import { go } from '../../app/router.ts'
import { useCurrentPerson } from '../../app/usePeople.ts'
import { useSettings } from '../../app/useSettings.ts'
import { useShortcuts } from '../../app/useShortcuts.ts'
import { placesOf } from '../../citations/places.ts'
import { SourcePane } from '../../citations/SourcePane.tsx'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { NoteMenu } from './NoteMenu.tsx'
import { NoteNotices } from './NoteNotices.tsx'
import { NoteSection } from './NoteSection.tsx'
import { type ShownSection, sectionsOf, sourcesOf } from './note.ts'
import { PrintedSources } from './PrintedSources.tsx'
import { type EditNote, useEditNote } from './useEditNote.ts'
import { useTakeAlong } from './useTakeAlong.ts'

export function ReviewNote({ personId, id }: { readonly personId: PersonId; readonly id: ReviewId }) {
  const load = useLoad('reviews.get', { id })
  if (load.kind !== 'ready')
    return (
      <div data-pane className="relative flex min-h-0 flex-1 flex-col gap-4 overflow-auto p-(--pad)">
        <BackToReviews personId={personId} />
        <NotReady load={load} />
      </div>
    )
  return <Note {...load.value} />
}

function NotReady({ load }: { readonly load: Exclude<Load<unknown>, { kind: 'ready' }> }) {
  if (load.kind === 'loading') return <Skeleton rows={8} />
  return <ErrorNotice code={load.code} text={textOfError(load.code)} onRetry={load.again} isWhole />
}

function BackToReviews({ personId }: { readonly personId: PersonId }) {
  const { t } = useTranslation()
  return (
    <IconButton
      label={t('reviews.all')}
      icon={<ArrowLeft size={16} aria-hidden />}
      onPress={() => go({ screen: 'reviews', personId })}
    />
  )
}

function Note({ review: loaded, changes, unreviewedFactIds }: Output<'reviews.get'>) {
  const { t } = useTranslation()
  const note = useEditNote(loaded)
  const { review } = note
  const { personId } = review
  const sections = sectionsOf(review, changes)
  const sources = sourcesOf(sections)
  const [chosen, setChosen] = useState<number>()
  const opener = useRef<Element>(null)
  const takeAlong = useTakeAlong(review)
  const open = (number: number) => {
    if (sources[number - 1] === undefined) return
    if (chosen === undefined) opener.current = document.activeElement
    setChosen(number)
  }
  const close = () => {
    setChosen(undefined)
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }
  useShortcuts(
    { openCitation: (event) => open(Number(event?.key ?? 0)), copyCited: takeAlong.copy },
    { letters: useSettings().letterKeys },
  )
  const source = chosen === undefined ? undefined : sources[chosen - 1]
  const places = placesOf(sources, chosen, open)
  return (
    <div className="@container relative flex min-h-0 flex-1">
      <div data-pane className="relative flex min-w-0 flex-1 flex-col">
        <header className="flex flex-wrap items-center gap-2 px-(--pad) py-2.5">
          <BackToReviews personId={personId} />
          <h1 className="min-w-0 flex-[1_1_10rem] truncate" title={review.title}>
            {review.title}
          </h1>
          <Button look="quiet" icon={<ClipboardCopy size={15} aria-hidden />} onPress={takeAlong.copy}>
            {t('common.copy')}
          </Button>
          <Button look="quiet" icon={<Save size={15} aria-hidden />} onPress={takeAlong.save}>
            {t('reviews.save')}
          </Button>
          <Button look="quiet" icon={<Printer size={15} aria-hidden />} onPress={() => window.print()}>
            {t('reviews.print')}
          </Button>
          <NoteMenu review={review} />
        </header>
        <div className="relative min-h-0 flex-1 overflow-y-auto px-(--pad) pb-8">
          <div className="mx-auto flex w-full max-w-208 flex-col gap-4">
            <NoteNotices review={review} changes={changes} unreviewed={unreviewedFactIds} />
            <Sheet
              review={review}
              sections={sections}
              note={note}
              places={places}
              unreviewedFactIds={unreviewedFactIds}
            />
          </div>
        </div>
      </div>
      {source !== undefined && chosen !== undefined && (
        <div className="absolute inset-y-0 end-0 z-10 flex w-full max-w-112 border-s border-line shadow-high @3xl:static @3xl:w-[45%] @3xl:max-w-2xl @3xl:min-w-105 @3xl:shadow-none">
          <SourcePane
            citation={source}
            number={chosen}
            personId={personId}
            onStep={(step) => open(chosen + step)}
            hasNext={chosen < sources.length}
            onClose={close}
          />
        </div>
      )}
    </div>
  )
}

interface SheetProps {
  readonly review: Review
  readonly sections: readonly ShownSection[]
  readonly note: EditNote
  readonly places: ReturnType<typeof placesOf>
  readonly unreviewedFactIds: Output<'reviews.get'>['unreviewedFactIds']
}

/** What is printed. */
function Sheet({ review, sections, note, places, unreviewedFactIds }: SheetProps) {
  const { t } = useTranslation()
  const unreviewed = new Set<string>(unreviewedFactIds)
  const { since } = review.inputs
  const person = useCurrentPerson()
  return (
    <article aria-label={review.title} className="print-sheet card flex flex-col gap-5 p-5">
      <header>
        <p className="hidden text-lead font-[600] print:block">
          {t('reviews.printedHead', { title: review.title, name: person?.name ?? '' })}
        </p>
        <p className="num text-meta text-ink-3">
          {t(`reviews.kind.${review.kind}`)} · {t('reviews.madeOn', { day: formatDay(review.madeAt) })}
          {since !== undefined && ` · ${t('reviews.sinceDay', { day: formatPartialDate(since) })}`}
        </p>
      </header>
      {sections.map((section) => (
        <NoteSection key={section.id} section={section} note={note} places={places} unreviewed={unreviewed} />
      ))}
      <PrintedSources sources={sourcesOf(sections)} />
    </article>
  )
}
