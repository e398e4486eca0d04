/** Where one can go by name, with the keys that go there at once. */
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import { type Shortcut, shortcuts } from '#contract/shortcuts.ts'
import { lockVault } from '../../app/lock-vault.ts'
import { go } from '../../app/router.ts'
import type { Place } from '../../app/routes.ts'

export interface Goal {
  readonly id: string
  readonly label: string
  readonly keys?: string
  run(): void
}

export function useGoals(personId: PersonId): Goal[] {
  const { t } = useTranslation()
  const to = (id: Shortcut['id'] | undefined, label: string, place: Place): Goal => ({
    ...withKeys(id),
    id: `to ${place.screen}`,
    label,
    run: () => go(place),
  })
  return [
    to('overview', t('shell.overview'), { screen: 'overview', personId }),
    to('timeline', t('shell.timeline'), { screen: 'timeline', personId }),
    to('labs', t('shell.labs'), { screen: 'labs', personId }),
    to('medicines', t('shell.medicines'), { screen: 'medicines', personId }),
    to('review', t('shell.review'), { screen: 'review', personId }),
    to('reviews', t('shell.reviews'), { screen: 'reviews', personId }),
    to('ask', t('shell.ask'), { screen: 'ask', personId }),
    to('library', t('shell.library'), { screen: 'library', personId }),
    to('notes', t('shell.notes'), { screen: 'notes', personId }),
    {
      ...withKeys('newNote'),
      id: 'new note',
      label: t('shortcut.newNote'),
      run: () => go({ screen: 'notes', personId, isWriting: true }),
    },
    to('imports', t('shell.queue'), { screen: 'queue', personId }),
    to('people', t('shell.people'), { screen: 'people' }),
    to('settings', t('shell.settings'), { screen: 'settings', section: 'look' }),
    to(undefined, t('shell.health'), { screen: 'health' }),
    { ...withKeys('lock'), id: 'lock', label: t('shortcut.lock'), run: () => void lockVault() },
  ]
}

function withKeys(id: Shortcut['id'] | undefined): { keys?: string } {
  const keys = shortcuts.find((shortcut) => shortcut.id === id)?.keys[0]
  return keys === undefined ? {} : { keys }
}
