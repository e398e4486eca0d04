/**
 * Every screen in every state it can be in, as data: made from the routes, so that a new screen without its states neither
 * compiles nor passes. The tests and the pictures of the documentation walk through it.
 */
import type { ErrorCode } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import {
  type GateName,
  gateNames,
  type Place,
  placeToPath,
  type ScreenName,
  screenNames,
  settingsSections,
} from '../../src-renderer/app/routes.ts'

export const stateNames = ['empty', 'loading', 'full', 'error', 'locked'] as const
export type StateName = (typeof stateNames)[number]

export interface Somebody {
  readonly personId: PersonId
  /** Whose papers are being read; the last one is the one that is opened. */
  readonly documentId: DocumentId
}

interface Screen {
  /** The calls it waits for: while they do not answer it is loading, when they fail it is in error. */
  readonly loads: readonly string[]
  readonly place: (who: Somebody) => Place
  /** A state that the screen does not have, and why. */
  readonly without?: Partial<Record<StateName, string>>
}

const screens: Readonly<Record<ScreenName, Screen>> = {
  overview: { loads: ['facts.overview'], place: ({ personId }) => ({ screen: 'overview', personId }) },
  timeline: { loads: ['facts.list'], place: ({ personId }) => ({ screen: 'timeline', personId }) },
  labs: { loads: ['facts.series'], place: ({ personId }) => ({ screen: 'labs', personId }) },
  medicines: { loads: ['facts.medicines'], place: ({ personId }) => ({ screen: 'medicines', personId }) },
  review: { loads: ['facts.list'], place: ({ personId }) => ({ screen: 'review', personId }) },
  reviews: {
    loads: ['reviews.list', 'reviews.whichHold'],
    place: ({ personId }) => ({ screen: 'reviews', personId }),
  },
  library: { loads: ['documents.list'], place: ({ personId }) => ({ screen: 'library', personId }) },
  queue: { loads: ['documents.list'], place: ({ personId }) => ({ screen: 'queue', personId }) },
  document: {
    loads: ['documents.get', 'documents.page', 'documents.open'],
    place: ({ personId, documentId }) => ({ screen: 'document', personId, documentId, page: 1 }),
  },
  search: {
    loads: ['answers.search'],
    place: ({ personId }) => ({ screen: 'search', personId, query: 'haemoglobin' }),
  },
  ask: { loads: ['conversations.list'], place: ({ personId }) => ({ screen: 'ask', personId }) },
  notes: { loads: ['notes.list'], place: ({ personId }) => ({ screen: 'notes', personId }) },
  people: { loads: ['people.list'], place: () => ({ screen: 'people' }) },
  settings: {
    loads: ['models.list'],
    place: () => ({ screen: 'settings', section: 'models' }),
    without: { empty: 'there are always settings' },
  },
  health: {
    loads: ['health.report'],
    place: () => ({ screen: 'health' }),
    without: { empty: 'there is always a report' },
  },
}

interface Gate {
  readonly full: 'absent' | 'locked'
  /** What is pressed to come there. */
  readonly press?: string
}

const gates: Readonly<Record<GateName, Gate>> = {
  welcome: { full: 'absent' },
  unlock: { full: 'locked' },
  restore: { full: 'absent', press: 'button:has(.lucide-archive-restore)' },
}

export type VaultIs = 'absent' | 'locked' | 'empty' | 'full'

export interface ScreenState {
  readonly screen: ScreenName | GateName
  readonly state: StateName
  readonly vault: VaultIs
  /** The address, after the `#`. */
  readonly at: (who: Somebody) => string
  /** Calls that never answer, or fail with this. */
  readonly answers: Readonly<Record<string, 'never' | ErrorCode>>
  readonly press?: string | undefined
}

const vaultOf: Readonly<Record<StateName, VaultIs>> = {
  ...{ empty: 'empty', loading: 'full', full: 'full', error: 'full', locked: 'locked' },
}

export const screenStates: readonly ScreenState[] = [
  ...screenNames.flatMap((screen) =>
    stateNames
      .filter((state) => screens[screen].without?.[state] === undefined)
      .map(
        (state): ScreenState => ({
          ...{ screen, state, vault: vaultOf[state] },
          at: (who) => placeToPath(screens[screen].place(who)),
          answers: Object.fromEntries(
            state === 'loading' || state === 'error'
              ? screens[screen].loads.map((path) => [path, state === 'loading' ? 'never' : 'store/busy'] as const)
              : [],
          ),
        }),
      ),
  ),
  ...gateNames.map(
    (screen): ScreenState => ({
      ...{ screen, state: 'full', vault: gates[screen].full },
      ...{ at: () => '', answers: {}, press: gates[screen].press },
    }),
  ),
]

/** Each section of the settings has an address and looks of its own. */
export const settingsPaths: readonly string[] = settingsSections.map((section) =>
  placeToPath({ screen: 'settings', section }),
)
