/** Who am I looking at: always there, always the same place. Changing the person is the only thing that changes it. */
import { ChevronDown, Plus, Search, TriangleAlert, Users } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import type { Person } from '#contract/people.ts'
import { useLoad } from '../api/useLoad.ts'
import { Avatar } from '../components/Avatar.tsx'
import { Badge } from '../components/Badge.tsx'
import { Kbd } from '../components/Kbd.tsx'
import { Menu } from '../components/Menu.tsx'
import { ageOn, formatPartialDate } from './format.ts'
import { go, hrefOf } from './router.ts'
import type { Place, ScreenOfPerson } from './routes.ts'

export interface WhoBarProps {
  readonly person: Person | undefined
  readonly people: readonly Person[]
  readonly isLoading: boolean
  readonly place: Place | undefined
}

export function WhoBar({ person, people, isLoading, place }: WhoBarProps) {
  const { t } = useTranslation()
  return (
    <header
      data-pane
      className="col-span-2 flex min-h-12 items-center gap-3 border-b border-line bg-surface px-4 [-webkit-app-region:drag] [&_button]:[-webkit-app-region:no-drag]"
    >
      {person !== undefined ? (
        <Menu
          label={t('shell.switchPerson')}
          trigger={
            <AriaButton className="-ms-2 flex min-h-9 min-w-0 cursor-default items-center gap-2.5 rounded-md px-2 hover:bg-hover pressed:bg-hover">
              <Avatar name={person.name} id={person.id} />
              <span className="who-name max-w-72 truncate font-[600]">{person.name}</span>
              <span className="sr-only">{t('shell.switchPerson')}</span>
              <ChevronDown size={14} className="text-ink-3" aria-hidden />
            </AriaButton>
          }
          actions={[
            ...people.slice(0, 12).map((one) => ({
              id: one.id,
              label: one.isSample ? `${one.name} (${t('common.invented')})` : one.name,
              icon: <Avatar name={one.name} id={one.id} />,
              onAction: () => go({ ...keepsScreen(place), personId: one.id }),
            })),
            {
              id: 'people',
              label: t('shell.allPeople', { count: people.length }),
              icon: <Users size={15} aria-hidden />,
              startsGroup: true,
              onAction: () => go({ screen: 'people' }),
            },
          ]}
        />
      ) : (
        !isLoading && (
          <AriaButton
            onPress={() => go({ screen: 'people' })}
            className="-ms-2 flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2 text-ink-2 hover:bg-hover"
          >
            <Plus size={16} aria-hidden /> {t('shell.addPerson')}
          </AriaButton>
        )
      )}
      {person !== undefined && <Facts person={person} />}
      {person !== undefined && <Allergies personId={person.id} />}
      {person !== undefined && (
        <AriaButton
          onPress={() => go({ screen: 'search', personId: person.id })}
          className="ms-auto flex min-h-8 w-80 min-w-0 shrink cursor-default items-center gap-2 rounded-md border border-line bg-sunken px-2.5 text-ink-3 hover:border-line-strong"
        >
          <Search size={15} aria-hidden />
          <span className="min-w-0 flex-1 truncate text-start">{t('shell.searchEverything')}</span>
          <Kbd keys="Mod+K" />
        </AriaButton>
      )}
    </header>
  )
}

function Facts({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  const age = person.bornOn === undefined ? undefined : ageOn(person.bornOn, new Date())
  return (
    <span className="num flex min-w-0 items-center gap-2 text-ink-2">
      <span className="who-name truncate">
        {person.bornOn === undefined
          ? t('shell.bornUnknown')
          : t('shell.born', { date: formatPartialDate(person.bornOn) })}
        {age !== undefined && ` · ${t('shell.age', { count: age })}`}
      </span>
      {person.isSample && <Badge tone="review">{t('common.invented')}</Badge>}
    </span>
  )
}

/** Stated allergies go wherever the record goes. That none are stated, or none known, stands in the overview alone. */
function Allergies({ personId }: { readonly personId: PersonId }) {
  const { t } = useTranslation()
  const overview = useLoad('facts.overview', { personId })
  const stated = overview.kind === 'ready' ? overview.value.allergies.filter(({ isNoneKnown }) => !isNoneKnown) : []
  if (stated.length === 0) return null
  const names = [...new Set(stated.map(({ name }) => name))].join(' · ')
  return (
    <a
      href={hrefOf({ screen: 'overview', personId })}
      title={t('shell.allergies', { names })}
      className="flex min-h-7 min-w-0 max-w-80 items-center gap-1.5 rounded-md px-1.5 font-[550] text-crit hover:bg-crit-soft"
    >
      <TriangleAlert size={15} className="shrink-0" aria-hidden />
      <span className="sr-only">{t('shell.allergyLabel')}</span>
      <span className="truncate">{names}</span>
    </a>
  )
}

/** Another person on the same kind of screen; a document belongs to one person, so their overview is shown. */
const keepsScreen = (place: Place | undefined): { readonly screen: ScreenOfPerson } =>
  place !== undefined && 'personId' in place && place.screen !== 'document'
    ? { screen: place.screen }
    : { screen: place?.screen === 'document' ? 'library' : 'overview' }
