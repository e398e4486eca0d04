/**
 * What became of the files given to this window since it was unlocked: refusals have no document and are told nowhere
 * else, and the paths say which originals still lie unprotected. In memory only; forgotten when the vault is locked.
 */
import { useSyncExternalStore } from 'react'
import type { ImportOutcome } from '#contract/documents.ts'
import type { PersonId } from '#contract/ids.ts'

export type Imported = ImportOutcome & { readonly personId: PersonId }

interface Known {
  list: readonly Imported[]
  readonly listeners: Set<() => void>
}
const known: Known = { list: [], listeners: new Set() }

/** A path that comes again replaces what was known of it. */
export function rememberImports(personId: PersonId, outcomes: readonly ImportOutcome[]): void {
  const paths = new Set(outcomes.map(({ path }) => path))
  const before = known.list.filter((one) => !(one.personId === personId && paths.has(one.path)))
  replace([...outcomes.map((outcome) => ({ ...outcome, personId })), ...before])
}

export const forgetImport = (path: string): void => replace(known.list.filter((one) => one.path !== path))
export const forgetImports = (): void => replace([])

export const useImports = (personId: PersonId): readonly Imported[] => {
  const all = useSyncExternalStore(
    (changed) => {
      known.listeners.add(changed)
      return () => known.listeners.delete(changed)
    },
    () => known.list,
  )
  return all.filter((one) => one.personId === personId)
}

function replace(list: readonly Imported[]): void {
  known.list = list
  for (const changed of known.listeners) changed()
}
