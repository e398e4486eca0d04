/** The settings in force, and how to change one. Until they are loaded, and while the vault is locked, the defaults. */
import { useQueryClient } from '@tanstack/react-query'
import type { Settings } from '#contract/settings.ts'
import { callPath } from '../api/paths.ts'
import { useLoad } from '../api/useLoad.ts'

const whileUnknown = {
  look: 'system',
  density: 'comfortable',
  textSizePercent: 100,
  language: 'system',
  audience: 'family',
  letterKeys: true,
} as const satisfies Partial<Settings>

export type KnownSettings = Partial<Settings> & { [K in keyof typeof whileUnknown]: Settings[K] }

export function useSettings(isUnlocked = true): KnownSettings {
  const load = useLoad('settings.list', { filter: {}, limit: 200 }, { enabled: isUnlocked })
  if (load.kind !== 'ready' || !isUnlocked) return whileUnknown
  return { ...whileUnknown, ...Object.fromEntries(load.value.items.map(({ name, value }) => [name, value])) }
}

/** Answers whether it was kept; why not is said by the caller. */
export function useSetSetting() {
  const queries = useQueryClient()
  return async <N extends keyof Settings>(name: N, value: Settings[N]): Promise<void> => {
    await callPath('settings.set', { name, value })
    await queries.invalidateQueries({ queryKey: ['settings.list'] })
  }
}
