/** Where one can go; every row is a link, so that it has an address and the keys that lead there are shown with it. */
import {
  Activity,
  CalendarDays,
  CircleHelp,
  ClipboardCheck,
  ClipboardList,
  FileText,
  FlaskConical,
  Inbox,
  LayoutDashboard,
  MessageSquareText,
  NotebookPen,
  Pill,
  Search,
  Settings,
  Users,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import type { Person } from '#contract/people.ts'
import { useLoad } from '../api/useLoad.ts'
import { needsAttention } from './document-states.ts'
import { hrefOf } from './router.ts'
import type { Place, ScreenOfPerson } from './routes.ts'

export function Navigation({
  person,
  place,
}: {
  readonly person: Person | undefined
  readonly place: Place | undefined
}) {
  const { t } = useTranslation()
  const attention = useAttention(person)
  const toReview = useToReview(person)
  return (
    <nav
      aria-label={t('shell.navigation')}
      data-pane
      className="relative flex w-52 flex-col gap-0.5 overflow-y-auto border-e border-line bg-sunken p-2.5 max-[900px]:w-14"
    >
      {person !== undefined && (
        <>
          {placesOf(person.id).map(({ icon, to, also }) => (
            <Row
              key={to.screen}
              place={place}
              icon={icon}
              label={t(`shell.${to.screen}`)}
              to={to}
              {...(also && { also })}
              {...(to.screen === 'queue' && { count: attention, counted: t('shell.attention', { count: attention }) })}
              {...(to.screen === 'review' && { count: toReview, counted: t('shell.toReview', { count: toReview }) })}
            />
          ))}
          <div className="mx-1.5 my-2 h-px shrink-0 bg-line" />
        </>
      )}
      <Row place={place} icon={<Users size={17} />} label={t('shell.people')} to={{ screen: 'people' }} />
      <Row
        place={place}
        icon={<Settings size={17} />}
        label={t('shell.settings')}
        to={{ screen: 'settings', section: 'look' }}
      />
      <Row place={place} icon={<Activity size={17} />} label={t('shell.health')} to={{ screen: 'health' }} />
      <div className="mt-auto" />
      <Row
        place={place}
        icon={<CircleHelp size={17} />}
        label={t('shell.limits')}
        to={{ screen: 'settings', section: 'limits' }}
        isQuiet
      />
    </nav>
  )
}

interface PlaceRow {
  readonly icon: ReactNode
  readonly to: { readonly screen: ScreenOfPerson; readonly personId: PersonId }
  readonly also?: readonly Place['screen'][]
}

const placesOf = (personId: PersonId): readonly PlaceRow[] => [
  { icon: <LayoutDashboard size={17} />, to: { screen: 'overview', personId } },
  { icon: <MessageSquareText size={17} />, to: { screen: 'ask', personId } },
  { icon: <Search size={17} />, to: { screen: 'search', personId } },
  { icon: <CalendarDays size={17} />, to: { screen: 'timeline', personId } },
  { icon: <FlaskConical size={17} />, to: { screen: 'labs', personId } },
  { icon: <Pill size={17} />, to: { screen: 'medicines', personId } },
  { icon: <NotebookPen size={17} />, to: { screen: 'notes', personId } },
  { icon: <FileText size={17} />, to: { screen: 'library', personId }, also: ['document'] },
  { icon: <ClipboardCheck size={17} />, to: { screen: 'review', personId } },
  { icon: <ClipboardList size={17} />, to: { screen: 'reviews', personId } },
  { icon: <Inbox size={17} />, to: { screen: 'queue', personId } },
]

interface RowProps {
  readonly place: Place | undefined
  readonly icon: ReactNode
  readonly label: string
  readonly to: Place
  readonly also?: readonly Place['screen'][]
  readonly count?: number
  /** What the count is of, in words. */
  readonly counted?: string
  readonly isQuiet?: boolean
}

function Row({ place, icon, label, to, also = [], count = 0, counted = '', isQuiet = false }: RowProps) {
  const isSame =
    place?.screen === to.screen &&
    (to.screen !== 'settings' || isQuiet === (place.screen === 'settings' && place.section === 'limits'))
  const isHere = isSame || (place !== undefined && also.includes(place.screen))
  return (
    <a
      href={hrefOf(to)}
      {...(isHere && { 'aria-current': 'page' as const })}
      title={label}
      className={`flex min-h-9 items-center gap-2.5 rounded-md px-2.5 max-[900px]:justify-center ${isHere ? 'bg-surface font-[600] text-ink shadow-low contrast-edge' : 'font-[500] text-ink-2 hover:bg-hover hover:text-ink'}`}
    >
      <span aria-hidden className={`shrink-0 ${isHere ? 'text-accent' : 'opacity-80'}`}>
        {icon}
      </span>
      <span className="min-w-0 flex-1 leading-snug max-[900px]:sr-only">{label}</span>
      {count > 0 && (
        <span className="num text-meta font-[600] text-review" title={counted}>
          <span aria-hidden>{count}</span>
          <span className="sr-only">{counted}</span>
        </span>
      )}
    </a>
  )
}

/** Documents that wait for the person; at most what one list holds. */
function useAttention(person: Person | undefined): number {
  const waiting = useLoad(
    'documents.list',
    { filter: { ...(person && { personId: person.id }), states: [...needsAttention] }, limit: 200 },
    { enabled: person !== undefined, keepLast: true },
  )
  return waiting.kind === 'ready' && person !== undefined ? waiting.value.items.length : 0
}

/** Facts that nobody has looked at yet. */
function useToReview(person: Person | undefined): number {
  const overview = useLoad(
    'facts.overview',
    { personId: person?.id ?? ('' as PersonId) },
    { enabled: person !== undefined },
  )
  return overview.kind === 'ready' && person !== undefined ? overview.value.toReview : 0
}
