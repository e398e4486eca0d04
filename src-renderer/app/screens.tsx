/** Which component shows which place. The only file that knows all screens; each is loaded when it is first shown. */
import { type ComponentType, lazy } from 'react'
import type { Place, ScreenName } from './routes.ts'

type PlaceOf<S extends ScreenName> = Extract<Place, { screen: S }>
export type ScreenProps<S extends ScreenName> = { readonly place: PlaceOf<S> }

export const screens: { readonly [S in ScreenName]: ComponentType<ScreenProps<S>> } = {
  overview: lazy(async () => ({ default: (await import('../screens/overview/OverviewScreen.tsx')).OverviewScreen })),
  timeline: lazy(async () => ({ default: (await import('../screens/timeline/TimelineScreen.tsx')).TimelineScreen })),
  labs: lazy(async () => ({ default: (await import('../screens/labs/LabsScreen.tsx')).LabsScreen })),
  medicines: lazy(async () => ({
    default: (await import('../screens/medicines/MedicinesScreen.tsx')).MedicinesScreen,
  })),
  review: lazy(async () => ({ default: (await import('../screens/review/ReviewScreen.tsx')).ReviewScreen })),
  reviews: lazy(async () => ({ default: (await import('../screens/reviews/ReviewsScreen.tsx')).ReviewsScreen })),
  library: lazy(async () => ({ default: (await import('../screens/library/LibraryScreen.tsx')).LibraryScreen })),
  queue: lazy(async () => ({ default: (await import('../screens/queue/QueueScreen.tsx')).QueueScreen })),
  document: lazy(async () => ({ default: (await import('../screens/document/DocumentScreen.tsx')).DocumentScreen })),
  search: lazy(async () => ({ default: (await import('../screens/search/SearchScreen.tsx')).SearchScreen })),
  ask: lazy(async () => ({ default: (await import('../screens/ask/AskScreen.tsx')).AskScreen })),
  notes: lazy(async () => ({ default: (await import('../screens/notes/NotesScreen.tsx')).NotesScreen })),
  people: lazy(async () => ({ default: (await import('../screens/people/PeopleScreen.tsx')).PeopleScreen })),
  settings: lazy(async () => ({ default: (await import('../screens/settings/SettingsScreen.tsx')).SettingsScreen })),
  health: lazy(async () => ({ default: (await import('../screens/health/HealthScreen.tsx')).HealthScreen })),
}
