/** What the commands that act everywhere do. Those of a list, a document or an answer belong to their screens. */
import type { Person } from '#contract/people.ts'
import { lockVault } from './lock-vault.ts'
import { focusPane } from './panes.ts'
import { back, forward, go } from './router.ts'
import type { ScreenOfPerson } from './routes.ts'
import type { Import } from './useImport.ts'
import { useSetSetting, useSettings } from './useSettings.ts'
import type { Commands } from './useShortcuts.ts'

export interface CommandsDeps {
  readonly person: Person | undefined
  readonly imports: Import | undefined
  readonly showSheet: () => void
}

const sizes = [75, 90, 100, 110, 125, 150, 175, 200] as const

export function useCommands({ person, imports, showSheet }: CommandsDeps): Commands {
  const { textSizePercent } = useSettings()
  const set = useSetSetting()
  const setSize = (percent: number | undefined) => {
    if (percent !== undefined) void set('textSizePercent', percent).catch(() => {}) // stays as it was
  }
  const ofPerson = (screen: ScreenOfPerson) => () => {
    if (person !== undefined) go({ screen, personId: person.id })
  }
  return {
    palette: ofPerson('search'),
    search: ofPerson('search'),
    ask: ofPerson('ask'),
    goTo: ofPerson('search'),
    overview: ofPerson('overview'),
    timeline: ofPerson('timeline'),
    labs: ofPerson('labs'),
    medicines: ofPerson('medicines'),
    review: ofPerson('review'),
    reviews: ofPerson('reviews'),
    library: ofPerson('library'),
    imports: ofPerson('queue'),
    notes: ofPerson('notes'),
    newNote: () => {
      if (person !== undefined) go({ screen: 'notes', personId: person.id, isWriting: true })
    },
    people: () => go({ screen: 'people' }),
    settings: () => go({ screen: 'settings', section: 'look' }),
    import: () => void imports?.choose('files'),
    lock: () => void lockVault(),
    back,
    forward,
    nextPane: () => focusPane(1),
    previousPane: () => focusPane(-1),
    textLarger: () => setSize(sizes.find((size) => size > textSizePercent)),
    textSmaller: () => setSize(sizes.findLast((size) => size < textSizePercent)),
    textNormal: () => setSize(100),
    blurNames: () => {
      const { dataset } = document.documentElement
      if (dataset.names === 'hidden') delete dataset.names
      else dataset.names = 'hidden'
    },
    shortcutSheet: showSheet,
  }
}
