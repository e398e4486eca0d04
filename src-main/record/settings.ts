/** Settings, parsed once at unlock against their schema. A stored value that does not fit is reported, not used. */
import { AppError } from '#contract/errors.ts'
import { type SettingName, Settings, type SettingValue } from '#contract/settings.ts'
import type { Audit } from '../store/audit.ts'
import { putSetting, readSettings } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import { nextStamp } from '../store/vault-meta.ts'

interface ShownSetting {
  readonly name: SettingName
  readonly value: SettingValue
  readonly isDefault: boolean
}

export interface SettingsService {
  readonly current: () => Settings
  /** Some stored value did not fit and its default is in force. */
  readonly wasReset: boolean
  list(): ShownSetting[]
  set(name: SettingName, value: SettingValue): Promise<ShownSetting>
}

export async function openSettings(store: Store, audit: Audit, changed: () => void): Promise<SettingsService> {
  const defaults = Settings.parse({})
  const names = Object.keys(defaults).sort() as SettingName[]
  const stored = new Map((await readSettings(store.db)).map(({ name, value }) => [name, value]))
  let wasReset = false
  let current = defaults
  for (const name of names) {
    const text = stored.get(name)
    if (text === undefined) continue
    const parsed = Settings.shape[name].safeParse(parseJson(text))
    if (parsed.success) current = { ...current, [name]: parsed.data }
    else wasReset = true
  }
  const show = (name: SettingName) => ({ name, value: current[name], isDefault: current[name] === defaults[name] })

  return {
    current: () => current,
    wasReset,
    list: () => names.map(show),
    async set(name, value) {
      const parsed = Settings.shape[name].safeParse(value)
      if (!parsed.success) throw new AppError('setting/invalid')
      await store.write(async (trx) => {
        await putSetting(trx, name, JSON.stringify(value), await nextStamp(trx))
        await audit.append(trx, {
          action: 'setting.set',
          meta: { name, value: typeof value === 'boolean' ? Number(value) : value },
        })
      })
      current = { ...current, [name]: value }
      changed()
      return show(name)
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
