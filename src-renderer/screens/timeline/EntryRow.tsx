/** One line of the timeline: when, what kind, what, and where it is written. A date known in part says so. */
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fact } from '#contract/facts.ts'
import type { NoteSummary } from '#contract/notes.ts'
import { formatDay } from '../../app/format.ts'
import { hrefOf } from '../../app/router.ts'
import { FactMenu } from '../../facts/FactMenu.tsx'
import { FlaggedValue } from '../../facts/FlagSign.tsx'
import { formatFactDate } from '../../facts/fact-dates.ts'
import { detailsOfFact, unitOfFact } from '../../facts/fact-text.ts'
import { SourceChips } from '../../facts/SourceChips.tsx'
import { UncheckedMark } from '../../facts/UncheckedMark.tsx'
import type { Decide } from '../../facts/useDecide.ts'
import type { Sources } from '../../facts/useSources.ts'
import type { Entry } from './entries.ts'
import { laneColour, laneIcon } from './lane-look.tsx'

export interface EntryTools {
  readonly sources: Sources
  readonly decisions: Decide
  readonly onEdit: (fact: Fact) => void
}

export function EntryRow({ entry, tools }: { readonly entry: Entry; readonly tools: EntryTools }) {
  const { t } = useTranslation()
  const { lane, on } = entry
  const Icon = laneIcon[lane]
  return (
    <li className="grid grid-cols-[7.5rem_8.5rem_minmax(0,1fr)] items-start gap-x-3 border-b border-line-soft py-1 ps-4 pe-2 last:border-0 max-[700px]:grid-cols-[6.5rem_minmax(0,1fr)]">
      <span className="num pt-1 text-ink-2">
        {on === undefined ? t('fact.noDate') : formatFactDate(on)}
        {on !== undefined && on.length < 10 && (
          <span className="block text-meta text-ink-3">
            {on.length === 4 ? t('timeline.onlyYear') : t('timeline.onlyMonth')}
          </span>
        )}
      </span>
      <span className="flex items-center gap-2 pt-1 text-ink-2">
        <Icon size={15} className={`shrink-0 ${laneColour[lane]}`} aria-hidden />
        {t(`timeline.lane.${lane}`)}
      </span>
      <div className="min-w-0 max-[700px]:col-span-full">
        {entry.kind === 'fact' && <OneFact fact={entry.fact} tools={tools} />}
        {entry.kind === 'results' && <Results facts={entry.facts} outOfRange={entry.outOfRange} tools={tools} />}
        {entry.kind === 'document' && (
          <p className="flex flex-wrap items-baseline gap-x-2.5 py-1">
            <a
              href={hrefOf({ screen: 'document', personId: entry.document.personId, documentId: entry.document.id })}
              className="font-[550] [overflow-wrap:anywhere] hover:text-accent hover:underline"
            >
              {entry.document.title}
            </a>
            <span className="text-meta text-ink-3">
              {t('timeline.added', { date: formatDay(entry.document.importedAt) })}
            </span>
          </p>
        )}
        {entry.kind === 'note' && <OneNote note={entry.note} />}
      </div>
    </li>
  )
}

/** A note opens where it is read and written. */
function OneNote({ note: { id, personId, title, excerpt, writtenAt } }: { readonly note: NoteSummary }) {
  const { t } = useTranslation()
  return (
    <p className="flex flex-wrap items-baseline gap-x-2.5 py-1">
      <a
        href={hrefOf({ screen: 'notes', personId, noteId: id })}
        className="font-[550] [overflow-wrap:anywhere] hover:text-accent hover:underline"
      >
        {title}
      </a>
      <span className="num text-meta text-ink-3">{t('timeline.noteWritten', { date: formatDay(writtenAt) })}</span>
      <span className="line-clamp-1 min-w-0 flex-1 basis-40 text-ink-2" title={excerpt}>
        {excerpt}
      </span>
    </p>
  )
}

function OneFact({ fact, tools }: { readonly fact: Fact; readonly tools: EntryTools }) {
  const { t } = useTranslation()
  const { kind, name, isNoneKnown, state } = fact
  const details = kind === 'observation' ? '' : detailsOfFact(fact, t)
  return (
    <div className="flex min-h-8 items-center gap-2">
      <p className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
        <span className="font-[550] [overflow-wrap:anywhere]">
          {isNoneKnown && kind === 'allergy' ? t('fact.noneKnownAllergy') : name}
        </span>
        {kind === 'observation' && <FlaggedValue flag={fact.flag} text={fact.valueText} unit={unitOfFact(fact)} />}
        {details !== '' && <span className="line-clamp-2 text-ink-2">{details}</span>}
        <UncheckedMark state={state} />
      </p>
      <SourceChips fact={fact} sources={tools.sources} />
      <FactMenu fact={fact} {...tools} />
    </div>
  )
}

interface ResultsProps {
  readonly facts: readonly Fact[]
  readonly outOfRange: number
  readonly tools: EntryTools
}

/** A whole report in a line, opened into its values. */
function Results({ facts, outOfRange, tools }: ResultsProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const [first] = facts
  if (facts.length === 1 && first !== undefined) return <OneFact fact={first} tools={tools} />
  const names = facts.map(({ name }) => name)
  const pages = new Map(
    facts.flatMap(({ provenance }) => provenance.map((one) => [`${one.documentId} ${one.page}`, one])),
  )
  return (
    <>
      <div className="flex items-center gap-2 pe-10">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="flex min-h-8 min-w-0 flex-1 cursor-default flex-wrap items-baseline gap-x-2.5 rounded-sm py-1 text-start hover:bg-hover"
        >
          <ChevronRight size={14} className={`self-center text-ink-3 ${isOpen ? 'rotate-90' : ''}`} aria-hidden />
          <span className="font-[550]">{t('timeline.results', { count: facts.length })}</span>
          {outOfRange > 0 && (
            <span className="font-[550] text-crit">{t('overview.outOfRange', { count: outOfRange })}</span>
          )}
          <span className="min-w-0 flex-1 basis-40 truncate text-ink-2" title={names.join(', ')}>
            {names.join(', ')}
          </span>
        </button>
        <SourceChips
          fact={{ name: t('timeline.results', { count: facts.length }), provenance: [...pages.values()] }}
          sources={tools.sources}
        />
      </div>
      {isOpen && (
        <ul>
          {facts.map((fact) => (
            <li key={fact.id} className="ps-6">
              <OneFact fact={fact} tools={tools} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
