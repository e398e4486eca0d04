/** The window around every screen: whose record it is, where one can go, what is going on. */

import { Users } from 'lucide-react'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import type { Notice as VaultNotice } from '#contract/vault.ts'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { ToastStack } from '../components/ToastStack.tsx'
import { DropOverlay } from './DropOverlay.tsx'
import { textOfError } from './error-text.ts'
import { useSaveBeforeLock } from './lock-vault.ts'
import { Navigation } from './Navigation.tsx'
import { go, usePlace } from './router.ts'
import { personOf } from './routes.ts'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { StatusStrip } from './StatusStrip.tsx'
import { screens } from './screens.tsx'
import { dismiss, useToasts } from './toasts.ts'
import { useCommands } from './useCommands.ts'
import { useFileDrop } from './useFileDrop.ts'
import { useImport } from './useImport.ts'
import { useKeptDrafts } from './useKeptDrafts.ts'
import { usePeople } from './usePeople.ts'
import { useSettings } from './useSettings.ts'
import { useShortcuts } from './useShortcuts.ts'
import { useTouch } from './useTouch.ts'
import { VaultNotices } from './VaultNotices.tsx'
import { WhoBar } from './WhoBar.tsx'

export function Shell({ notices }: { readonly notices: readonly VaultNotice[] }) {
  const { t } = useTranslation()
  const people = usePeople()
  const place = usePlace()
  const everybody = people.kind === 'ready' ? people.value : []
  const personId = place && personOf(place)
  const lastPersonId = useRef(personId)
  if (personId !== undefined) lastPersonId.current = personId
  const person = everybody.find(({ id }) => id === (personId ?? lastPersonId.current)) ?? firstPerson(everybody)
  const isLost = personId !== undefined && people.kind === 'ready' && person?.id !== personId

  const [isSheetOpen, setSheetOpen] = useState(false)
  const imports = useImport(isLost ? undefined : person)
  const commands = useCommands({ person, imports, showSheet: () => setSheetOpen(true) })
  useShortcuts(commands, { letters: useSettings().letterKeys })
  const isDropping = useFileDrop(imports && ((files) => void imports.files(files)))
  useTouch()
  useSaveBeforeLock()
  useKeptDrafts()
  useStart(place === undefined && people.kind === 'ready', person?.id)
  const main = useFocusOnNewScreen(place?.screen)
  const toasts = useToasts()

  return (
    <div className="grid h-full grid-cols-[auto_minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto]">
      <WhoBar person={person} people={everybody} isLoading={people.kind === 'loading'} place={place} />
      <Navigation person={person} place={place} />
      <div className="flex min-h-0 min-w-0 flex-col">
        <main
          ref={main}
          tabIndex={-1}
          data-pane
          className="flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden outline-none"
        >
          <VaultNotices notices={notices} />
          {people.kind === 'failed' ? (
            <div className="grid flex-1 p-8">
              <h1 className="sr-only">{t('shell.people')}</h1>
              <ErrorNotice code={people.code} text={textOfError(people.code)} onRetry={people.again} isWhole />
            </div>
          ) : isLost ? (
            <EmptyState
              icon={<Users size={24} aria-hidden />}
              title={t('shell.lostTitle')}
              text={t('shell.lostText')}
              action={
                <Button look="main" onPress={() => go({ screen: 'people' })}>
                  {t('shell.people')}
                </Button>
              }
            />
          ) : (
            <Suspense fallback={<Waiting />}>{place === undefined ? <Waiting /> : <Screen place={place} />}</Suspense>
          )}
        </main>
        <ToastStack toasts={toasts} onClose={dismiss} />
      </div>
      <StatusStrip person={person} />
      {isDropping && <DropOverlay person={imports && person} />}
      <ShortcutSheet isOpen={isSheetOpen} onClose={() => setSheetOpen(false)} />
    </div>
  )
}

function Screen({ place }: { readonly place: NonNullable<ReturnType<typeof usePlace>> }) {
  // each screen takes its own kind of place; the table's type has made sure of it
  const Chosen = screens[place.screen] as React.ComponentType<{ readonly place: typeof place }>
  return <Chosen key={place.screen + (personOf(place) ?? '')} place={place} />
}

const Waiting = () => (
  <div className="p-(--pad)">
    <Skeleton />
  </div>
)

/** Somebody real before somebody invented. */
const firstPerson = <P extends { readonly isSample: boolean }>(people: readonly P[]): P | undefined =>
  people.find(({ isSample }) => !isSample) ?? people[0]

/** Without an address: the overview of the first person, or the people when there is nobody. */
function useStart(isNeeded: boolean, personId: PersonId | undefined): void {
  useEffect(() => {
    if (!isNeeded) return
    go(personId === undefined ? { screen: 'people' } : { screen: 'overview', personId }, { replace: true })
  }, [isNeeded, personId])
}

/** A new screen is announced and can be read from its top; the first one takes no focus away. */
function useFocusOnNewScreen(screen: string | undefined) {
  const main = useRef<HTMLElement>(null)
  const last = useRef(screen)
  useEffect(() => {
    if (last.current !== undefined && last.current !== screen && !main.current?.contains(document.activeElement))
      main.current?.focus({ preventScroll: true })
    last.current = screen
  }, [screen])
  return main
}
