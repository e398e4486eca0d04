/** Every option there is, as it is typed and as a command receives it. Which command takes which is in commands.ts. */
import type { ParseArgsConfig } from 'node:util'

export const optionTypes = {
  vault: { type: 'string' },
  'passphrase-file': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  person: { type: 'string' },
  born: { type: 'string' },
  for: { type: 'string' },
  wait: { type: 'boolean' },
  yes: { type: 'boolean' },
  'accept-terms': { type: 'boolean' },
  text: { type: 'boolean' },
  page: { type: 'string' },
  part: { type: 'string' },
  'password-file': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  snapshot: { type: 'string' },
  list: { type: 'boolean' },
  limit: { type: 'string' },
  kind: { type: 'string' },
  document: { type: 'string' },
  name: { type: 'string' },
  value: { type: 'string' },
  unit: { type: 'string' },
  range: { type: 'string' },
  date: { type: 'string' },
  since: { type: 'string' },
  title: { type: 'string' },
  'text-file': { type: 'string' },
  by: { type: 'string' },
  versions: { type: 'boolean' },
  restore: { type: 'string' },
  attach: { type: 'string' },
  detach: { type: 'string' },
  'as-known-on': { type: 'string' },
  prove: { type: 'boolean' },
  'new-passphrase-file': { type: 'string' },
  'recovery-key-file': { type: 'string' },
} as const satisfies ParseArgsConfig['options']

export type OptionName = keyof typeof optionTypes

export interface Options {
  readonly vault: string | undefined
  readonly passphraseFile: string | undefined
  readonly person: string | undefined
  readonly born: string | undefined
  readonly purpose: 'patients' | 'family' | undefined
  readonly wait: boolean
  readonly yes: boolean
  readonly acceptTerms: boolean
  readonly text: boolean
  readonly page: number | undefined
  readonly part: number | undefined
  readonly passwordFile: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  readonly snapshot: string | undefined
  readonly list: boolean
  readonly limit: number | undefined
  readonly kind: string | undefined
  readonly document: string | undefined
  readonly name: string | undefined
  readonly value: string | undefined
  readonly unit: string | undefined
  readonly range: string | undefined
  readonly date: string | undefined
  readonly since: string | undefined
  readonly title: string | undefined
  readonly textFile: string | undefined
  readonly by: string | undefined
  readonly versions: boolean
  readonly restore: number | undefined
  readonly attach: string | undefined
  readonly detach: string | undefined
  readonly asKnownOn: string | undefined
  readonly prove: boolean
  readonly newPassphraseFile: string | undefined
  readonly recoveryKeyFile: string | undefined
}
