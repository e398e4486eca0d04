/** Everybody in the vault, by name, and the one whose record is shown. */
import type { Person } from '#contract/people.ts'
import { type Load, useLoad } from '../api/useLoad.ts'
import { usePlace } from './router.ts'
import { personOf } from './routes.ts'

export function usePeople(): Load<readonly Person[]> {
  const load = useLoad('people.list', { filter: {}, limit: 200 })
  return load.kind === 'ready' ? { ...load, value: load.value.items } : load
}

/** Undefined: nobody, or nobody yet. */
export function useCurrentPerson(): Person | undefined {
  const people = usePeople()
  const place = usePlace()
  const id = place && personOf(place)
  return people.kind === 'ready' ? people.value.find((person) => person.id === id) : undefined
}
