/** Shows the settings, or changes one. */
import { AppError } from '#contract/errors.ts'
import type { SettingValue } from '#contract/settings.ts'
import type { Call, Result } from '../call.ts'
import { columns } from '../layout.ts'
import { listAll } from '../list-all.ts'
import { wrongUsage } from '../wrong-usage.ts'

export async function settings({ api, words }: Call): Promise<Result> {
  const [name, value] = words
  if (name !== undefined && value === undefined) throw wrongUsage('"settings" takes a name and a value, or neither.')
  const all = await listAll((from) => api.settings.list({ filter: {}, ...from }))
  if (name === undefined || value === undefined)
    return {
      json: { settings: all },
      lines: columns(all.map((one) => [one.name, String(one.value), one.isDefault ? '' : 'changed'])),
    }
  const known = all.find((one) => one.name === name)
  if (known === undefined) throw new AppError('setting/unknown')
  const set = await api.settings.set({ name: known.name, value: asTypeOf(known.value, value) })
  return { json: { ...set }, lines: [`${set.name} is now ${set.value}.`] }
}

/** What was typed, as the kind of value that the setting has. */
function asTypeOf(now: SettingValue, typed: string): SettingValue {
  if (typeof now === 'string') return typed
  if (typeof now === 'number' && /^-?\d+(\.\d+)?$/.test(typed)) return Number(typed)
  if (typeof now === 'boolean' && (typed === 'true' || typed === 'false')) return typed === 'true'
  throw new AppError('setting/invalid')
}
